package io.understudy.value.thrown;

import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parts of an exception that the JDK defines: class name, message, cause, suppressed
 * exceptions, and the state of its JDK superclasses. Stack traces are no part, because they differ
 * between any two implementations.
 */
public final class ThrownParts {
  private ThrownParts() {}

  /**
   * The parts of a class of exceptions, without the fields of application classes. Unmodifiable.
   *
   * @throws Uncapturable when a JDK superclass has state that cannot be read
   */
  public static List<ThrownPart> of(Class<?> type) throws Uncapturable {
    String className = type.getName();
    List<ThrownPart> parts = new ArrayList<>();
    parts.add(new ThrownPart("class", thrown -> className));
    parts.add(new ThrownPart("message", CommonState.message(type)));
    parts.add(new ThrownPart("cause", CommonState.cause(type)));
    parts.add(new ThrownPart("suppressed", CommonState::suppressed));
    Set<String> names = new HashSet<>();
    for (ThrownPart part : parts) {
      names.add(part.name());
    }
    for (ThrownPart part : JdkState.of(type)) {
      parts.add(names.add(part.name()) ? part : new ThrownPart(part.name() + "#2", part.reader()));
    }
    return Collections.unmodifiableList(parts);
  }

  /**
   * Whether reading the parts may run methods that a class of the application overrides. With
   * access to the fields of {@code Throwable} it does not.
   */
  public static boolean mayRunMethods(Class<?> type) {
    return !CommonState.isReadByFields(type);
  }

  /** The class itself, or its nearest superclass, that belongs to the JDK. */
  public static Class<?> firstOfJdk(Class<?> type) {
    Class<?> at = type;
    while (!Origin.isJdk(at)) {
      at = at.getSuperclass();
    }
    return at;
  }
}
