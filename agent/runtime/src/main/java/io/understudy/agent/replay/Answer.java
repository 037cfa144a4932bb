package io.understudy.agent.replay;

import io.understudy.compare.Outcome;
import org.jspecify.annotations.Nullable;

/** What a target answered, and how long that took. Immutable as far as the outcome is. */
final class Answer {
  final Outcome outcome;
  final long nanos;

  private Answer(Outcome outcome, long nanos) {
    this.outcome = outcome;
    this.nanos = nanos;
  }

  static Answer of(Target target, @Nullable Object[] arguments) throws Unanswered {
    long start = System.nanoTime();
    Outcome outcome = target.answer(arguments);
    return new Answer(outcome, System.nanoTime() - start);
  }
}
