package io.understudy.agent.snapshot.jdk;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Sorted entries, which {@code TreeMap.putAll} adds without comparisons. */
final class SortedEntries extends AbstractMap<Object, Object> implements SortedMap<Object, Object> {
  private final @Nullable Object[] pairs;
  private final @Nullable Comparator<? super Object> comparator;

  /** Takes key, value, key, value and so on. */
  SortedEntries(@Nullable Object[] pairs, @Nullable Comparator<? super Object> comparator) {
    this.pairs = pairs;
    this.comparator = comparator;
  }

  @Override
  public @Nullable Comparator<? super Object> comparator() {
    return comparator;
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return new AbstractSet<Map.Entry<Object, Object>>() {
      @Override
      public int size() {
        return pairs.length / 2;
      }

      @Override
      public Iterator<Map.Entry<Object, Object>> iterator() {
        return each();
      }
    };
  }

  private Iterator<Map.Entry<Object, Object>> each() {
    return new Iterator<Map.Entry<Object, Object>>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < pairs.length;
      }

      @Override
      @SuppressWarnings("NullAway") // A sorted map may hold null.
      public Map.Entry<Object, Object> next() {
        at += 2;
        return new SimpleImmutableEntry<>(pairs[at - 2], pairs[at - 1]);
      }
    };
  }

  @Override
  public SortedMap<Object, Object> subMap(Object from, Object to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedMap<Object, Object> headMap(Object to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedMap<Object, Object> tailMap(Object from) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object firstKey() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object lastKey() {
    throw new UnsupportedOperationException();
  }
}
