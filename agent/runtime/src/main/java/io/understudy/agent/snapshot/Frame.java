package io.understudy.agent.snapshot;

import org.jspecify.annotations.Nullable;

/** One object on the walk of a {@link Copying}. Not thread-safe. */
final class Frame {
  final Object live;
  final Plan plan;
  boolean started;
  @Nullable Object shell;

  /** Of a bean; its shell is then there before it is started. */
  long tally;

  Frame(Object live, Plan plan) {
    this.live = live;
    this.plan = plan;
  }
}
