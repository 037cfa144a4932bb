package counted;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
    // The last call: when the pool has read its result, it has read nearly all others.
    legacy.give(new Last());
    while (!Counter.ofThreads("understudy").contains("Last.size")) {
      LockSupport.parkNanos(10000000L);
    }
    for (String hit : new TreeSet<String>(Counter.ofThreads("understudy"))) {
      System.out.println("POOL " + hit);
    }
  }

  /** A list that only its methods can read. */
  static final class Last extends AbstractList<Object> {
    @Override
    public Object get(int index) {
      return index;
    }

    @Override
    public int size() {
      Counter.hit("Last.size");
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
