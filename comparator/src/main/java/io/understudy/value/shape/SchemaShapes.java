package io.understudy.value.shape;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cache for the shapes of a class whose objects are described by a descriptor or schema. Bounded,
 * lock-free, thread-safe. It refers to shapes weakly: a shape refers to its schema, which may
 * belong to an application that is undeployed.
 */
public final class SchemaShapes {
  private static final int SLOTS = 64;

  private final AtomicReferenceArray<@Nullable Entry> slots = new AtomicReferenceArray<>(SLOTS);

  private static final class Entry {
    final WeakReference<Object> key;
    final WeakReference<Shape> shape;

    Entry(Object key, Shape shape) {
      this.key = new WeakReference<>(key);
      this.shape = new WeakReference<>(shape);
    }
  }

  /** An empty cache. */
  public SchemaShapes() {}

  /**
   * The shape for a key: the cached one, or a new one.
   *
   * @param key compared by identity
   * @param make makes the shape; may be called several times for one key
   */
  public Shape of(Object key, Function<Object, Shape> make) {
    int slot = System.identityHashCode(key) & (SLOTS - 1);
    Entry entry = slots.get(slot);
    if (entry != null && entry.key.get() == key) {
      Shape shape = entry.shape.get();
      if (shape != null) {
        return shape;
      }
    }
    Shape made = make.apply(key);
    slots.set(slot, new Entry(key, made));
    return made;
  }
}
