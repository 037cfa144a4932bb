package io.understudy.tool.host;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where candidates run: virtual threads from Java 21 on, else a pool. Thread-safe. */
final class CallThreads {
  private static final long IDLE_SECONDS = 10;

  private final ExecutorService executor;
  private final Semaphore room;
  private final boolean virtual;

  private CallThreads(ExecutorService executor, int concurrent, boolean virtual) {
    this.executor = executor;
    this.room = new Semaphore(concurrent);
    this.virtual = virtual;
  }

  /** Starts with no thread; {@code concurrent} tasks run at a time, the others wait. */
  static CallThreads of(int concurrent) {
    try {
      // Java 8 does not know the method.
      Method virtual =
          java.util.concurrent.Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
      return new CallThreads((ExecutorService) virtual.invoke(null), concurrent, true);
    } catch (ReflectiveOperationException older) {
      ThreadFactory daemons =
          task -> {
            Thread thread = new Thread(task, "understudy-candidate");
            thread.setDaemon(true);
            return thread;
          };
      ThreadPoolExecutor pool =
          new ThreadPoolExecutor(
              concurrent,
              concurrent,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              daemons);
      pool.allowCoreThreadTimeOut(true);
      return new CallThreads(pool, concurrent, false);
    }
  }

  /** Whether the threads are virtual. */
  boolean areVirtual() {
    return virtual;
  }

  /** Runs a task soon. It notices an interrupt before it starts as one during its run. */
  void run(Runnable task) {
    executor.execute(
        () -> {
          room.acquireUninterruptibly();
          try {
            task.run();
          } finally {
            room.release();
          }
        });
  }
}
