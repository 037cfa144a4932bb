package io.understudy.agent.replay;

import io.understudy.agent.budget.PoolBudget;
import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSource;
import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.call.OrderedCalls;
import io.understudy.agent.call.OutcomeSink;
import io.understudy.agent.call.StageWatch;
import io.understudy.agent.config.ReplayConfig;
import io.understudy.agent.ids.RunIds;
import io.understudy.agent.log.Log;
import io.understudy.agent.replay.limit.CandidateLimits;
import io.understudy.agent.replay.target.CandidateTargets;
import io.understudy.agent.replay.target.TargetLookup;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.journal.Fate;
import io.understudy.value.PrivateCopies;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The state that the workers and the watchdog share, and the ends of calls that time out.
 * Thread-safe.
 */
final class ReplayContext {
  static final String SHUTDOWN = "shutdown";
  static final String UNREPORTED = "the agent could not report a timeout";

  final CallSource source;
  final OutcomeSink sink;
  final CandidateTargets candidates;
  final CandidateScope scope;
  final Log log;

  /** Time limit of the steps around the candidate's method: loading, constructing, comparing. */
  final long stepLimitNanos;

  /** Time limit of comparing, and of reading what a control has returned. */
  final long readLimitNanos;

  final CandidateLimits limits;
  final Breakers breakers;
  final RepeatPolicy repeatPolicy;
  final PrivateCopies privateCopies;
  final Rehearsals rehearsals;
  final RunIds ids;
  final WaitingCalls waitingCalls = new WaitingCalls();
  final OrderedCalls ordered;
  final PendingStages pendingStages;
  final StageWatch watch;
  final Workers workers;
  final PoolBudget budget;
  final Turn turn = new Turn();

  /** Claimed calls that have timed out; a pool thread reports them. */
  private final Queue<LateCall> lateCalls = new ConcurrentLinkedQueue<>();

  /**
   * Whether a call was taken. Before that the application is starting, and beans of the JVM must
   * not be touched.
   */
  private volatile boolean hasServed;

  private volatile long lastServed = System.nanoTime();
  private volatile boolean closed;
  private volatile boolean stopped;

  ReplayContext(
      CallSource source,
      OutcomeSink sink,
      CandidateTargets candidates,
      ArgumentCopier copies,
      RunIds ids,
      OrderedCalls ordered,
      CandidateScope scope,
      Log log,
      StageWatch watch,
      ReplayConfig config,
      CandidateLimits limits,
      PoolBudget budget,
      long stepLimitNanos) {
    this.budget = budget;
    this.source = source;
    this.sink = sink;
    this.candidates = candidates;
    this.scope = scope;
    this.log = log;
    this.stepLimitNanos = stepLimitNanos;
    this.readLimitNanos = Math.min(stepLimitNanos, config.comparison().toNanos());
    this.limits = limits;
    this.breakers = new Breakers(limits);
    this.ids = ids;
    this.ordered = ordered;
    this.repeatPolicy = new RepeatPolicy(copies, log);
    this.privateCopies = copies.privateCopies();
    this.rehearsals = new Rehearsals(copies);
    this.watch = watch;
    this.pendingStages = new PendingStages(config.queueCalls(), config.queueBytes());
    long allocation = config.allocation();
    this.workers =
        new Workers(
            this,
            config.threads(),
            config.stuck(),
            allocation > 0 ? allocation : CandidateLimits.standardAllocation());
  }

  /** Whether workers must take no new call. */
  boolean isClosed() {
    return closed;
  }

  /** Whether no application code may be called any more. */
  boolean isStopped() {
    return stopped;
  }

  /** Records that a call was taken. */
  void served() {
    if (!hasServed) {
      hasServed = true;
      // Now: it takes a while, and the clock of the call does not run yet.
      limits.costs().allocatedBytes(Thread.currentThread());
      limits.heap().prepare();
    }
  }

  /** Records when a call was served, {@code System.nanoTime()}. */
  void served(long now) {
    lastServed = now;
  }

  /** Returns when the last call was served, {@code System.nanoTime()}. */
  long lastServed() {
    return lastServed;
  }

  /** Whether a call was ever taken. */
  boolean hasServed() {
    return hasServed;
  }

  void close() {
    closed = true;
    workers.wakeAll();
  }

  /** Wakes a sleeping worker if there is work for which no worker is awake. */
  void wakeWorker() {
    if (turn.isVacant() && hasWork() && budget.hasRoom()) {
      workers.wakeOne();
    }
  }

  private boolean hasWork() {
    return source.depth() > 0
        || !waitingCalls.isEmpty()
        || !pendingStages.isEmpty()
        || ordered.hasReady();
  }

  void stop() {
    stopped = true;
  }

  /**
   * Claims a call at its time limit; a pool thread then reports it. See {@link
   * Attempt.ExpiryHandler}.
   */
  void timedOut(Attempt attempt, long now) {
    timedOut(attempt.call, attempt.arguments, attempt.admission, attempt.limitNanos, now);
  }

  /** Does the same for a stage that the candidate has returned. */
  void timedOut(
      Call call,
      @Nullable Object[] arguments,
      Breaker.Admission admission,
      long limitNanos,
      long now) {
    breakers.of(call.point()).timedOut(admission, now);
    // Only the shutdown can come first.
    if (call.claim()) {
      boolean isQueued = false;
      try {
        isQueued = lateCalls.add(new LateCall(call, arguments, limitNanos));
      } finally {
        if (!isQueued) {
          call.giveUp(Fate.UNANSWERED, UNREPORTED);
        }
      }
    }
  }

  /** Ends a call whose candidate takes too long to load or construct. */
  void lookupTimedOut(Attempt attempt, TargetLookup lookup, long now) {
    // First: without memory for the text, a probe would never end.
    breakers.of(attempt.call.point()).unanswered(attempt.admission);
    UnansweredException why =
        new UnansweredException(
            "loading and constructing "
                + attempt.call.point().config().candidate().className()
                + " takes more than "
                + stepLimitNanos / 1_000_000
                + " ms");
    attempt.call.end(Fate.UNANSWERED, why.reason());
    lookup.failed(why, now);
    logUnanswered(attempt.call.point(), why);
  }

  /**
   * Ends a call of a candidate in another JVM when a step of the agent takes too long, which is no
   * verdict on the candidate.
   *
   * @param what one clause, before the time limit
   */
  void notAnswered(Attempt attempt, String what, long limitNanos) {
    // First: without memory for the text, a probe would never end.
    breakers.of(attempt.call.point()).unanswered(attempt.admission);
    String why = what + limitNanos / 1_000_000 + " ms";
    attempt.call.end(Fate.UNANSWERED, why);
    logUnanswered(attempt.call.point(), new UnansweredException(why));
  }

  /** Ends a call whose copied keys take too long to hash. */
  void completionTimedOut(Attempt attempt, long now) {
    // First: without memory for the text, a probe would never end.
    breakers.of(attempt.call.point()).unanswered(attempt.admission);
    String what =
        "hashing the keys of its arguments takes more than " + readLimitNanos / 1_000_000 + " ms";
    attempt.call.end(Fate.UNANSWERED, what);
  }

  /**
   * Ends a call whose comparison takes too long. The call is claimed and gets its fate here; a
   * verdict that arrives later is ignored.
   */
  void comparisonTimedOut(Attempt attempt, long now) {
    String what = "comparing takes more than " + readLimitNanos / 1_000_000 + " ms";
    if (!attempt.call.giveUp(Fate.UNANSWERED, what)) {
      return; // The verdict is being counted.
    }
    breakers.of(attempt.call.point()).failed(attempt.admission, now);
    String name = attempt.call.point().name();
    log.warnOnce(name + " settle", name + ": " + what + "; its call has no verdict");
  }

  /** Ends a call whose control's outcome or arguments take too long to read. */
  void readingTimedOut(Attempt attempt, long now) {
    // First: without memory for the text, a probe would never end.
    breakers.of(attempt.call.point()).unanswered(attempt.admission);
    String what =
        "reading the outcome of the control takes more than " + readLimitNanos / 1_000_000 + " ms";
    attempt.call.end(Fate.UNCAPTURED, what);
    String name = attempt.call.point().name();
    log.warnOnce(name + " read", name + ": " + what + "; its call has no verdict");
  }

  /**
   * Ends a call that allocates too much, before it fills the heap.
   *
   * @param limit the limit in bytes that it exceeds; -1 if the heap would not suffice
   */
  void allocatesTooMuch(Attempt attempt, long limit, long now) {
    // First: without memory for the text, a probe would never end.
    breakers.of(attempt.call.point()).failed(attempt.admission, now);
    String what =
        limit < 0
            ? "allocates so much that the heap is nearly full"
            : "allocates more than " + (limit >> 20) + " MB";
    switch (attempt.work) {
      case CANDIDATE:
        attempt.call.end(Fate.UNANSWERED, "the candidate " + what);
        break;
      case COMPARISON:
        attempt.call.giveUp(Fate.UNANSWERED, "comparing " + what);
        break;
      default:
        attempt.call.end(Fate.UNCAPTURED, "reading the outcome of the control " + what);
    }
    String name = attempt.call.point().name();
    log.warnOnce(
        name + " memory",
        name + ": " + attempt.describeWork() + " " + what + "; its call has no verdict");
  }

  /** Records that the thread of a call has not returned after its interrupt, and uses CPU time. */
  void spun(Attempt attempt, long now) {
    String name = attempt.call.point().name();
    if (breakers.of(attempt.call.point()).spun(attempt.admission, now)) {
      log.warn(
          name
              + " is off: its candidate has used CPU time without an end in two calls. Its calls"
              + " are shed until you turn it on: java -jar understudy-agent.jar resume PID "
              + name);
    } else {
      log.warn(
          name
              + ": "
              + attempt.describeWork()
              + " does not return after its interrupt, and uses CPU time");
    }
  }

  /**
   * Ends a call whose candidate, or its comparison, still runs when the agent stops. A verdict that
   * is being counted is completed.
   */
  void dropForShutdown(Attempt attempt, long now) {
    if (attempt.work == Attempt.Work.COMPARISON) {
      attempt.call.giveUp(Fate.DROPPED, SHUTDOWN);
    } else {
      attempt.call.end(Fate.DROPPED, SHUTDOWN);
    }
  }

  /** Reports the calls that have timed out to the sink; on a pool thread, or at shutdown. */
  void reportOverdue() {
    for (LateCall late = lateCalls.poll(); late != null; late = lateCalls.poll()) {
      try {
        sink.timedOut(late.call, late.arguments, late.limitNanos);
      } catch (StackOverflowError noStack) { // at a first instruction: nothing is counted
        if (!late.call.isConcluded()) {
          late.call.conclude(Fate.TIMED_OUT, null);
        }
        throw noStack;
      }
      callConcluded(late.call);
    }
  }

  /**
   * Releases the generated ids of a call that has its verdict, for the calls that wait for them,
   * and gives the next call in its order its turn.
   */
  void callConcluded(Call call) {
    if (call.isConcluded()) {
      ids.concluded(call);
      waitingCalls.verdictReached();
      leaves(call);
    }
  }

  /** Gives the next call its turn, unless a worker still runs the candidate of this one. */
  void leaves(Call call) {
    // Race: the call may end on one thread while another returns from its candidate. The worker
    // forgets the call before it looks at its end, and this looks at the worker after the end: one
    // of the two sees the other.
    if (call.turn() != null && call.isConcluded() && !workers.isInHand(call)) {
      ordered.left(call);
    }
  }

  /** Logs once for each call point and reason why the candidate cannot be called. */
  void logUnanswered(CallPoint point, UnansweredException why) {
    String text = point.name() + ": the candidate cannot be called: " + why.reason();
    log.warnOnce(text, text, why.getCause());
  }

  /** Ends the call of a worker whose thread has died. */
  void workerDied(Call call) {
    call.end(Fate.UNANSWERED, "the replay thread died");
    leaves(call);
  }

  /** A call that has timed out, with the data of its report. */
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
