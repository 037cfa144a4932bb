package io.understudy.bridge;

import java.util.Arrays;
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
 * <p>Thread-safe and lock-free.
 */
public final class Bridge {
  /**
   * How many failures could not even be reported. Counted without calling anything, since the stack
   * may be used up; so under contention a few may be lost, but never the first.
   */
  public static volatile int escaped;

  private static volatile Gate gate = Gate.CLOSED;

  private Bridge() {}

  /**
   * Opens the gate, with every call point disarmed.
   *
   * @param handler what the agent does at its call points
   * @param points how many there are; they are numbered from 0
   */
  public static void open(Handler handler, int points) {
    gate = new Gate(handler, points);
  }

  /** Closes the gate for good: the agent has stopped. Calls under way are still handed over. */
  public static void close() {
    Arrays.fill(gate.armed, false);
  }

  /** Arms a call point, or disarms it: a disarmed one costs a few reads and counts nothing. */
  public static void arm(int point, boolean on) {
    gate.armed[point] = on;
  }

  /** Whether calls of this point are looked at. */
  public static boolean armed(int point) {
    boolean[] armed = gate.armed;
    return point < armed.length && armed[point];
  }

  /** Marks the current thread as the agent's own: nothing that it runs is captured, for ever. */
  public static void suppress() {
    int[] marks = gate.marks.get();
    marks[marks.length - 1] = 1;
  }

  /**
   * Enters a call point.
   *
   * @return the thread's marks, of which the woven code clears the point's own at exit; null when
   *     the point is disarmed, the thread is inside of it already, or works for the agent
   */
  public static int @Nullable [] enter(int point) {
    Gate gate = Bridge.gate;
    if (point >= gate.armed.length || !gate.armed[point]) {
      return null;
    }
    int[] marks = gate.marks.get();
    if ((marks[point] | marks[marks.length - 1]) != 0) {
      return null;
    }
    marks[point] = 1;
    return marks;
  }

  /** {@link Handler#take}; null also where that threw. */
  public static @Nullable Object take(int point) {
    Handler handler = gate.handler;
    if (handler == null) {
      return null;
    }
    try {
      return handler.take(point);
    } catch (Throwable failure) {
      failed(handler, point, failure);
      return null;
    }
  }

  /** {@link Handler#self}. */
  public static void self(int point, Object token, @Nullable Object self, Class<?> declaring) {
    Handler handler = gate.handler;
    if (handler == null) {
      return;
    }
    try {
      handler.self(point, token, self, declaring);
    } catch (Throwable failure) {
      failed(handler, point, failure);
    }
  }

  /** {@link Handler#capture}. */
  public static void capture(int point, int[] marks, Object token, @Nullable Object[] arguments) {
    Handler handler = gate.handler;
    if (handler == null) {
      return;
    }
    // The handler may run code of the application, such as a collection of its own.
    marks[marks.length - 1]++;
    try {
      handler.capture(point, token, arguments);
    } catch (Throwable failure) {
      failed(handler, point, failure);
    } finally {
      marks[marks.length - 1]--;
    }
  }

  /** {@link Handler#exit}. */
  public static void exit(
      int point, int[] marks, Object token, @Nullable Object returned, @Nullable Throwable thrown) {
    Handler handler = gate.handler;
    if (handler == null) {
      return;
    }
    marks[marks.length - 1]++;
    try {
      handler.exit(point, token, returned, thrown);
    } catch (Throwable failure) {
      failed(handler, point, failure);
    } finally {
      marks[marks.length - 1]--;
    }
  }

  private static void failed(Handler handler, int point, Throwable failure) {
    try {
      handler.failed(point, failure);
    } catch (Throwable again) {
      escaped++;
    }
  }
}
