package io.understudy.overhead;

import io.understudy.agent.call.Ledger;
import io.understudy.journal.Fate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A thread of the application that counts calls while a worker counts their ends. They write
 * different counters, so each should be as fast as alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FalseSharing {
  private final Ledger ledger = new Ledger(0);

  /** The thread of the application. */
  @Benchmark
  @Group("countersOfTwoThreads")
  public void caller() {
    ledger.page().intercepted();
  }

  /** The worker. */
  @Benchmark
  @Group("countersOfTwoThreads")
  public void worker() {
    ledger.page().ended(Fate.MATCHED, null);
  }

  /** The thread of the application, alone. */
  @Benchmark
  public void callerAlone() {
    ledger.page().intercepted();
  }

  /** The worker, alone. */
  @Benchmark
  public void workerAlone() {
    ledger.page().ended(Fate.MATCHED, null);
  }
}
