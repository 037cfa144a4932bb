package io.understudy.value.shape;

import io.understudy.value.Kind;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the elements of a collection or the entries of a map. It starts before the first
 * one and can be used once. Not thread-safe.
 */
public abstract class Elements {
  /** Has no elements. */
  static final Elements NONE = over(Collections.emptyIterator());

  Elements() {}

  /** Moves to the next element; returns false when there are no more elements. */
  public abstract boolean next();

  /** The current element, or the value of the current entry. */
  public abstract @Nullable Object value();

  /** The key of the current entry; null when this is not a map. */
  public @Nullable Object key() {
    return null;
  }

  static Elements over(Iterator<? extends @Nullable Object> iterator) {
    return new Elements() {
      private @Nullable Object value;

      @Override
      public boolean next() {
        if (!iterator.hasNext()) {
          return false;
        }
        value = iterator.next();
        return true;
      }

      @Override
      public @Nullable Object value() {
        return value;
      }
    };
  }

  static Elements overEntries(
      Iterator<? extends Map.Entry<? extends @Nullable Object, ? extends @Nullable Object>> from) {
    return new Elements() {
      private @Nullable Object key;
      private @Nullable Object value;

      // Reads key and value together: some JDK maps return the same entry object each time.
      @Override
      public boolean next() {
        if (!from.hasNext()) {
          return false;
        }
        Map.Entry<? extends @Nullable Object, ? extends @Nullable Object> entry = from.next();
        key = entry.getKey();
        value = entry.getValue();
        return true;
      }

      @Override
      public @Nullable Object value() {
        return value;
      }

      @Override
      public @Nullable Object key() {
        return key;
      }
    };
  }

  static Elements indexed(int size, IntFunction<? extends @Nullable Object> get) {
    return new Elements() {
      private int at = -1;

      @Override
      public boolean next() {
        return ++at < size;
      }

      @Override
      public @Nullable Object value() {
        return get.apply(at);
      }
    };
  }

  static Elements of(Frozen frozen) {
    return new Elements() {
      private final int size = frozen.size();
      private final boolean map = frozen.kind() == Kind.MAP;
      private int at = -1;

      @Override
      public boolean next() {
        return ++at < size;
      }

      @Override
      public @Nullable Object value() {
        return frozen.part(at);
      }

      @Override
      public @Nullable Object key() {
        return map ? frozen.key(at) : null;
      }
    };
  }
}
