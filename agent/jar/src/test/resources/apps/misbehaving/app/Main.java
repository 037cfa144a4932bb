package app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls the controls for some seconds, and prints what the application itself has counted:
 *
 * <pre>Main SECONDS CALLS-PER-SECOND</pre>
 *
 * A rate of 0 is the highest possible one.
 */
public class Main {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public static void main(String[] arguments) throws Exception {
    long seconds = Long.parseLong(arguments[0]);
    long rate = Long.parseLong(arguments[1]);
    Legacy legacy = new Legacy();
    long start = System.nanoTime();
    long lastSecond = 0;
    long wrong = 0;
    Map<Long, Long> before = new TreeMap<>();
    for (long i = 0; System.nanoTime() - start < seconds * 1_000_000_000L; i++) {
      String key = "key" + i % 100;
      String good = legacy.good(key);
      Object bad = legacy.bad(key);
      Object worse = legacy.worse(key);
      wrong += good.equals(bad) && worse != null ? 0 : 1;
      if (rate > 0) {
        long due = start + (i + 1) * 1_000_000_000L / rate;
        LockSupport.parkNanos(due - System.nanoTime());
      }
      long second = (System.nanoTime() - start) / 1_000_000_000L;
      if (second > lastSecond) {
        lastSecond = second;
        System.out.println("second " + second + ": " + i + " rounds, others " + others(before) + " ms");
      }
    }
    System.out.println("wrong " + wrong);
    System.out.println(
        "counted good=" + Legacy.GOOD + " bad=" + Legacy.BAD + " worse=" + Legacy.WORSE);
  }

  /** The CPU time in milliseconds that the other threads have used since the last time. */
  private static long others(Map<Long, Long> before) {
    long sum = 0;
    for (long id : THREADS.getAllThreadIds()) {
      long cpu = THREADS.getThreadCpuTime(id);
      Long last = before.put(id, cpu);
      boolean isOwn = id == Thread.currentThread().getId();
      sum += last != null && !isOwn ? Math.max(0, cpu - last) : 0;
    }
    return sum / 1_000_000;
  }
}
