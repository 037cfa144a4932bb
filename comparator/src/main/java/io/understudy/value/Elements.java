package io.understudy.value;

import org.jspecify.annotations.Nullable;

/**
 * Walks the elements of a collection or the entries of a map, once, from before the first. Not
 * thread-safe.
 */
public abstract class Elements {
  Elements() {}

  /** Goes to the next element; false when there is none. */
  public abstract boolean next();

  /** The element, or the entry's value, that {@link #next()} went to. */
  public abstract @Nullable Object value();

  /** The key of the entry that {@link #next()} went to; null for what is not a map. */
  public @Nullable Object key() {
    return null;
  }
}
