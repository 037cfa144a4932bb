package io.understudy.agent.replay;

import io.understudy.agent.replay.target.Target;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.compare.Outcome;
import org.jspecify.annotations.Nullable;

/** The outcome of a target with its duration in nanoseconds. Immutable if the outcome is. */
final class TimedOutcome {
  final Outcome outcome;
  final long nanos;

  private TimedOutcome(Outcome outcome, long nanos) {
    this.outcome = outcome;
    this.nanos = nanos;
  }

  static TimedOutcome of(Target target, @Nullable Object[] arguments) throws UnansweredException {
    long start = System.nanoTime();
    Outcome outcome = target.answer(arguments);
    return new TimedOutcome(outcome, System.nanoTime() - start);
  }
}
