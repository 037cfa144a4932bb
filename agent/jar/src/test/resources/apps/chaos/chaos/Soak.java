package chaos;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** An application under full load that does harm to itself when it is told to. */
public final class Soak implements Action {
  private static final int THREADS = 3;
  private static final AtomicLong ERRORS = new AtomicLong();
  private static final AtomicLong WRONG = new AtomicLong();
  private static volatile boolean held;
  private static volatile boolean ended;
  private static final boolean[] parked = new boolean[THREADS];
  static volatile String mode = "right";
  static ExecutorService pool;

  @Override
  public void run(String[] words) throws Exception {
    pool = Executors.newFixedThreadPool(2);
    pool.submit(() -> Next.sink++).get();
    List<Thread> threads = new ArrayList<Thread>();
    for (int i = 0; i < THREADS; i++) {
      final int number = i;
      Thread thread = new Thread(() -> calls(number), "load-" + i);
      threads.add(thread);
      thread.start();
    }
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    say("ready");
    for (String line = in.readLine(); line != null && !line.equals("bye"); line = in.readLine()) {
      try {
        say(execute(line.split(" ")));
      } catch (OutOfMemoryError full) {
        say("full");
      }
    }
    ended = true;
    for (Thread thread : threads) {
      thread.join();
    }
    pool.shutdown();
    say("bye");
  }

  private static void say(String text) {
    System.out.println("> " + text);
    System.out.flush();
  }

  private static void calls(int number) {
    for (int n = 0; !ended; n++) {
      parked[number] = held;
      if (held) {
        LockSupport.parkNanos(1_000_000);
        continue;
      }
      try {
        WRONG.addAndGet(Work.quote(n) + Work.lines(n));
      } catch (OutOfMemoryError | StackOverflowError own) {
        ERRORS.incrementAndGet();
      }
      if (n % 16 == 0) {
        LockSupport.parkNanos(100_000);
      }
    }
  }

  private static String execute(String[] words) throws Exception {
    switch (words[0]) {
      case "mode":
        mode = words[1];
        return mode;
      case "hold":
        held = true;
        for (int i = 0; i < THREADS; i++) {
          while (!parked[i]) {
            LockSupport.parkNanos(1_000_000);
          }
        }
        return "held";
      case "go":
        held = false;
        return "goes";
      case "interrupt":
        for (int i = 0; i < 200; i++) {
          for (Thread thread : Stops.threads("understudy-")) {
            thread.interrupt();
          }
          LockSupport.parkNanos(1_000_000);
        }
        return "interrupted";
      case "stop":
        return stop();
      case "memory":
        fill();
        return "filled";
      case "stack":
        overflow();
        return "overflowed";
      case "sample":
        return sample();
      default:
        return "unknown " + words[0];
    }
  }

  @SuppressWarnings({"deprecation", "removal"})
  private static String stop() {
    try {
      for (Thread thread : Stops.threads("understudy-")) {
        thread.stop();
      }
      return "stopped";
    } catch (UnsupportedOperationException newer) {
      return "not on this Java";
    }
  }

  private static void fill() {
    try {
      List<byte[]> eaten = new ArrayList<byte[]>();
      for (int size = 1 << 22; ; size = size > 256 ? size - size / 8 : 256) {
        eaten.add(new byte[size]);
      }
    } catch (OutOfMemoryError full) {
      LockSupport.parkNanos(1);
    }
  }

  private static void overflow() throws InterruptedException {
    Thread thread =
        new Thread(
            null,
            () -> {
              for (int i = 0; i < 20; i++) {
                try {
                  down(0);
                } catch (StackOverflowError full) {
                  ERRORS.incrementAndGet();
                }
              }
            },
            "recursing",
            300_000);
    thread.start();
    thread.join();
  }

  private static int down(int n) {
    Work.quote(8 * n);
    return 1 + down(n + 1);
  }

  /** KB of heap after a collection, threads, classes, open files, errors seen, wrong outcomes. */
  private static String sample() {
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    String[] open = new File("/proc/self/fd").list();
    return heap / 1024
        + " "
        + Thread.getAllStackTraces().size()
        + " "
        + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()
        + " "
        + (open == null ? 0 : open.length)
        + " "
        + ERRORS.get()
        + " "
        + WRONG.get();
  }

  /** A candidate that misbehaves now and then, in the way that the mode says. */
  public static final class Candidate {
    public int quote(int n) throws Exception {
      int right = new Next().right(n);
      if (n % 1000 > 3) {
        return right;
      }
      switch (mode) {
        case "spin":
          return new Next().spin(n);
        case "throw":
          throw new ThreadDeath();
        case "pollute":
          Locale.setDefault(new Locale("tr", "TR"));
          System.setProperty("chaos.rate", "12");
          return right;
        case "echo":
          pool.execute(() -> new Legacy().quote(0));
          return new Legacy().quote(0) + right - 1;
        case "allocate":
          List<byte[]> eaten = new ArrayList<byte[]>();
          for (int i = 0; i < 400; i++) {
            eaten.add(new byte[1 << 16]);
          }
          return right + eaten.size() - 400;
        case "stack":
          return new Next().stack(n);
        default:
          return right;
      }
    }
  }
}
