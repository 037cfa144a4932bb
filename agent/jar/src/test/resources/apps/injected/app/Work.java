package app;

import java.util.Locale;
import java.util.TimeZone;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Pools, a timer and queues of the application, which candidates use too. It calls the methods of the JDK
 * that the agent guards. A fault in a guard must not show in any of them.
 */
final class Work {
  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();
  private static volatile Work current = new Work();

  final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(2, 2, 9, TimeUnit.SECONDS, new LinkedBlockingQueue<Runnable>(), task -> daemon(task));
  final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, task -> daemon(task));
  final ForkJoinPool forks = new ForkJoinPool(2);
  final Timer timer = new Timer("work-timer", true);
  final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<Runnable>();

  private volatile boolean isOver;

  private Work() {
    daemon(() -> {
      while (!isOver) {
        try {
          Runnable task = queue.poll(100, TimeUnit.MILLISECONDS);
          if (task != null) {
            task.run();
          }
        } catch (InterruptedException none) {
          Counter.wrong("interrupted");
        }
      }
    }).start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "work");
    thread.setDaemon(true);
    return thread;
  }

  static Work current() {
    return current;
  }

  /** Replaces the pools after a fault that has ended one of their threads. */
  static void renew() {
    Work before = current;
    current = new Work();
    before.isOver = true;
    before.pool.shutdownNow();
    before.scheduler.shutdownNow();
    before.forks.shutdownNow();
    before.timer.cancel();
  }

  /** What has become of the settings of the JVM; empty if nothing. Waits until the agent has restored them. */
  static String changedSettings() throws InterruptedException {
    String changed = "?";
    for (int i = 0; i < 4000 && !changed.isEmpty(); i++) {
      changed = LOCALE.equals(Locale.getDefault()) ? "" : "the locale is changed; ";
      changed += ZONE.equals(TimeZone.getDefault()) ? "" : "the time zone is changed; ";
      changed += System.getProperty("of.candidate") == null ? "" : "a property is set; ";
      if (!changed.isEmpty()) {
        Thread.sleep(5);
      }
    }
    return changed;
  }

  /** A callable that calls a control on a thread of a pool. */
  private static Callable<String> calling(Calls calls) {
    return () -> {
      calls.pooled();
      return "called";
    };
  }

  /** Runs on each thread of the application. */
  static void run(Calls calls) {
    final Work work = current;
    Counter.use("pool", "called", () -> Patience.result(work.pool.submit(calling(calls))));
    Counter.use("scheduler", "called", () ->
        Patience.result(work.scheduler.schedule(calling(calls), 1, TimeUnit.MICROSECONDS)));
    Counter.use("fork", "called", () -> Patience.result(work.forks.submit(calling(calls))));
    Counter.use("future", "run", () -> {
      FutureTask<String> task = new FutureTask<String>(() -> "run");
      task.run();
      return task.get(0, TimeUnit.SECONDS);
    });
    Counter.use("async", "one, two", () ->
        Patience.result(CompletableFuture.supplyAsync(() -> "one", work.pool)
            .thenApply(one -> one + ", two")
            .thenCombine(CompletableFuture.completedFuture(""), (one, two) -> one + two)));
    Counter.use("stages", "a b", () -> {
      CompletableFuture<String> first = new CompletableFuture<String>();
      CompletableFuture<String> last = first.thenCompose(a -> CompletableFuture.completedFuture(a + " b"));
      first.complete("a");
      return last.get(0, TimeUnit.SECONDS);
    });
    Counter.use("timer", true, () -> {
      final CountDownLatch ran = new CountDownLatch(1);
      work.timer.schedule(new TimerTask() {
        @Override
        public void run() {
          ran.countDown();
        }
      }, 0);
      return Patience.opens(ran);
    });
    Counter.use("queue", true, () -> {
      final CountDownLatch ran = new CountDownLatch(1);
      work.queue.put(() -> ran.countDown());
      return Patience.opens(ran);
    });
    Counter.use("thread", "ran", () -> {
      final String[] result = new String[1];
      Thread thread = daemon(() -> result[0] = "ran");
      thread.start();
      return Patience.ends(thread) ? result[0] : "";
    });
    Counter.use("new pool", "done", () -> {
      ThreadPoolExecutor own =
          new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<Runnable>(), t -> daemon(t));
      try {
        Future<String> done = own.submit(() -> "done");
        return Patience.result(done);
      } finally {
        own.shutdown();
      }
    });
    calls.works();
  }

  /**
   * Changes settings; not while candidates try to. If a guard fails when the application changes a setting
   * itself, the agent does not know whose change it sees, and keeps it.
   */
  static void settings() {
    Counter.use("settings", "mine", () -> {
      Locale.setDefault(LOCALE);
      TimeZone.setDefault(ZONE);
      System.setProperty("of.application", "mine");
      return System.getProperties().keySet().contains("of.application") ? System.getProperty("of.application") : "";
    });
  }

  /** What the candidate does: hands over work, and tries all that is kept from it. */
  static void candidate() {
    Work work = current;
    Thread.yield();
    attempt(() -> work.pool.submit(() -> { }));
    attempt(() -> work.pool.execute(() -> { }));
    attempt(() -> work.scheduler.schedule(() -> { }, 1, TimeUnit.MICROSECONDS));
    attempt(() -> work.forks.submit(() -> { }));
    attempt(() -> CompletableFuture.runAsync(() -> { }, work.pool).thenRun(() -> { }));
    attempt(() -> work.queue.put(() -> { }));
    attempt(() -> work.timer.schedule(new TimerTask() {
      @Override
      public void run() { }
    }, 0));
    attempt(() -> new Thread(() -> { }).start());
    attempt(() -> new Thread(Thread.currentThread().getThreadGroup().getParent(), () -> { }, "work-own").start());
    attempt(() -> {
      ThreadPoolExecutor own = new ThreadPoolExecutor(
          0, 1, 1, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<Runnable>());
      own.submit(() -> { });
      own.shutdown();
    });
    attempt(() -> Locale.setDefault(Locale.JAPAN));
    attempt(() -> TimeZone.setDefault(TimeZone.getTimeZone("GMT+7")));
    attempt(() -> System.setProperty("of.candidate", "x"));
    attempt(() -> System.getProperties().keySet().remove("of.application"));
    attempt(() -> Runtime.getRuntime().exit(4));
    attempt(() -> Runtime.getRuntime().halt(5));
    attempt(() -> Runtime.getRuntime().addShutdownHook(new Thread(() -> Main.wrongAtEnd("a hook of a candidate runs"))));
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (Exception refused) {
      // The outcome is the same for the control.
    }
  }
}
