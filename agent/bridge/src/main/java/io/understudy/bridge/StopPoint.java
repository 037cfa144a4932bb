package io.understudy.bridge;

/**
 * The places at which a candidate can be stopped: the agent weaves a call of {@link #check} into
 * the loops and at the entries of the methods of candidate classes. This works on each version of
 * Java, where {@code Thread.stop} works up to 19, and it stops only the candidate's own code: never
 * code of the JDK or of a library in the middle of a change.
 *
 * <p>Thread-safe. While no thread is to stop, a check costs one volatile read.
 */
public final class StopPoint {
  /** Private, since code of the application could hold the lock of this class. */
  private static final Object LOCK = new Object();

  private static volatile boolean armed;
  private static volatile Thread[] stopping = {};

  private StopPoint() {}

  /**
   * Called by woven code of candidates.
   *
   * @throws Stopped if the current thread is to stop
   */
  public static void check() {
    if (armed) {
      stopIfAsked();
    }
  }

  private static void stopIfAsked() {
    Thread current = Thread.currentThread();
    for (Thread each : stopping) {
      if (each == current) {
        throw new Stopped();
      }
    }
  }

  /** Stops a thread at its next check, and at each one after that, until {@link #release}. */
  public static void stop(Thread thread) {
    synchronized (LOCK) {
      add(thread);
    }
  }

  private static void add(Thread thread) {
    Thread[] before = stopping;
    for (Thread each : before) {
      if (each == thread) {
        return;
      }
    }
    Thread[] after = new Thread[before.length + 1];
    System.arraycopy(before, 0, after, 0, before.length);
    after[before.length] = thread;
    stopping = after;
    armed = true;
  }

  /** Lets a thread pass its checks again. Has no effect on a thread that was not stopped. */
  public static void release(Thread thread) {
    if (armed) {
      synchronized (LOCK) {
        remove(thread);
      }
    }
  }

  private static void remove(Thread thread) {
    int left = 0;
    Thread[] before = stopping;
    for (Thread each : before) {
      left += each == thread ? 0 : 1;
    }
    Thread[] after = new Thread[left];
    int at = 0;
    for (Thread each : before) {
      if (each != thread) {
        after[at++] = each;
      }
    }
    stopping = after;
    armed = left > 0;
  }

  /** The agent stops this candidate. Has no stack trace. */
  public static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("the agent stops this candidate", null, false, false);
    }
  }
}
