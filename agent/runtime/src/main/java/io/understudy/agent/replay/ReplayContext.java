package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSource;
import io.understudy.agent.call.OutcomeSink;
import io.understudy.agent.call.StageWatch;
import io.understudy.agent.config.ReplayConfig;
import io.understudy.agent.ids.RunIds;
import io.understudy.agent.log.Log;
import io.understudy.agent.replay.target.CandidateTargets;
import io.understudy.agent.replay.target.TargetLookup;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.journal.Fate;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the workers and the watchdog share: where calls come from and go to, and their ends. */
final class ReplayContext {
  static final String SHUTDOWN = "shutdown";

  final CallSource source;
  final OutcomeSink sink;
  final CandidateTargets candidates;
  final Runnable mark;
  final Log log;

  /** Limit for what is not the candidate's answer: loading and constructing it, comparing. */
  final long findingNanos;

  final Breakers breakers = new Breakers();
  final RepeatPolicy repeatPolicy;
  final RunIds ids;
  final WaitingCalls waitingCalls = new WaitingCalls();
  final PendingStages pendingStages;
  final StageWatch watch;
  final Workers workers;

  /** Calls that have timed out and are claimed, to be told by a pool thread. */
  private final Queue<LateCall> lateCalls = new ConcurrentLinkedQueue<>();

  private volatile boolean closed;
  private volatile boolean stopped;

  ReplayContext(
      CallSource source,
      OutcomeSink sink,
      CandidateTargets candidates,
      ArgumentCopier copies,
      RunIds ids,
      Runnable mark,
      Log log,
      StageWatch watch,
      ReplayConfig config,
      long findingNanos) {
    this.source = source;
    this.sink = sink;
    this.candidates = candidates;
    this.mark = mark;
    this.log = log;
    this.findingNanos = findingNanos;
    this.ids = ids;
    this.repeatPolicy = new RepeatPolicy(copies, log);
    this.watch = watch;
    this.pendingStages = new PendingStages(config.queueCalls(), config.queueBytes());
    this.workers = new Workers(this, config.threads(), config.stuck());
  }

  /** Whether workers must take no more calls. */
  boolean isClosed() {
    return closed;
  }

  /** Whether nothing may be asked any more. */
  boolean isStopped() {
    return stopped;
  }

  void close() {
    closed = true;
  }

  void stop() {
    stopped = true;
  }

  /**
   * At the limit: claims the call, which a pool thread then reports; see {@link
   * Attempt.ExpiryHandler}.
   */
  void timedOut(Attempt attempt, long now) {
    timedOut(attempt.call, attempt.arguments, attempt.admission, attempt.limitNanos, now);
  }

  /** The same of a stage that the candidate has returned. */
  void timedOut(
      Call call,
      @Nullable Object[] arguments,
      Breaker.Admission admission,
      long limitNanos,
      long now) {
    breakers.of(call.point()).timedOut(admission, now);
    // Only the shutdown can come first.
    if (call.claim()) {
      lateCalls.add(new LateCall(call, arguments, limitNanos));
    }
  }

  /** The candidate's class or constructor takes too long. */
  void lookupTimedOut(Attempt attempt, TargetLookup binding, long now) {
    UnansweredException why =
        new UnansweredException(
            "loading and constructing "
                + attempt.call.point().config().candidate().className()
                + " takes more than "
                + findingNanos / 1_000_000
                + " ms");
    binding.failed(why, now);
    breakers.of(attempt.call.point()).unanswered(attempt.admission);
    attempt.call.end(Fate.UNANSWERED, why.reason());
    logUnanswered(attempt.call.point(), why);
  }

  /**
   * Comparing takes too long. The call is claimed, and gets its fate here; should comparing come to
   * an end after all, its verdict counts for nothing.
   */
  void comparisonTimedOut(Attempt attempt, long now) {
    String what = "comparing takes more than " + findingNanos / 1_000_000 + " ms";
    attempt.call.giveUp(Fate.UNANSWERED, what);
    String name = attempt.call.point().name();
    log.warnOnce(name + " settle", name + ": " + what + "; its call has no verdict");
  }

  /** The agent stops while the candidate works. */
  void dropForShutdown(Attempt attempt, long now) {
    attempt.call.end(Fate.DROPPED, SHUTDOWN);
  }

  /** Tells of calls that have timed out; on a pool thread, or at shutdown. */
  void reportOverdue() {
    for (LateCall late = lateCalls.poll(); late != null; late = lateCalls.poll()) {
      sink.timedOut(late.call, late.arguments, late.limitNanos);
      concluded(late.call);
    }
  }

  /** Learns from a call that may have its verdict by now, for those who wait for its ids. */
  void concluded(Call call) {
    if (call.isConcluded()) {
      ids.concluded(call);
      waitingCalls.verdictReached();
    }
  }

  /** Says once for each point and reason why its candidate cannot be asked. */
  void logUnanswered(CallPoint point, UnansweredException why) {
    String text = point.name() + ": the candidate cannot be asked: " + why.reason();
    log.warnOnce(text, text, why.getCause());
  }

  /** A worker's thread is no more, and its call with it. */
  void workerDied(Call call) {
    call.end(Fate.UNANSWERED, "the replay thread died");
  }

  /** A call whose time is up. */
  private static final class LateCall {
    final Call call;
    final @Nullable Object[] arguments;
    final long limitNanos;

    LateCall(Call call, @Nullable Object[] arguments, long limitNanos) {
      this.call = call;
      this.arguments = arguments;
      this.limitNanos = limitNanos;
    }
  }
}
