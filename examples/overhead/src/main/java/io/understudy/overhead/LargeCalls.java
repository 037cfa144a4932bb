package io.understudy.overhead;

import java.util.List;
import java.util.Map;
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

/** Calls with large arguments or large results, captured in bursts that fit into the queue. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LargeCalls {
  /** Calls of one burst. */
  static final int CALLS = 200;

  private final LargeService service = new LargeService();
  private final LargeData data = new LargeData();
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

  /** A bean as an argument. */
  @Benchmark
  public int takeBean() {
    return service.takeBean(data.bean);
  }

  /** An order as an argument. */
  @Benchmark
  public int takeOrder() {
    return service.takeOrder(data.order);
  }

  /** A list as an argument. */
  @Benchmark
  public int takeList() {
    return service.takeList(data.list);
  }

  /** A map as an argument. */
  @Benchmark
  public int takeMap() {
    return service.takeMap(data.map);
  }

  /** A tree as an argument. */
  @Benchmark
  public int takeTree() {
    return service.takeTree(data.tree);
  }

  /** A bean as a result. */
  @Benchmark
  public Bean giveBean() {
    return service.giveBean(17);
  }

  /** An order as a result. */
  @Benchmark
  public Order giveOrder() {
    return service.giveOrder(17);
  }

  /** A list as a result. */
  @Benchmark
  public List<Bean> giveList() {
    return service.giveList(17);
  }

  /** A map as a result. */
  @Benchmark
  public Map<String, Bean> giveMap() {
    return service.giveMap(17);
  }

  /** A tree as a result. */
  @Benchmark
  public Tree giveTree() {
    return service.giveTree(17);
  }
}
