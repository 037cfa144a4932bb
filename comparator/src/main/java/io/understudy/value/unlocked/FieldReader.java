package io.understudy.value.unlocked;

import java.util.AbstractCollection;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the contents of a collection or a map by its fields. Thread-safe. */
interface FieldReader {
  /** The number of elements or entries; other threads may change it at the same time. */
  int size(Object live);

  /** The elements; for a map key, value, key, value and so on. A new array. */
  @Nullable Object[] read(Object live);

  /** The elements of an object; they are read when the iterator is created. */
  static Collection<?> elements(FieldReader reader, Object live) {
    return new Contents<@Nullable Object>(reader, live) {
      @Override
      public Iterator<@Nullable Object> iterator() {
        return Arrays.asList(reader.read(live)).iterator();
      }
    };
  }

  /** The entries of a map; they are read when the iterator is created. */
  static Collection<Map.Entry<?, ?>> entries(FieldReader reader, Object live) {
    return new Contents<Map.Entry<?, ?>>(reader, live) {
      @Override
      public Iterator<Map.Entry<?, ?>> iterator() {
        @Nullable Object[] pairs = reader.read(live);
        return new Iterator<Map.Entry<?, ?>>() {
          private int at;

          @Override
          public boolean hasNext() {
            return at < pairs.length;
          }

          @Override
          public Map.Entry<?, ?> next() {
            at += 2;
            return new SimpleImmutableEntry<>(pairs[at - 2], pairs[at - 1]);
          }
        };
      }
    };
  }

  /** The contents of an object. Callers call {@code size()} first, then iterate once. */
  abstract class Contents<E extends @Nullable Object> extends AbstractCollection<E> {
    private final FieldReader reader;
    private final Object live;

    Contents(FieldReader reader, Object live) {
      this.reader = reader;
      this.live = live;
    }

    @Override
    public int size() {
      return reader.size(live);
    }
  }
}
