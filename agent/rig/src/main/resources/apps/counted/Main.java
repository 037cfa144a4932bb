package counted;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Passes all objects to the controls and prints what ran on this thread meanwhile. */
public class Main {
  private static int calls;
  private static int hits;

  public static void main(String[] args) throws Throwable {
    Legacy legacy = new Legacy();
    for (Map.Entry<String, Object> each : Catalogue.positions().entrySet()) {
      Counter.takeOfThisThread();
      Object value = each.getValue();
      legacy.give(value);
      print("result and argument", each.getKey());
      legacy.take(value);
      print("argument after the call", each.getKey());
      if (calls % 200 == 0) {
        settle(legacy);
      }
    }
    List<Throwable> thrown = Catalogue.thrown();
    for (int i = 0; i < thrown.size(); i++) {
      Counter.takeOfThisThread();
      try {
        legacy.fail(thrown.get(i));
      } catch (Throwable expected) {
        print("thrown", "exception " + i);
      }
    }
    System.out.println("calls " + calls + ", on the calling thread " + hits);
    settle(legacy);
    for (String hit : new TreeSet<String>(Counter.ofThreads("understudy"))) {
      System.out.println("POOL " + hit);
    }
  }

  /** Waits until the pool has read nearly all calls, so that its queue is never full. */
  private static void settle(Legacy legacy) {
    int before = Last.reads.get();
    legacy.give(new Last());
    while (Last.reads.get() == before) {
      LockSupport.parkNanos(10000000L);
    }
  }

  /** A list that only its methods can read. */
  static final class Last extends AbstractList<Object> {
    static final AtomicInteger reads = new AtomicInteger();

    @Override
    public Object get(int index) {
      return index;
    }

    @Override
    public int size() {
      Counter.hit("Last.size");
      reads.incrementAndGet();
      return 1;
    }
  }

  private static void print(String as, String what) {
    calls++;
    List<String> ran = Counter.takeOfThisThread();
    hits += ran.size();
    if (!ran.isEmpty()) {
      System.out.println("HIT " + as + ": " + what + ": " + new TreeSet<String>(ran));
    }
  }
}
