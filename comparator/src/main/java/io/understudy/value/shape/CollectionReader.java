package io.understudy.value.shape;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Tells how collections and maps of a class are read. Asked once for a class; thread-safe. */
public interface CollectionReader {
  /** Reads the elements of the collections of a class. */
  Function<Object, ? extends Collection<?>> elementsOf(Class<?> type);

  /** Reads the entries of the maps of a class. */
  Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entriesOf(Class<?> type);
}
