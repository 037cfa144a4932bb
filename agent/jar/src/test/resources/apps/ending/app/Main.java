package app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An application that calls its legacy code, does its own work and ends in its own way. */
public class Main {
  static volatile String way = "";

  /** A pool of the application; its workers are made when the candidate uses it. */
  private static ExecutorService shared;

  static ExecutorService shared() {
    return shared;
  }

  public static void main(String[] arguments) throws Exception {
    way = arguments[0];
    String end = arguments[1];
    shared = Executors.newFixedThreadPool(2);
    if (way.equals("lives-in-static-pool")) {
      Next.Pools.POOL.isShutdown();
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("own hook")));
    Legacy legacy = new Legacy();
    for (int i = 0; i < 3; i++) {
      System.out.println(legacy.quote(i));
      TimeUnit.MILLISECONDS.sleep(200);
    }
    System.out.println("own work is done");
    if (end.equals("pool-exit")) {
      shared.submit(() -> System.exit(7)).get();
    } else if (end.equals("pool-work")) {
      // Not a daemon: the JVM lives until the work is done.
      shared.execute(
          () -> {
            try {
              TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException interrupted) {
              return;
            }
            System.out.println("work of the own pool is done");
            shared.shutdown();
          });
      return;
    }
    shared.shutdown();
    if (end.equals("exit")) {
      System.exit(5);
    } else if (end.equals("halt")) {
      Runtime.getRuntime().halt(6);
    }
  }
}
