package io.understudy.compare.rule;

import io.understudy.value.PathPattern;
import io.understudy.value.TypeNames;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a rule: the places of a path pattern, the objects of a type or of a pair of types,
 * or everywhere. Immutable, equal by content.
 *
 * <p>Where several rules of one sort match a place, the closest path comes first, then pairs of
 * types, then the type (the class itself before its superclasses, those before interfaces), then
 * everywhere. A type with {@code *} stands for the classes whose own names match it, not for their
 * subclasses; it comes after the name of the class.
 */
public final class RuleScope {
  private static final List<String> ANYWHERE = Collections.singletonList("**");

  /** Stands between the control's type and the candidate's. */
  private static final String TO = " -> ";

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
   * @param className a class or interface, as {@code Class.getName()} gives it; {@code *} in it
   *     stands for any characters
   * @throws IllegalArgumentException when it is a primitive type or not the name of a class
   */
  public static RuleScope type(String className) {
    checkType(className);
    return new RuleScope(className, null, className);
  }

  /**
   * Returns the scope of all places where the control has an object of one type, and the candidate
   * one of another.
   *
   * @param control a class of the control, as for {@link #type}
   * @param candidate a class of the candidate, as for {@link #type}
   * @throws IllegalArgumentException when one is a primitive type or not the name of a class
   */
  public static RuleScope types(String control, String candidate) {
    checkType(control);
    checkType(candidate);
    String text = control + TO + candidate;
    return new RuleScope(text, null, text);
  }

  private static void checkType(String className) {
    String wrapper = TypeNames.wrapper(className);
    if (wrapper != null) {
      throw new IllegalArgumentException(
          "\""
              + className
              + "\" is a primitive type, not the class of an object: write "
              + wrapper);
    }
    if (className.replace("*", "").isEmpty() && !className.isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + className + "\" is every class: write /** for everywhere");
    }
    if (!TypeNames.isTypeName(className.replace('*', 'x'))) {
      throw new IllegalArgumentException(
          "\""
              + className
              + "\" is neither a path, which starts with a slash, nor a class name"
              + " such as com.acme.Money");
    }
  }

  /** Returns the scope of every place. */
  public static RuleScope everywhere() {
    return EVERYWHERE;
  }

  /**
   * Parses a scope: empty for the root, a path pattern where it starts with a slash ({@code /**} is
   * everywhere), two class names with an arrow between them, otherwise a class name.
   *
   * @throws IllegalArgumentException with a message that states what is wrong with the text
   */
  public static RuleScope parse(String text) {
    if (text.isEmpty() || text.charAt(0) == '/') {
      return at(PathPattern.parse(text));
    }
    int arrow = text.indexOf("->");
    return arrow < 0
        ? type(text)
        : types(text.substring(0, arrow).trim(), text.substring(arrow + 2).trim());
  }

  /** The path pattern; null where the scope is a type or everywhere. */
  public @Nullable PathPattern path() {
    return path;
  }

  /**
   * The class name, which may have wildcards, or the two names of a pair with an arrow between
   * them; null where the scope is not a type.
   */
  public @Nullable String typeName() {
    return typeName;
  }

  /**
   * The class names of the scope: one, or those of the control and the candidate; empty where the
   * scope is not a type.
   */
  public List<String> typeNames() {
    if (typeName == null) {
      return Collections.emptyList();
    }
    int arrow = typeName.indexOf(TO);
    return arrow < 0
        ? Collections.singletonList(typeName)
        : Collections.unmodifiableList(
            Arrays.asList(typeName.substring(0, arrow), typeName.substring(arrow + TO.length())));
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
