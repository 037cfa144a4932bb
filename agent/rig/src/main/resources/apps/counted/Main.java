package counted;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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
    Thread.sleep(1500);
    System.out.println("pool " + new TreeSet<String>(Counter.ofThreads("understudy")));
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
