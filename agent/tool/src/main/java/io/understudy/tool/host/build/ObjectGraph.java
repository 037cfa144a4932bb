package io.understudy.tool.host.build;

import io.understudy.value.Kind;
import io.understudy.value.named.ShapeOutline;
import io.understudy.value.shape.Frozen;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The objects of one call while they are made. Confined to one thread. */
final class ObjectGraph {
  /** Stands for a record whose parts are being made: nothing can refer to it yet. */
  private static final Object UNFINISHED = new Object();

  private final ShapeBuilder builder;
  private final Map<Frozen, Object> made = new IdentityHashMap<>();

  ObjectGraph(ShapeBuilder builder) {
    this.builder = builder;
  }

  /** Makes a value of a type; an object that was made before is used again. */
  @Nullable Object value(@Nullable Object value, TargetType target, String path)
      throws UnfitValueException {
    if (value == null) {
      if (target.raw.isPrimitive()) {
        throw unfit(path, target, null);
      }
      return null;
    }
    if (!(value instanceof Frozen)) {
      Object scalar = Scalars.as(target.raw, value);
      if (scalar == null) {
        throw unfit(path, target, value);
      }
      return scalar;
    }
    Object known = made.get((Frozen) value);
    if (known == UNFINISHED) {
      throw new UnfitValueException(
          path, target.name(), ShapeBuilder.nameOf(value) + ", which refers to itself");
    }
    if (known != null) {
      if (!target.raw.isInstance(known)) {
        throw new UnfitValueException(
            path, target.name(), "an object that is a " + known.getClass().getTypeName()
                + " elsewhere");
      }
      return known;
    }
    return object((Frozen) value, target, path);
  }

  private static UnfitValueException unfit(
      String path, TargetType target, @Nullable Object value) {
    return new UnfitValueException(path, target.name(), ShapeBuilder.nameOf(value));
  }

  private Object object(Frozen value, TargetType target, String path)
      throws UnfitValueException {
    ShapeOutline type = ShapeBuilder.outline(value, path, target);
    if (type.extraFields() != null) {
      throw unfit(path, target, value);
    }
    switch (type.kind()) {
      case LIST:
      case SET:
        return target.raw.isArray()
            ? array(value, target, path)
            : collection(value, type, target, path);
      case MAP:
        return map(value, type, target, path);
      case OPTIONAL:
        return optional(value, target, path);
      default:
        return record(value, type, target, path);
    }
  }

  private Object array(Frozen value, TargetType target, String path)
      throws UnfitValueException {
    if (value.kind() != Kind.LIST) {
      throw unfit(path, target, value);
    }
    Object array = Array.newInstance(target.raw.getComponentType(), value.size());
    made.put(value, array);
    TargetType component = target.component();
    for (int i = 0; i < value.size(); i++) {
      Array.set(array, i, value(value.part(i), component, path + "/" + i));
    }
    return array;
  }

  private Object collection(Frozen value, ShapeOutline type, TargetType target, String path)
      throws UnfitValueException {
    if (type.typeName().startsWith("[")) {
      Object array = target.raw == Object.class ? arrayItself(value, type, path) : null;
      if (array != null) {
        return array;
      }
    }
    Collection<Object> empty = Containers.collection(target.raw, type);
    if (empty == null) {
      throw unfit(path, target, value);
    }
    Object result =
        Containers.isUnmodifiable(type) ? Containers.unmodifiable(target.raw, empty) : empty;
    made.put(value, result);
    TargetType element = target.argument(0);
    for (int i = 0; i < value.size(); i++) {
      Object each = value(value.part(i), element, path + "/" + i);
      boolean isAdded = add(empty, each, path, target);
      if (!isAdded) {
        throw new UnfitValueException(path, "different elements", "elements that are equal here");
      }
    }
    return result;
  }

  /** An array of primitives, or of Strings, where the parameter takes any object. */
  private @Nullable Object arrayItself(Frozen value, ShapeOutline type, String path)
      throws UnfitValueException {
    List<String> names = Arrays.asList("[Z", "[B", "[C", "[S", "[I", "[J", "[F", "[D");
    List<Class<?>> classes =
        Arrays.asList(
            boolean[].class,
            byte[].class,
            char[].class,
            short[].class,
            int[].class,
            long[].class,
            float[].class,
            double[].class);
    int index = names.indexOf(type.typeName());
    Class<?> array = index >= 0 ? classes.get(index) : null;
    if (type.typeName().equals("[Ljava.lang.String;")) {
      array = String[].class;
    } else if (type.typeName().equals("[Ljava.lang.Object;")) {
      array = Object[].class;
    }
    return array == null ? null : array(value, TargetType.of(array), path);
  }

  // A sorted or hashed collection calls methods of the elements, which may throw.
  private static boolean add(
      Collection<Object> to, @Nullable Object element, String path, TargetType target)
      throws UnfitValueException {
    try {
      return to.add(element);
    } catch (RuntimeException | StackOverflowError refused) {
      throw new UnfitValueException(
          path,
          target.name(),
          "an element with which it throws " + refused.getClass().getName());
    }
  }

  private Object map(Frozen value, ShapeOutline type, TargetType target, String path)
      throws UnfitValueException {
    Map<Object, Object> empty = Containers.map(target.raw, type);
    if (empty == null) {
      throw unfit(path, target, value);
    }
    Object result =
        Containers.isUnmodifiable(type) ? Containers.unmodifiable(target.raw, empty) : empty;
    made.put(value, result);
    for (int i = 0; i < value.size(); i++) {
      // A key may be a secret, so the path has its number.
      Object key = value(value.key(i), target.argument(0), path + "/(key " + i + ")");
      Object content = value(value.part(i), target.argument(1), path + "/(value " + i + ")");
      int size = empty.size();
      try {
        empty.put(key, content);
      } catch (RuntimeException | StackOverflowError refused) {
        throw new UnfitValueException(
            path,
            target.name(),
            "an entry with which it throws " + refused.getClass().getName());
      }
      if (empty.size() == size) {
        throw new UnfitValueException(path, "different keys", "keys that are equal here");
      }
    }
    return result;
  }

  private Object optional(Frozen value, TargetType target, String path)
      throws UnfitValueException {
    Object content = value.size() == 0 ? null : value.part(0);
    Object built;
    if (target.raw == OptionalInt.class && (content == null || content instanceof Integer)) {
      built = content == null ? OptionalInt.empty() : OptionalInt.of((Integer) content);
    } else if (target.raw == OptionalLong.class && (content == null || content instanceof Long)) {
      built = content == null ? OptionalLong.empty() : OptionalLong.of((Long) content);
    } else if (target.raw == OptionalDouble.class
        && (content == null || content instanceof Double)) {
      built = content == null ? OptionalDouble.empty() : OptionalDouble.of((Double) content);
    } else if (target.raw.isAssignableFrom(Optional.class)
        && value.typeName().equals(Optional.class.getName())) {
      made.put(value, UNFINISHED);
      built = Optional.ofNullable(value(content, target.argument(0), path));
    } else {
      throw unfit(path, target, value);
    }
    made.put(value, built);
    return built;
  }

  private Object record(Frozen value, ShapeOutline type, TargetType target, String path)
      throws UnfitValueException {
    Allocation allocation = builder.allocation(target.raw, type, path);
    int[] places = places(allocation, type, target, path);
    try {
      if (!allocation.isFilledLater()) {
        made.put(value, UNFINISHED);
        @Nullable Object[] parts = new @Nullable Object[places.length];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = part(value, allocation, i, places[i], target, path);
        }
        Object built = allocation.make(parts);
        made.put(value, built);
        return built;
      }
      Object built = allocation.make(new Object[0]);
      made.put(value, built);
      for (int i = 0; i < places.length; i++) {
        allocation.set(built, i, part(value, allocation, i, places[i], target, path));
      }
      return built;
    } catch (InvocationTargetException thrown) {
      throw new UnfitValueException(
          path,
          target.name(),
          "parts with which its constructor throws " + thrown.getCause().getClass().getName());
    } catch (ReflectiveOperationException | IllegalArgumentException impossible) {
      throw new UnfitValueException(
          path, target.name() + " (" + impossible.getMessage() + ")", type.typeName());
    }
  }

  private @Nullable Object part(
      Frozen value, Allocation allocation, int i, int place, TargetType target, String path)
      throws UnfitValueException {
    return value(
        value.part(place),
        target.resolve(allocation.types.get(i)),
        path + "/" + allocation.names.get(i));
  }

  /** For each part of the target, the index of the control's part of that name. */
  private static int[] places(
      Allocation allocation, ShapeOutline type, TargetType target, String path)
      throws UnfitValueException {
    int[] places = new int[allocation.names.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = type.names().indexOf(allocation.names.get(i));
      if (places[i] < 0) {
        throw new UnfitValueException(
            path + "/" + allocation.names.get(i),
            allocation.types.get(i).getTypeName(),
            "no such part in " + type.typeName());
      }
    }
    for (String name : type.names()) {
      if (!allocation.names.contains(name)) {
        throw new UnfitValueException(
            path + "/" + name, "no such part in " + target.name(), "a part of " + type.typeName());
      }
    }
    return places;
  }
}
