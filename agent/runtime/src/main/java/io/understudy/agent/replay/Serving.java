package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Completions;
import io.understudy.agent.ids.Untranslatable;
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
final class Serving {
  private final Stage stage;
  private final Worker worker;

  Serving(Stage stage, Worker worker) {
    this.stage = stage;
    this.worker = worker;
  }

  /** Serves a call; returns whether the worker goes on, not having been replaced meanwhile. */
  boolean serve(Call call) {
    if (call.isClaimed()) {
      return true;
    }
    Breaker breaker = stage.breakers.of(call.point());
    Breaker.Admission admission = breaker.admit();
    if (admission == Breaker.Admission.SHED) {
      call.end(Fate.SHED, Breaker.OPEN);
      return true;
    }
    Asked asked = new Asked(stage, call, admission);
    try {
      asked.pristine = pristine(call);
      Target target = target(asked);
      asked.repeat = admission == Breaker.Admission.ORDINARY ? stage.repeats.of(call) : null;
      translate(call);
      ask(asked, target);
    } catch (Uncapturable e) {
      call.end(Fate.UNCAPTURED, e.reason());
    } catch (Unanswered e) {
      call.end(Fate.UNANSWERED, e.reason());
      stage.tell(call.point(), e);
    } catch (Overdue e) {
      asked.isAnswered = true;
      return !e.replaced;
    } finally {
      asked.leave();
    }
    return true;
  }

  /** Goes on with what was followed; returns as {@link #serve} does. */
  boolean resume(Followed complete) {
    try {
      complete.resume(this);
    } catch (Unanswered e) {
      complete.call.end(Fate.UNANSWERED, e.reason());
      stage.tell(complete.call.point(), e);
    } catch (Overdue e) {
      return !e.replaced;
    }
    return true;
  }

  private @Nullable Object[] pristine(Call call) throws Uncapturable {
    @Nullable Object[] pristine = Pristine.of(call);
    return pristine == call.arguments() && stage.ids.mayTranslate(call)
        ? pristine.clone()
        : pristine;
  }

  /** Gives the candidate its own ids. The control, if it is asked again, has its copies by now. */
  private void translate(Call call) throws Unanswered, Uncapturable {
    try {
      if (stage.ids.translate(call)) {
        call.given(Pristine.of(call));
      }
    } catch (Untranslatable e) {
      throw new Unanswered(e.reason());
    }
  }

  private Target target(Asked asked) throws Unanswered, Overdue {
    Binding binding = stage.candidates.binding(asked.call);
    Target known = binding.target();
    if (known != null) {
      return known;
    }
    Attempt finding =
        new Attempt(
            asked.call,
            asked.pristine,
            asked.admission,
            stage.findingNanos,
            (late, now) -> stage.notFound(late, binding, now));
    return worker.watched(finding, () -> binding.find(System.nanoTime()));
  }

  private void ask(Asked asked, Target target) throws Unanswered, Overdue {
    Call call = asked.call;
    long limit = call.point().config().timeout().toNanos();
    long start = System.nanoTime();
    Answer answer = worker.watched(asked.attempt(limit), () -> Answer.of(target, call.arguments()));
    CompletionStage<?> later = Completions.stage(answer.outcome.value());
    if (later == null) {
      answered(asked, () -> answer.outcome, answer.nanos);
    } else if (Completions.isHere(later)) {
      answered(asked, () -> Completions.now(later).outcome(), answer.nanos);
    } else {
      asked.isFollowed = true;
      asked.isAnswered = true;
      Followed followed = new Followed(call, stage.following, start, asked);
      follow(later, followed, asked.attempt(limit), () -> asked.isFollowed = false);
    }
  }

  /**
   * Registers with a stage, whose own code may do anything, and leaves the rest to what is
   * followed.
   *
   * @param registering for how long that may take
   * @param notFollowed run before this throws, where the rest is not left to what is followed
   * @throws Unanswered when the stage refuses
   */
  void follow(
      CompletionStage<?> later, Followed followed, Attempt registering, Runnable notFollowed)
      throws Unanswered, Overdue {
    stage.following.add(followed);
    // Race with close(): it is added before this look, and close() sets the mark before it drops.
    if (stage.isStopped()) {
      followed.drop();
      return;
    }
    try {
      worker.watched(registering, () -> register(later, followed));
    } catch (Unanswered refused) {
      // A stage may tell, and throw nevertheless: then it has told.
      if (followed.over()) {
        notFollowed.run();
        throw refused;
      }
    } catch (Overdue late) {
      if (followed.over()) {
        notFollowed.run();
      }
      throw late;
    }
  }

  private Followed register(CompletionStage<?> later, Followed followed) throws Unanswered {
    try {
      followed.watch(stage.watch, later);
      return followed;
    } catch (Throwable refused) {
      throw new Unanswered(Completions.refused(later, refused));
    }
  }

  /** Passes both outcomes on; then asks the control again, where that is wanted. */
  void answered(Asked asked, Worker.Step<Outcome> outcome, long nanos) throws Unanswered, Overdue {
    asked.isAnswered = true;
    stage.breakers.of(asked.call.point()).answered(asked.admission);
    Repeat repeat = asked.repeat;
    // Only the shutdown can come first here.
    if (asked.call.claim()) {
      try {
        if (repeat != null) {
          repeat.open();
        }
        settle(asked, outcome, nanos);
      } catch (RuntimeException | Error failure) {
        // Such as no memory. The call is claimed, so nobody else could end it.
        asked.call.giveUp(Fate.UNANSWERED, "the agent threw " + failure.getClass().getName());
        throw failure;
      }
    }
    if (repeat != null && repeat.isOpen()) {
      worker.letGo();
      new Repeating(stage, repeat, asked).ask(this);
    }
  }

  /**
   * Comparing walks through the candidate's live objects, which may be lazy and never end. Then the
   * thread is given up like one that never answers; without an interrupt, since it may be writing
   * the journal.
   */
  private void settle(Asked asked, Worker.Step<Outcome> answer, long nanos)
      throws Unanswered, Overdue {
    Call call = asked.call;
    worker.watched(
        Attempt.withoutInterrupt(
            call, asked.pristine, asked.admission, stage.findingNanos, stage::notSettled),
        () -> {
          Outcome outcome = answer.run();
          stage.sink.answered(
              call, asked.pristine, Afterwards.with(call.arguments(), outcome, call), nanos);
          return call;
        });
  }

  /** Runs something under the watchdog's eyes; see {@link Worker#watched}. */
  <T> T watched(Attempt watched, Worker.Step<T> step) throws Unanswered, Overdue {
    return worker.watched(watched, step);
  }
}
