package app;

import io.understudy.bridge.Faults;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for other threads: long, since the machine may be busy, but not for one that a fault has ended. */
final class Patience {
  private static final int TURNS = 600;
  private static final int TURNS_AFTER_A_FAULT = 30;

  private Patience() {}

  private interface Wait<T> {
    /** Waits a moment; returns null if that was too short. */
    T turn() throws Exception;
  }

  static <T> T result(Future<T> future) throws Exception {
    return wait(() -> {
      try {
        return future.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException early) {
        return null;
      }
    });
  }

  static boolean opens(CountDownLatch latch) throws Exception {
    return Boolean.TRUE.equals(wait(() -> latch.await(100, TimeUnit.MILLISECONDS) ? Boolean.TRUE : null));
  }

  static boolean ends(Thread thread) throws Exception {
    return Boolean.TRUE.equals(wait(() -> {
      thread.join(100);
      return thread.isAlive() ? null : Boolean.TRUE;
    }));
  }

  private static <T> T wait(Wait<T> wait) throws Exception {
    int left = TURNS;
    while (left-- > 0) {
      T result = wait.turn();
      if (result != null) {
        return result;
      }
      // A thread that was stopped, or had no stack to begin with, may wake nobody.
      if (Faults.last instanceof ThreadDeath || Faults.last instanceof StackOverflowError) {
        left = Math.min(left, TURNS_AFTER_A_FAULT);
      }
    }
    throw new TimeoutException();
  }
}
