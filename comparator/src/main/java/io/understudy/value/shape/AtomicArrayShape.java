package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The three atomic arrays of {@code java.util.concurrent}. */
final class AtomicArrayShape extends Shape {
  AtomicArrayShape(Class<?> type) {
    super(Kind.LIST, type.getName());
  }

  @Override
  public int size(Object object) {
    if (object instanceof Frozen) {
      return ((Frozen) object).size();
    }
    if (object instanceof AtomicIntegerArray) {
      return ((AtomicIntegerArray) object).length();
    }
    return object instanceof AtomicLongArray
        ? ((AtomicLongArray) object).length()
        : ((AtomicReferenceArray<?>) object).length();
  }

  @Override
  public Elements elements(Object object) {
    return object instanceof Frozen
        ? Elements.of((Frozen) object)
        : Elements.indexed(size(object), i -> get(object, i));
  }

  private static @Nullable Object get(Object array, int i) {
    if (array instanceof AtomicIntegerArray) {
      return ((AtomicIntegerArray) array).get(i);
    }
    return array instanceof AtomicLongArray
        ? (Object) ((AtomicLongArray) array).get(i)
        : ((AtomicReferenceArray<?>) array).get(i);
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    @Nullable Object[] parts = new @Nullable Object[walk.reserve(size(live))];
    frozen.fill(parts);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = walk.freezePart(get(live, i));
    }
  }
}
