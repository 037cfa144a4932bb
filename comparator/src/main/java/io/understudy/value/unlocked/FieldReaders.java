package io.understudy.value.unlocked;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the functions that read collections and maps of the JDK by their fields. Thread-safe. */
public final class FieldReaders {
  private FieldReaders() {}

  /**
   * The function that returns the elements of a collection or the entries of a map.
   *
   * @return null if the methods of the class need no lock, or its fields cannot be read
   */
  public static @Nullable Function<Object, Collection<?>> of(Class<?> type) {
    Function<Object, Collection<?>> found = UnlockedLists.of(type);
    if (found == null) {
      found = UnlockedQueues.of(type);
    }
    return found == null ? UnlockedTables.of(type) : found;
  }

  /** The function that returns the entries of properties, including those of their defaults. */
  public static Function<Object, Collection<Map.Entry<Object, Object>>> ofProperties() {
    return PropertyEntries.reader();
  }
}
