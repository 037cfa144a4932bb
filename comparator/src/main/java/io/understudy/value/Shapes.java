package io.understudy.value;

/** Finds the shape of each class, once. */
final class Shapes {
  private Shapes() {}

  static Shape of(Object live) {
    throw new IllegalStateException("shapes are not built yet: " + live.getClass().getName());
  }
}
