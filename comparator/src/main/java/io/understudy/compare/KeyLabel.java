package io.understudy.compare;

import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import org.jspecify.annotations.Nullable;

/** How keys print in paths, by code of the JDK alone: an application's toString is never called. */
public final class KeyLabel {
  private KeyLabel() {}

  /** A scalar as its plain form prints; what has parts by its class name. */
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
