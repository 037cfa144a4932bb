package io.understudy.compare;

import io.understudy.value.Elements;
import io.understudy.value.Kind;
import io.understudy.value.StandardShapes;
import org.jspecify.annotations.Nullable;

/**
 * How deep nothing lies: an empty Optional is as good as null, but an Optional of an empty Optional
 * says something else than either, so that it is equal to its like alone.
 */
final class Hollow {
  private Hollow() {}

  /** 0 for something, 1 for null and for what is empty, 2 for what holds that, and so on. */
  static int depth(@Nullable Object object) {
    Object content = object;
    int depth = 0;
    while (content != null && StandardShapes.of(content).kind() == Kind.OPTIONAL) {
      Elements elements = StandardShapes.of(content).elements(content);
      content = elements.next() ? elements.value() : null;
      depth++;
    }
    return content == null ? Math.max(1, depth) : 0;
  }
}
