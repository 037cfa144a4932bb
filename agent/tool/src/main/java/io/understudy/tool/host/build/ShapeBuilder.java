package io.understudy.tool.host.build;

import io.understudy.value.CountText;
import io.understudy.value.Kind;
import io.understudy.value.Origin;
import io.understudy.value.named.NamedScalar;
import io.understudy.value.named.NamedShape;
import io.understudy.value.named.ShapeOutline;
import io.understudy.value.shape.Frozen;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes arguments by their shape: records by their canonical constructor, other classes by their
 * fields. A class of the same name as the control's is made without a constructor. Every part must
 * have a place, and every place a part. Thread-safe.
 */
public final class ShapeBuilder implements ArgumentBuilder {
  private final Map<String, Map<Class<?>, Allocation>> allocations = new ConcurrentHashMap<>();

  /** Creates a builder. */
  public ShapeBuilder() {}

  @Override
  public @Nullable Object[] build(@Nullable Object[] values, Type[] parameters)
      throws UnfitValueException {
    if (values.length != parameters.length) {
      throw new UnfitValueException(
          "/arguments",
          CountText.of(parameters.length, "argument"),
          CountText.of(values.length, "argument"));
    }
    ObjectGraph graph = new ObjectGraph(this);
    @Nullable Object[] built = new @Nullable Object[values.length];
    for (int i = 0; i < values.length; i++) {
      built[i] = graph.value(values[i], TargetType.of(parameters[i]), "/arguments/" + i);
    }
    return built;
  }

  /** How objects of a class are made for values of a type. */
  Allocation allocation(Class<?> target, ShapeOutline type, String path)
      throws UnfitValueException {
    boolean isSame = target.getName().equals(type.typeName());
    Map<Class<?>, Allocation> known =
        allocations.computeIfAbsent(isSame ? "same" : "other", key -> new ConcurrentHashMap<>());
    Allocation found = known.get(target);
    if (found == null) {
      refuse(target, type, path);
      try {
        found = Allocation.of(target, isSame);
      } catch (ReflectiveOperationException | RuntimeException | LinkageError impossible) {
        throw new UnfitValueException(
            path, target.getTypeName() + " (" + impossible.getMessage() + ")", type.typeName());
      }
      known.put(target, found);
    }
    if (!isSame && type.typeNames().contains(target.getName())) {
      // The control's own subclass: made as its superclass it would behave in another way.
      throw new UnfitValueException(
          path, target.getTypeName(), type.typeName() + ", which is a subclass of it");
    }
    return found;
  }

  private static void refuse(Class<?> target, ShapeOutline type, String path)
      throws UnfitValueException {
    if (target.isInterface() || target.isPrimitive() || target.isArray() || target.isEnum()) {
      throw new UnfitValueException(path, target.getTypeName(), type.typeName());
    }
    if (Origin.isJdk(target)) {
      throw new UnfitValueException(
          path,
          target.getTypeName(),
          type.typeName() + "; no parameter type says which class to make");
    }
  }

  /** The name of a value's type, for reasons. */
  static String nameOf(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Frozen) {
      return ((Frozen) value).typeName();
    }
    return value instanceof NamedScalar
        ? ((NamedScalar) value).shape().typeName()
        : value.getClass().getTypeName();
  }

  /** The outline of an object's type. */
  static ShapeOutline outline(Frozen object, String path, TargetType target)
      throws UnfitValueException {
    if (!(object.shape() instanceof NamedShape) || object.kind() == Kind.OPAQUE) {
      throw new UnfitValueException(path, target.name(), object.typeName());
    }
    return ((NamedShape) object.shape()).outline();
  }
}
