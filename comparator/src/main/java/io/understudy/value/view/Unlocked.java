package io.understudy.value.view;

import io.understudy.value.JdkFields;
import io.understudy.value.RacyReads;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.unlocked.ContainerReader;
import io.understudy.value.unlocked.FieldReaders;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads collections and maps of the JDK without locking them, without changing them, and without
 * code of the application. Their own methods lock, and some remove stale entries. Capture runs on
 * the application's thread, so it must neither wait for another thread nor change an object that
 * another thread uses. Thread-safe.
 *
 * <p>{@code Vector}, {@code Hashtable}, the blocking queues and {@code WeakHashMap} are read by
 * their fields. The wrappers of {@code java.util.Collections} are read by the collection inside. A
 * class of the application that extends a collection or map of the JDK is read by the contents that
 * the JDK class keeps, whatever it overrides. A read is repeated if another thread changed the
 * collection meanwhile. After some tries it fails with a {@link
 * java.util.ConcurrentModificationException}.
 *
 * <p>All other classes are read by their own methods, and so are these if {@link JdkFields} is not
 * allowed to read their fields. {@link #foreignOf} tells whether these methods are code of the
 * application.
 */
public final class Unlocked {
  private static final RemovableClassValue<ContainerReader> READERS =
      new RemovableClassValue<ContainerReader>() {
        @Override
        protected ContainerReader compute(Class<?> type) {
          ContainerReader special = special(type);
          return special == null ? byMethods(type) : special;
        }
      };

  private Unlocked() {}

  private static @Nullable ContainerReader special(Class<?> type) {
    ContainerReader found = UnlockedWrappers.of(type);
    if (found == null) {
      found = MapViews.of(type);
    }
    return found == null ? FieldReaders.of(type) : found;
  }

  private static ContainerReader byMethods(Class<?> type) {
    Function<Object, Collection<?>> contents =
        Map.class.isAssignableFrom(type)
            ? live -> ((Map<?, ?>) live).entrySet()
            : live -> (Collection<?>) live;
    return ContainerReader.of(contents, FieldReaders.isQuiet(type) ? null : live -> true);
  }

  /** The function that does {@link #elements(Collection)} for collections of this class. */
  public static Function<Object, Collection<?>> elementsOf(Class<?> type) {
    return READERS.get(type).contents();
  }

  /** The function that does {@link #entries(Map)} for maps of this class. */
  @SuppressWarnings("unchecked") // The reader of a map class returns entries.
  public static Function<Object, Collection<Map.Entry<?, ?>>> entriesOf(Class<?> type) {
    Function<Object, ?> entries = READERS.get(type).contents();
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

  /**
   * Tells for each object of a class whether reading its contents calls code outside of the JDK:
   * methods of the class itself, of a collection inside it, or of its keys.
   *
   * @return null if no object of the class does
   */
  public static @Nullable Predicate<Object> foreignOf(Class<?> type) {
    return READERS.get(type).foreign();
  }

  /** Whether reading this collection or map calls code outside of the JDK. */
  static boolean isForeign(Object live) {
    return READERS.get(live.getClass()).isForeign(live);
  }

  /** The elements of a collection of any class. Call {@code size()} first, then iterate once. */
  public static Collection<?> elements(Collection<?> live) {
    return READERS.get(live.getClass()).contents().apply(live);
  }

  /** The entries of a map of any class. Call {@code size()} first, then iterate once. */
  @SuppressWarnings("unchecked") // The reader of a map class returns entries.
  public static Collection<Map.Entry<?, ?>> entries(Map<?, ?> live) {
    return (Collection<Map.Entry<?, ?>>) READERS.get(live.getClass()).contents().apply(live);
  }
}
