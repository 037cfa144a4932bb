package io.understudy.bridge;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one static gate between the application's classes and the agent's. Woven code calls {@link
 * #enter}, {@link #take}, {@link #capture} and {@link #exit}, in this order. They throw nothing but
 * {@code StackOverflowError} and {@code ThreadDeath}.
 *
 * <p><b>Outermost only.</b> A thread that is inside a call point and enters it again, by recursion,
 * a call to {@code super} or a decorator, does not start a second call. Woven code sets and clears
 * the thread's mark with plain stores into the array that {@link #enter} returns, not with calls.
 * So the mark is correct even if the control or the agent has used up the stack.
 *
 * <p><b>Errors at any instruction.</b> If the stack is used up before the call is counted, the
 * control throws a {@code StackOverflowError} as if its frame were larger, and its body does not
 * run. After that, an error of the agent never leaves the woven method. A {@code ThreadDeath} is
 * thrown at a thread, not by the agent, so it leaves the woven method.
 *
 * <p><b>Generations.</b> The bridge stays in a JVM's bootstrap loader, and the handler changes. A
 * reload {@linkplain #open opens} the bridge with another handler, and a detachment {@linkplain
 * #close closes} it. A later attachment opens it again. Numbers of call points are never used
 * twice, and a call that was taken goes to the handler that took it.
 *
 * <p><b>The key.</b> Every class of the JVM can call this class. So the methods that change it take
 * the key that {@link #claim} has given to the agent. A call with another key changes nothing.
 *
 * <p>Thread-safe; lock-free on the application's threads.
 */
public final class Bridge {
  /**
   * The version of the contract between woven code, handlers and tokens. An agent that was compiled
   * against another number cannot use this bridge. Raise it with every change to the signature or
   * meaning of a public member of this package.
   */
  public static final int CONTRACT = 6;

  /** Private, since code of the application could hold the lock of this class. */
  private static final Object LOCK = new Object();

  private static volatile @Nullable Function<Map<String, String>, String> verbs;
  private static volatile Gate gate = Gate.closed(0);
  private static volatile @Nullable Object holder;
  private static int next;

  /**
   * Number of failures that could not be reported. Incremented without a call, since the stack may
   * be used up. Under contention a few increments may be lost, but never the first one.
   */
  static volatile int escaped;

  static {
    // Initialised now: a class that is first used at the end of a stack stays broken.
    Marks.head();
    Completion.initialise();
  }

  private Bridge() {}

  /** Returns the {@link #CONTRACT} of the bridge in this JVM, not a copy of the constant. */
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
   * Sets the function that answers requests; null if no agent is attached any more.
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

  /** Returns the number of failures that could not be reported; normally 0. */
  public static int escaped() {
    return escaped;
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
   * @return the thread's marks, in which the woven code sets the point's {@link #slot} to 1, and to
   *     0 at exit; null if the point is disarmed, or the thread is inside it already or works for
   *     the agent
   */
  public static int @Nullable [] enter(int point, int site) {
    Gate gate = Bridge.gate;
    int slot = point - gate.base;
    if (slot < 0 || slot >= gate.armed.length || !gate.armed[slot]) {
      return null;
    }
    return Marks.enter(gate, slot, site);
  }

  /**
   * Calls {@link Handler#take}. If it throws, the call is counted as failed, except where an error
   * must leave the woven method: then the call is not counted.
   *
   * @param marks the result of {@link #enter}, with the mark; without it nothing is taken
   */
  public static @Nullable Object take(int point, int site, int @Nullable [] marks) {
    Gate gate = Bridge.gate;
    Handler handler = gate.handler;
    int slot = point - gate.base;
    if (handler == null || marks == null || slot < 0 || slot >= marks.length || marks[slot] != 1) {
      return null;
    }
    try {
      return handler.take(point, site);
    } catch (StackOverflowError notCounted) {
      throw notCounted;
    } catch (Throwable failure) {
      failed(handler, point, failure);
      return null;
    }
  }

  private static void failed(Handler handler, int point, Throwable failure) {
    rethrowDeath(failure);
    try {
      handler.failed(point, failure);
    } catch (Throwable again) {
      escaped++;
      rethrowDeath(again);
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
    marks[marks.length - 1] = 1;
    try {
      ((Token) token).capture(arguments);
    } catch (Throwable failure) {
      failed(token, failure);
    } finally {
      marks[marks.length - 1] = 0;
    }
  }

  /** Calls {@link Token#exit}, with the results of {@link #enter} and {@link #take}. */
  public static void exit(
      Object token, int[] marks, @Nullable Object returned, @Nullable Throwable thrown) {
    marks[marks.length - 1] = 1;
    try {
      ((Token) token).exit(returned, thrown);
    } catch (Throwable failure) {
      failed(token, failure);
    } finally {
      marks[marks.length - 1] = 0;
    }
  }

  /**
   * Handles what was thrown between {@link #enter} and the body of the control. Woven code has
   * cleared the mark.
   *
   * @param point the number of the call point
   * @param token the token of the call; null if the call was not taken
   * @throws StackOverflowError if the call is not counted because the stack is used up
   */
  public static void entryFailed(int point, @Nullable Object token, Throwable thrown) {
    if (token != null) {
      failed(token, thrown);
      return;
    }
    if (thrown instanceof StackOverflowError) {
      throw (StackOverflowError) thrown;
    }
    Handler handler = gate.handler;
    if (handler == null) {
      rethrowDeath(thrown);
    } else {
      failed(handler, point, thrown);
    }
  }

  /** Handles what was thrown after the body of the control; its own outcome stays. */
  public static void exitFailed(Object token, Throwable thrown) {
    failed(token, thrown);
  }

  private static void failed(Object token, Throwable failure) {
    try {
      ((Token) token).failed(failure);
    } catch (Throwable again) {
      escaped++;
      rethrowDeath(again);
    }
    rethrowDeath(failure);
  }

  /**
   * Throws a {@code ThreadDeath} again, since it was thrown at the thread and is not a failure of
   * the agent. Any other throwable is ignored. By name, since the class will be removed from the
   * JDK.
   */
  public static void rethrowDeath(Throwable thrown) {
    Error death = StopAgain.death(thrown);
    if (death != null) {
      throw death;
    }
  }

  /**
   * Stops the current thread again, soon, if this is a {@code ThreadDeath} which code of the JDK
   * between the agent and the application would swallow.
   */
  public static void stopAgain(Throwable thrown) {
    if (StopAgain.death(thrown) != null) {
      StopAgain.soon();
    }
  }
}
