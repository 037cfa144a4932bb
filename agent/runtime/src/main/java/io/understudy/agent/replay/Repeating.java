package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Completions;
import io.understudy.compare.Outcome;
import java.util.concurrent.CompletionStage;

/** Asks the control of a call again, which has its fate; nobody waits for this. */
final class Repeating implements Followed.Sequel {
  private final Stage stage;
  private final Repeat repeat;
  private final Asked asked;

  Repeating(Stage stage, Repeat repeat, Asked asked) {
    this.stage = stage;
    this.repeat = repeat;
    this.asked = asked;
  }

  /** Asks, and compares what the control did this time; or follows its stage until it can. */
  void ask(Serving by) throws Overdue {
    Call call = repeat.call;
    if (stage.isClosed() || call.point().shedding() != null || !stage.crew.hasRoomForRepeats()) {
      repeat.end("calls were shed, or threads were stuck");
      return;
    }
    try {
      long start = System.nanoTime();
      Outcome second = by.watched(attempt(call.point().config().timeout().toNanos()), repeat::ask);
      CompletionStage<?> later = Completions.stage(second.value());
      if (later == null) {
        compare(by, () -> second);
      } else if (Completions.isHere(later)) {
        compare(by, () -> Completions.now(later).outcome());
      } else {
        asked.isRepeatFollowed = true;
        Followed followed = new Followed(call, stage.following, start, this);
        Attempt registering = attempt(call.point().config().timeout().toNanos());
        by.follow(later, followed, registering, () -> asked.isRepeatFollowed = false);
      }
    } catch (Unanswered e) {
      repeat.end(e.reason());
    }
  }

  private Attempt attempt(long limitNanos) {
    return Attempt.withoutInterrupt(
        repeat.call, asked.pristine, asked.admission, limitNanos, repeat);
  }

  private void compare(Serving by, Worker.Step<Outcome> second) throws Unanswered, Overdue {
    String failure =
        by.watched(
            attempt(stage.findingNanos),
            () -> stage.sink.repeated(repeat.call, repeat.withArguments(second.run())));
    repeat.end(failure.isEmpty() ? null : failure);
  }

  @Override
  public void completed(Serving by, Completions.Live with, long nanos) throws Overdue {
    try {
      compare(by, with::outcome);
    } catch (Unanswered e) {
      repeat.end(e.reason());
    } finally {
      repeat.leave();
    }
  }

  @Override
  public void expired(long limitNanos, long now) {
    repeat.tooLong(limitNanos);
    repeat.leave();
  }

  @Override
  public void dropped() {
    repeat.leave();
  }
}
