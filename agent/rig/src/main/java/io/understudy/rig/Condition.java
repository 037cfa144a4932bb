package io.understudy.rig;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets a test wait until a condition holds, in place of a fixed sleep. Stateless. */
public final class Condition {
  private static final long SECONDS = 60;
  private static final long FIRST_PAUSE = 1_000_000;
  private static final long LONGEST_PAUSE = 100_000_000;

  private Condition() {}

  /**
   * Waits until a condition holds; the limit of 60 seconds only matters to a test that fails.
   *
   * @param what describes the condition, for the message of a failure
   * @param condition evaluated again after pauses from 1 ms to 100 ms
   * @throws AssertionError when the condition does not hold in time
   * @throws Exception whatever the condition throws
   */
  public static void await(String what, Callable<Boolean> condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    for (long pause = FIRST_PAUSE; !condition.call(); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      if (System.nanoTime() - until >= 0) {
        throw new AssertionError("not after " + SECONDS + " s: " + what);
      }
      LockSupport.parkNanos(pause);
    }
  }
}
