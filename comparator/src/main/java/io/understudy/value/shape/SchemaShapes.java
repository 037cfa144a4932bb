package io.understudy.value.shape;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of objects of one class that differ by a descriptor or schema. Bounded, lock-free, and
 * weak: a shape leads to its schema, and that perhaps to an application that is undeployed.
 */
public final class SchemaShapes {
  private static final int SLOTS = 64;

  private final AtomicReferenceArray<@Nullable Known> slots = new AtomicReferenceArray<>(SLOTS);

  private static final class Known {
    final WeakReference<Object> key;
    final WeakReference<Shape> shape;

    Known(Object key, Shape shape) {
      this.key = new WeakReference<>(key);
      this.shape = new WeakReference<>(shape);
    }
  }

  /** Knows no shape yet. */
  public SchemaShapes() {}

  /**
   * The shape that was made for a key, by identity, or is made now.
   *
   * @param make may be called again for a key that is known
   */
  public Shape of(Object key, Function<Object, Shape> make) {
    int slot = System.identityHashCode(key) & (SLOTS - 1);
    Known known = slots.get(slot);
    if (known != null && known.key.get() == key) {
      Shape shape = known.shape.get();
      if (shape != null) {
        return shape;
      }
    }
    Shape made = make.apply(key);
    slots.set(slot, new Known(key, made));
    return made;
  }
}
