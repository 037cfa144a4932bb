package io.understudy.value.shape;

import io.understudy.value.Kind;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A class whose objects differ in what they are, or can be looked into only once they are there:
 * futures, lazy proxies.
 */
final class PerObjectShape extends Shape {
  private final String reason;
  private final Function<Object, Shape> choice;
  private final boolean lazy;
  private final boolean sharable;

  /** Objects that are seen as {@code loaded}, or are opaque. */
  PerObjectShape(Shape loaded, Predicate<Object> isLoaded, String reason) {
    this(loaded, isLoaded, new OpaqueShape(loaded.typeName(), reason));
  }

  /** Objects that are seen as {@code loaded}, or as {@code missing}. */
  PerObjectShape(Shape loaded, Predicate<Object> isLoaded, OpaqueShape missing) {
    super(Kind.OPAQUE, loaded.typeName());
    this.reason = missing.reason();
    this.choice = live -> isLoaded.test(live) ? loaded : missing;
    this.lazy = true;
    this.sharable = false;
  }

  /**
   * Objects of a library's class, of which each tells its shape.
   *
   * @param sharable whether they never change
   */
  PerObjectShape(String typeName, boolean sharable, Function<Object, Shape> choice) {
    super(Kind.OPAQUE, typeName);
    this.reason = typeName + " cannot be copied";
    this.choice = choice;
    this.lazy = false;
    this.sharable = sharable;
  }

  @Override
  Shape at(Object live, Shapes shapes) {
    if (lazy) {
      return choice.apply(live).at(live, shapes);
    }
    try {
      return choice.apply(live).at(live, shapes);
    } catch (RuntimeException | LinkageError thrown) {
      return new OpaqueShape(typeName(), StandInShape.why(typeName(), thrown));
    }
  }

  @Override
  public boolean dependsOnObject() {
    return lazy;
  }

  @Override
  public boolean isByMethods() {
    return !lazy;
  }

  @Override
  public boolean sharable() {
    return sharable;
  }

  @Override
  public String reason() {
    return reason;
  }
}
