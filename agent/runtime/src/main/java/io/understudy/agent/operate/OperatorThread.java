package io.understudy.agent.operate;

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
  private static final long PERIOD_MILLIS = 1_000;

  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Runnable periodicTask;
  private final Thread thread;
  private volatile boolean ended;

  /** Creates a thread that also runs {@code periodicTask} about once a second. */
  public OperatorThread(Runnable periodicTask) {
    this.periodicTask = periodicTask;
    this.thread = new Thread(this::run, "understudy-operator");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    // Otherwise the application's default handler would be called.
    thread.setUncaughtExceptionHandler((self, thrown) -> {});
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /** Ends the thread after its current request; requests that have not started are refused. */
  public void end() {
    ended = true;
    tasks.add(() -> {});
  }

  /**
   * Executes a task on this thread and waits for its result.
   *
   * @throws OperationRefusedException when the task was refused or failed, or the thread has ended
   */
  public <T> T execute(Callable<T> task) throws OperationRefusedException {
    if (Thread.currentThread() == thread) {
      return result(task);
    }
    FutureTask<T> future = new FutureTask<>(task);
    tasks.add(future);
    try {
      while (true) {
        if (future.isDone() || thread.isAlive() || thread.getState() == Thread.State.NEW) {
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

  private void run() {
    while (!ended) {
      try {
        Runnable next = tasks.poll(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        if (next == null) {
          periodicTask.run();
        } else {
          next.run();
        }
      } catch (Throwable failure) {
        // No code of the agent interrupts this thread. After any failure it must serve the next
        // request.
        continue;
      }
    }
  }
}
