package io.understudy.value.shape;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Supplies the functions that read collections and maps of a class. Called once for each class.
 * Thread-safe.
 */
public interface CollectionReader {
  /** The function that reads the elements of a collection of this class. */
  Function<Object, ? extends Collection<?>> elementsOf(Class<?> type);

  /**
   * Tells for each object of this class whether reading it calls code outside of the JDK; null if
   * no object of the class does.
   */
  default @Nullable Predicate<Object> foreignOf(Class<?> type) {
    return live -> true;
  }

  /** The function that reads the entries of a map of this class. */
  Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entriesOf(Class<?> type);
}
