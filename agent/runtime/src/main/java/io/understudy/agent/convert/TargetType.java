package io.understudy.agent.convert;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type that code of the application declares, with its type arguments and without variables: a
 * variable is replaced by its value or its bound, a wildcard by its upper bound. Immutable.
 */
public final class TargetType {
  /** Takes every object. */
  public static final TargetType OBJECT = new TargetType(Object.class, Collections.emptyList());

  private final Class<?> raw;
  private final List<TargetType> arguments;

  private TargetType(Class<?> raw, List<TargetType> arguments) {
    this.raw = raw;
    this.arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
  }

  /** The type of a class without type arguments. */
  static TargetType of(Class<?> raw) {
    return new TargetType(
        raw,
        raw.isArray()
            ? Collections.singletonList(of(raw.getComponentType()))
            : Collections.emptyList());
  }

  /** The type that a member of this type declares: its variables are those of this type. */
  TargetType resolve(Type declared) {
    return of(declared, bindings());
  }

  /**
   * The declared types of parameters. If the class file has no usable signature, they are the
   * erased types.
   *
   * @param generic the types with type arguments
   * @param erased the types without
   */
  List<TargetType> resolve(Type[] generic, Class<?>[] erased) {
    List<TargetType> types = new ArrayList<>();
    for (int i = 0; i < erased.length; i++) {
      // Signatures omit the parameters that the compiler adds to constructors.
      TargetType type = generic.length == erased.length ? resolve(generic[i]) : of(erased[i]);
      types.add(erased[i].isAssignableFrom(type.raw) ? type : of(erased[i]));
    }
    return types;
  }

  private static TargetType of(Type type, Map<TypeVariable<?>, TargetType> bound) {
    if (type instanceof Class) {
      return of((Class<?>) type);
    }
    if (type instanceof ParameterizedType) {
      ParameterizedType generic = (ParameterizedType) type;
      List<TargetType> arguments = new ArrayList<>();
      for (Type argument : generic.getActualTypeArguments()) {
        arguments.add(of(argument, bound));
      }
      return new TargetType((Class<?>) generic.getRawType(), arguments);
    }
    if (type instanceof GenericArrayType) {
      TargetType element = of(((GenericArrayType) type).getGenericComponentType(), bound);
      return new TargetType(
          Array.newInstance(element.raw, 0).getClass(), Collections.singletonList(element));
    }
    if (type instanceof WildcardType) {
      return of(((WildcardType) type).getUpperBounds()[0], bound);
    }
    TypeVariable<?> variable = (TypeVariable<?>) type;
    TargetType known = bound.get(variable);
    return known == null ? of(erasure(variable)) : known;
  }

  // A bound may refer to its own variable: T extends Comparable<T>.
  private static Class<?> erasure(Type type) {
    if (type instanceof Class) {
      return (Class<?>) type;
    }
    if (type instanceof ParameterizedType) {
      return (Class<?>) ((ParameterizedType) type).getRawType();
    }
    return type instanceof TypeVariable
        ? erasure(((TypeVariable<?>) type).getBounds()[0])
        : Object.class;
  }

  /** The class. */
  public Class<?> raw() {
    return raw;
  }

  /** The class; for a primitive type the class of its objects. */
  Class<?> boxed() {
    return raw.isPrimitive() ? Array.get(Array.newInstance(raw, 1), 0).getClass() : raw;
  }

  /** Whether this says nothing about the objects inside. */
  boolean isPlain() {
    return arguments.isEmpty() || (!raw.isArray() && arguments.stream().allMatch(OBJECT::equals));
  }

  /** The type of the elements of an array. */
  TargetType element() {
    return arguments.get(0);
  }

  /**
   * The type argument with which this type extends or implements a generic type.
   *
   * @return {@link #OBJECT} if it does not, or does not say
   */
  TargetType argument(Class<?> generic, int index) {
    if (raw == generic) {
      return index < arguments.size() ? arguments.get(index) : OBJECT;
    }
    for (Type above : supertypes()) {
      TargetType next = resolve(above);
      if (generic.isAssignableFrom(next.raw)) {
        return next.argument(generic, index);
      }
    }
    return OBJECT;
  }

  private List<Type> supertypes() {
    List<Type> above = new ArrayList<>();
    Type superclass = raw.getGenericSuperclass();
    if (superclass != null) {
      above.add(superclass);
    }
    above.addAll(Arrays.asList(raw.getGenericInterfaces()));
    return above;
  }

  /** This type as a superclass or interface of it declares it; erased if it is none. */
  TargetType as(Class<?> declaring) {
    if (raw == declaring) {
      return this;
    }
    for (Type above : supertypes()) {
      TargetType next = resolve(above);
      if (declaring.isAssignableFrom(next.raw)) {
        return next.as(declaring);
      }
    }
    return of(declaring);
  }

  /**
   * A subclass with the type arguments that make it a subtype of this type.
   *
   * @return null if they cannot be told from those of this type
   */
  @Nullable TargetType subtype(Class<?> type) {
    int count = type.getTypeParameters().length;
    if (count == 0 || isPlain()) {
      return of(type);
    }
    TargetType found = count == arguments.size() ? new TargetType(type, arguments) : null;
    return found != null && found.as(raw).equals(this) ? found : null;
  }

  private Map<TypeVariable<?>, TargetType> bindings() {
    TypeVariable<?>[] variables = raw.getTypeParameters();
    Map<TypeVariable<?>, TargetType> bound = new HashMap<>();
    for (int i = 0; i < variables.length && i < arguments.size(); i++) {
      bound.put(variables[i], arguments.get(i));
    }
    return bound;
  }

  /**
   * Whether every object of a declared type can be used as this type, objects inside included.
   *
   * @param from what the declaration promises
   */
  public boolean takesAll(TargetType from) {
    if (!raw.isAssignableFrom(from.raw)) {
      return false;
    }
    if (isPlain() || equals(from)) {
      return true;
    }
    for (int i = 0; i < arguments.size(); i++) {
      TargetType inside = raw.isArray() ? from.element() : from.argument(raw, i);
      if (!arguments.get(i).takesAll(inside)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TargetType
        && raw == ((TargetType) other).raw
        && arguments.equals(((TargetType) other).arguments);
  }

  @Override
  public int hashCode() {
    return 31 * raw.hashCode() + arguments.hashCode();
  }

  /** As source code writes it, nested classes with a dollar sign. */
  @Override
  public String toString() {
    if (raw.isArray()) {
      return element() + "[]";
    }
    String name = raw.getName();
    String inside = arguments.toString();
    return arguments.isEmpty() ? name : name + "<" + inside.substring(1, inside.length() - 1) + ">";
  }
}
