package io.understudy.tool.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A type as a class file declares it, with its type arguments: {@code
 * java.util.List<com.acme.Line>}. It holds names only; classes are not looked up. Immutable.
 */
public final class StaticType {
  /** An unknown type: a wildcard, an argument of a raw type, or an unbound variable. */
  public static final StaticType UNKNOWN = new StaticType("?", Collections.emptyList());

  private static final String VARIABLE = "<variable> ";
  private static final String ARRAY = "[]";

  private final String name;
  private final List<StaticType> arguments;

  private StaticType(String name, List<StaticType> arguments) {
    this.name = name;
    this.arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
  }

  /** Creates the type of a class or primitive type, by its binary name. */
  static StaticType of(String name, List<StaticType> arguments) {
    return new StaticType(name, arguments);
  }

  /** Creates the type of a class without type arguments, by its binary name. */
  public static StaticType ofClass(String name) {
    return new StaticType(name, Collections.emptyList());
  }

  /** Creates a type variable. */
  static StaticType variable(String name) {
    return new StaticType(VARIABLE + name, Collections.emptyList());
  }

  /** Creates the type of an array; unknown if the element type is unknown. */
  static StaticType arrayOf(StaticType element) {
    return element == UNKNOWN ? UNKNOWN : new StaticType(ARRAY, Collections.singletonList(element));
  }

  /** The binary name of the class, or the name of the primitive type; not for arrays. */
  public String name() {
    return name;
  }

  /** The type without type arguments, as source code writes it. */
  public String rawName() {
    return isArray() ? argument(0).rawName() + ARRAY : name;
  }

  /** The type arguments; none for a raw type. Unmodifiable. */
  List<StaticType> arguments() {
    return arguments;
  }

  /** The type argument at {@code index}; {@link #UNKNOWN} where there is none. */
  public StaticType argument(int index) {
    return index < arguments.size() ? arguments.get(index) : UNKNOWN;
  }

  /** Whether this is an array; {@link #argument} 0 is then the type of its elements. */
  public boolean isArray() {
    return name.equals(ARRAY);
  }

  /**
   * Returns this type with its variables replaced; a variable without a replacement becomes {@link
   * #UNKNOWN}.
   */
  StaticType with(Map<String, StaticType> variables) {
    if (name.startsWith(VARIABLE)) {
      return variables.getOrDefault(name.substring(VARIABLE.length()), UNKNOWN);
    }
    if (arguments.isEmpty()) {
      return this;
    }
    return isArray()
        ? arrayOf(argument(0).with(variables))
        : new StaticType(
            name, arguments.stream().map(a -> a.with(variables)).collect(Collectors.toList()));
  }

  /** The type as source code writes it, with a dollar sign before nested classes. */
  @Override
  public String toString() {
    if (isArray()) {
      return argument(0) + ARRAY;
    }
    String shown = name.startsWith(VARIABLE) ? name.substring(VARIABLE.length()) : name;
    return arguments.isEmpty()
        ? shown
        : shown
            + arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", "<", ">"));
  }
}
