package io.understudy.bridge;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one static gate between the application's classes and the agent's. Woven code calls {@link
 * #enter}, {@link #take}, {@link #capture} and {@link #exit}, in this order. None of them throws,
 * unless the stack is too short for the call itself; the woven code handles that.
 *
 * <p><b>Outermost only.</b> A thread that is inside a call point and enters it again, by recursion,
 * a call to {@code super} or a decorator, does not start a second call. {@link #enter} sets the
 * thread's mark as its last step, and woven code clears it with a plain store into the array, not
 * with a call. So the mark is correct even if the control or the agent has used up the stack.
 *
 * <p><b>Generations.</b> The bridge stays in a JVM's bootstrap loader, and the handler changes. A
 * reload {@linkplain #open opens} the bridge with another handler, and a detachment {@linkplain
 * #close closes} it. A later attachment, maybe of another version of the agent, opens it again.
 * Numbers of call points are never used twice, and a call that was taken goes to the handler that
 * took it.
 *
 * <p><b>The key.</b> Every class of the JVM can call this class. So the methods that change it take
 * the key that {@link #claim} has given to the agent. A call with another key changes nothing.
 *
 * <p>Thread-safe; lock-free on the application's threads.
 */
public final class Bridge {
  /**
   * The version of the contract between woven code, handlers and tokens. An agent that was compiled
   * against another number than {@link #contract()} returns cannot use this bridge. Raise it with
   * every change to the signature or meaning of a public member of this package.
   */
  public static final int CONTRACT = 5;

  /**
   * Number of failures that could not be reported. Incremented without a call, since the stack may
   * be used up. Under contention a few increments may be lost, but never the first one.
   */
  public static volatile int escaped;

  /** Private, since code of the application could hold the lock of this class. */
  private static final Object LOCK = new Object();

  private static volatile @Nullable Function<Map<String, String>, String> verbs;
  private static volatile Gate gate = Gate.closed(0);
  private static volatile @Nullable Object holder;
  private static int next;

  private Bridge() {}

  /**
   * Returns the {@link #CONTRACT} of the bridge in this JVM, not the constant that the compiler
   * copied into the caller.
   */
  public static int contract() {
    return CONTRACT;
  }

  /**
   * Claims the bridge for an agent. The methods that change the bridge take the key, so that no
   * other code can stop the counting.
   *
   * @return the key; null if an agent holds the bridge already
   */
  public static @Nullable Object claim() {
    synchronized (LOCK) {
      if (holder != null) {
        return null;
      }
      Object key = new Object();
      holder = key;
      return key;
    }
  }

  /**
   * Releases the bridge, after it was {@linkplain #close closed}; a later agent may claim it.
   *
   * @return false if this is not the key, and nothing has changed
   */
  public static boolean release(@Nullable Object key) {
    synchronized (LOCK) {
      if (!isHeldBy(key)) {
        return false;
      }
      close(key);
      verbs = null;
      holder = null;
      return true;
    }
  }

  /** Whether this is the key of the agent that holds the bridge. */
  static boolean isHeldBy(@Nullable Object key) {
    return key != null && key == holder;
  }

  /**
   * Returns the function that answers requests to the attached agent: it maps words such as {@code
   * command=status} to the answer.
   *
   * @return null if no agent is attached
   */
  public static @Nullable Function<Map<String, String>, String> verbs() {
    return verbs;
  }

  /**
   * Sets the function that answers requests to the attached agent; null if none is attached any
   * more.
   *
   * @return false if this is not the key, and nothing has changed
   */
  public static boolean verbs(
      @Nullable Object key, @Nullable Function<Map<String, String>, String> how) {
    synchronized (LOCK) {
      if (!isHeldBy(key)) {
        return false;
      }
      verbs = how;
      return true;
    }
  }

  /**
   * Reserves numbers for call points. No other call point in this JVM ever has the same numbers.
   *
   * @return the first of {@code count} numbers in a row; -1 if this is not the key, or the count is
   *     negative
   */
  public static int reserve(@Nullable Object key, int count) {
    synchronized (LOCK) {
      if (!isHeldBy(key) || count < 0) {
        return -1;
      }
      int first = next;
      next = Math.addExact(next, count);
      return first;
    }
  }

  /**
   * Sets the handler that takes calls, in place of an earlier one. Armed points stay armed; new
   * numbers are disarmed.
   *
   * @return false if this is not the key, and nothing has changed
   */
  public static boolean open(@Nullable Object key, Handler handler) {
    synchronized (LOCK) {
      if (!isHeldBy(key)) {
        return false;
      }
      gate = gate.with(handler, next);
      return true;
    }
  }

  /**
   * Takes no more calls and drops the handler. Points stay armed, so that a candidate which calls
   * its control is noticed while calls under way end. {@link #close} follows.
   *
   * @return false if this is not the key, and nothing has changed
   */
  public static boolean drain(@Nullable Object key) {
    synchronized (LOCK) {
      if (!isHeldBy(key)) {
        return false;
      }
      gate = gate.drained();
      return true;
    }
  }

  /**
   * Closes the gate: disarms all call points and drops the handler. Calls under way still reach
   * their tokens. Numbers that were reserved before cannot be armed any more.
   *
   * @return false if this is not the key, and nothing has changed
   */
  public static boolean close(@Nullable Object key) {
    synchronized (LOCK) {
      if (!isHeldBy(key)) {
        return false;
      }
      Arrays.fill(gate.armed, false);
      gate = Gate.closed(next);
      return true;
    }
  }

  /**
   * Arms or disarms a call point. A disarmed point costs a few reads and counts nothing. Ignores a
   * number that was reserved after the gate was opened, or before it was last closed.
   *
   * @return false if this is not the key, and nothing has changed
   */
  public static boolean arm(@Nullable Object key, int point, boolean on) {
    synchronized (LOCK) {
      if (!isHeldBy(key)) {
        return false;
      }
      Gate gate = Bridge.gate;
      int slot = point - gate.base;
      if (slot >= 0 && slot < gate.armed.length) {
        gate.armed[slot] = on;
      }
      return true;
    }
  }

  /** Whether the point is armed. */
  public static boolean armed(int point) {
    Gate gate = Bridge.gate;
    int slot = point - gate.base;
    return slot >= 0 && slot < gate.armed.length && gate.armed[slot];
  }

  /** Returns the index of a call point's mark in the arrays that {@link #enter} returns. */
  public static int slot(int point) {
    return point - gate.base;
  }

  /**
   * Marks the current thread as a thread of the agent: no call on it is ever captured.
   *
   * @return false if this is not the key, and nothing has changed
   */
  public static boolean suppress(@Nullable Object key) {
    if (!isHeldBy(key)) {
      return false;
    }
    Marks.suppress();
    return true;
  }

  /**
   * Enters a call point.
   *
   * @param point the number of the call point
   * @param site the number of the woven method
   * @return the thread's marks, in which the woven code clears the point's {@link #slot} at exit;
   *     null if the point is disarmed, or the thread is inside it already or works for the agent
   */
  public static int @Nullable [] enter(int point, int site) {
    Gate gate = Bridge.gate;
    int slot = point - gate.base;
    if (slot < 0 || slot >= gate.armed.length || !gate.armed[slot]) {
      return null;
    }
    return Marks.enter(gate, slot, site);
  }

  /** Calls {@link Handler#take}; returns null also if it throws. */
  public static @Nullable Object take(int point, int site) {
    Handler handler = gate.handler;
    if (handler == null) {
      return null;
    }
    try {
      return handler.take(point, site);
    } catch (Throwable failure) {
      try {
        handler.failed(point, failure);
      } catch (Throwable again) {
        escaped++;
      }
      return null;
    }
  }

  /**
   * Calls {@link Token#self}.
   *
   * @param token the result of {@link #take}
   */
  public static void self(Object token, @Nullable Object self, Class<?> declaring) {
    try {
      ((Token) token).self(self, declaring);
    } catch (Throwable failure) {
      failed(token, failure);
    }
  }

  /** Calls {@link Token#capture}, with the results of {@link #enter} and {@link #take}. */
  public static void capture(Object token, int[] marks, @Nullable Object[] arguments) {
    // Capture may run code of the application, such as the methods of its collections.
    marks[marks.length - 1]++;
    try {
      ((Token) token).capture(arguments);
    } catch (Throwable failure) {
      failed(token, failure);
    } finally {
      marks[marks.length - 1]--;
    }
  }

  /** Calls {@link Token#exit}, with the results of {@link #enter} and {@link #take}. */
  public static void exit(
      Object token, int[] marks, @Nullable Object returned, @Nullable Throwable thrown) {
    marks[marks.length - 1]++;
    try {
      ((Token) token).exit(returned, thrown);
    } catch (Throwable failure) {
      failed(token, failure);
    } finally {
      marks[marks.length - 1]--;
    }
  }

  private static void failed(Object token, Throwable failure) {
    try {
      ((Token) token).failed(failure);
    } catch (Throwable again) {
      escaped++;
    }
  }
}
