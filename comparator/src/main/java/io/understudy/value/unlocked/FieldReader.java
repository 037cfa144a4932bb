package io.understudy.value.unlocked;

import java.util.AbstractCollection;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads by its fields what a collection or a map keeps. */
interface FieldReader {
  /** How many elements or entries there are about now. */
  int size(Object live);

  /** The elements; or key, value, key, value of a map. */
  @Nullable Object[] read(Object live);

  /** The elements that a reader finds in an object at the time of walking. */
  static Collection<?> elements(FieldReader reader, Object live) {
    return new Contents<@Nullable Object>(reader, live) {
      @Override
      public Iterator<@Nullable Object> iterator() {
        return Arrays.asList(reader.read(live)).iterator();
      }
    };
  }

  /** The entries that a reader finds in a map at the time of walking. */
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

  /** What a reader finds in an object, asked for its number and then walked once. */
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
