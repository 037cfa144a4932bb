package io.understudy.agent.config;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs work that may never end, such as access to a file system that does not respond, on a daemon
 * thread that is abandoned after a limit. Stateless.
 */
public final class TimeLimit {
  private TimeLimit() {}

  /**
   * Runs the work.
   *
   * @param seconds the limit
   * @throws TimeoutException when the limit is over; the thread still waits then
   * @throws ExecutionException with what the work has thrown
   */
  public static <T> T call(Callable<T> work, long seconds)
      throws TimeoutException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "understudy-files");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    boolean interrupted = false;
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      while (true) {
        try {
          return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException again) {
          // The application may have interrupted its main thread before the agent starts.
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
