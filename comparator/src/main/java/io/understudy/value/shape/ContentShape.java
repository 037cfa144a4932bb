package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Array;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * An object whose content is an array of primitives, such as a byte buffer: a LIST of them, like
 * the array itself.
 */
final class ContentShape extends Shape {
  private final ToLongFunction<Object> bytes;
  private final Function<Object, Object> content;

  /**
   * Sets how objects are read.
   *
   * @param bytes the size of the content, read before the content
   * @param content returns a new array of primitives
   */
  ContentShape(String typeName, ToLongFunction<Object> bytes, Function<Object, Object> content) {
    super(Kind.LIST, typeName);
    this.bytes = bytes;
    this.content = content;
  }

  @Override
  public boolean isByMethods() {
    return true;
  }

  @Override
  public int size(Object object) {
    return object instanceof Frozen
        ? ((Frozen) object).size()
        : Array.getLength(content.apply(object));
  }

  @Override
  public Object primitives(Object object) {
    return object instanceof Frozen ? ((Frozen) object).array() : content.apply(object);
  }

  @Override
  public Elements elements(Object object) {
    if (object instanceof Frozen) {
      return Elements.of((Frozen) object);
    }
    Object array = content.apply(object);
    return Elements.indexed(Array.getLength(array), i -> Frozen.slot(array, i));
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    try {
      walk.count(0, bytes.applyAsLong(live));
      frozen.fill(content.apply(live));
    } catch (RuntimeException | Error thrown) {
      walk.reportUnreadable(frozen, FreezeWalk.failure(typeName(), thrown));
    }
  }
}
