package io.understudy.overhead.peers;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One comparison of two objects by one tool. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Side {
  /** The tool. */
  @Param("UNDERSTUDY")
  public Peer peer = Peer.UNDERSTUDY;

  /** The input. */
  @Param("BEAN")
  public Input input = Input.BEAN;

  /** Whether one value is changed. */
  @Param("false")
  public boolean changed;

  private Tool tool = (control, candidate) -> 0;
  private Object control = "";
  private Object candidate = "";

  /** Creates both objects, and sets the tool up. */
  @Setup(Level.Trial)
  public void prepare() {
    tool = peer.tool(input);
    control = input.control();
    candidate = input.candidate(changed);
  }

  /** Compares them. */
  @Benchmark
  public long compare() throws Exception {
    return tool.differences(control, candidate);
  }
}
