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
 * Reads collections and maps of the JDK without locking them and without changing them. Their own
 * methods lock, and some remove stale entries. Capture runs on the application's thread, so it must
 * neither wait for another thread nor change an object that another thread uses. Thread-safe.
 *
 * <p>{@code Vector}, {@code Hashtable}, the blocking queues and {@code WeakHashMap} are read by
 * their fields. The wrappers of {@code java.util.Collections} are read by the collection inside. A
 * read is repeated if another thread changed the collection meanwhile. After some tries it fails
 * with a {@link java.util.ConcurrentModificationException}.
 *
 * <p>All other classes are read by their own methods, and so are these if {@link JdkFields} is not
 * allowed to read their fields.
 */
public final class Unlocked {
  private static final Function<Object, Collection<?>> ELEMENTS = live -> (Collection<?>) live;
  private static final Function<Object, Collection<?>> ENTRIES =
      live -> ((Map<?, ?>) live).entrySet();

  private static final RemovableClassValue<Function<Object, Collection<?>>> READERS =
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

  /** The function that does {@link #elements(Collection)} for collections of this class. */
  public static Function<Object, Collection<?>> elementsOf(Class<?> type) {
    return READERS.get(type);
  }

  /** The function that does {@link #entries(Map)} for maps of this class. */
  @SuppressWarnings("unchecked") // The reader of a map class returns entries.
  public static Function<Object, Collection<Map.Entry<?, ?>>> entriesOf(Class<?> type) {
    Function<Object, ?> entries = READERS.get(type);
    return (Function<Object, Collection<Map.Entry<?, ?>>>) entries;
  }

  /**
   * The function that returns the collection or map inside a wrapper of this class; it returns null
   * if there is none inside.
   *
   * @return null if the class is no wrapper of the JDK, or its fields cannot be read
   */
  public static @Nullable Function<Object, @Nullable Object> insideOf(Class<?> type) {
    RacyReads.Ref inside = UnlockedWrappers.inside(type);
    return inside == null ? null : inside::get;
  }

  /** The elements of a collection of any class. Call {@code size()} first, then iterate once. */
  public static Collection<?> elements(Collection<?> live) {
    return READERS.get(live.getClass()).apply(live);
  }

  /** The entries of a map of any class. Call {@code size()} first, then iterate once. */
  @SuppressWarnings("unchecked") // The reader of a map class returns entries.
  public static Collection<Map.Entry<?, ?>> entries(Map<?, ?> live) {
    return (Collection<Map.Entry<?, ?>>) READERS.get(live.getClass()).apply(live);
  }
}
