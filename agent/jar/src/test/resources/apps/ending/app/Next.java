package app;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;

/** A candidate that ends the JVM, or keeps it alive, in the way that its number says. */
public class Next {
  static volatile String seen = "nothing";

  /** The application may be the first to initialise it. */
  static class Pools {
    static final ExecutorService POOL = Executors.newFixedThreadPool(1);
  }

  public int quote(int n) throws Exception {
    switch (Main.way) {
      case "exit":
        System.exit(3);
        return n;
      case "halt":
        Runtime.getRuntime().halt(4);
        return n;
      case "swallowed":
        try {
          System.exit(3);
        } catch (Throwable refused) {
          seen = refused.getClass().getName();
        }
        return n;
      case "thread":
        return elsewhere(n, () -> new Thread(Next::end).start());
      case "own-pool":
        return elsewhere(n, () -> Executors.newFixedThreadPool(1).execute(Next::end));
      case "own-factory":
        ThreadFactory factory = task -> new Thread(task, "mine");
        return elsewhere(n, () -> Executors.newFixedThreadPool(1, factory).execute(Next::end));
      case "timer":
        TimerTask task =
            new TimerTask() {
              @Override
              public void run() {
                end();
              }
            };
        return elsewhere(n, () -> new Timer().schedule(task, 0));
      case "common-pool":
        return elsewhere(n, () -> CompletableFuture.runAsync(Next::end));
      case "own-fork-join":
        return elsewhere(n, () -> new ForkJoinPool(1).execute(Next::end));
      case "shared-pool":
        return elsewhere(n, () -> Main.shared().execute(Next::end));
      case "group":
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
          root = root.getParent();
        }
        ThreadGroup top = root;
        return elsewhere(n, () -> start(new Thread(top, Next::end)));
      case "hook":
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("HOOK")));
        return n;
      case "hanging-hook":
        Runtime.getRuntime().addShutdownHook(new Thread(Next::never));
        return n;
      case "lives":
        start(new Thread(Next::never));
        return n;
      case "lives-in-pool":
        Executors.newCachedThreadPool().execute(Next::never);
        Executors.newScheduledThreadPool(2).execute(Next::never);
        return n;
      case "lives-in-group":
        ThreadGroup parent = Thread.currentThread().getThreadGroup().getParent();
        start(new Thread(parent, Next::never));
        return n;
      case "lives-in-static-pool":
        Pools.POOL.execute(Next::never);
        return n;
      case "lives-in-timer":
        new Timer(false);
        return n;
      case "lives-by-child":
        start(new Thread(() -> start(new Thread(Next::never))));
        return n;
      default:
        return n;
    }
  }

  private static void start(Thread thread) {
    thread.setDaemon(false);
    thread.start();
  }

  private static final CountDownLatch ENDED = new CountDownLatch(1);

  private static int elsewhere(int n, Runnable start) throws Exception {
    start.run();
    ENDED.await();
    return n;
  }

  private static void end() {
    try {
      System.exit(3);
    } catch (SecurityException refused) {
      seen = refused.getClass().getName();
    } finally {
      ENDED.countDown();
    }
  }

  private static void never() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      never();
    }
  }
}
