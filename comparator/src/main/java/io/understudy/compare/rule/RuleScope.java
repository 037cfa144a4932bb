package io.understudy.compare.rule;

import io.understudy.value.PathPattern;
import io.understudy.value.TypeNames;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a rule: the places of a path pattern, the objects of a type, or everywhere.
 * Immutable, equal by content.
 *
 * <p>Where several rules of one sort match a place, the closest path comes first, then the type
 * (the class itself before its superclasses, those before interfaces), then everywhere.
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

  /**
   * Returns the scope of a path pattern with the control's names; {@code /**} is {@link
   * #everywhere()}.
   */
  public static RuleScope at(PathPattern pattern) {
    return pattern.steps().equals(ANYWHERE)
        ? EVERYWHERE
        : new RuleScope(pattern.toString(), pattern, null);
  }

  /**
   * Returns the scope of all places where a side has an object of this class or a subtype.
   *
   * @param className a class or interface, as {@code Class.getName()} gives it
   * @throws IllegalArgumentException when it is a primitive type or not the name of a class
   */
  public static RuleScope type(String className) {
    String wrapper = TypeNames.wrapper(className);
    if (wrapper != null) {
      throw new IllegalArgumentException(
          "\""
              + className
              + "\" is a primitive type, not the class of an object: write "
              + wrapper);
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

  /** Returns the scope of every place. */
  public static RuleScope everywhere() {
    return EVERYWHERE;
  }

  /**
   * Parses a scope: empty for the root, a path pattern where it starts with a slash ({@code /**} is
   * everywhere), otherwise a class name.
   *
   * @throws IllegalArgumentException with a message that states what is wrong with the text
   */
  public static RuleScope parse(String text) {
    return text.isEmpty() || text.charAt(0) == '/' ? at(PathPattern.parse(text)) : type(text);
  }

  /** The path pattern; null where the scope is a type or everywhere. */
  public @Nullable PathPattern path() {
    return path;
  }

  /** The class name; null where the scope is not a type. */
  public @Nullable String typeName() {
    return typeName;
  }

  /** Whether the scope is every place. */
  public boolean isEverywhere() {
    return this == EVERYWHERE;
  }

  /** The path pattern in the graph of rules; a type can occur at any place. */
  List<String> steps() {
    return path == null ? ANYWHERE : path.steps();
  }

  /** The text in the line of a rule; the root prints as two quotes. */
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

  /** Returns the text that {@link #parse} reads. */
  @Override
  public String toString() {
    return text;
  }
}
