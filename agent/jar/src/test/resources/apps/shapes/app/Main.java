package app;

import java.util.ArrayList;
import java.util.Arrays;

/** Calls each control so often. */
public class Main {
  public static void main(String[] arguments) {
    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
      Pairs.call(i);
      new Legacy.Invoice(3).total(1);
      Legacy.sort(items());
      Legacy.sortAgain(items());
      Legacy.add(i, 2);
      Legacy.prices(Arrays.asList(new Legacy.Item("a", 1), new Legacy.Item("b", 0.5)));
      Legacy.one(new Legacy.Item("a", 1));
    }
  }

  private static ArrayList<Legacy.Item> items() {
    return new ArrayList<>(
        Arrays.asList(
            new Legacy.Item("c", 1), new Legacy.Item("a", 2), new Legacy.Item("b", 0.25)));
  }
}
