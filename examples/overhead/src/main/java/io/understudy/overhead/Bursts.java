package io.understudy.overhead;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Captured calls, in bursts that fit into the queue. After each burst the benchmark waits for the
 * pool; if a call was not captured, it fails.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Bursts {
  /** Calls of one burst. */
  static final int CALLS = 2_000;

  private final Service service = new Service();
  private final BigDecimal price = new BigDecimal("9.99");
  private final Bean bean = new Bean();
  private final Order order = new Order();
  private final Burst burst = new Burst(CALLS);

  /** Starts with an idle pool and an empty young generation. */
  @Setup(Level.Iteration)
  public void rest() {
    burst.start();
  }

  /** Waits until every call of the burst has been answered. */
  @TearDown(Level.Iteration)
  public void answered() throws InterruptedException {
    burst.end();
  }

  /** Three immutable arguments. */
  @Benchmark
  public String immutable() {
    return service.immutable("SKU-17", 3, price);
  }

  /** A bean of eight fields, in and out. */
  @Benchmark
  public Bean bean() {
    return service.bean(bean);
  }

  /** An order of 50 lines. */
  @Benchmark
  public BigDecimal order() {
    return service.order(order);
  }
}
