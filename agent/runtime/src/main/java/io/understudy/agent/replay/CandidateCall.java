package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CandidateRun;
import io.understudy.agent.call.Completions;
import io.understudy.agent.replay.target.RemoteAnswer;
import io.understudy.agent.replay.target.Target;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.compare.ThrownException;
import io.understudy.journal.Conduct;
import io.understudy.journal.Fate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call to a candidate in progress. When the candidate returns an incomplete stage, the worker
 * releases the call, and any worker continues it once the stage completes.
 */
final class CandidateCall implements PendingStage.Continuation {
  /** How long a call waits beyond its time limit for any sign of the other JVM. */
  private static final long SIGN_NANOS = 2_000_000_000L;

  final Call call;
  final Breaker.Admission admission;
  private final ReplayContext context;

  /** The frozen arguments as both sides received them. */
  @Nullable Object[] originalArguments = {};

  /** The arguments that the candidate received; the control's before it is called. */
  @Nullable Object[] arguments;

  /** The repeat of the control that follows; null if the control is not repeated. */
  @Nullable ControlRepeat repeat;

  /** What the candidate does besides answering. */
  CandidateRun run = CandidateRun.NONE;

  /** Whether both methods come from equal class files. */
  boolean hasCodeOfControl;

  /** Whether the result is or will be reported to the breaker. */
  boolean isAnswered;

  /**
   * Whether a pending stage continues the call. Confined to the worker that called the candidate.
   */
  boolean isStagePending;

  /** The call in another JVM; null if the candidate is here, or was not asked. */
  private volatile RemoteAnswer.@Nullable Pending remote;

  private volatile boolean isElsewhere;

  /** Whether the call is still being sent: the candidate was not asked, so it is not late. */
  private volatile boolean isUnsent;

  /** Whether a pending stage of the control ends the repeat. */
  boolean isRepeatStagePending;

  CandidateCall(ReplayContext context, Call call, Breaker.Admission admission) {
    this.context = context;
    this.call = call;
    this.arguments = call.arguments();
    this.admission = admission;
  }

  /** Runs the candidate's method on the current thread. */
  TimedOutcome call(Target target) throws UnansweredException {
    hasCodeOfControl = target.hasCodeOf(call);
    run = context.scope.begin(call.point(), target.ownSite());
    try {
      arguments = target.arguments(call);
      @Nullable Object[] afterwards = call.control().arguments();
      if (afterwards != null) {
        call.comparedArguments(target.finalArguments(call, afterwards));
      }
      return TimedOutcome.of(target, arguments);
    } finally {
      context.scope.leave();
    }
  }

  /** Records that the candidate is in another JVM, before the call is sent. */
  void goesElsewhere() {
    isElsewhere = true;
    isUnsent = true;
  }

  /** Sends the call to another JVM. */
  void send(RemoteAnswer.Source source, long timeoutMillis, RemoteAnswer.Listener listener)
      throws UnansweredException {
    boolean wantsArguments = call.control().arguments() != null;
    remote = source.ask(call, wantsArguments, timeoutMillis, listener);
    isUnsent = false;
  }

  /** Gives up a call that was sent to another JVM, if it was. */
  void cancel() {
    RemoteAnswer.Pending pending = remote;
    if (pending != null) {
      pending.cancel();
    }
  }

  /** Whether the candidate runs in this JVM. */
  boolean isHere() {
    return !isElsewhere;
  }

  /** Ends the call since the candidate could not be asked. */
  void unanswered(UnansweredException why) {
    if (why.isUnreachable()) {
      isAnswered = true;
      context.breakers.of(call.point()).unreachable(admission, System.nanoTime());
    }
    call.end(Fate.UNANSWERED, why.reason());
    context.logUnanswered(call.point(), why);
  }

  /**
   * Ends the run of the candidate when its outcome is known, and records what it did besides.
   *
   * @return whether it has tried to end the JVM, so that its outcome does not count
   * @throws UnansweredException when this cannot be told from the outcome of the control, or the
   *     outcomes prove nothing because settings of the JVM were changed
   */
  boolean endRun() throws UnansweredException {
    run.close();
    String taint = run.taint(call.calledAtMillis());
    if (taint != null) {
      throw new UnansweredException(taint);
    }
    List<String> conduct = new ArrayList<>();
    if (run.hasCalledControl()) {
      conduct.add(Conduct.CALLED_CONTROL);
    }
    if (hasCodeOfControl) {
      conduct.add(Conduct.SAME_CODE);
    }
    if (!conduct.isEmpty()) {
      call.conduct(conduct);
    }
    ThrownException thrown = call.control().thrown();
    if (run.hasTriedToExit()
        && thrown != null
        && thrown.className().equals(SecurityException.class.getName())) {
      throw new UnansweredException("the candidate has tried to end the JVM");
    }
    return run.hasTriedToExit();
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
    } catch (UnansweredException | RuntimeException | Error failure) {
      reportNoAnswer();
      throw failure;
    } finally {
      releaseRepeat();
    }
  }

  /** A probe that nothing reports would keep the breaker open for ever. */
  private void reportNoAnswer() {
    context.breakers.of(call.point()).unanswered(admission);
  }

  @Override
  public void arrived(CallProcessor processor, RemoteAnswer.Arrived arrived)
      throws UnansweredException, OverdueException {
    try {
      RemoteAnswer answer = processor.runWatched(reading(), arrived::read);
      processor.answered(this, answer::outcome, answer.nanos());
    } catch (UnansweredException why) {
      isAnswered = false;
      unanswered(why);
      release();
    } catch (RuntimeException | Error failure) {
      reportNoAnswer();
      throw failure;
    } finally {
      releaseRepeat();
    }
  }

  /** The candidate has answered in time, so it does not time out by the reading of its answer. */
  private Attempt reading() {
    return new Attempt(
        call,
        originalArguments,
        admission,
        context.readLimitNanos,
        (late, now) ->
            context.notAnswered(
                late, "reading the candidate's answer takes more than ", late.limitNanos));
  }

  /** An attempt that sends the call to another JVM. */
  Attempt sending(long limitNanos) {
    return new Attempt(
        call,
        originalArguments,
        admission,
        limitNanos,
        (late, now) ->
            context.notAnswered(late, "sending the call takes more than ", late.limitNanos));
  }

  @Override
  public boolean mayExpire(long overdueNanos) {
    if (isUnsent) {
      // The attempt that sends it ends the call; a worker that never returns from it is abandoned.
      return call.isClaimed();
    }
    RemoteAnswer.Pending pending = remote;
    return pending == null || pending.hasSign() || overdueNanos > SIGN_NANOS;
  }

  /** Gives a call of another JVM up; returns why it got no sign, null if it did. */
  private @Nullable String giveUpSilent() {
    RemoteAnswer.Pending pending = remote;
    if (pending == null) {
      return null;
    }
    String silence = pending.hasSign() ? null : pending.silence();
    pending.cancel();
    return silence;
  }

  @Override
  public void expired(long limitNanos, long now) {
    if (isUnsent) {
      releaseRepeat();
      return;
    }
    String silence = giveUpSilent();
    if (silence != null) {
      unanswered(UnansweredException.unreachable(silence));
      context.callConcluded(call);
      releaseRepeat();
      return;
    }
    context.timedOut(call, originalArguments, admission, limitNanos, now);
    releaseRepeat();
  }

  @Override
  public void dropped() {
    cancel();
    context.breakers.of(call.point()).unanswered(admission);
    call.end(Fate.DROPPED, ReplayContext.SHUTDOWN);
    releaseRepeat();
  }
}
