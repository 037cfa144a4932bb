package io.understudy.value.shape;

import io.understudy.value.Kind;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A class whose objects have different shapes, or can be read only once they are loaded or
 * complete: futures, lazy proxies.
 */
final class PerObjectShape extends Shape {
  private final String reason;
  private final Function<Object, Shape> choice;
  private final boolean lazy;
  private final boolean sharable;
  private final boolean byMethods;

  /** Objects that have the shape {@code loaded} once they are loaded, and are opaque before. */
  PerObjectShape(Shape loaded, Predicate<Object> isLoaded, String reason) {
    this(loaded, isLoaded, new OpaqueShape(loaded.typeName(), reason));
  }

  /** Objects that have the shape {@code loaded} once they are loaded, else {@code missing}. */
  PerObjectShape(Shape loaded, Predicate<Object> isLoaded, OpaqueShape missing) {
    super(Kind.OPAQUE, loaded.typeName());
    this.reason = missing.reason();
    this.choice = live -> isLoaded.test(live) ? loaded : missing;
    this.lazy = true;
    this.sharable = false;
    this.byMethods = false;
  }

  /**
   * Collections of one class that have an order or none; {@code usual} has the kind of the class.
   */
  PerObjectShape(Shape usual, Function<Object, Shape> choice) {
    super(usual.kind(), usual.typeName());
    this.reason = "";
    this.choice = choice;
    this.lazy = false;
    this.sharable = false;
    this.byMethods = false;
  }

  /**
   * Objects of a library's class whose shape depends on the object.
   *
   * @param sharable whether the objects never change
   */
  PerObjectShape(String typeName, boolean sharable, Function<Object, Shape> choice) {
    super(Kind.OPAQUE, typeName);
    this.reason = typeName + " cannot be copied";
    this.choice = choice;
    this.lazy = false;
    this.sharable = sharable;
    this.byMethods = true;
  }

  @Override
  Shape at(Object live, Shapes shapes) {
    if (lazy) {
      return choice.apply(live).at(live, shapes);
    }
    try {
      return choice.apply(live).at(live, shapes);
    } catch (RuntimeException | LinkageError thrown) {
      return new OpaqueShape(typeName(), StandInShape.failure(typeName(), thrown));
    }
  }

  @Override
  boolean isForeign(Object live, Shapes shapes) {
    return byMethods ? hasForeignMethods(live) : choice.apply(live).isForeign(live, shapes);
  }

  @Override
  public boolean dependsOnObject() {
    return lazy;
  }

  @Override
  public boolean isByMethods() {
    return byMethods;
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
