package app;

import java.util.Arrays;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The same with state of its own, which is right only if its calls come in order. */
public class Next {
  private static final long[] balances = new long[Main.ACCOUNTS];

  public long book(Account account, int amount) throws InterruptedException {
    long before = balances[account.number];
    if (amount % 7 == 0) {
      Thread.sleep(1);
    }
    balances[account.number] = before + amount;
    return before + amount;
  }

  public long balance(long account) {
    return balances[(int) account];
  }

  public CompletableFuture<Long> later(Account account, int amount) {
    long before = balances[account.number];
    return CompletableFuture.supplyAsync(
        () -> {
          balances[account.number] = before + amount;
          return before + amount;
        });
  }

  static class Forking extends RecursiveTask<Boolean> {
    private final int depth;

    Forking(int depth) {
      this.depth = depth;
    }

    @Override
    protected Boolean compute() {
      if (depth == 0) {
        return Shadow.isShadow();
      }
      Forking left = new Forking(depth - 1);
      left.fork();
      return new Forking(depth - 1).compute() & left.join();
    }
  }

  public boolean probe(String way) throws Exception {
    try {
      return Shadow.isShadow() && isShadow(way) && Shadow.isShadow();
    } finally {
      Main.PROBED.countDown();
    }
  }

  private static boolean isShadow(String way) throws Exception {
    Callable<Boolean> ask = Shadow::isShadow;
    switch (way) {
      case "thread":
        FutureTask<Boolean> task = new FutureTask<>(ask);
        new Thread(task).start();
        return task.get();
      case "pool":
        return Main.pool.submit(ask).get() & Main.pool.invokeAny(Arrays.asList(ask));
      case "scheduled":
        return Main.scheduled.schedule(ask, 1, TimeUnit.MILLISECONDS).get();
      case "fork-join":
        return Main.forkJoin.invoke(new Forking(3)) & ForkJoinPool.commonPool().submit(ask).get();
      case "parallel":
        return IntStream.range(0, 100).parallel().allMatch(i -> Shadow.isShadow());
      case "future":
        return CompletableFuture.supplyAsync(Shadow::isShadow)
            .thenApplyAsync(is -> is & Shadow.isShadow(), Main.pool)
            .thenCombine(
                CompletableFuture.supplyAsync(Shadow::isShadow, Main.loop),
                (a, b) -> a & b & Shadow.isShadow())
            .thenCompose(is -> CompletableFuture.supplyAsync(() -> is & Shadow.isShadow()))
            .handle((is, thrown) -> is & Shadow.isShadow())
            .get();
      case "timer":
        CompletableFuture<Boolean> timed = new CompletableFuture<>();
        Main.timer.schedule(
            new TimerTask() {
              @Override
              public void run() {
                timed.complete(Shadow.isShadow());
              }
            },
            1);
        return timed.get();
      case "delayed":
        return delayed().get();
      case "virtual":
        return virtual(ask);
      default:
        return true;
    }
  }

  /** {@code CompletableFuture.delayedExecutor}, since Java 9. */
  private static CompletableFuture<Boolean> delayed() throws Exception {
    try {
      java.util.concurrent.Executor later =
          (java.util.concurrent.Executor)
              CompletableFuture.class
                  .getMethod("delayedExecutor", long.class, TimeUnit.class)
                  .invoke(null, 1L, TimeUnit.MILLISECONDS);
      return CompletableFuture.supplyAsync(Shadow::isShadow, later);
    } catch (NoSuchMethodException older) {
      return CompletableFuture.completedFuture(true);
    }
  }

  /** {@code Thread.startVirtualThread}, since Java 21. */
  private static boolean virtual(Callable<Boolean> ask) throws Exception {
    FutureTask<Boolean> task = new FutureTask<>(ask);
    try {
      Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    } catch (NoSuchMethodException older) {
      return true;
    }
    return task.get();
  }
}
