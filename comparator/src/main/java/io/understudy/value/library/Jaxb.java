package io.understudy.value.library;

import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shape of JAXBElement, a value with an element name: a record of name, value and nil. */
final class Jaxb {
  private Jaxb() {}

  static Shape element(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    for (String getter : Arrays.asList("getName", "getValue", "isNil")) {
      accessors.add(Accessors.method(api, getter));
    }
    return ShapeFactory.record(
        type.getName(),
        Collections.unmodifiableList(Arrays.asList("name", "value", "nil")),
        accessors);
  }
}
