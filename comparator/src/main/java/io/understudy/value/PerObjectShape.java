package io.understudy.value;

import java.util.function.Predicate;

/** A class whose objects can be looked into only once they are there: futures, lazy proxies. */
final class PerObjectShape extends Shape {
  private final Shape loaded;
  private final Shape missing;
  private final Predicate<Object> isLoaded;

  PerObjectShape(Shape loaded, Predicate<Object> isLoaded, String reason) {
    super(Kind.OPAQUE, loaded.typeName());
    this.loaded = loaded;
    this.missing = new OpaqueShape(loaded.typeName(), reason);
    this.isLoaded = isLoaded;
  }

  @Override
  Shape at(Object live) {
    return isLoaded.test(live) ? loaded : missing;
  }

  @Override
  public boolean dependsOnObject() {
    return true;
  }

  @Override
  public String reason() {
    return missing.reason();
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
