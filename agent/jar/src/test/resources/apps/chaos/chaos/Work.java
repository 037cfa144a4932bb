package chaos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The ordinary work of the application, with results that are known. */
public final class Work implements Action {
  private static final Legacy LEGACY = new Legacy();

  @Override
  public void run(String[] words) throws Exception {
    run(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
  }

  /** Calls the controls on several threads, and prints what each of them got. */
  static void run(int threads, final int calls) throws Exception {
    final String[] lines = new String[threads];
    Thread[] all = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      final int worker = i;
      all[i] = new Thread(() -> lines[worker] = "worker " + worker + ": " + calls(worker, calls));
      all[i].start();
    }
    for (Thread thread : all) {
      join(thread);
    }
    for (String line : lines) {
      System.out.println(line);
    }
  }

  /** Waits for a thread, also if somebody interrupts this one. */
  static void join(Thread thread) {
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        continue;
      }
    }
  }

  /** Does nothing for so many milliseconds, also if somebody interrupts this thread. */
  static void rest(long millis) {
    long until = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() - until < 0) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException again) {
        continue;
      }
    }
  }

  private static String calls(int worker, int calls) {
    long values = 0;
    long thrown = 0;
    int wrong = 0;
    for (int i = 0; i < calls; i++) {
      int n = worker * 1000 + i;
      wrong += quote(n);
      if (n % 8 == 7) {
        thrown++;
      } else {
        values += 3L * n + 1;
      }
      wrong += lines(n);
    }
    return calls + " calls, values " + values + ", thrown " + thrown + ", wrong " + wrong;
  }

  /** Calls quote; returns 1 if the outcome is not the one that the control has. */
  static int quote(int n) {
    Counter.called();
    try {
      int got = LEGACY.quote(n);
      return n % 8 != 7 && got == 3 * n + 1 ? 0 : 1;
    } catch (IllegalStateException e) {
      return n % 8 == 7 && ("no price for " + n).equals(e.getMessage()) ? 0 : 1;
    }
  }

  /** Calls lines; returns 1 if result or argument is not as the control leaves it. */
  static int lines(int n) {
    List<String> in = new ArrayList<String>(Arrays.asList("a" + n, "b"));
    Counter.called();
    List<String> out = LEGACY.lines(in);
    boolean right = out.equals(Arrays.asList("a" + n, "b", "sum 2"));
    return right && in.equals(Arrays.asList("a" + n, "b", "seen")) ? 0 : 1;
  }

  /** Prints the answers that depend on the state of the JVM. */
  static void defaults(int from, int to) {
    for (int n = from; n < to; n++) {
      Counter.called();
      System.out.println(LEGACY.defaults(n));
    }
  }

  /** Calls that go on until they are stopped. */
  static final class Load {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicLong wrong = new AtomicLong();
    private final List<Thread> threads = new ArrayList<Thread>();

    /** Starts threads that call; each pauses for so many microseconds between two calls. */
    static Load start(int threads, boolean daemon, final long pause) {
      final Load load = new Load();
      for (int i = 0; i < threads; i++) {
        Thread thread = new Thread(() -> load.calls(pause), "load-" + i);
        thread.setDaemon(daemon);
        load.threads.add(thread);
        thread.start();
      }
      return load;
    }

    private void calls(long pause) {
      for (int n = 0; !stopped.get(); n++) {
        wrong.addAndGet(quote(n) + lines(n));
        if (pause > 0) {
          java.util.concurrent.locks.LockSupport.parkNanos(pause * 1000);
        }
      }
    }

    /** Stops the calls and prints how many outcomes were wrong. */
    void stop() {
      stopped.set(true);
      for (Thread thread : threads) {
        join(thread);
      }
      System.out.println("load: wrong outcomes " + wrong.get());
    }
  }
}
