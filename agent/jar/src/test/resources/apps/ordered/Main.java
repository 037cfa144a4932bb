package app;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Books from several threads, and lends its pools to the candidate. */
public class Main {
  static final int ACCOUNTS = 8;
  static final String[] WAYS = {
    "thread", "pool", "scheduled", "fork-join", "parallel", "future", "timer", "delayed", "virtual"
  };
  /** Counts the candidate's calls, which need the pools. */
  static final CountDownLatch PROBED = new CountDownLatch(WAYS.length);

  static final ExecutorService pool = Executors.newFixedThreadPool(2);
  static final ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(1);
  static final ForkJoinPool forkJoin = new ForkJoinPool(2);
  static final Timer timer = new Timer(true);
  static final Executor loop = new EventLoop();

  /** An executor with a queue and a thread of its own. */
  static class EventLoop extends Thread implements Executor {
    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

    EventLoop() {
      setDaemon(true);
      start();
    }

    @Override
    public void execute(Runnable task) {
      queue.add(task);
    }

    @Override
    public void run() {
      try {
        while (true) {
          queue.take().run();
        }
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    // Idle threads of the application, before and after they serve a candidate.
    int leaks = shadowsOnOwnThreads();
    Legacy legacy = new Legacy();
    List<Thread> threads = new ArrayList<>();
    Object[] locks = new Object[ACCOUNTS];
    for (int i = 0; i < ACCOUNTS; i++) {
      locks[i] = new Object();
    }
    for (int t = 0; t < 4; t++) {
      int first = t;
      Thread thread = new Thread(() -> book(legacy, locks, first));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (String way : WAYS) {
      legacy.probe(way);
    }
    PROBED.await(60, TimeUnit.SECONDS);
    leaks += shadowsOnOwnThreads();
    System.out.println("leaks " + (leaks + Legacy.SHADOWS.get()));
    pool.shutdown();
    scheduled.shutdown();
  }

  private static void book(Legacy legacy, Object[] locks, int first) {
    for (int i = 0; i < 200; i++) {
      int number = (first * 31 + i * 7) % ACCOUNTS;
      synchronized (locks[number]) {
        Account account = new Account(number);
        legacy.book(account, i + 1);
        if (i % 10 == 0) {
          legacy.balance(number);
          legacy.later(account, i);
        }
      }
    }
  }

  private static int shadowsOnOwnThreads() throws Exception {
    int shadows = 0;
    for (int i = 0; i < 4; i++) {
      shadows += pool.submit(Shadow::isShadow).get() ? 1 : 0;
      shadows += scheduled.submit(Shadow::isShadow).get() ? 1 : 0;
      shadows += forkJoin.submit(Shadow::isShadow).get() ? 1 : 0;
      shadows += ForkJoinPool.commonPool().submit(Shadow::isShadow).get() ? 1 : 0;
      shadows += CompletableFuture.supplyAsync(Shadow::isShadow, loop).get() ? 1 : 0;
      CompletableFuture<Boolean> timed = new CompletableFuture<>();
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              timed.complete(Shadow.isShadow());
            }
          },
          1);
      shadows += timed.get() ? 1 : 0;
    }
    return shadows + (Shadow.isShadow() ? 1 : 0);
  }
}
