package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** An array of objects or of primitives. Primitives are frozen as one block. */
final class ArrayShape extends Shape {
  private final int elementBytes;

  ArrayShape(Class<?> type) {
    super(Kind.LIST, type.getName());
    Class<?> component = type.getComponentType();
    this.elementBytes = component.isPrimitive() ? bytes(component) : 0;
  }

  private static int bytes(Class<?> primitive) {
    if (primitive == long.class || primitive == double.class) {
      return Long.BYTES;
    }
    if (primitive == int.class || primitive == float.class) {
      return Integer.BYTES;
    }
    return primitive == short.class || primitive == char.class ? Short.BYTES : Byte.BYTES;
  }

  @Override
  boolean isForeign(Object live, Shapes shapes) {
    return false;
  }

  @Override
  public int size(Object object) {
    return object instanceof Frozen ? ((Frozen) object).size() : Array.getLength(object);
  }

  @Override
  public @Nullable Object primitives(Object object) {
    if (elementBytes == 0) {
      return null;
    }
    return object instanceof Frozen ? ((Frozen) object).array() : object;
  }

  @Override
  public Elements elements(Object object) {
    return object instanceof Frozen
        ? Elements.of((Frozen) object)
        : Elements.indexed(size(object), i -> Frozen.slot(object, i));
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    int length = Array.getLength(live);
    if (elementBytes > 0) {
      walk.count(0, (long) length * elementBytes);
      Object copy = Array.newInstance(live.getClass().getComponentType(), length);
      System.arraycopy(live, 0, copy, 0, length);
      frozen.fill(copy);
      return;
    }
    @Nullable Object[] elements = (@Nullable Object[]) live;
    @Nullable Object[] parts = new @Nullable Object[walk.reserve(length)];
    frozen.fill(parts);
    for (int i = 0; i < length; i++) {
      parts[i] = walk.freezePart(elements[i]);
    }
  }
}
