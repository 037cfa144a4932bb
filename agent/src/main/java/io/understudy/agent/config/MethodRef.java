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
