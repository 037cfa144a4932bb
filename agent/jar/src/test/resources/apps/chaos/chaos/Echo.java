package chaos;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Candidates that call the control on another thread. */
public class Echo {
  private static final Legacy LEGACY = new Legacy();
  static ExecutorService pool;
  static ScheduledExecutorService scheduled;
  static ForkJoinPool forkJoin;
  static Timer timer;

  private static void again(int n) {
    try {
      LEGACY.quote(n);
    } catch (IllegalStateException expected) {
      Next.sink++;
    }
  }

  private static int right(int n) {
    return new Next().right(n);
  }

  public int direct(int n) {
    return LEGACY.quote(n);
  }

  public int ownThread(int n) throws Exception {
    Thread thread = new Thread(() -> again(n));
    thread.start();
    thread.join();
    return right(n);
  }

  public int sharedPool(int n) {
    pool.execute(() -> again(n));
    pool.submit(() -> again(n));
    return right(n);
  }

  public int scheduled(int n) {
    scheduled.schedule(() -> again(n), 2, TimeUnit.MILLISECONDS);
    return right(n);
  }

  public int forkJoin(int n) {
    forkJoin.execute(() -> again(n));
    return right(n);
  }

  public int commonPool(int n) {
    CompletableFuture.runAsync(() -> again(n)).thenRunAsync(() -> again(n + 1));
    return right(n);
  }

  public int thenOnPool(int n) {
    CompletableFuture.supplyAsync(() -> n, pool).thenAcceptAsync(Echo::again, pool);
    return right(n);
  }

  public int parallelStream(int n) {
    IntStream.range(0, 8).parallel().forEach(i -> again(8 * i));
    return right(n);
  }

  public int timer(int n) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            again(n);
          }
        },
        1);
    return right(n);
  }

  public int virtualThread(int n) throws Exception {
    Runnable task = () -> again(n);
    ((Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task))
        .join();
    return right(n);
  }

  public int chain(int n) {
    pool.execute(() -> pool.execute(() -> forkJoin.execute(() -> again(n))));
    return right(n);
  }

  /** Calls on threads of its own while its pools work for the candidate, too. */
  public static final class Traffic implements Action {
    @Override
    public void run(String[] words) throws Exception {
      pool = Executors.newFixedThreadPool(2);
      scheduled = Executors.newScheduledThreadPool(1);
      forkJoin = new ForkJoinPool(2);
      timer = new Timer(true);
      // The pools have their threads before any candidate uses them: this class is nested in that of
      // the candidates, so a thread that a candidate adds would be taken for one of its own.
      ((ThreadPoolExecutor) pool).prestartAllCoreThreads();
      ((ThreadPoolExecutor) scheduled).prestartAllCoreThreads();
      for (int i = 0; i < 4; i++) {
        pool.submit(() -> Work.quote(1)).get();
        scheduled.submit(() -> Work.quote(2)).get();
        forkJoin.submit(() -> Work.quote(3)).get();
      }
      CompletableFuture.runAsync(() -> Work.quote(4)).get();
      Work.run(2, 20);
      for (int i = 0; i < 20; i++) {
        pool.submit(() -> Work.quote(5)).get();
        Thread.sleep(10);
      }
      Thread.sleep(1000);
      pool.shutdown();
      scheduled.shutdown();
      forkJoin.shutdown();
      pool.awaitTermination(10, TimeUnit.SECONDS);
    }
  }
}
