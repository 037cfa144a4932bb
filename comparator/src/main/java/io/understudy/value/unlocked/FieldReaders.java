package io.understudy.value.unlocked;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells how collections and maps of the JDK are read by their fields. Thread-safe. */
public final class FieldReaders {
  private FieldReaders() {}

  /**
   * How the objects of a class are read: the elements of a collection, the entries of a map.
   *
   * @return null where its own methods take no lock, or its fields cannot be read
   */
  public static @Nullable Function<Object, Collection<?>> of(Class<?> type) {
    Function<Object, Collection<?>> found = UnlockedLists.of(type);
    if (found == null) {
      found = UnlockedQueues.of(type);
    }
    return found == null ? UnlockedTables.of(type) : found;
  }

  /** How the entries of properties are read, those of their defaults included. */
  public static Function<Object, Collection<Map.Entry<Object, Object>>> ofProperties() {
    return PropertyEntries.reader();
  }
}
