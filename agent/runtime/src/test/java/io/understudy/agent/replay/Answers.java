package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.OutcomeSink;
import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A sink that stores its input and counts every answer as a match. */
final class Answers implements OutcomeSink {
  final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
  final List<Outcome> repeats = new CopyOnWriteArrayList<>();
  final List<@Nullable Object[]> arguments = new CopyOnWriteArrayList<>();
  final List<Call> timedOut = new CopyOnWriteArrayList<>();
  final List<String> threads = new CopyOnWriteArrayList<>();

  /** The error that comparing throws, such as OutOfMemoryError; null if it throws none. */
  volatile @Nullable Error failure;

  @Override
  public void answered(
      Call call, @Nullable Object[] arguments, Outcome candidate, long candidateNanos) {
    Error now = failure;
    if (now != null) {
      throw now;
    }
    outcomes.add(candidate);
    this.arguments.add(arguments);
    threads.add(Thread.currentThread().getName());
    if (call.settle()) {
      call.conclude(Fate.MATCHED, null);
    }
  }

  @Override
  public String repeated(Call call, Outcome second) {
    repeats.add(second);
    return "";
  }

  @Override
  public void timedOut(Call call, @Nullable Object[] arguments, long limitNanos) {
    timedOut.add(call);
    call.conclude(Fate.TIMED_OUT, null);
  }
}
