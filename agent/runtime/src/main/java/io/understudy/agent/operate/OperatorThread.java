package io.understudy.agent.operate;

import io.understudy.agent.thread.AgentLoop;
import io.understudy.agent.thread.AgentThreads;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The thread that executes the operator's requests one after the other, and a periodic task in
 * between. A request may arrive on a thread of the application. That thread must not execute it:
 * threads started by a reload would inherit its class loader, permissions and inheritable
 * thread-locals, and libraries would leave thread-locals in it. Thread-safe.
 */
public final class OperatorThread {
  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long RARE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Runnable periodicTask;
  private final AgentLoop loop;
  private final long period;
  private long nextPeriod;

  /** Creates a thread that also runs {@code periodicTask} about once a second. */
  public OperatorThread(AgentThreads threads, String name, Runnable periodicTask) {
    this(threads, name, periodicTask, PERIOD_NANOS);
  }

  /** Creates a thread that only executes requests. */
  public OperatorThread(AgentThreads threads, String name) {
    this(threads, name, () -> {}, RARE_NANOS);
  }

  private OperatorThread(
      AgentThreads threads, String name, Runnable periodicTask, long periodNanos) {
    this.periodicTask = periodicTask;
    this.period = periodNanos;
    this.nextPeriod = System.nanoTime() + periodNanos;
    this.loop = threads.loop(name, this::round);
  }

  /** Starts the thread. */
  public void start() {
    loop.start();
  }

  /** Ends the thread after its current request; requests that have not started are refused. */
  public void end() {
    loop.end();
  }

  /**
   * Executes a task on this thread and waits for its result.
   *
   * @throws OperationRefusedException when the task was refused or failed, or the thread has ended
   */
  public <T> T execute(Callable<T> task) throws OperationRefusedException {
    if (loop.isCurrentThread()) {
      return result(task);
    }
    FutureTask<T> future = new FutureTask<>(task);
    tasks.add(future);
    loop.wake();
    try {
      while (true) {
        if (future.isDone() || !loop.isOver()) {
          try {
            return future.get(1, TimeUnit.SECONDS);
          } catch (java.util.concurrent.TimeoutException notYet) {
            continue;
          }
        }
        throw new OperationRefusedException("the agent is detached");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationRefusedException("interrupted; the request continues");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw refused(cause == null ? e : cause);
    }
  }

  private static <T> T result(Callable<T> task) throws OperationRefusedException {
    try {
      return task.call();
    } catch (Exception e) {
      throw refused(e);
    }
  }

  private static OperationRefusedException refused(Throwable cause) {
    return cause instanceof OperationRefusedException
        ? (OperationRefusedException) cause
        : new OperationRefusedException(
            "the agent failed: " + cause.getClass().getName() + firstFrame(cause));
  }

  // Not the message, which may hold values of the application.
  private static String firstFrame(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  private long round() {
    Runnable next = tasks.peek();
    if (next != null) {
      // Removed afterwards: if this thread dies before the task has run, its successor runs it. A
      // FutureTask that has run does nothing.
      next.run();
      tasks.remove(next);
      return tasks.isEmpty() ? untilPeriod() : 0;
    }
    if (untilPeriod() <= 0) {
      nextPeriod = System.nanoTime() + period;
      periodicTask.run();
    }
    return untilPeriod();
  }

  private long untilPeriod() {
    return Math.max(0, nextPeriod - System.nanoTime());
  }
}
