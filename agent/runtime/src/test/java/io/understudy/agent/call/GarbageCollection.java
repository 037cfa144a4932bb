package io.understudy.agent.call;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Runs the garbage collector until a condition holds. Stateless. */
public final class GarbageCollection {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private GarbageCollection() {}

  /** Returns once the condition holds; throws an {@code AssertionError} after 20 seconds. */
  public static void awaitUntil(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LIMIT_NANOS) {
        throw new AssertionError("the garbage collector did not establish the condition in 20 s");
      }
      System.gc();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
