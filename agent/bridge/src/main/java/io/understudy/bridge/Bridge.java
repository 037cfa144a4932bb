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
 * <p>Thread-safe; lock-free on the application's threads.
 */
public final class Bridge {
  /**
   * The version of the contract between woven code, handlers and tokens. An agent that was compiled
   * against another number than {@link #contract()} returns cannot use this bridge. Raise it with
   * every change to the signature or meaning of a public member of this package.
   */
  public static final int CONTRACT = 4;

  /**
   * Number of failures that could not be reported. Incremented without a call, since the stack may
   * be used up. Under contention a few increments may be lost, but never the first one.
   */
  public static volatile int escaped;

  private static volatile @Nullable Function<Map<String, String>, String> verbs;
  private static volatile Gate gate = Gate.closed(0);
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
   */
  public static void verbs(@Nullable Function<Map<String, String>, String> how) {
    verbs = how;
  }

  /**
   * Reserves numbers for call points. No other call point in this JVM ever has the same numbers.
   *
   * @return the first of {@code count} numbers in a row
   */
  public static synchronized int reserve(int count) {
    int first = next;
    next = Math.addExact(next, count);
    return first;
  }

  /**
   * Sets the handler that takes calls, in place of an earlier one. Armed points stay armed; new
   * numbers are disarmed.
   */
  public static synchronized void open(Handler handler) {
    gate = gate.with(handler, next);
  }

  /**
   * Takes no more calls and drops the handler. Points stay armed, so that a candidate which calls
   * its control is noticed while calls under way end. {@link #close} follows.
   */
  public static synchronized void drain() {
    gate = gate.drained();
  }

  /**
   * Closes the gate: disarms all call points and drops the handler. Calls under way still reach
   * their tokens. Numbers that were reserved before cannot be armed any more.
   */
  public static synchronized void close() {
    Arrays.fill(gate.armed, false);
    gate = Gate.closed(next);
  }

  /**
   * Arms or disarms a call point. A disarmed point costs a few reads and counts nothing. Ignores a
   * number that was reserved after the gate was opened, or before it was last closed.
   */
  public static synchronized void arm(int point, boolean on) {
    Gate gate = Bridge.gate;
    int slot = point - gate.base;
    if (slot >= 0 && slot < gate.armed.length) {
      gate.armed[slot] = on;
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

  /** Marks the current thread as a thread of the agent: no call on it is ever captured. */
  public static void suppress() {
    Marks.suppress();
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
