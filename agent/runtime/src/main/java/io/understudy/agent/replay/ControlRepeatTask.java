package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Completions;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.compare.Outcome;
import java.util.concurrent.CompletionStage;

/**
 * Runs the control of a call a second time, after the call has its fate. Confined to one worker at
 * a time.
 */
final class ControlRepeatTask implements PendingStage.Continuation {
  private final ReplayContext context;
  private final ControlRepeat repeat;
  private final CandidateCall candidateCall;

  ControlRepeatTask(ReplayContext context, ControlRepeat repeat, CandidateCall candidateCall) {
    this.context = context;
    this.repeat = repeat;
    this.candidateCall = candidateCall;
  }

  /**
   * Runs the control and compares both of its outcomes; waits for its stage first if it is
   * incomplete.
   */
  void run(CallProcessor processor) throws OverdueException {
    Call call = repeat.call;
    if (context.isClosed()
        || call.point().shedding() != null
        || !context.workers.hasRoomForRepeats()) {
      repeat.end("calls were shed, or threads were stuck");
      return;
    }
    try {
      long start = System.nanoTime();
      Outcome second =
          processor.runWatched(attempt(call.point().config().timeout().toNanos()), repeat::run);
      CompletionStage<?> later = Completions.stage(second.value());
      if (later == null) {
        compare(processor, () -> second);
      } else if (Completions.isHere(later)) {
        compare(processor, () -> Completions.now(later).outcome());
      } else {
        candidateCall.isRepeatStagePending = true;
        PendingStage pendingStage = new PendingStage(call, context.pendingStages, start, this);
        Attempt registering = attempt(call.point().config().timeout().toNanos());
        processor.awaitStage(
            later, pendingStage, registering, () -> candidateCall.isRepeatStagePending = false);
      }
    } catch (UnansweredException e) {
      repeat.end(e.reason());
    }
  }

  private Attempt attempt(long limitNanos) {
    return Attempt.of(
        Attempt.Work.CONTROL,
        repeat.call,
        candidateCall.originalArguments,
        candidateCall.admission,
        limitNanos,
        repeat);
  }

  private void compare(CallProcessor processor, Worker.Step<Outcome> second)
      throws UnansweredException, OverdueException {
    String failure =
        processor.runWatched(
            attempt(context.readLimitNanos),
            () -> context.sink.repeated(repeat.call, repeat.withArguments(second.run())));
    repeat.end(failure.isEmpty() ? null : failure);
  }

  @Override
  public void completed(CallProcessor processor, Completions.Live completion, long nanos)
      throws OverdueException {
    try {
      compare(processor, completion::outcome);
    } catch (UnansweredException e) {
      repeat.end(e.reason());
    } finally {
      repeat.release();
    }
  }

  @Override
  public void expired(long limitNanos, long now) {
    repeat.expire(limitNanos);
    repeat.release();
  }

  @Override
  public void dropped() {
    repeat.release();
  }
}
