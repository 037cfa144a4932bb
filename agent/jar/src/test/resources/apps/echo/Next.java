package app;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A candidate that calls the control in the way that its number says. */
public class Next {
  static final ExecutorService OWN_POOL = Executors.newFixedThreadPool(1);
  static final ForkJoinPool OWN_FORK_JOIN = new ForkJoinPool(2);
  static ExecutorService virtualWorkers;

  static void echo() {
    new Legacy().quote(1);
  }

  static int echo(int n) {
    return new Legacy().quote(n);
  }

  static class Forking extends RecursiveAction {
    private final int depth;

    Forking(int depth) {
      this.depth = depth;
    }

    @Override
    protected void compute() {
      echo();
      if (depth > 0) {
        invokeAll(new Forking(depth - 1), new Forking(depth - 1));
      }
    }
  }

  static class Worker extends Thread {
    @Override
    public void run() {
      echo();
    }
  }

  public int quote(int n) throws Exception {
    Callable<Integer> call = () -> echo(n);
    switch (Main.way) {
      case "none":
        break;
      case "execute":
        Main.pool.execute(Next::echo);
        break;
      case "submit":
        Main.pool.submit(call);
        break;
      case "invoke-all":
        Main.pool.invokeAll(Arrays.asList(call, call, call));
        break;
      case "completion-service":
        new ExecutorCompletionService<Integer>(Main.pool).submit(call);
        break;
      case "cached":
        Main.cached.execute(Next::echo);
        Main.cached.submit(call);
        break;
      case "failing":
        Main.cached.execute(
            () -> {
              echo();
              throw new IllegalStateException("on purpose");
            });
        break;
      case "scheduled":
        Main.scheduled.schedule(call, 1, TimeUnit.MILLISECONDS);
        if (n == 3) {
          Main.scheduled.scheduleAtFixedRate(Next::echo, 1, 20, TimeUnit.MILLISECONDS);
        }
        break;
      case "fork-join":
        Main.forkJoin.execute(Next::echo);
        Main.forkJoin.submit(call);
        Main.forkJoin.execute(new Forking(3));
        break;
      case "own-fork-join":
        OWN_FORK_JOIN.execute(new Forking(3));
        break;
      case "common":
        ForkJoinPool.commonPool().submit(call);
        new Forking(3).fork();
        new Forking(3).invoke();
        break;
      case "parallel":
        IntStream.range(0, 100).parallel().forEach(Next::echo);
        break;
      case "future":
        CompletableFuture.runAsync(Next::echo);
        CompletableFuture.supplyAsync(() -> echo(n), Main.pool)
            .thenApplyAsync(Next::echo)
            .thenCombineAsync(CompletableFuture.supplyAsync(() -> echo(n)), (a, b) -> echo(a + b))
            .whenComplete((a, b) -> echo())
            .thenCompose(a -> CompletableFuture.supplyAsync(() -> echo(a)))
            .thenAcceptBothAsync(CompletableFuture.runAsync(Next::echo), (a, b) -> echo(), Main.loop);
        break;
      case "dependent":
        Main.next.thenApply(Next::echo).thenAcceptAsync(Next::echo).thenRun(Next::echo);
        break;
      case "completes":
        CompletableFuture<Integer> waiting = Main.awaited.poll();
        if (waiting != null) {
          waiting.complete(n);
        }
        break;
      case "timer":
        Main.timer.schedule(
            new TimerTask() {
              @Override
              public void run() {
                echo();
              }
            },
            1);
        break;
      case "failing-timer":
        Main.timer.schedule(
            new TimerTask() {
              @Override
              public void run() {
                echo();
                throw new IllegalStateException("on purpose");
              }
            },
            1);
        break;
      case "own-timer":
        new Timer()
            .schedule(
                new TimerTask() {
                  @Override
                  public void run() {
                    echo();
                  }
                },
                1);
        break;
      case "own-pool":
        OWN_POOL.execute(Next::echo);
        break;
      case "loop":
        Main.loop.execute(Next::echo);
        Main.loop.execute(() -> echo(n));
        break;
      case "thread":
        new Thread(Next::echo).start();
        new Worker().start();
        break;
      case "group":
        Thread inGroup = new Thread(group(), Next::echo);
        inGroup.setDaemon(true);
        inGroup.start();
        break;
      case "nested":
        Main.pool.execute(() -> CompletableFuture.runAsync(() -> new Thread(Next::echo).start()));
        break;
      case "virtual":
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, run());
        break;
      case "virtual-pool":
        virtualPool("newVirtualThreadPerTaskExecutor").execute(Next::echo);
        break;
      case "virtual-workers":
        virtualWorkers().execute(Next::echo);
        break;
      default:
        throw new IllegalStateException(Main.way);
    }
    return 2 * n;
  }

  private static Runnable run() {
    return Next::echo;
  }

  private static ExecutorService virtualPool(String name) throws Exception {
    return (ExecutorService) Executors.class.getMethod(name).invoke(null);
  }

  private static synchronized Executor virtualWorkers() throws Exception {
    if (virtualWorkers == null) {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
      virtualWorkers =
          new ThreadPoolExecutor(
              1,
              1,
              1,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              (ThreadFactory) factory.invoke(builder));
    }
    return virtualWorkers;
  }

  private static ThreadGroup group() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return root;
  }
}
