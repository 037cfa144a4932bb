package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method as the configuration names it: {@code com.acme.Pricing#quote}, or {@code
 * com.acme.Pricing#quote(com.acme.Cart, int)} if it is overloaded. Immutable.
 */
public final class MethodRef {
  /**
   * The class name of an open method reference: {@code suggest} writes {@code TODO#quote} for a
   * class that the user must still name.
   */
  public static final String OPEN = "TODO";

  private final String className;
  private final String methodName;
  private final @Nullable List<String> parameterTypes;

  /**
   * Creates a reference to a method.
   *
   * @param className binary name, as from {@code Class.getName()}
   * @param methodName name without parentheses
   * @param parameterTypes type names as written in source ({@code int}, {@code
   *     java.lang.String[]}); null if they are not given
   */
  public MethodRef(String className, String methodName, @Nullable List<String> parameterTypes) {
    this.className = className;
    this.methodName = methodName;
    this.parameterTypes =
        parameterTypes == null
            ? null
            : Collections.unmodifiableList(new ArrayList<>(parameterTypes));
  }

  /**
   * Parses a method reference. Types of {@code java.lang} need no package, and {@code ...} stands
   * for an array.
   *
   * @throws IllegalArgumentException when the text is wrong; the message says what to write instead
   */
  public static MethodRef parse(String text) {
    return new MethodRefParser(text).parse();
  }

  /** Whether the user must still name the class; see {@link #OPEN}. */
  public boolean isOpen() {
    return className.equals(OPEN);
  }

  /** The binary class name. */
  public String className() {
    return className;
  }

  /** The method's name. */
  public String methodName() {
    return methodName;
  }

  /** The parameter types in order; null if they are not given. Unmodifiable. */
  public @Nullable List<String> parameterTypes() {
    return parameterTypes;
  }

  /**
   * Whether this refers to a method with these parameter types. A reference without types matches
   * all.
   *
   * @param typeNames names as from {@code Class.getTypeName()}: {@code int}, {@code
   *     java.lang.String[]}, {@code com.acme.Cart$Line}
   */
  public boolean takes(List<String> typeNames) {
    if (parameterTypes == null) {
      return true;
    }
    if (parameterTypes.size() != typeNames.size()) {
      return false;
    }
    for (int i = 0; i < typeNames.size(); i++) {
      if (!MethodRefParser.sameType(parameterTypes.get(i), typeNames.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MethodRef && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The reference as written in the configuration. */
  @Override
  public String toString() {
    return className
        + "#"
        + methodName
        + (parameterTypes == null ? "" : "(" + String.join(", ", parameterTypes) + ")");
  }
}
