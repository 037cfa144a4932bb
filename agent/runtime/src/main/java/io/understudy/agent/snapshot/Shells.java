package io.understudy.agent.snapshot;

import java.util.function.UnaryOperator;

/** Something whose copy is complete as soon as it is made. */
final class Shells extends Plan {
  private final UnaryOperator<Object> copy;

  Shells(UnaryOperator<Object> copy) {
    this.copy = copy;
  }

  @Override
  public Object shell(Object live, Copying walk) {
    return copy.apply(live);
  }
}
