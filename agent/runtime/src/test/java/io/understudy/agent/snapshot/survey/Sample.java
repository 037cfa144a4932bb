package io.understudy.agent.snapshot.survey;

import java.util.concurrent.Callable;

/** A value class: how to make equal objects of it, and one that differs. */
final class Sample {
  final String name;
  private final Callable<?> equal;
  private final Callable<?> other;

  /**
   * A sample.
   *
   * @param equal makes an equal object at each call, a new one where the class allows it
   * @param other makes an object that is not equal to those
   */
  Sample(String name, Callable<?> equal, Callable<?> other) {
    this.name = name;
    this.equal = equal;
    this.other = other;
  }

  Object equal() throws Exception {
    return equal.call();
  }

  Object other() throws Exception {
    return other.call();
  }

  @Override
  public String toString() {
    return name;
  }
}
