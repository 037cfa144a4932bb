package io.understudy.bridge;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one static gate between the application's classes and the agent's. Woven code calls {@link
 * #enter}, {@link #take}, {@link #capture} and {@link #exit}, in this order; none of them throws,
 * unless the stack is too short for even the call, which the woven code survives.
 *
 * <p><b>Outermost only.</b> A thread that is inside a call point and enters it again, by recursion,
 * a call to {@code super} or a decorator, makes no second call of it. {@link #enter} sets the
 * thread's mark as its last step, and woven code clears it with a plain store into the array, not
 * with a call: so the mark is right even when the control, or the agent, has used up the stack.
 *
 * <p><b>Generations.</b> Once in a JVM's bootstrap loader the bridge stays, and what is attached to
 * it changes: a reload {@linkplain #open opens} it with another handler, a detachment {@linkplain
 * #close closes} it, a second attachment, maybe of another version of the agent, opens it again.
 * Numbers of call points are never used twice, and a call that was taken is handed on to whoever
 * took it.
 *
 * <p>Thread-safe; lock-free where the application's threads come.
 */
public final class Bridge {
  /**
   * What woven code, handlers and tokens agree on. An agent that was compiled against another
   * number than {@link #contract()} returns cannot use this bridge. Raise it with every change of a
   * public signature of this package, or of what it means.
   */
  public static final int CONTRACT = 3;

  /**
   * How many failures could not even be reported. Counted without calling anything, since the stack
   * may be used up; so under contention a few may be lost, but never the first.
   */
  public static volatile int escaped;

  private static volatile @Nullable Function<Map<String, String>, String> verbs;
  private static volatile Gate gate = Gate.closed(0);
  private static int next;

  private Bridge() {}

  /** The {@link #CONTRACT} of the bridge that this JVM has, and not of the caller's compiler. */
  public static int contract() {
    return CONTRACT;
  }

  /**
   * How to talk to the agent that is attached: from words such as {@code command=status} to its
   * answer.
   *
   * @return null while none is attached
   */
  public static @Nullable Function<Map<String, String>, String> verbs() {
    return verbs;
  }

  /** Says how to talk to the agent that is attached now, or with null that none is any more. */
  public static void verbs(@Nullable Function<Map<String, String>, String> how) {
    verbs = how;
  }

  /**
   * Hands out numbers for call points, which no other call point in this JVM ever had.
   *
   * @return the first of {@code count} numbers in a row
   */
  public static synchronized int reserve(int count) {
    int first = next;
    next = Math.addExact(next, count);
    return first;
  }

  /**
   * Lets a handler take calls in place of the one before, if any. What is armed stays armed; new
   * numbers are disarmed.
   */
  public static synchronized void open(Handler handler) {
    gate = gate.with(handler, next);
  }

  /**
   * Closes the gate: all call points are disarmed and the handler is let go. Calls under way are
   * still handed over. Numbers that were reserved before cannot be armed any more.
   */
  public static synchronized void close() {
    Arrays.fill(gate.armed, false);
    gate = Gate.closed(next);
  }

  /**
   * Arms a call point, or disarms it: a disarmed one costs a few reads and counts nothing. Nothing
   * happens to a number that was reserved after the gate was opened, or before it was last closed.
   */
  public static synchronized void arm(int point, boolean on) {
    Gate gate = Bridge.gate;
    int slot = point - gate.base;
    if (slot >= 0 && slot < gate.armed.length) {
      gate.armed[slot] = on;
    }
  }

  /** Whether calls of this point are looked at. */
  public static boolean armed(int point) {
    Gate gate = Bridge.gate;
    int slot = point - gate.base;
    return slot >= 0 && slot < gate.armed.length && gate.armed[slot];
  }

  /** Where the marks of a call point stand in the arrays that {@link #enter} returns. */
  public static int slot(int point) {
    return point - gate.base;
  }

  /** Marks the current thread as the agent's own: nothing that it runs is captured, for ever. */
  public static void suppress() {
    Marks.suppress();
  }

  /**
   * Enters a call point.
   *
   * @return the thread's marks, of which the woven code clears the point's {@link #slot} at exit;
   *     null when the point is disarmed, the thread is inside of it already, or works for the agent
   */
  public static int @Nullable [] enter(int point) {
    Gate gate = Bridge.gate;
    int slot = point - gate.base;
    if (slot < 0 || slot >= gate.armed.length || !gate.armed[slot]) {
      return null;
    }
    return Marks.enter(gate, slot);
  }

  /** {@link Handler#take}; null also where that threw. */
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
   * {@link Token#self}.
   *
   * @param token what {@link #take} returned
   */
  public static void self(Object token, @Nullable Object self, Class<?> declaring) {
    try {
      ((Token) token).self(self, declaring);
    } catch (Throwable failure) {
      failed(token, failure);
    }
  }

  /** {@link Token#capture}; parameters as {@link #enter} and {@link #take} returned them. */
  public static void capture(Object token, int[] marks, @Nullable Object[] arguments) {
    // The agent may run code of the application, such as a collection of its own.
    marks[marks.length - 1]++;
    try {
      ((Token) token).capture(arguments);
    } catch (Throwable failure) {
      failed(token, failure);
    } finally {
      marks[marks.length - 1]--;
    }
  }

  /** {@link Token#exit}; the first parameters as {@link #enter} and {@link #take} returned them. */
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
