package io.understudy.overhead;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.queue.CallQueue;
import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What threads of the application share when they are captured: the counts of their call point and
 * the queue. The run sets the number of threads. No agent is attached.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Contention {
  private static final MethodRef METHOD = new MethodRef("legacy.Service", "call", null);

  private final Ledger ledger = new Ledger(0);
  private final CallPoint point =
      new CallPoint(0, CallConfig.builder("call", METHOD, METHOD).build(), ledger);
  private final CallQueue queue = new CallQueue(4_096, 64L << 20);

  /** Counts a call and its end, as each thread does for a call that is not captured. */
  @Benchmark
  public LedgerPage ledger() {
    LedgerPage page = ledger.page();
    page.intercepted();
    page.ended(Fate.SAMPLED_OUT, null);
    return page;
  }

  /** Counts the cost of a captured call. */
  @Benchmark
  public LedgerPage cost() {
    LedgerPage page = ledger.page();
    page.caller().record(150);
    return page;
  }

  /** Asks for room before a call is copied. */
  @Benchmark
  public @Nullable Object room() {
    return queue.refusal();
  }

  /** Hands one call over and takes one, so that each thread is a caller and a worker. */
  @Benchmark
  public @Nullable Call queue() throws InterruptedException {
    queue.accept(
        new Call(point, ledger.page(), 0, new Object[0], Outcome.returned(null), 1_000, 100));
    return queue.poll(0);
  }
}
