package io.understudy.compare.rule;

import io.understudy.value.PathPattern;
import io.understudy.value.TypeNames;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule holds: at the places of a path pattern, for the objects of a type, or everywhere.
 * Immutable, equal by content.
 *
 * <p>Where several rules of one sort hold for one place, the closest path comes first, then the
 * type (the class itself before its superclasses, those before interfaces), then everywhere.
 */
public final class RuleScope {
  private static final List<String> ANYWHERE = Collections.singletonList("**");
  private static final RuleScope EVERYWHERE = new RuleScope("/**", null, null);

  private final String text;
  private final @Nullable PathPattern path;
  private final @Nullable String typeName;

  private RuleScope(String text, @Nullable PathPattern path, @Nullable String typeName) {
    this.text = text;
    this.path = path;
    this.typeName = typeName;
  }

  /** The places of a pattern, by the control's names; {@code /**} is {@link #everywhere()}. */
  public static RuleScope at(PathPattern pattern) {
    return pattern.steps().equals(ANYWHERE)
        ? EVERYWHERE
        : new RuleScope(pattern.toString(), pattern, null);
  }

  /**
   * Wherever one side has an object of this class or of a class derived from it.
   *
   * @param className a class or interface, as {@code Class.getName()} gives it
   * @throws IllegalArgumentException when that cannot be the name of an object's class
   */
  public static RuleScope type(String className) {
    String wrapper = TypeNames.wrapper(className);
    if (wrapper != null) {
      throw new IllegalArgumentException(
          "\"" + className + "\" is the type of no object: write " + wrapper);
    }
    if (!TypeNames.isTypeName(className)) {
      throw new IllegalArgumentException(
          "\""
              + className
              + "\" is neither a path, which starts with a slash, nor a class name"
              + " such as com.acme.Money");
    }
    return new RuleScope(className, null, className);
  }

  /** Every place. */
  public static RuleScope everywhere() {
    return EVERYWHERE;
  }

  /**
   * Reads a scope: empty for the root, a path pattern where it starts with a slash ({@code /**} is
   * everywhere), else a class name.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  public static RuleScope parse(String text) {
    return text.isEmpty() || text.charAt(0) == '/' ? at(PathPattern.parse(text)) : type(text);
  }

  /** The pattern; null where this is no path. */
  public @Nullable PathPattern path() {
    return path;
  }

  /** The class name; null where this is no type. */
  public @Nullable String typeName() {
    return typeName;
  }

  /** Whether this is every place. */
  public boolean isEverywhere() {
    return this == EVERYWHERE;
  }

  /** The steps by which the rules' graph leads here; by type it may be any place. */
  List<String> steps() {
    return path == null ? ANYWHERE : path.steps();
  }

  /** How rules print it: the root has no steps to show. */
  String shown() {
    return text.isEmpty() ? "\"\"" : text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RuleScope && text.equals(((RuleScope) other).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    return text;
  }
}
