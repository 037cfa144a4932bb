package io.understudy.value.contents;

import io.understudy.value.NonStateTypes;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an instance field is to its object. A field is content unless a rule below knows that it is
 * not; that a field is transient or synthetic does not suffice. docs/comparing.md lists the rules.
 */
public enum FieldRole {
  /** The field is a part of its object. */
  CONTENT,
  /** The object that encloses an inner object: {@code this$0}, or {@code $outer} in Scala. */
  OUTER,
  /** A number that is computed from the other fields, such as a cached hash code. */
  CACHE,
  /** A lock, logger, listener, service, or a field of an enhancer: known to be no content. */
  WIRING;

  /** A synthetic modifier of a field, JVM specification, table 4.5-A. */
  private static final int SYNTHETIC = 0x1000;

  /** The word lock and its like, alone or at the end: not block, and not clock. */
  private static final Pattern LOCK =
      Pattern.compile(
          "_*(lock|mutex|monitor)|.*(Lock|Mutex|Monitor|_lock|_mutex|_monitor)|[A-Z_]*LOCK");

  private static final Pattern OUTER_NAME = Pattern.compile("this\\$\\d+\\$*|\\$outer");

  /**
   * The role of a field, as far as its declaration shows it.
   *
   * @param owner the name of the class that declares the field
   * @param name the name of the field
   * @param type the name of its declared type, in the form of {@code Class.getName}
   * @param typeNames the names of the declared type and all its supertypes
   * @param modifiers the modifiers of the field
   */
  public static FieldRole of(
      String owner, String name, String type, Set<String> typeNames, int modifiers) {
    if ((modifiers & SYNTHETIC) != 0 && OUTER_NAME.matcher(name).matches()) {
      return OUTER;
    }
    if (NonStateTypes.areAmong(typeNames)
        || WiringTypes.areAmong(typeNames)
        || owner.equals("java.util.Observable")
        || EnhancerFields.is(name)) {
      return WIRING;
    }
    if (!Modifier.isTransient(modifiers)) {
      return CONTENT;
    }
    if (WiringTypes.areTransientAmong(typeNames) || isLock(name, type)) {
      return WIRING;
    }
    return HashCaches.isTransient(name, type) ? CACHE : CONTENT;
  }

  private static boolean isLock(String name, String type) {
    return type.equals("java.lang.Object") && LOCK.matcher(name).matches();
  }
}
