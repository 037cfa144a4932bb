package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Completions;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.journal.Fate;
import org.jspecify.annotations.Nullable;

/**
 * A call whose candidate is asked. Where the candidate returns a stage that is not complete, the
 * worker that has asked is done with it, and whichever comes next goes on.
 */
final class CandidateCall implements PendingStage.Continuation {
  final Call call;
  final Breaker.Admission admission;
  private final ReplayContext context;

  /** The frozen arguments as both sides received them. */
  @Nullable Object[] originalArguments = {};

  /** Asks the control again afterwards; null where nobody does. */
  @Nullable ControlRepeat repeat;

  /** Whether the breaker knows, or will know, what became of it. */
  boolean isAnswered;

  /** Whether the rest is left to the stage that is followed; for the worker that has asked. */
  boolean isStagePending;

  /** Whether the end of the repeat is left to the stage that the control has returned. */
  boolean isRepeatStagePending;

  CandidateCall(ReplayContext context, Call call, Breaker.Admission admission) {
    this.context = context;
    this.call = call;
    this.admission = admission;
  }

  /** A piece of the candidate's code, which times the call out. */
  Attempt attempt(long limitNanos) {
    return new Attempt(call, originalArguments, admission, limitNanos, context::timedOut);
  }

  /** The worker that has asked is done with it. */
  void release() {
    if (!isAnswered) {
      context.breakers.of(call.point()).unanswered(admission);
    }
    if (!isStagePending) {
      releaseRepeat();
    }
  }

  private void releaseRepeat() {
    ControlRepeat mine = repeat;
    if (mine != null && !isRepeatStagePending) {
      mine.release();
    }
  }

  @Override
  public void completed(CallProcessor by, Completions.Live with, long nanos)
      throws UnansweredException, OverdueException {
    try {
      by.answered(this, with::outcome, nanos);
    } finally {
      releaseRepeat();
    }
  }

  @Override
  public void expired(long limitNanos, long now) {
    context.timedOut(call, originalArguments, admission, limitNanos, now);
    releaseRepeat();
  }

  @Override
  public void dropped() {
    context.breakers.of(call.point()).unanswered(admission);
    call.end(Fate.DROPPED, ReplayContext.SHUTDOWN);
    releaseRepeat();
  }
}
