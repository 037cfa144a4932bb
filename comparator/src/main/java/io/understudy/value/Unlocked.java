package io.understudy.value;

import java.util.AbstractCollection;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads collections and maps of the JDK without the locks that their own methods take, and without
 * what those methods tidy up: nobody who reads an object of the application on its thread may wait
 * for another thread, or change what that one is at work on.
 *
 * <p>So {@code Vector}, {@code Hashtable}, the blocking queues and {@code WeakHashMap} are read by
 * their fields, and the wrappers of {@code java.util.Collections} by what is inside of them. What
 * is read is checked to be of one moment: it is read again when counts say that another thread was
 * at work, and given up with a {@link java.util.ConcurrentModificationException} after some tries.
 *
 * <p>Where {@link JdkFields} may not be read, and for every other class, it is the collection's own
 * methods that answer.
 */
public final class Unlocked {
  private static final Function<Object, Collection<?>> ELEMENTS = live -> (Collection<?>) live;
  private static final Function<Object, Collection<?>> ENTRIES =
      live -> ((Map<?, ?>) live).entrySet();

  private static final PerClass<Function<Object, Collection<?>>> KNOWN =
      new PerClass<Function<Object, Collection<?>>>() {
        @Override
        protected Function<Object, Collection<?>> compute(Class<?> type) {
          Function<Object, Collection<?>> special = special(type);
          if (special != null) {
            return special;
          }
          return Map.class.isAssignableFrom(type) ? ENTRIES : ELEMENTS;
        }
      };

  private Unlocked() {}

  /** Reads what an object keeps by its fields. */
  interface Reader {
    /** How many elements or entries there are about now. */
    int size(Object live);

    /** The elements; or key, value, key, value of a map. */
    @Nullable Object[] read(Object live);
  }

  private static @Nullable Function<Object, Collection<?>> special(Class<?> type) {
    Function<Object, Collection<?>> found = UnlockedWrappers.of(type);
    if (found == null) {
      found = UnlockedLists.of(type);
    }
    if (found == null) {
      found = UnlockedQueues.of(type);
    }
    return found == null ? UnlockedTables.of(type) : found;
  }

  /** How the collections of a class are read: what {@link #elements(Collection)} gives of each. */
  public static Function<Object, Collection<?>> elementsOf(Class<?> type) {
    return KNOWN.get(type);
  }

  /** How the maps of a class are read: what {@link #entries(Map)} gives of each. */
  @SuppressWarnings("unchecked") // Of maps.
  public static Function<Object, Collection<Map.Entry<?, ?>>> entriesOf(Class<?> type) {
    Function<Object, ?> entries = KNOWN.get(type);
    return (Function<Object, Collection<Map.Entry<?, ?>>>) entries;
  }

  /**
   * What is inside the objects of a class that wraps a collection or map; the function gives null
   * for none.
   *
   * @return null where the class is no wrapper of the JDK, or its fields cannot be read
   */
  public static @Nullable Function<Object, @Nullable Object> insideOf(Class<?> type) {
    Reading.Ref inside = UnlockedWrappers.inside(type);
    return inside == null ? null : inside::of;
  }

  /** What a reader finds in an object. */
  static Collection<?> elements(Reader reader, Object live) {
    return new Elements(reader, live);
  }

  /** What a reader finds in a map. */
  static Collection<Map.Entry<?, ?>> entries(Reader reader, Object live) {
    return new Entries(reader, live);
  }

  /** The keys (from 0) or values (from 1) of what was read of a map. */
  static @Nullable Object[] half(@Nullable Object[] pairs, int from) {
    @Nullable Object[] half = new @Nullable Object[pairs.length / 2];
    for (int i = 0; i < half.length; i++) {
      half[i] = pairs[2 * i + from];
    }
    return half;
  }

  /**
   * The elements of a collection, to be asked for their number and then walked once.
   *
   * @param live of any class
   */
  public static Collection<?> elements(Collection<?> live) {
    return KNOWN.get(live.getClass()).apply(live);
  }

  /** The entries of a map, to be asked for their number and then walked once. */
  @SuppressWarnings("unchecked") // Of a map.
  public static Collection<Map.Entry<?, ?>> entries(Map<?, ?> live) {
    return (Collection<Map.Entry<?, ?>>) KNOWN.get(live.getClass()).apply(live);
  }

  /** The elements at the time of walking. */
  private static final class Elements extends AbstractCollection<@Nullable Object> {
    private final Reader reader;
    private final Object live;

    Elements(Reader reader, Object live) {
      this.reader = reader;
      this.live = live;
    }

    @Override
    public int size() {
      return reader.size(live);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
      return Arrays.asList(reader.read(live)).iterator();
    }
  }

  /** The entries at the time of walking. */
  private static final class Entries extends AbstractCollection<Map.Entry<?, ?>> {
    private final Reader reader;
    private final Object live;

    Entries(Reader reader, Object live) {
      this.reader = reader;
      this.live = live;
    }

    @Override
    public int size() {
      return reader.size(live);
    }

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
  }
}
