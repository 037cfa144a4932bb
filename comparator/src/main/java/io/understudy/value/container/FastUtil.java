package io.understudy.value.container;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of fastutil's queues, which have no iterator. */
final class FastUtil {
  private FastUtil() {}

  static @Nullable Shape queue(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException, Uncapturable {
    String name = type.getName();
    if (name.endsWith("ArrayFIFOQueue")) {
      Function<Object, @Nullable Object> array = Accessors.of(type, "array");
      Function<Object, @Nullable Object> start = Accessors.of(type, "start");
      Function<Object, @Nullable Object> size = Accessors.method(api, "size");
      return ShapeFactory.collection(
          Kind.LIST,
          name,
          queue ->
              Contents.ofArray(
                  Accessors.present(array.apply(queue)),
                  number(start, queue),
                  number(size, queue)));
    }
    String field =
        name.endsWith("IndirectPriorityQueue")
            ? ""
            : name.endsWith("HeapPriorityQueue")
                ? "heap"
                : name.endsWith("ArrayPriorityQueue") ? "array" : "";
    if (field.isEmpty()) {
      return ShapeFactory.unseen(name, name + " shows its elements only by removing them");
    }
    Function<Object, @Nullable Object> array = Accessors.of(type, field);
    Function<Object, @Nullable Object> size = Accessors.method(api, "size");
    return ShapeFactory.bag(
        name,
        queue -> Contents.ofArray(Accessors.present(array.apply(queue)), 0, number(size, queue)));
  }

  private static int number(Function<Object, @Nullable Object> read, Object queue) {
    return (Integer) Accessors.present(read.apply(queue));
  }
}
