package io.understudy.agent.snapshot.plan;

import org.jspecify.annotations.Nullable;

/** One object on the walk of a {@link CopyWalk}. Not thread-safe. */
final class WalkFrame {
  final Object live;
  final Plan plan;
  boolean started;
  @Nullable Object shell;

  /** Of a bean; its shell is then there before it is started. */
  long tally;

  WalkFrame(Object live, Plan plan) {
    this.live = live;
    this.plan = plan;
  }
}
