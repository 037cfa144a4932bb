package io.understudy.overhead;

import java.lang.reflect.Method;
import java.math.BigDecimal;
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
  private final Service service = new Service();
  private final BigDecimal price = new BigDecimal("9.99");
  private final Bean bean = new Bean();
  private final Order order = new Order();

  /** Disarms the call points, as a pause does, if the run requires it. */
  @Setup
  public void disarm() throws ReflectiveOperationException {
    if (Boolean.getBoolean("overhead.disarmed")) {
      Method arm =
          Class.forName("io.understudy.bridge.Bridge", true, null)
              .getMethod("arm", int.class, boolean.class);
      for (int point = 0; point < 3; point++) {
        arm.invoke(null, point, false);
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
