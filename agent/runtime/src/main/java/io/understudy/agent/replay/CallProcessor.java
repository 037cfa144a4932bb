package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Completions;
import io.understudy.agent.call.CopyCompletion;
import io.understudy.agent.ids.TranslationException;
import io.understudy.agent.replay.target.RemoteAnswer;
import io.understudy.agent.replay.target.Target;
import io.understudy.agent.replay.target.TargetLookup;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.agent.replay.target.UnansweredFailures;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Processes one call on a worker's thread: finds the candidate, calls it, passes both outcomes to
 * the sink, and repeats the control where configured. When a candidate returns an incomplete stage,
 * the worker serves other calls until the stage completes. Confined to the worker's thread.
 */
final class CallProcessor {
  /** The outcome of a candidate that has tried to end the JVM, whatever it did afterwards. */
  private static final ThrownException EXIT_REFUSED =
      ThrownException.of(
          new SecurityException("the candidate has tried to end the JVM, which was refused"));

  private final ReplayContext context;
  private final Worker worker;

  CallProcessor(ReplayContext context, Worker worker) {
    this.context = context;
    this.worker = worker;
  }

  /** Serves a call; returns false if the worker was replaced meanwhile and must end. */
  boolean serve(Call call) {
    if (call.isClaimed()) {
      return true;
    }
    if (call.point().isResting()) {
      String reason = call.point().shedding();
      call.end(Fate.SHED, reason == null ? CallPoint.PAUSED : reason);
      return true;
    }
    context.served();
    Breaker breaker = context.breakers.of(call.point());
    Breaker.Admission admission = breaker.admit();
    if (admission == Breaker.Admission.SHED) {
      call.end(Fate.SHED, breaker.reason());
      return true;
    }
    CandidateCall candidateCall = new CandidateCall(context, call, admission);
    try {
      complete(candidateCall);
      candidateCall.originalArguments = originalArguments(candidateCall);
      Target target = target(candidateCall);
      target.requireOtherBody(call);
      candidateCall.repeat =
          admission == Breaker.Admission.ORDINARY ? context.repeatPolicy.prepare(call) : null;
      translate(call);
      callCandidate(candidateCall, target);
    } catch (Uncapturable e) {
      call.end(Fate.UNCAPTURED, e.reason());
    } catch (UnansweredException e) {
      candidateCall.unanswered(e);
    } catch (OverdueException e) {
      candidateCall.isAnswered = true;
      // Has an effect only if an error has struck the watchdog before it claimed the call.
      call.end(Fate.UNANSWERED, ReplayContext.UNREPORTED);
      return !e.isReplaced;
    } finally {
      candidateCall.release();
    }
    return true;
  }

  /** Continues a call whose stage has completed; returns as {@link #serve} does. */
  boolean resume(PendingStage complete) {
    try {
      complete.resume(this);
    } catch (UnansweredException e) {
      complete.call.end(Fate.UNANSWERED, e.reason());
      context.logUnanswered(complete.call.point(), e);
    } catch (OverdueException e) {
      return !e.isReplaced;
    }
    return true;
  }

  /** Completes the copies, which may call hash codes of the application. */
  private void complete(CandidateCall candidateCall)
      throws Uncapturable, UnansweredException, OverdueException {
    CopyCompletion completion = candidateCall.call.completion();
    if (completion == null) {
      return;
    }
    Attempt attempt =
        new Attempt(
            candidateCall.call,
            candidateCall.originalArguments,
            candidateCall.admission,
            context.readLimitNanos,
            context::completionTimedOut);
    Optional<Uncapturable> failure = worker.runWatched(attempt, () -> failure(completion));
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private static Optional<Uncapturable> failure(CopyCompletion completion) {
    try {
      completion.complete();
      return Optional.empty();
    } catch (Uncapturable reason) {
      return Optional.of(reason);
    }
  }

  /**
   * Completes the outcome of the control and freezes the arguments. Both may run code of the
   * application, on copies, so they run under a time limit.
   */
  private @Nullable Object[] originalArguments(CandidateCall candidateCall)
      throws Uncapturable, UnansweredException, OverdueException {
    Call call = candidateCall.call;
    Attempt reading =
        Attempt.of(
            Attempt.Work.READING,
            call,
            candidateCall.originalArguments,
            candidateCall.admission,
            context.readLimitNanos,
            context::readingTimedOut);
    Object read = worker.runWatched(reading, () -> read(call));
    if (read instanceof Uncapturable) {
      throw (Uncapturable) read;
    }
    @Nullable Object[] originalArguments = (@Nullable Object[]) read;
    return originalArguments == call.arguments() && context.ids.mayTranslate(call)
        ? originalArguments.clone()
        : originalArguments;
  }

  /** Returns the frozen arguments, or an {@link Uncapturable}. */
  private Object read(Call call) {
    try {
      call.complete();
      if (context.budget.limits(call.point())) {
        context.rehearsals.offerArguments(call);
      }
      return OriginalArguments.of(call, context.privateCopies);
    } catch (Uncapturable failure) {
      return failure;
    }
  }

  /**
   * Replaces the control's generated ids among the arguments by the candidate's. Runs after {@code
   * RepeatPolicy} has copied the arguments for the control.
   */
  private void translate(Call call) throws UnansweredException, Uncapturable {
    try {
      if (context.ids.translate(call)) {
        call.given(OriginalArguments.of(call, context.privateCopies));
      }
    } catch (TranslationException e) {
      throw new UnansweredException(e.reason());
    }
  }

  private Target target(CandidateCall candidateCall) throws UnansweredException, OverdueException {
    TargetLookup lookup = context.candidates.lookup(candidateCall.call);
    Target known = lookup.target();
    if (known != null) {
      return known;
    }
    Attempt lookupAttempt =
        new Attempt(
            candidateCall.call,
            candidateCall.originalArguments,
            candidateCall.admission,
            context.stepLimitNanos,
            (late, now) -> context.lookupTimedOut(late, lookup, now));
    return worker.runWatched(lookupAttempt, () -> find(candidateCall.call, lookup));
  }

  private Target find(Call call, TargetLookup lookup) throws UnansweredException {
    context.scope.begin(call.point(), -1).close();
    try {
      return lookup.find(System.nanoTime());
    } finally {
      context.scope.leave();
    }
  }

  private void callCandidate(CandidateCall candidateCall, Target target)
      throws UnansweredException, OverdueException {
    Call call = candidateCall.call;
    long limit = call.point().config().timeout().toNanos();
    RemoteAnswer.Source remote = target.remote();
    if (remote != null) {
      askRemote(candidateCall, remote, limit);
      return;
    }
    long start = System.nanoTime();
    TimedOutcome answer =
        worker.runWatched(candidateCall.attempt(limit), () -> candidateCall.call(target));
    CompletionStage<?> later = Completions.stage(answer.outcome.value());
    if (later == null) {
      answered(candidateCall, () -> answer.outcome, answer.nanos);
    } else if (Completions.isHere(later)) {
      answered(candidateCall, () -> Completions.now(later).outcome(), answer.nanos);
    } else {
      candidateCall.isStagePending = true;
      candidateCall.isAnswered = true;
      PendingStage pendingStage =
          new PendingStage(call, context.pendingStages, start, candidateCall);
      awaitStage(
          later,
          pendingStage,
          candidateCall.attempt(limit),
          () -> candidateCall.isStagePending = false);
    }
  }

  /** Sends a call to another JVM; the answer continues it like a completed stage. */
  private void askRemote(CandidateCall candidateCall, RemoteAnswer.Source remote, long limit)
      throws UnansweredException, OverdueException {
    PendingStage pending =
        PendingStage.remote(candidateCall.call, context.pendingStages, candidateCall);
    candidateCall.goesElsewhere();
    candidateCall.isStagePending = true;
    candidateCall.isAnswered = true;
    try {
      await(
          pending,
          candidateCall.sending(limit),
          () -> {
            candidateCall.send(remote, limit / 1_000_000, pending);
            return pending;
          },
          () -> {
            candidateCall.isStagePending = false;
            candidateCall.isAnswered = false;
          });
    } catch (OverdueException | RuntimeException | Error failed) {
      // It may have been sent after its end: nothing else gives its connection back.
      candidateCall.cancel();
      throw failed;
    }
  }

  /**
   * Registers a listener with a stage. The stage may be a class of the application, so this runs
   * under a time limit. The pending stage then continues the call.
   *
   * @param registering the attempt that limits the time of the registration
   * @param notPending run before this method throws, when the pending stage will not continue the
   *     call
   * @throws UnansweredException when the stage refuses the listener
   */
  void awaitStage(
      CompletionStage<?> later, PendingStage pendingStage, Attempt registering, Runnable notPending)
      throws UnansweredException, OverdueException {
    await(pendingStage, registering, () -> register(later, pendingStage), notPending);
  }

  private void await(
      PendingStage pendingStage,
      Attempt registering,
      Worker.Step<PendingStage> register,
      Runnable notPending)
      throws UnansweredException, OverdueException {
    context.pendingStages.add(pendingStage);
    // Race with close(): the stage is added before this check, and close() sets the flag before it
    // drops stages.
    if (context.isStopped()) {
      pendingStage.drop();
      return;
    }
    try {
      worker.runWatched(registering, register);
    } catch (UnansweredException refused) {
      // The stage may notify the listener and then throw: the notification wins.
      if (pendingStage.tryEnd()) {
        notPending.run();
        throw refused;
      }
    } catch (OverdueException late) {
      if (pendingStage.tryEnd()) {
        notPending.run();
      }
      throw late;
    } catch (RuntimeException | Error failure) {
      // Such as no memory: nothing else ends the wait.
      if (pendingStage.tryEnd()) {
        notPending.run();
      }
      throw failure;
    }
  }

  private PendingStage register(CompletionStage<?> later, PendingStage pendingStage)
      throws UnansweredException {
    try {
      pendingStage.watch(context.watch, later);
      return pendingStage;
    } catch (Throwable refused) {
      throw new UnansweredException(Completions.refused(later, refused));
    }
  }

  /** Passes both outcomes to the sink, then repeats the control where configured. */
  void answered(CandidateCall candidateCall, Worker.Step<Outcome> outcome, long nanos)
      throws UnansweredException, OverdueException {
    Worker.Step<Outcome> counting =
        candidateCall.endRun() ? () -> Outcome.threw(EXIT_REFUSED) : outcome;
    candidateCall.isAnswered = true;
    context.breakers.of(candidateCall.call.point()).answered(candidateCall.admission);
    ControlRepeat repeat = candidateCall.repeat;
    // Only the shutdown can claim the call first.
    if (candidateCall.call.claim()) {
      try {
        if (repeat != null) {
          repeat.open();
        }
        settle(candidateCall, counting, nanos);
      } catch (RuntimeException | Error failure) {
        // For example, out of memory. The call is claimed, so only this thread can end it.
        candidateCall.call.giveUp(
            Fate.UNANSWERED, "the agent threw " + failure.getClass().getName());
        throw failure;
      }
    }
    if (repeat != null && repeat.isOpen()) {
      worker.releaseCall();
      new ControlRepeatTask(context, repeat, candidateCall).run(this);
    }
  }

  /**
   * Compares under a time limit: the candidate's live objects may be lazy and endless. A thread
   * that does not return is abandoned. It is not interrupted, since it may be writing the outcome.
   */
  private void settle(CandidateCall candidateCall, Worker.Step<Outcome> answer, long nanos)
      throws UnansweredException, OverdueException {
    Call call = candidateCall.call;
    worker.runWatched(
        Attempt.of(
            Attempt.Work.COMPARISON,
            call,
            candidateCall.originalArguments,
            candidateCall.admission,
            context.readLimitNanos,
            context::comparisonTimedOut),
        () -> {
          Outcome outcome = answer.run();
          String failure =
              UnansweredFailures.reason(call.point().config(), call.control(), outcome);
          if (failure != null) {
            call.giveUp(Fate.UNANSWERED, failure);
            context.logUnanswered(call.point(), new UnansweredException(failure));
            return call;
          }
          if (candidateCall.isHere() && context.budget.limits(call.point())) {
            context.rehearsals.offerResult(call, outcome.value());
          }
          context.sink.answered(
              call,
              candidateCall.originalArguments,
              FinalArguments.with(
                  FinalArguments.of(outcome, candidateCall.arguments), outcome, call),
              nanos);
          return call;
        });
  }

  /** See {@link Worker#runWatched}. */
  <T> T runWatched(Attempt attempt, Worker.Step<T> step)
      throws UnansweredException, OverdueException {
    return worker.runWatched(attempt, step);
  }
}
