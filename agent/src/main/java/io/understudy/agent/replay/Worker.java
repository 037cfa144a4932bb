package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.ids.Awaited;
import io.understudy.agent.ids.Untranslatable;
import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread of the pool: takes a call, asks the candidate, passes both outcomes on. It survives
 * whatever the candidate throws, and ends when the pool closes or when it has been replaced.
 */
final class Worker implements Runnable {
  private static final long POLL = 1_000_000_000L;
  private static final long LOOK_AGAIN = 2_000_000L;

  private final Stage stage;
  private final Thread thread;
  private volatile @Nullable Call taken;
  private volatile @Nullable Attempt attempt;

  Worker(Stage stage, int number) {
    this.stage = stage;
    this.thread = new Thread(this, "understudy-replay-" + number);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(
        (self, thrown) -> stage.log.warn("a replay thread died and is replaced", thrown));
  }

  Thread thread() {
    return thread;
  }

  /** What runs under a time limit at this moment; null when nothing does. */
  @Nullable Attempt attempt() {
    return attempt;
  }

  /** The call in hand, until it has been passed on; null when idle. */
  @Nullable Call taken() {
    return taken;
  }

  @Override
  public void run() {
    boolean replaced = false;
    try {
      stage.mark.run();
      while (!replaced && !isDone()) {
        replaced = !next();
      }
    } finally {
      if (replaced) {
        stage.crew.returned();
      }
    }
  }

  /** Serves one call if there is one; returns false when this worker has been replaced. */
  private boolean next() {
    try {
      stage.reportOverdue();
      Call call = stage.waiting.ready(System.nanoTime());
      if (call == null) {
        call = fresh();
      }
      if (call == null) {
        return true;
      }
      taken = call;
      boolean goesOn = serve(call);
      taken = null;
      stage.concluded(call);
      return goesOn;
    } catch (InterruptedException stray) {
      // The agent interrupts during attempts only: this is the application's code, and no reason
      // to stop.
      return true;
    } catch (Throwable unexpected) {
      return recover(unexpected);
    }
  }

  /** Whether there is nothing left to do, once the pool is closed. */
  private boolean isDone() {
    return stage.isStopped() || (stage.isClosed() && stage.waiting.isEmpty());
  }

  /** A call that can be asked now, or null: one that must wait for an id is put aside. */
  private @Nullable Call fresh() throws InterruptedException {
    if (stage.isClosed()) {
      LockSupport.parkNanos(this, LOOK_AGAIN);
      return null;
    }
    Call call = stage.source.poll(stage.waiting.isEmpty() ? POLL : LOOK_AGAIN);
    taken = call;
    Awaited awaited = call == null ? null : stage.ids.awaited(call);
    if (awaited == null) {
      return call;
    }
    stage.waiting.add(awaited, System.nanoTime());
    // Race with close(): the call is put aside before this look, and close() sets the mark before
    // it drops what was put aside.
    if (stage.isStopped()) {
      stage.waiting.drop();
    }
    taken = null;
    return null;
  }

  /** Such as no memory, or Thread.stop() from elsewhere: the pool goes on. */
  private boolean recover(Throwable unexpected) {
    Call call = taken;
    if (call != null) {
      call.end(Fate.UNANSWERED, "the agent threw " + unexpected.getClass().getName());
    }
    taken = null;
    Attempt open = attempt;
    attempt = null;
    boolean replaced = open != null && open.finish() == Attempt.End.REPLACED;
    stage.log.warn("a replay thread goes on after", unexpected);
    return !replaced;
  }

  private boolean serve(Call call) {
    if (call.isClaimed()) {
      return true;
    }
    Breaker breaker = stage.breakers.of(call.point());
    Breaker.Admission admission = breaker.admit();
    if (admission == Breaker.Admission.SHED) {
      call.end(Fate.SHED, Breaker.OPEN);
      return true;
    }
    boolean asked = false;
    Repeat repeat = null;
    try {
      @Nullable Object[] pristine = Pristine.of(call);
      if (pristine == call.arguments() && stage.ids.mayTranslate(call)) {
        pristine = pristine.clone();
      }
      Target target = target(call, pristine, admission);
      repeat = admission == Breaker.Admission.ORDINARY ? stage.repeats.of(call) : null;
      translate(call);
      ask(call, pristine, target, admission, repeat);
      asked = true;
      if (repeat != null && repeat.isOpen()) {
        repeat(repeat, pristine, admission);
      }
    } catch (Uncapturable e) {
      call.end(Fate.UNCAPTURED, e.reason());
    } catch (Unanswered e) {
      call.end(Fate.UNANSWERED, e.reason());
      stage.tell(call.point(), e);
    } catch (Overdue e) {
      asked = true;
      return !e.replaced;
    } finally {
      if (!asked) {
        breaker.unanswered(admission);
      }
      if (repeat != null) {
        repeat.leave();
      }
    }
    return true;
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

  private Target target(Call call, @Nullable Object[] pristine, Breaker.Admission admission)
      throws Unanswered, Overdue {
    Binding binding = stage.candidates.binding(call.point());
    Target known = binding.target();
    if (known != null) {
      return known;
    }
    Attempt finding =
        new Attempt(
            call,
            pristine,
            admission,
            stage.findingNanos,
            (late, now) -> stage.notFound(late, binding, now));
    return watched(finding, () -> binding.find(System.nanoTime()));
  }

  private void ask(
      Call call,
      @Nullable Object[] pristine,
      Target target,
      Breaker.Admission admission,
      @Nullable Repeat repeat)
      throws Unanswered, Overdue {
    long limit = call.point().config().timeout().toNanos();
    Answer answer =
        watched(
            new Attempt(call, pristine, admission, limit, stage::timedOut),
            () -> Answer.of(target, call.arguments()));
    stage.breakers.of(call.point()).answered(admission);
    // Only the shutdown can come first here.
    if (call.claim()) {
      if (repeat != null) {
        repeat.open();
      }
      settle(call, pristine, admission, answer);
    }
  }

  /**
   * Comparing walks through the candidate's live objects, which may be lazy and never end. Then the
   * thread is given up like one that never answers; without an interrupt, since it may be writing
   * the journal.
   */
  private void settle(
      Call call, @Nullable Object[] pristine, Breaker.Admission admission, Answer answer)
      throws Unanswered, Overdue {
    Outcome outcome = answer.outcome;
    if (call.point().config().rules().arguments()) {
      outcome = outcome.withArguments(call.arguments());
    }
    Outcome complete = outcome;
    Attempt settling =
        Attempt.withoutInterrupt(call, pristine, admission, stage.findingNanos, stage::notSettled);
    watched(
        settling,
        () -> {
          stage.sink.answered(call, pristine, complete, answer.nanos);
          return call;
        });
  }

  /** Asks the control again. The call has its fate; nobody waits for this. */
  private void repeat(Repeat repeat, @Nullable Object[] pristine, Breaker.Admission admission)
      throws Overdue {
    taken = null;
    Call call = repeat.call;
    if (stage.isClosed() || call.point().shedding() != null || !stage.crew.hasRoomForRepeats()) {
      repeat.end("calls were shed, or threads were stuck");
      return;
    }
    try {
      long limit = call.point().config().timeout().toNanos();
      Outcome second =
          watched(Attempt.withoutInterrupt(call, pristine, admission, limit, repeat), repeat::ask);
      String failure =
          watched(
              Attempt.withoutInterrupt(call, pristine, admission, stage.findingNanos, repeat),
              () -> stage.sink.repeated(call, second));
      repeat.end(failure.isEmpty() ? null : failure);
    } catch (Unanswered e) {
      repeat.end(e.reason());
    }
  }

  /** What is done under the watchdog's eyes. */
  private interface Step<T> {
    T run() throws Unanswered;
  }

  private <T> T watched(Attempt watched, Step<T> step) throws Unanswered, Overdue {
    attempt = watched;
    // Race with close(): the attempt is shown before this look, and close() sets the mark before
    // it looks for attempts: one of the two sees the other. What has its answer is settled even
    // then: its call is claimed, and nobody else could end it.
    if (watched.isInterruptible() && stage.isStopped()) {
      watched.expire(System.nanoTime(), thread, stage::shutDown);
    }
    T result = null;
    Unanswered failure = null;
    if (watched.isRunning()) {
      try {
        result = step.run();
      } catch (Unanswered e) {
        failure = e;
      }
    }
    Attempt.End end = watched.finish();
    attempt = null;
    if (end != Attempt.End.IN_TIME) {
      throw new Overdue(end == Attempt.End.REPLACED);
    }
    if (failure != null) {
      throw failure;
    }
    if (result == null) {
      throw new IllegalStateException("a step without a result");
    }
    return result;
  }
}
