package app;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the journal with the application's own counts. */
final class Books {
  private static final String[] THREADS = {
    "understudy-journal", "understudy-timer", "understudy-watchdog", "understudy-operator", "understudy-budget",
    "understudy-pause", "understudy-stop-file", "understudy-metrics"
  };
  private static final int WORKERS = 2;

  /** Long, since other processes may use the processors. What is right is seen much earlier. */
  private static final long PATIENCE = 60000000000L;

  /** How long a call that may have no fate is waited for; longer than each time limit. */
  private static final long IN_FLIGHT = 1500000000L;

  private final Journal journal;

  /** What earlier faults have left: calls that were made and not counted, or counted and not ended. */
  private final Map<String, long[]> known = new HashMap<String, long[]>();

  Books(File directory) {
    this.journal = new Journal(directory);
  }

  /**
   * Waits until the books balance. Returns what is wrong after that time; empty if nothing is.
   *
   * @param mayStayInFlight whether calls may have no fate before the end of their generation
   */
  String await(boolean mayStayInFlight) throws Exception {
    long start = System.nanoTime();
    while (true) {
      try {
        journal.read();
      } catch (IOException racesWithTheAgent) {
        Thread.sleep(1);
      }
      String open = difference();
      if (open.isEmpty()) {
        break;
      }
      long waited = System.nanoTime() - start;
      boolean isTolerated = mayStayInFlight && waited > IN_FLIGHT && isOnlyInFlight();
      if (isTolerated || waited > PATIENCE) {
        accept();
        return isTolerated ? "" : open;
      }
      Thread.sleep(2);
    }
    accept();
    return "";
  }

  private String difference() {
    List<String> found = new ArrayList<String>();
    for (String point : Counter.MADE.keySet()) {
      long[] base = known.containsKey(point) ? known.get(point) : new long[2];
      long made = Counter.of(Counter.MADE, point) - base[0];
      long ran = Counter.of(Counter.RAN, point) - base[0];
      long intercepted = journal.intercepted(point);
      base[1] = Math.min(base[1], intercepted - journal.ended(point));
      long ended = journal.ended(point) + base[1];
      if (intercepted < Math.min(ran, made) || intercepted > made) {
        found.add(point + ": made " + made + ", intercepted " + intercepted + "; ");
      }
      if (ended != intercepted) {
        found.add(point + ": intercepted " + intercepted + ", ended " + ended + "; ");
      }
    }
    String first = found.isEmpty() ? "" : found.get(0);
    return found.size() < 2 ? first : found.get(0) + found.get(1) + "(" + found.size() + ") ";
  }

  private boolean isOnlyInFlight() {
    for (String point : Counter.MADE.keySet()) {
      long[] base = known.containsKey(point) ? known.get(point) : new long[2];
      long made = Counter.of(Counter.MADE, point) - base[0];
      long ran = Counter.of(Counter.RAN, point) - base[0];
      long intercepted = journal.intercepted(point);
      if (intercepted < Math.min(ran, made) || intercepted > made) {
        return false;
      }
    }
    return true;
  }

  /** The calls of a point without those that were stopped before their body, and not counted. */
  long counted(String point) {
    long[] base = known.get(point);
    return Counter.of(Counter.MADE, point) - (base == null ? 0 : base[0]);
  }

  /** After a generation has ended: all its calls must have a fate. */
  void expectAllFates() {
    for (long[] base : known.values()) {
      base[1] = 0;
    }
  }

  /** Takes the present numbers as the base of the next check. */
  private void accept() {
    for (String point : Counter.MADE.keySet()) {
      long intercepted = journal.intercepted(point);
      // A call whose body did not run is counted in both or in none.
      long made = Counter.of(Counter.MADE, point);
      known.put(point, new long[] {made - intercepted, intercepted - journal.ended(point)});
      Counter.level(point);
    }
  }

  /** Waits until all threads of the agent live. Returns the missing ones; empty if none is missing. */
  static String missingThreads() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    String missing = missing();
    while (!missing.isEmpty() && System.nanoTime() - end < 0) {
      Thread.sleep(5);
      missing = missing();
    }
    return missing;
  }

  /** Returns the threads of the agent that do not live now; empty if all do. */
  static String missing() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread[] all = new Thread[1000];
    int count = group.enumerate(all, true);
    StringBuilder missing = new StringBuilder();
    for (String name : THREADS) {
      if (count(all, count, name) != 1) {
        missing.append(count(all, count, name) + " threads " + name + "; ");
      }
    }
    if (count(all, count, "understudy-replay-") < WORKERS) {
      missing.append(count(all, count, "understudy-replay-") + " threads understudy-replay; ");
    }
    return missing.toString();
  }

  private static int count(Thread[] all, int count, String name) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      if (all[i].getName().startsWith(name)) {
        found++;
      }
    }
    return found;
  }
}
