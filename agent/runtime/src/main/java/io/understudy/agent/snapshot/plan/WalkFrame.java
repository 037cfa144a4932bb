package io.understudy.agent.snapshot.plan;

import org.jspecify.annotations.Nullable;

/** One object on the stack of a {@link CopyWalk}. Not thread-safe. */
final class WalkFrame {
  final Object live;
  final Plan plan;
  boolean started;
  @Nullable Object shell;

  /** The tally of a bean's leaves. A bean has its shell before its frame starts. */
  long tally;

  WalkFrame(Object live, Plan plan) {
    this.live = live;
    this.plan = plan;
  }
}
