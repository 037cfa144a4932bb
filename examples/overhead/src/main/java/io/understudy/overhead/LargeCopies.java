package io.understudy.overhead;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Hand-written copies of the data of {@link LargeCalls}, once each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LargeCopies {
  private final LargeData data = new LargeData();

  /** A bean. */
  @Benchmark
  public Bean oneBean() {
    return data.bean.copy();
  }

  /** An order. */
  @Benchmark
  public Order oneOrder() {
    return data.order.copy();
  }

  /** A list. */
  @Benchmark
  public List<Bean> oneList() {
    return LargeData.copy(data.list);
  }

  /** A map. */
  @Benchmark
  public Map<String, Bean> oneMap() {
    return LargeData.copy(data.map);
  }

  /** A tree. */
  @Benchmark
  public Tree oneTree() {
    return data.tree.copy();
  }
}
