package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method as configuration names it: {@code com.acme.Pricing#quote} or, where it is overloaded,
 * {@code com.acme.Pricing#quote(com.acme.Cart, int)}. Immutable.
 */
public final class MethodRef {
  /**
   * The class name that stands for a class which is still to be named: {@code TODO#quote}, as
   * {@code suggest} writes it.
   */
  public static final String OPEN = "TODO";

  private final String className;
  private final String methodName;
  private final @Nullable List<String> parameterTypes;

  /**
   * Names a method.
   *
   * @param className binary name, as {@code Class.getName()} gives it
   * @param methodName name without parentheses
   * @param parameterTypes type names as written in source ({@code int}, {@code
   *     java.lang.String[]}); null where they are not given
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
   * Reads a method as configuration names it. Types of {@code java.lang} may go without their
   * package, {@code ...} stands for an array.
   *
   * @throws IllegalArgumentException saying what is wrong with the text, and what to write instead
   */
  public static MethodRef parse(String text) {
    return new MethodRefParser(text).parse();
  }

  /** Whether this holds the place of a method that is still to be named. */
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

  /** The parameter types as written, in order; null where they are not given. Unmodifiable. */
  public @Nullable List<String> parameterTypes() {
    return parameterTypes;
  }

  /**
   * Whether a method with these parameter types is meant; any is, where none are given here.
   *
   * @param typeNames as {@code Class.getTypeName()} gives them: {@code int}, {@code
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

  /** As it is written in configuration. */
  @Override
  public String toString() {
    return className
        + "#"
        + methodName
        + (parameterTypes == null ? "" : "(" + String.join(", ", parameterTypes) + ")");
  }
}
