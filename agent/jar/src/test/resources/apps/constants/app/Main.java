package app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Main {
  public static void main(String[] args) {
    Legacy legacy = new Legacy();
    for (int i = 0; i < 8; i++) {
      Status status = i % 2 == 0 ? Status.PAID : Status.OPEN;
      Object note = i % 2 == 0 ? Marks.NONE : "a note";
      Order order = new Order(status, i % 2 == 0 ? Codes.SECOND : new Code("second"), note);
      legacy.status(order);
      legacy.argument(status);
      legacy.code(order);
      legacy.note(order);
      legacy.mark(note);
      legacy.lazy(Lazy.get());
      legacy.strategy(Strategy.KNOWN[i % 2]);
      List<Object> elements = new ArrayList<>();
      elements.add("x");
      elements.add(status);
      elements.add(note);
      legacy.elements(elements);
      Map<Object, String> keys = new HashMap<>();
      keys.put(status, "status");
      keys.put(Codes.FIRST, "code");
      legacy.keys(keys);
      order.settings = i % 2 == 0 ? Settings.DEFAULT : new Settings();
      legacy.settings(order);
    }
  }
}
