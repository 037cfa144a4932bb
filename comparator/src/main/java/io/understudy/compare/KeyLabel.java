package io.understudy.compare;

import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import org.jspecify.annotations.Nullable;

/** Text of keys in paths. Only code of the JDK runs: no toString of an application is called. */
public final class KeyLabel {
  private KeyLabel() {}

  /** Returns the text of a scalar's plain form, or the class name of an object with parts. */
  public static String of(@Nullable Object key) {
    if (key == null) {
      return "null";
    }
    Shape shape = StandardShapes.of(key);
    if (shape.kind() == Kind.OPTIONAL) {
      Elements content = shape.elements(key);
      return of(content.next() ? content.value() : null);
    }
    return shape.kind() == Kind.SCALAR ? ScalarComparison.text(shape, key) : shape.typeName();
  }
}
