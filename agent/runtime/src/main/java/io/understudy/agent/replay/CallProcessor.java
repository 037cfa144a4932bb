package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Completions;
import io.understudy.agent.ids.TranslationException;
import io.understudy.agent.replay.target.Target;
import io.understudy.agent.replay.target.TargetLookup;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a worker does with a call: finds the candidate, asks it, passes both outcomes on, and asks
 * the control again where that is wanted. A stage in place of an answer is followed, and the worker
 * goes on with other calls until it has completed. For the worker's own thread.
 */
final class CallProcessor {
  private final ReplayContext context;
  private final Worker worker;

  CallProcessor(ReplayContext context, Worker worker) {
    this.context = context;
    this.worker = worker;
  }

  /** Serves a call; returns whether the worker goes on, not having been replaced meanwhile. */
  boolean serve(Call call) {
    if (call.isClaimed()) {
      return true;
    }
    Breaker breaker = context.breakers.of(call.point());
    Breaker.Admission admission = breaker.admit();
    if (admission == Breaker.Admission.SHED) {
      call.end(Fate.SHED, Breaker.OPEN);
      return true;
    }
    CandidateCall candidateCall = new CandidateCall(context, call, admission);
    try {
      candidateCall.originalArguments = originalArguments(call);
      Target target = target(candidateCall);
      candidateCall.repeat =
          admission == Breaker.Admission.ORDINARY ? context.repeatPolicy.of(call) : null;
      translate(call);
      ask(candidateCall, target);
    } catch (Uncapturable e) {
      call.end(Fate.UNCAPTURED, e.reason());
    } catch (UnansweredException e) {
      call.end(Fate.UNANSWERED, e.reason());
      context.logUnanswered(call.point(), e);
    } catch (OverdueException e) {
      candidateCall.isAnswered = true;
      return !e.replaced;
    } finally {
      candidateCall.release();
    }
    return true;
  }

  /** Goes on with what was followed; returns as {@link #serve} does. */
  boolean resume(PendingStage complete) {
    try {
      complete.resume(this);
    } catch (UnansweredException e) {
      complete.call.end(Fate.UNANSWERED, e.reason());
      context.logUnanswered(complete.call.point(), e);
    } catch (OverdueException e) {
      return !e.replaced;
    }
    return true;
  }

  private @Nullable Object[] originalArguments(Call call) throws Uncapturable {
    @Nullable Object[] originalArguments = OriginalArguments.of(call);
    return originalArguments == call.arguments() && context.ids.mayTranslate(call)
        ? originalArguments.clone()
        : originalArguments;
  }

  /** Gives the candidate its own ids. The control, if it is asked again, has its copies by now. */
  private void translate(Call call) throws UnansweredException, Uncapturable {
    try {
      if (context.ids.translate(call)) {
        call.given(OriginalArguments.of(call));
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
    Attempt finding =
        new Attempt(
            candidateCall.call,
            candidateCall.originalArguments,
            candidateCall.admission,
            context.findingNanos,
            (late, now) -> context.lookupTimedOut(late, lookup, now));
    return worker.runWatched(finding, () -> lookup.find(System.nanoTime()));
  }

  private void ask(CandidateCall candidateCall, Target target)
      throws UnansweredException, OverdueException {
    Call call = candidateCall.call;
    long limit = call.point().config().timeout().toNanos();
    long start = System.nanoTime();
    TimedOutcome answer =
        worker.runWatched(
            candidateCall.attempt(limit), () -> TimedOutcome.of(target, call.arguments()));
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

  /**
   * Registers with a stage, whose own code may do anything, and leaves the rest to what is
   * followed.
   *
   * @param registering for how long that may take
   * @param notPending run before this throws, where the rest is not left to what is followed
   * @throws UnansweredException when the stage refuses
   */
  void awaitStage(
      CompletionStage<?> later, PendingStage pendingStage, Attempt registering, Runnable notPending)
      throws UnansweredException, OverdueException {
    context.pendingStages.add(pendingStage);
    // Race with close(): it is added before this look, and close() sets the mark before it drops.
    if (context.isStopped()) {
      pendingStage.drop();
      return;
    }
    try {
      worker.runWatched(registering, () -> register(later, pendingStage));
    } catch (UnansweredException refused) {
      // A stage may tell, and throw nevertheless: then it has told.
      if (pendingStage.tryEnd()) {
        notPending.run();
        throw refused;
      }
    } catch (OverdueException late) {
      if (pendingStage.tryEnd()) {
        notPending.run();
      }
      throw late;
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

  /** Passes both outcomes on; then asks the control again, where that is wanted. */
  void answered(CandidateCall candidateCall, Worker.Step<Outcome> outcome, long nanos)
      throws UnansweredException, OverdueException {
    candidateCall.isAnswered = true;
    context.breakers.of(candidateCall.call.point()).answered(candidateCall.admission);
    ControlRepeat repeat = candidateCall.repeat;
    // Only the shutdown can come first here.
    if (candidateCall.call.claim()) {
      try {
        if (repeat != null) {
          repeat.open();
        }
        settle(candidateCall, outcome, nanos);
      } catch (RuntimeException | Error failure) {
        // Such as no memory. The call is claimed, so nobody else could end it.
        candidateCall.call.giveUp(
            Fate.UNANSWERED, "the agent threw " + failure.getClass().getName());
        throw failure;
      }
    }
    if (repeat != null && repeat.isOpen()) {
      worker.releaseCall();
      new ControlRepeatTask(context, repeat, candidateCall).ask(this);
    }
  }

  /**
   * Comparing walks through the candidate's live objects, which may be lazy and never end. Then the
   * thread is given up like one that never answers; without an interrupt, since it may be writing
   * the journal.
   */
  private void settle(CandidateCall candidateCall, Worker.Step<Outcome> answer, long nanos)
      throws UnansweredException, OverdueException {
    Call call = candidateCall.call;
    worker.runWatched(
        Attempt.withoutInterrupt(
            call,
            candidateCall.originalArguments,
            candidateCall.admission,
            context.findingNanos,
            context::comparisonTimedOut),
        () -> {
          Outcome outcome = answer.run();
          context.sink.answered(
              call,
              candidateCall.originalArguments,
              FinalArguments.with(call.arguments(), outcome, call),
              nanos);
          return call;
        });
  }

  /** Runs something under the watchdog's eyes; see {@link Worker#runWatched}. */
  <T> T runWatched(Attempt attempt, Worker.Step<T> step)
      throws UnansweredException, OverdueException {
    return worker.runWatched(attempt, step);
  }
}
