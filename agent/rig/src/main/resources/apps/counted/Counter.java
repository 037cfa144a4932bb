package counted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what runs of the application's code, by thread. */
public final class Counter {
  private static final Map<Thread, List<String>> HITS = new HashMap<Thread, List<String>>();

  private Counter() {}

  public static void hit(String what) {
    synchronized (HITS) {
      List<String> hits = HITS.get(Thread.currentThread());
      if (hits == null) {
        hits = new ArrayList<String>();
        HITS.put(Thread.currentThread(), hits);
      }
      if (hits.size() < 100000) {
        hits.add(what);
      }
    }
  }

  /** Forgets what this thread has run so far, and returns it. */
  public static List<String> takeOfThisThread() {
    synchronized (HITS) {
      List<String> hits = HITS.remove(Thread.currentThread());
      return hits == null ? new ArrayList<String>() : hits;
    }
  }

  /** What the threads have run whose names start like this. */
  public static List<String> ofThreads(String prefix) {
    List<String> all = new ArrayList<String>();
    synchronized (HITS) {
      for (Map.Entry<Thread, List<String>> each : HITS.entrySet()) {
        if (each.getKey().getName().startsWith(prefix)) {
          all.addAll(each.getValue());
        }
      }
    }
    return all;
  }
}
