package app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts its own calls while it attacks the threads of the agent. */
public class Main {
  private static final AtomicLong CALLS = new AtomicLong();
  private static volatile boolean done;

  public static void main(String[] arguments) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          System.out.println("uncaught in " + thread.getName() + ": " + thrown.getClass().getName());
          System.out.flush();
          Runtime.getRuntime().halt(99);
        });
    String way = arguments[0];
    long end = System.nanoTime() + Long.parseLong(arguments[1]) * 1_000_000L;
    Thread attacker = new Thread(() -> attack(way), "attacker");
    attacker.setDaemon(true);
    attacker.start();
    Legacy legacy = new Legacy();
    int n = 0;
    while (System.nanoTime() - end < 0) {
      n++;
      try {
        if (legacy.quote(n) != n + 1) {
          System.out.println("WRONG");
        }
        CALLS.incrementAndGet();
      } catch (OutOfMemoryError e) {
        System.out.println("legacy call threw");
      }
      if (n % 10 == 0) {
        pause(1);
      }
    }
    done = true;
    // An attack that fills the heap takes longer than one pause.
    while (attacker.isAlive()) {
      pause(20);
    }
    pause(200);
    System.out.println("calls=" + CALLS.get());
    System.out.flush();
    System.exit(7);
  }

  private static void attack(String way) {
    // In some ways the class could not be woven otherwise, and its calls would not be counted.
    pause(Long.getLong("delay", 0));
    while (!done) {
      try {
        switch (way) {
          case "interrupt":
            root().interrupt();
            Thread.interrupted();
            pause(1);
            break;
          case "memory":
            fill();
            pause(20);
            break;
          case "stop":
            all("stop");
            pause(3);
            break;
          case "suspend":
            all("suspend");
            pause(50);
            break;
          case "priority":
            root().setMaxPriority(1);
            pause(50);
            break;
          default:
            return;
        }
      } catch (Throwable own) {
        // goes on
      }
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException again) {
      // goes on
    }
  }

  private static void fill() {
    List<byte[]> all = new ArrayList<>(4096);
    int size = 1 << 20;
    long until = System.nanoTime() + 300_000_000L;
    while (System.nanoTime() - until < 0) {
      try {
        all.add(new byte[size]);
      } catch (OutOfMemoryError full) {
        size = Math.max(16, size / 2);
      }
    }
  }

  private static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  private static void all(String method) throws Exception {
    Thread[] threads = new Thread[200];
    int count = root().enumerate(threads);
    for (int i = 0; i < count; i++) {
      String name = threads[i].getName();
      if (name.startsWith("understudy")) {
        Thread.class.getMethod(method).invoke(threads[i]);
      }
    }
  }
}
