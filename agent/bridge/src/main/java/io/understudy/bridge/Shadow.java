package io.understudy.bridge;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * The shadow scope: code that runs on behalf of candidates, on the agent's pool and on the threads
 * that candidates start. Code in it cannot end the JVM or keep it alive. A few woven methods of the
 * JDK call this class; see {@code agent.guard}. Outside of the scope they cost a few reads.
 *
 * <p><b>Which threads.</b> The agent's pool runs in a thread group of its own. The JDK gives a new
 * thread the group of its creator, and a thread factory the group of the thread that made it. So a
 * thread of this group works for a candidate, and a pool of the application keeps its own group
 * even if a candidate makes it grow. Three kinds of threads need more than the group:
 *
 * <ul>
 *   <li>Workers of a fork-join pool serve the application too. They are not in the scope.
 *   <li>Workers of a thread pool that the application made, if its factory takes the group of the
 *       submitting thread: they are <i>lent</i>, and not in the scope.
 *   <li>Virtual threads, and threads in a group of the candidate's choice, are <i>adopted</i> if
 *       code in the scope starts them, unless a pool of the application starts them as its workers.
 * </ul>
 *
 * <p>A task of a candidate on a pool of the application is in the scope, whatever thread runs it;
 * see {@link Tasks}. When it tries to end the JVM, it is also recognised by the candidate's class
 * on the stack.
 *
 * <p>Thread-safe. Thread-locals hold JDK types only.
 */
public final class Shadow {
  private static final int POINT = 0;
  private static final int OWN_SITE = 1;
  private static final int CONTROLS = 2;
  private static final int EXITS = 3;
  private static final int OVER = 4;
  private static final int CHANGE = 5;
  private static final int CELLS = 6;

  static final String THREAD_POOL = "java.util.concurrent.ThreadPoolExecutor";

  private static final ThreadGroup GROUP = new ShadowGroup();

  /** The call of a candidate for which a thread works; threads that it creates inherit it. */
  private static final InheritableThreadLocal<@Nullable AtomicIntegerArray> CALL =
      new InheritableThreadLocal<>();

  /** Stands for work of candidates that belongs to no call. */
  private static final AtomicIntegerArray NO_CALL = noCall();

  private static volatile @Nullable Watch watch;
  private static volatile String[] candidates = {};

  private Shadow() {}

  /** Receives what code in the scope has tried. Runs on its threads; must not block or throw. */
  public interface Watch {
    /**
     * An attempt was refused, or made harmless.
     *
     * @param point the number of the call point; -1 if it is unknown
     * @param className the candidate's class if the point is unknown; null if both are
     * @param what the method with its argument, such as {@code Runtime.exit(3)}
     */
    void refused(int point, @Nullable String className, String what);

    /** An exception has ended a thread or a task of a candidate. */
    void died(Throwable thrown);

    /** The control of this call point was entered on a thread whose call is over. */
    void calledControl(int point);

    /**
     * A change of a setting of the whole JVM was prevented; see {@link Settings}.
     *
     * @param point the number of the call point; -1 if it is unknown
     * @param setter the method, for a table with the key, such as {@code
     *     java.util.Properties.put(user.name)}
     * @return a number of this change above 0, for {@link Shadow#change}
     */
    int changed(int point, String setter);
  }

  /**
   * Sets the receiver, from which on the scope is guarded; null ends the guard.
   *
   * @param key the key of the bridge
   * @param next the receiver
   * @param classNames binary names of candidate classes, which the application itself does not use
   * @return false if this is not the key, and nothing has changed
   */
  public static boolean watch(@Nullable Object key, @Nullable Watch next, String... classNames) {
    if (!Bridge.isHeldBy(key)) {
      return false;
    }
    candidates = classNames.clone();
    watch = next;
    Settings.guard(next != null);
    if (next == null) {
      StopPoint.setMemory(null);
      Tasks.clear();
      Threads.clear();
    }
    return true;
  }

  /** Whether the scope is guarded. Costs one read. */
  static boolean isGuarded() {
    return watch != null;
  }

  /** Returns the thread group of the scope. */
  public static ThreadGroup group() {
    return GROUP;
  }

  /**
   * Begins a call of a candidate on this thread.
   *
   * @param point the number of the call point
   * @param ownSite the number of the site if the candidate's method is woven itself; else -1
   * @return the record of the call
   */
  public static AtomicIntegerArray begin(int point, int ownSite) {
    AtomicIntegerArray call = new AtomicIntegerArray(CELLS);
    call.set(POINT, point);
    call.set(OWN_SITE, ownSite);
    CALL.set(call);
    return call;
  }

  /** Ends the work for a call on this thread; its other threads may still work for it. */
  public static void leave() {
    CALL.remove();
  }

  /** Returns the number of the call point for which this thread works; -1 if it is unknown. */
  public static int currentPoint() {
    return currentCall().get(POINT);
  }

  /** Ends a call: what its threads do from now on is reported to the {@link Watch}. */
  public static void close(AtomicIntegerArray call) {
    call.set(OVER, 1);
  }

  /** Returns how often the call has entered the control of its own call point. */
  public static int controlCalls(AtomicIntegerArray call) {
    return call.get(CONTROLS);
  }

  /** Returns how often the call has tried to end the JVM. */
  public static int exits(AtomicIntegerArray call) {
    return call.get(EXITS);
  }

  /**
   * Returns the number of the latest change that the call has tried to make; 0 if there is none.
   */
  public static int change(AtomicIntegerArray call) {
    return call.get(CHANGE);
  }

  /** Returns the call for which the current thread works; never null. */
  static AtomicIntegerArray currentCall() {
    AtomicIntegerArray call = CALL.get();
    return call == null ? NO_CALL : call;
  }

  /** Returns the call for which the current thread works; null if it is unknown. */
  static @Nullable AtomicIntegerArray callOrNull() {
    return CALL.get();
  }

  /** Sets the call for which the current thread works. */
  static void replaceCall(@Nullable AtomicIntegerArray next) {
    if (next != null) {
      CALL.set(next);
    } else {
      CALL.remove();
    }
  }

  private static AtomicIntegerArray noCall() {
    AtomicIntegerArray none = new AtomicIntegerArray(CELLS);
    none.set(POINT, -1);
    none.set(OVER, 1);
    return none;
  }

  /** Records a change that was prevented. */
  static void changed(AtomicIntegerArray call, String setter) {
    Watch current = watch;
    if (current != null) {
      // Before the report, which may fail: the outcome must not count in any case.
      call.compareAndSet(CHANGE, 0, Integer.MAX_VALUE);
      call.set(CHANGE, current.changed(call.get(POINT), setter));
    }
  }

  /** Records that a thread whose calls are not captured enters a woven control. */
  static void entered(int point, int site) {
    AtomicIntegerArray call = CALL.get();
    if (call == null || call.get(POINT) != point || call.get(OWN_SITE) == site) {
      return;
    }
    if (call.get(OVER) == 0) {
      call.incrementAndGet(CONTROLS);
      return;
    }
    Watch current = watch;
    if (current != null) {
      current.calledControl(point);
    }
  }

  /** Whether the current thread is in the scope. */
  static boolean isCurrentIn() {
    return isIn(Thread.currentThread());
  }

  /** Whether the thread is in the scope; the task that it runs is known of the current one only. */
  static boolean isIn(Thread thread) {
    if (Tasks.isAnyRunning() && thread == Thread.currentThread()) {
      Boolean byTask = Tasks.isIn();
      if (byTask != null) {
        return byTask;
      }
    }
    return Threads.isIn(thread);
  }

  /**
   * Called at the entry of methods that end the JVM.
   *
   * @throws SecurityException if the current thread works for a candidate
   */
  public static void exit(String method, int status) {
    Watch current = watch;
    if (current == null) {
      return;
    }
    String className = candidateThatCalls();
    if (className != null) {
      throw refusedExit(current, className, method, status);
    }
  }

  /** Records that an exit is refused. Without memory for that, it is refused all the same. */
  private static SecurityException refusedExit(
      Watch current, String className, String method, int status) {
    try {
      AtomicIntegerArray call = CALL.get();
      if (call != null) {
        call.incrementAndGet(EXITS);
      }
      String what = method + "(" + status + ")";
      refused(current, className, what);
      return new SecurityException("a candidate cannot end this JVM: " + what + " is refused");
    } catch (OutOfMemoryError noMemory) {
      Bridge.escaped++;
      return Refusal.WITHOUT_MEMORY;
    }
  }

  /** Returns the candidate's class, empty if it is unknown; null if this is no candidate. */
  private static @Nullable String candidateThatCalls() {
    try {
      return isIn(Thread.currentThread()) ? "" : candidateOfTask();
    } catch (StackOverflowError undecided) {
      throw undecided; // the caller has no exit without the guard either, a few frames deeper
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
      return GROUP.parentOf(Thread.currentThread().getThreadGroup()) ? "" : null;
    }
  }

  /**
   * Called at the entry of {@code Runtime.addShutdownHook}.
   *
   * @return whether the hook is left out; hooks of the JDK itself, such as the one of {@code
   *     java.util.logging}, serve the application too and are registered
   */
  public static boolean leavesOut(Thread hook) {
    Watch current = watch;
    if (current == null) {
      return false;
    }
    String className = candidateThatCalls();
    if (className == null || isOfJdk()) {
      return false;
    }
    refused(current, className, "Runtime.addShutdownHook");
    return true;
  }

  private static boolean isOfJdk() {
    try {
      return Callers.ofRuntimeIsJdk();
    } catch (OutOfMemoryError noMemory) {
      Bridge.escaped++;
      return false;
    }
  }

  /** Reports an exception that a thread or a task of a candidate did not catch. Never throws. */
  static void died(Throwable thrown) {
    Watch current = watch;
    if (current != null) {
      try {
        current.died(thrown);
      } catch (Throwable failure) {
        Bridge.escaped++;
        Bridge.rethrowDeath(failure);
      }
    }
  }

  /** Reports that a thread of a candidate would have kept the JVM alive. */
  static void madeDaemon() {
    Watch current = watch;
    if (current != null) {
      refused(current, "", "Thread.setDaemon(false)");
    }
  }

  private static void refused(Watch current, String className, String what) {
    try {
      AtomicIntegerArray call = CALL.get();
      current.refused(
          call == null ? -1 : call.get(POINT), className.isEmpty() ? null : className, what);
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  /**
   * Returns the candidate's class if this thread of a pool of the application runs code of one;
   * null if it does not.
   */
  private static @Nullable String candidateOfTask() {
    return candidateOnStack(true);
  }

  static @Nullable String candidateOnStack(boolean onlyOnPools) {
    String[] names = candidates;
    if (names.length == 0) {
      return null;
    }
    boolean isOfPool = false;
    String found = null;
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      String name = frame.getClassName();
      isOfPool |=
          name.equals(THREAD_POOL)
              // Also on a thread that helps while it waits for a task.
              || name.equals("java.util.concurrent.ForkJoinTask")
              || name.equals("java.util.TimerThread");
      found = found == null ? candidate(name, names) : found;
    }
    return isOfPool || !onlyOnPools ? found : null;
  }

  private static @Nullable String candidate(String className, String[] names) {
    for (String each : names) {
      if (className.startsWith(each)
          && (className.length() == each.length() || className.charAt(each.length()) == '$')) {
        return each;
      }
    }
    return null;
  }

  /**
   * The group of the scope. Its threads have the lowest priority. An exception that ends one of
   * them does not reach the default handler of the application, which may end the JVM.
   */
  private static final class ShadowGroup extends ThreadGroup {
    ShadowGroup() {
      super("understudy");
      setMaxPriority(Thread.MIN_PRIORITY);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
      died(thrown);
    }
  }
}
