package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Zero or one element: an Optional, an AtomicReference, a completed future. */
final class OptionalShape extends Shape {
  private final Function<Object, @Nullable Object> content;

  private final @Nullable Predicate<Object> foreign;

  /** Objects that are read by methods of their class. */
  OptionalShape(Class<?> type, Function<Object, @Nullable Object> content) {
    this(type, content, Shape::hasForeignMethods);
  }

  /**
   * Sets how the element is read; the function returns null when there is no element.
   *
   * @param foreign whether the function runs code outside of the JDK; null if it never does
   */
  OptionalShape(
      Class<?> type,
      Function<Object, @Nullable Object> content,
      @Nullable Predicate<Object> foreign) {
    this(type.getName(), content, foreign);
  }

  private OptionalShape(
      String typeName,
      Function<Object, @Nullable Object> content,
      @Nullable Predicate<Object> foreign) {
    super(Kind.OPTIONAL, typeName);
    this.content = content;
    this.foreign = foreign;
  }

  @Override
  boolean isForeign(Object live, Shapes shapes) {
    return foreign != null && foreign.test(live);
  }

  /** The shape of objects that stand for null. */
  static Shape empty(String typeName) {
    return new OptionalShape(typeName, nothing -> null, null);
  }

  @Override
  public int size(Object object) {
    if (object instanceof Frozen) {
      return ((Frozen) object).size();
    }
    return content.apply(object) == null ? 0 : 1;
  }

  @Override
  public Elements elements(Object object) {
    if (object instanceof Frozen) {
      return Elements.of((Frozen) object);
    }
    Object inside = content.apply(object);
    return inside == null ? Elements.NONE : Elements.indexed(1, i -> inside);
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    Object inside;
    try {
      inside = content.apply(live);
    } catch (RuntimeException | Error thrown) {
      walk.reportUnreadable(frozen, FreezeWalk.failure(typeName(), thrown));
      return;
    }
    if (inside != null) {
      @Nullable Object[] parts = new @Nullable Object[1];
      frozen.fill(parts);
      parts[0] = walk.freezePart(inside);
    }
  }
}
