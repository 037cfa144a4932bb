package io.understudy.value.standard;

import io.understudy.value.shape.Accessors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies a JDK value by the public {@code clone} of its class. */
final class CloneMethod {
  private CloneMethod() {}

  /**
   * The function that clones objects of a class.
   *
   * @throws ReflectiveOperationException when the class has no public {@code clone}
   */
  static UnaryOperator<Object> of(Class<?> type) throws ReflectiveOperationException {
    Function<Object, @Nullable Object> clone = Accessors.method(type, "clone");
    return live -> Accessors.present(clone.apply(live));
  }
}
