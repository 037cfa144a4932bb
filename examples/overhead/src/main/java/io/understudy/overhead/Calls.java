package io.understudy.overhead;

import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call without an agent, or with an agent that does not capture it; the run decides. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Calls {
  private static final int CALL_POINTS = 3;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Service service = new Service();
  private final BigDecimal price = new BigDecimal("9.99");
  private final Bean bean = new Bean();
  private final Order order = new Order();

  /** Stops the call points by the file that the run names, and waits until they are disarmed. */
  @Setup
  public void disarm() throws ReflectiveOperationException, IOException, InterruptedException {
    String stop = System.getProperty("overhead.stop");
    if (stop == null) {
      return;
    }
    Files.write(Path.of(stop), new byte[0]);
    Method armed =
        Class.forName("io.understudy.bridge.Bridge", true, null).getMethod("armed", int.class);
    long start = System.nanoTime();
    for (int point = 0; point < CALL_POINTS; point++) {
      while ((boolean) armed.invoke(null, point)) {
        if (System.nanoTime() - start > PATIENCE) {
          throw new IllegalStateException("call points stay armed although " + stop + " exists");
        }
        Thread.sleep(10);
      }
    }
  }

  /** Three immutable arguments. */
  @Benchmark
  public String immutable() {
    return service.immutable("SKU-17", 3, price);
  }

  /** A bean of eight fields. */
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
