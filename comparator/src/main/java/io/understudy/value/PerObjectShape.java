package io.understudy.value;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A class whose objects differ in what they are, or can be looked into only once they are there:
 * futures, lazy proxies.
 */
final class PerObjectShape extends Shape {
  private final String reason;
  private final Function<Object, Shape> choice;

  /** The shapes that are chosen from, where they are made for this class. */
  private final Shape[] fixed;

  /** Objects that are seen as {@code loaded}, or are opaque. */
  PerObjectShape(Shape loaded, Predicate<Object> isLoaded, String reason) {
    super(Kind.OPAQUE, loaded.typeName());
    Shape missing = new OpaqueShape(loaded.typeName(), reason);
    this.reason = reason;
    this.fixed = new Shape[] {loaded, missing};
    this.choice = live -> isLoaded.test(live) ? loaded : missing;
  }

  /** Objects of which each tells its shape. */
  PerObjectShape(Function<Object, Shape> choice, String typeName) {
    super(Kind.OPAQUE, typeName);
    this.reason = typeName + " is not the same for all objects";
    this.fixed = new Shape[0];
    this.choice = choice;
  }

  @Override
  void belongTo(Class<?> type) {
    super.belongTo(type);
    for (Shape each : fixed) {
      each.belongTo(type);
    }
  }

  @Override
  Shape at(Object live, Views views) {
    return choice.apply(live);
  }

  @Override
  public boolean dependsOnObject() {
    return true;
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public int size(Object object) {
    return 0;
  }

  @Override
  public Elements elements(Object object) {
    return Elements.NONE;
  }
}
