package app;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Calls its legacy code from its own threads and pools, which the candidate uses, too. */
public class Main {
  static final int CALLS = 20;
  static volatile String way = "";
  static ExecutorService pool;
  static ExecutorService cached;
  static ScheduledExecutorService scheduled;
  static ForkJoinPool forkJoin;
  static Timer timer;
  static final EventLoop loop = new EventLoop();

  /** Completed by the application for each of its calls; candidates add dependents. */
  static volatile CompletableFuture<Integer> next = new CompletableFuture<>();

  /** The application waits for these; candidates complete them. */
  static final LinkedBlockingQueue<CompletableFuture<Integer>> awaited =
      new LinkedBlockingQueue<>();

  /** An executor with a queue and a thread of its own. */
  static class EventLoop extends Thread implements java.util.concurrent.Executor {
    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

    EventLoop() {
      setDaemon(true);
    }

    @Override
    public void execute(Runnable task) {
      queue.add(task);
    }

    @Override
    public void run() {
      while (true) {
        try {
          queue.take().run();
        } catch (InterruptedException end) {
          return;
        }
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    way = arguments[0];
    pool = Executors.newFixedThreadPool(2);
    cached = Executors.newCachedThreadPool();
    scheduled = Executors.newScheduledThreadPool(1);
    forkJoin = new ForkJoinPool(2);
    timer = new Timer(true);
    loop.start();
    for (int i = 0; i < CALLS; i++) {
      call(i);
      TimeUnit.MILLISECONDS.sleep(20);
    }
    TimeUnit.MILLISECONDS.sleep(700);
    System.out.println("own " + Legacy.OWN + " all " + Legacy.ALL);
    pool.shutdown();
    cached.shutdown();
    scheduled.shutdownNow();
    forkJoin.shutdown();
  }

  private static void call(int i) throws Exception {
    Legacy.own(i);
    pool.submit(() -> Legacy.own(i)).get();
    pool.execute(() -> Legacy.own(i));
    cached.submit(() -> Legacy.own(i)).get();
    scheduled.schedule(() -> Legacy.own(i), 1, TimeUnit.MILLISECONDS).get();
    forkJoin.submit(() -> Legacy.own(i)).get();
    ForkJoinPool.commonPool().submit(() -> Legacy.own(i)).get();
    IntStream.range(0, 4).parallel().forEach(Legacy::own);
    CompletableFuture.supplyAsync(() -> Legacy.own(i)).thenApplyAsync(Legacy::own).get();
    loop.execute(() -> Legacy.own(i));
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            Legacy.own(i);
          }
        },
        0);
    CompletableFuture<Integer> done = next;
    next = new CompletableFuture<>();
    done.complete(i);
    if (way.equals("completes")) {
      CompletableFuture<Integer> mine = new CompletableFuture<>();
      mine.thenApply(Legacy::own).thenAcceptAsync(Legacy::own, pool);
      awaited.add(mine);
    }
  }
}
