package io.understudy.overhead;

import java.math.BigDecimal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A correct replacement that counts its calls, so a benchmark can wait for them. */
public final class Candidate {
  static final AtomicLong ANSWERED = new AtomicLong();
  private static final boolean STUCK = Boolean.getBoolean("overhead.stuck");

  /** Returns the result of {@link Service#immutable}. */
  public String immutable(String id, int quantity, BigDecimal price) throws InterruptedException {
    answered();
    return id;
  }

  /** Returns the result of {@link Service#bean}. */
  public Bean bean(Bean bean) throws InterruptedException {
    answered();
    return bean;
  }

  /** Returns the result of {@link Service#order}. */
  public BigDecimal order(Order order) throws InterruptedException {
    answered();
    return order.total;
  }

  static void answered() throws InterruptedException {
    if (STUCK) {
      new CountDownLatch(1).await(); // keeps the queue full
    }
    ANSWERED.incrementAndGet();
  }
}
