package io.understudy.value.view;

import io.understudy.value.JdkFields;
import io.understudy.value.RacyReads;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.unlocked.FieldReaders;
import java.util.Collection;
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

  private static final RemovableClassValue<Function<Object, Collection<?>>> KNOWN =
      new RemovableClassValue<Function<Object, Collection<?>>>() {
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

  private static @Nullable Function<Object, Collection<?>> special(Class<?> type) {
    Function<Object, Collection<?>> wrapper = UnlockedWrappers.of(type);
    return wrapper == null ? FieldReaders.of(type) : wrapper;
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
    RacyReads.Ref inside = UnlockedWrappers.inside(type);
    return inside == null ? null : inside::of;
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
}
