package io.understudy.bridge;

import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * The part of the {@link Shadow} scope that is not bound to threads: a task that code in the scope
 * creates or hands over works for a candidate, on whatever thread it runs. A few woven methods of
 * the JDK call this class; see {@code agent.guard}.
 *
 * <ul>
 *   <li>Futures, fork-join tasks, dependents of futures and timer tasks belong to the code that
 *       creates them, as long as they exist.
 *   <li>Other objects can be handed over by several parties. Each hand-over by a candidate stands
 *       for one run: {@code ThreadPoolExecutor.execute}, and the queues of {@code java.util}.
 * </ul>
 *
 * <p>While a thread runs such a task, it is in the scope, with all that it creates. The reverse
 * holds, too: a thread of a candidate which runs a task of the application, because it helps a pool
 * or completes a future on which the application waits, is out of the scope for that time.
 *
 * <p>An error may strike at any instruction, such as when the stack is used up. The woven code then
 * goes on as if it had not called this class. A frame that could not be removed is marked as ended
 * by a plain store, and removed by the next use of the thread's frames; a frame is ready before it
 * is added, so that its removal restores what was there before.
 *
 * <p>They cost a few reads while no candidate has a task. Thread-safe.
 */
public final class Tasks {
  /** Null when the frame has ended. Woven code sets that, too, so the index must stay 0. */
  private static final int TASK = 0;

  private static final int BELOW = 1;
  private static final int IS_IN = 2;
  private static final int CALL = 3;
  private static final int SUPPRESSED = 4;
  private static final int QUEUE = 5;
  private static final int CELLS = 6;

  /** In place of a task: what a thread has taken from a queue, until it takes the next. */
  private static final Object TAKEN = "taken";

  private static final IdentityTable OWN = new IdentityTable();
  private static final IdentityTable HANDED = new IdentityTable();
  private static final IdentityTable QUEUED = new IdentityTable();

  /** The tasks that the current thread runs, the innermost first. */
  private static final ThreadLocal<Object @Nullable []> FRAMES = new ThreadLocal<>();

  /** The number of frames of all threads. */
  private static final AtomicInteger FRAME_COUNT = new AtomicInteger();

  private Tasks() {}

  /** Called at the end of constructors of tasks. */
  public static void created(Object task) {
    if (!Shadow.isGuarded()) {
      return;
    }
    try {
      if (Shadow.isCurrentIn()) {
        OWN.put(task, Shadow.currentCall());
      }
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  /**
   * Called at the entry of a task's method that runs it.
   *
   * @return the frame to {@link #leave}; null if there is none
   */
  public static Object @Nullable [] enter(Object task) {
    if (!Shadow.isGuarded()) {
      return null;
    }
    try {
      AtomicIntegerArray call = OWN.get(task);
      if (call != null) {
        return push(task, Boolean.TRUE, call);
      }
      return task instanceof ForkJoinTask && Shadow.isCurrentIn()
          ? push(task, Boolean.FALSE, null)
          : null;
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
      return null;
    }
  }

  /** Called at all exits of a method for which {@link #enter} was called, with its result. */
  public static void leave(Object @Nullable [] frame) {
    if (frame == null) {
      return;
    }
    try {
      Object task = frame[TASK];
      end(frame);
      if (task instanceof ForkJoinTask && ((ForkJoinTask<?>) task).isDone()) {
        OWN.remove(task);
      }
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  /** Called at the entry of {@code ThreadPoolExecutor.execute}. */
  public static void submitted(@Nullable Object task) {
    if (!Shadow.isGuarded() || task == null) {
      return;
    }
    try {
      if (Shadow.isCurrentIn() && OWN.get(task) == null) {
        HANDED.add(task, Shadow.currentCall());
      }
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  /** Called when a thread pool rejects a task. */
  public static void rejected(@Nullable Object task) {
    if (HANDED.isEmpty() || task == null) {
      return;
    }
    try {
      if (Shadow.isCurrentIn()) {
        HANDED.take(task);
      }
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  /** Returns what a worker of a thread pool runs in place of the task. */
  public static Runnable hosted(Runnable task) {
    if (HANDED.isEmpty() && OWN.isEmpty()) {
      return task;
    }
    try {
      AtomicIntegerArray call = HANDED.take(task);
      if (call == null && task instanceof TimerTask) {
        call = OWN.get(task);
      }
      return call == null ? task : new HostedTask(task, call);
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
      return task;
    }
  }

  /** Returns what the thread of a timer runs in place of the task. */
  public static TimerTask hosted(TimerTask task) {
    if (OWN.isEmpty()) {
      return task;
    }
    try {
      AtomicIntegerArray call = OWN.get(task);
      return call == null ? task : new HostedTimerTask(task, call);
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
      return task;
    }
  }

  /** Called before an element is put into a queue. */
  public static void offered(@Nullable Object element) {
    if (element == null || !Shadow.isGuarded()) {
      return;
    }
    try {
      // In this order: to ask a class for interfaces that it lacks is expensive.
      if (Shadow.isCurrentIn()
          && isCode(element)
          && OWN.get(element) == null
          && HANDED.get(element) == null) {
        QUEUED.add(element, Shadow.currentCall());
      }
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  /**
   * Called when a method of a queue returns the element that it has removed, or null. The thread
   * works for the element until it takes the next one: from the same queue, or other code.
   */
  public static void taken(@Nullable Object element, Object queue) {
    if (QUEUED.isEmpty() && FRAME_COUNT.get() == 0) {
      return;
    }
    try {
      boolean isCode = element != null && isCode(element);
      Object[] top = top();
      if (top != null && top[TASK] == TAKEN && (isCode || top[QUEUE] == queue)) {
        popTaken();
      }
      AtomicIntegerArray call = element != null && isCode ? QUEUED.take(element) : null;
      if (call != null) {
        Object[] frame = push(TAKEN, Boolean.TRUE, call);
        frame[QUEUE] = queue;
        TakenFrames.add(frame);
      }
      TakenFrames.sweepAtTimes();
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  private static boolean isCode(@Nullable Object element) {
    return element instanceof Runnable || element instanceof Callable;
  }

  /** Whether the current task is a candidate's; null if the thread runs no such task. */
  static @Nullable Boolean isIn() {
    Object[] top = top();
    return top == null ? null : (Boolean) top[IS_IN];
  }

  /** Removes the frames of this thread that have ended without being removed. */
  static void removeEnded() {
    top();
  }

  /** Whether a thread runs a task on which {@link #isIn} depends. Costs one read. */
  static boolean isAnyRunning() {
    return FRAME_COUNT.get() != 0;
  }

  /** Drops what is known of tasks, after the guard has ended. */
  static void clear() {
    OWN.clear();
    HANDED.clear();
    QUEUED.clear();
    TakenFrames.sweep();
  }

  private static Object @Nullable [] top() {
    if (FRAME_COUNT.get() == 0) {
      return null;
    }
    Object[] top = FRAMES.get();
    while (top != null && top[TASK] == null) {
      pop(top);
      top = FRAMES.get();
    }
    return top;
  }

  private static Object[] push(Object task, Boolean isIn, @Nullable AtomicIntegerArray call) {
    Object[] frame = new Object[CELLS];
    frame[TASK] = task;
    frame[BELOW] = top();
    frame[IS_IN] = isIn;
    frame[CALL] = Shadow.callOrNull();
    // Before the frame exists: the marks of a new thread depend on the scope in which they begin.
    int[] head = Marks.head();
    frame[SUPPRESSED] = head[Marks.SUPPRESSED];
    boolean isPushed = false;
    try {
      FRAME_COUNT.incrementAndGet(); // first: a number that is too large only costs time
      FRAMES.set(frame);
      head[Marks.SUPPRESSED] = isIn ? 1 : 0;
      Shadow.replaceCall(call);
      isPushed = true;
      return frame;
    } finally {
      if (!isPushed) {
        frame[TASK] = null;
      }
    }
  }

  /** Ends a frame and all that lie above it, which have been left or are no longer needed. */
  private static void end(Object[] frame) {
    frame[TASK] = null;
    Object[] each = FRAMES.get();
    while (each != null && each != frame) {
      each = (Object[]) each[BELOW];
    }
    if (each == null) {
      return;
    }
    Object[] top = FRAMES.get();
    while (top != null && top != frame) {
      pop(top);
      top = FRAMES.get();
    }
    top(); // removes this frame
  }

  /** Removes the innermost frame. An error at any instruction leaves a frame that has ended. */
  private static void pop(Object[] frame) {
    boolean isTaken = frame[TASK] == TAKEN || frame[QUEUE] != null;
    frame[TASK] = null;
    Marks.suppress((Integer) frame[SUPPRESSED]);
    Shadow.replaceCall((AtomicIntegerArray) frame[CALL]);
    Object[] below = (Object[]) frame[BELOW];
    if (below == null) {
      FRAMES.remove();
    } else {
      FRAMES.set(below);
    }
    if (isTaken) {
      TakenFrames.remove(frame);
    }
    FRAME_COUNT.decrementAndGet();
  }

  /** Forgets frames of threads that have ended within them. */
  static void forgetFrames(int count) {
    FRAME_COUNT.addAndGet(-count);
  }

  private static void popTaken() {
    Object[] top = top();
    while (top != null && top[TASK] == TAKEN) {
      pop(top);
      top = top();
    }
  }

  /**
   * Runs a task of a candidate. An exception does not end the worker or timer of the application,
   * and does not reach its default handler. The task does not run if there is no memory to mark it.
   */
  private static void run(Runnable task, AtomicIntegerArray call) {
    Object[] frame = null;
    try {
      frame = push(task, Boolean.TRUE, call);
      task.run();
    } catch (ThreadDeath stopped) { // somebody stops this thread of the application
      throw stopped;
    } catch (Throwable thrown) {
      Shadow.died(thrown);
    } finally {
      if (frame != null) {
        frame[TASK] = null;
        leave(frame);
      }
    }
  }

  /** Runs a task of a candidate on a thread of a pool. */
  private static final class HostedTask implements Runnable {
    private final Runnable task;
    private final AtomicIntegerArray call;

    HostedTask(Runnable task, AtomicIntegerArray call) {
      this.task = task;
      this.call = call;
    }

    @Override
    public void run() {
      Tasks.run(task, call);
    }
  }

  /** Runs a task of a candidate on the thread of a timer. */
  private static final class HostedTimerTask extends TimerTask {
    private final TimerTask task;
    private final AtomicIntegerArray call;

    HostedTimerTask(TimerTask task, AtomicIntegerArray call) {
      this.task = task;
      this.call = call;
    }

    @Override
    public void run() {
      Tasks.run(task, call);
    }
  }
}
