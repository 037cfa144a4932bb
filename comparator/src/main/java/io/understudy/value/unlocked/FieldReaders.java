package io.understudy.value.unlocked;

import io.understudy.value.Origin;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the functions that read collections and maps of the JDK by their fields. Thread-safe. */
public final class FieldReaders {
  private FieldReaders() {}

  /**
   * The reader of a class by its fields, or by the methods of the JDK class that it extends.
   *
   * @return null if the class is read by its own methods
   */
  public static @Nullable ContainerReader of(Class<?> type) {
    ContainerReader found = UnlockedLists.of(type);
    if (found == null) {
      Function<Object, Collection<?>> fields = UnlockedQueues.of(type);
      if (fields == null) {
        fields = UnlockedTables.of(type);
      }
      found = fields == null ? null : ContainerReader.quiet(fields);
    }
    return found == null && !Origin.isJdk(type) ? SubclassReaders.of(type) : found;
  }

  /**
   * Whether the own iterators and sizes of a class call no code outside of the JDK, and no method
   * of the objects inside.
   */
  public static boolean isQuiet(Class<?> type) {
    return QuietClasses.contains(type);
  }

  /** The function that returns the entries of properties, including those of their defaults. */
  public static Function<Object, Collection<Map.Entry<Object, Object>>> ofProperties() {
    return PropertyEntries.reader();
  }
}
