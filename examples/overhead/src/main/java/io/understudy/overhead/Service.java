package io.understudy.overhead;

import java.math.BigDecimal;
import org.openjdk.jmh.annotations.CompilerControl;

/** The legacy service. It does minimal work, so the measured time is the agent's. */
public final class Service {
  /** Three immutable arguments, an immutable result. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  public String immutable(String id, int quantity, BigDecimal price) {
    return id;
  }

  /** A bean of eight fields in, the same bean out. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  public Bean bean(Bean bean) {
    return bean;
  }

  /** An order of 50 lines in, its total out. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  public BigDecimal order(Order order) {
    return order.total;
  }
}
