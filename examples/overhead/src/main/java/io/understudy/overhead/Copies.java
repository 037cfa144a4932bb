package io.understudy.overhead;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Hand-written copies of the same objects that a captured call copies: the lower bound for
 * capturing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Copies {
  private final Bean bean = new Bean();
  private final Order order = new Order();

  /** The bean twice: as an argument, and as a result. */
  @Benchmark
  public void bean(Blackhole out) {
    out.consume(bean.copy());
    out.consume(bean.copy());
  }

  /** The order once; its total is immutable. */
  @Benchmark
  public Order order() {
    return order.copy();
  }
}
