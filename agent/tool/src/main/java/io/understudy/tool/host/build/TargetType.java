package io.understudy.tool.host.build;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;

/** A type to be made: a class, and what its type variables stand for. Immutable. */
final class TargetType {
  private static final TargetType OBJECT = new TargetType(Object.class, new HashMap<>());

  final Class<?> raw;
  private final Map<TypeVariable<?>, TargetType> variables;

  private TargetType(Class<?> raw, Map<TypeVariable<?>, TargetType> variables) {
    this.raw = raw;
    this.variables = variables;
  }

  static TargetType of(Type type) {
    return OBJECT.resolve(type);
  }

  /** The type of a part of this type, such as a field. */
  TargetType resolve(Type type) {
    if (type instanceof Class) {
      return new TargetType((Class<?>) type, new HashMap<>());
    }
    if (type instanceof TypeVariable) {
      TargetType known = variables.get(type);
      Type[] bounds = ((TypeVariable<?>) type).getBounds();
      // A bound may refer to the variable itself, so only its class is taken.
      return known != null ? known : new TargetType(erased(bounds[0]), new HashMap<>());
    }
    if (type instanceof WildcardType) {
      return resolve(((WildcardType) type).getUpperBounds()[0]);
    }
    if (type instanceof GenericArrayType) {
      TargetType element = resolve(((GenericArrayType) type).getGenericComponentType());
      return new TargetType(Array.newInstance(element.raw, 0).getClass(), element.variables);
    }
    ParameterizedType parameterized = (ParameterizedType) type;
    Class<?> owner = (Class<?>) parameterized.getRawType();
    Type[] arguments = parameterized.getActualTypeArguments();
    Map<TypeVariable<?>, TargetType> known = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      known.put(owner.getTypeParameters()[i], resolve(arguments[i]));
    }
    return new TargetType(owner, known);
  }

  private static Class<?> erased(Type bound) {
    if (bound instanceof Class) {
      return (Class<?>) bound;
    }
    return bound instanceof ParameterizedType
        ? (Class<?>) ((ParameterizedType) bound).getRawType()
        : Object.class;
  }

  /** The element type of an array. */
  TargetType component() {
    return new TargetType(raw.getComponentType(), variables);
  }

  /** The type argument {@code i} of a collection or map; Object where it is not stated. */
  TargetType argument(int i) {
    TypeVariable<?>[] declared = raw.getTypeParameters();
    TargetType known = i < declared.length ? variables.get(declared[i]) : null;
    return known == null ? OBJECT : known;
  }

  String name() {
    return raw.getTypeName();
  }
}
