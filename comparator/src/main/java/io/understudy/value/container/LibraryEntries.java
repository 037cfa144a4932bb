package io.understudy.value.container;

import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

/** The entries of maps of libraries: a key and a value, whatever the map keeps beside them. */
final class LibraryEntries {
  private LibraryEntries() {}

  static Shape of(Class<?> type) {
    return ShapeFactory.record(
        type.getName(),
        Collections.unmodifiableList(Arrays.asList("key", "value")),
        Arrays.asList(
            entry -> ((Map.Entry<?, ?>) entry).getKey(),
            entry -> ((Map.Entry<?, ?>) entry).getValue()));
  }
}
