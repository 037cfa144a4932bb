package io.understudy.agent.operate;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which all is done that an operator asks for, one after the other, and that looks
 * for a changed configuration in between. Whoever asks may be a thread of the application: it would
 * hand down its class loader, its permissions and its inheritable thread-locals to the threads that
 * a reload starts, and keep what libraries store with their threads.
 */
public final class OperatorThread {
  private static final long PERIOD_MILLIS = 1_000;

  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Runnable periodicTask;
  private final Thread thread;
  private volatile boolean ended;

  /** An operator that also runs {@code lookNowAndThen}, about once a second. */
  public OperatorThread(Runnable periodicTask) {
    this.periodicTask = periodicTask;
    this.thread = new Thread(this::run, "understudy-operator");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    // Else a default handler of the application's would hear of it.
    thread.setUncaughtExceptionHandler((self, thrown) -> {});
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /** Ends the thread when what it does now is done; what was asked for and not begun is refused. */
  public void end() {
    ended = true;
    tasks.add(() -> {});
  }

  /**
   * Has something done, and waits for it.
   *
   * @throws OperationRefusedException when it was refused, or failed, or the thread has ended
   */
  public <T> T execute(Callable<T> what) throws OperationRefusedException {
    if (Thread.currentThread() == thread) {
      return result(what);
    }
    FutureTask<T> task = new FutureTask<>(what);
    tasks.add(task);
    try {
      while (true) {
        if (task.isDone() || thread.isAlive() || thread.getState() == Thread.State.NEW) {
          try {
            return task.get(1, TimeUnit.SECONDS);
          } catch (java.util.concurrent.TimeoutException notYet) {
            continue;
          }
        }
        throw new OperationRefusedException("the agent is detached");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationRefusedException("interrupted; what was asked for goes on");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw refused(cause == null ? e : cause);
    }
  }

  private static <T> T result(Callable<T> what) throws OperationRefusedException {
    try {
      return what.call();
    } catch (Exception e) {
      throw refused(e);
    }
  }

  private static OperationRefusedException refused(Throwable cause) {
    return cause instanceof OperationRefusedException
        ? (OperationRefusedException) cause
        : new OperationRefusedException(
            "the agent failed: " + cause.getClass().getName() + place(cause));
  }

  // Not the message, which may hold values of the application.
  private static String place(Throwable failure) {
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
        // Nobody interrupts this thread; and whatever failed, verbs must go on to be answered.
        continue;
      }
    }
  }
}
