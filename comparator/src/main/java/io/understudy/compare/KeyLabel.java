package io.understudy.compare;

import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import org.jspecify.annotations.Nullable;

/** Text of keys in paths. Only code of the JDK runs: no toString of an application is called. */
public final class KeyLabel {
  /** Deeper Optionals, such as a reference that refers to itself, are named by their class. */
  private static final int MAX_NESTED = 1_000;

  private KeyLabel() {}

  /** Returns the text of a scalar's plain form, or the class name of an object with parts. */
  public static String of(@Nullable Object key) {
    if (key == null) {
      return "null";
    }
    Object object = key;
    Shape shape = StandardShapes.of(object);
    for (int depth = 0; shape.kind() == Kind.OPTIONAL && depth < MAX_NESTED; depth++) {
      Elements content = shape.elements(object);
      Object next = content.next() ? content.value() : null;
      if (next == null) {
        return "null";
      }
      object = next;
      shape = StandardShapes.of(object);
    }
    return shape.kind() == Kind.SCALAR ? ScalarComparison.text(shape, object) : shape.typeName();
  }
}
