package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Completions;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.journal.Fate;
import org.jspecify.annotations.Nullable;

/**
 * A call to a candidate in progress. When the candidate returns an incomplete stage, the worker
 * releases the call, and any worker continues it once the stage completes.
 */
final class CandidateCall implements PendingStage.Continuation {
  final Call call;
  final Breaker.Admission admission;
  private final ReplayContext context;

  /** The frozen arguments as both sides received them. */
  @Nullable Object[] originalArguments = {};

  /** The repeat of the control that follows; null if the control is not repeated. */
  @Nullable ControlRepeat repeat;

  /** Whether the result is or will be reported to the breaker. */
  boolean isAnswered;

  /**
   * Whether a pending stage continues the call. Confined to the worker that called the candidate.
   */
  boolean isStagePending;

  /** Whether a pending stage of the control ends the repeat. */
  boolean isRepeatStagePending;

  CandidateCall(ReplayContext context, Call call, Breaker.Admission admission) {
    this.context = context;
    this.call = call;
    this.admission = admission;
  }

  /** An attempt that runs candidate code; when it expires, the call times out. */
  Attempt attempt(long limitNanos) {
    return new Attempt(call, originalArguments, admission, limitNanos, context::timedOut);
  }

  /** Releases the call when the worker that called the candidate has finished. */
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
  public void completed(CallProcessor processor, Completions.Live completion, long nanos)
      throws UnansweredException, OverdueException {
    try {
      processor.answered(this, completion::outcome, nanos);
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
