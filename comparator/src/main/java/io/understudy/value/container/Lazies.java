package io.understudy.value.container;

import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Set;

/** Objects of libraries that have no content until they are asked: they are opaque. */
final class Lazies {
  private Lazies() {}

  static Shape of(Class<?> type, Class<?> api, Set<String> names) {
    return ShapeFactory.unseen(type.getName(), type.getName() + " makes its elements when asked");
  }

  static Shape once(Class<?> type, Class<?> api, Set<String> names) {
    return ShapeFactory.unseen(type.getName(), type.getName() + " can be read only once");
  }

  static Shape code(Class<?> type, Class<?> api, Set<String> names) {
    return ShapeFactory.unseen(
        type.getName(), "a closure of " + api.getName() + " cannot be looked into");
  }
}
