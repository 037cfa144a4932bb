package app;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Candidates with other classes. */
public class Next {
  public static final class Item {
    final String name;
    final BigDecimal price;

    public Item(String name, BigDecimal price) {
      this.name = name;
      this.price = price;
    }
  }

  public static final class Whole {
    final String name;
    final long price;

    public Whole(String name, long price) {
      this.name = name;
      this.price = price;
    }
  }

  public static final class Strict {
    final String name;
    final double price;

    public Strict(String name, double price) {
      this.name = name;
      this.price = price;
      throw new IllegalStateException("secret " + name);
    }
  }

  public static final class Invoice {
    private List<Item> items;
    private int calls;

    public void setItems(List<Item> items) {
      this.items = items;
    }

    public void setCalls(int calls) {
      this.calls = calls;
    }
  }

  public static final class Pair {
    final int a;
    final int b;

    Pair(int a, int b) {
      this.a = a;
      this.b = b;
    }
  }

  public static String total(Invoice invoice, String currency, int rebate) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Item item : invoice.items) {
      sum = sum.add(item.price);
    }
    return sum.doubleValue() - rebate + " " + currency + " " + invoice.calls;
  }

  public static void sort(List<Item> items) {
    Collections.sort(items, Comparator.comparing(item -> item.name));
  }

  public static void reverse(List<Item> items) {
    Collections.sort(items, Comparator.comparing((Item item) -> item.name).reversed());
  }

  public static Object[] pair(int a, int b) {
    return new Object[] {new Pair(a, b)};
  }

  public static int add(Pair pair) {
    return pair.a + pair.b;
  }

  public static int prices(List<Whole> items) {
    return items.size();
  }

  public static int one(Strict item) {
    return 1;
  }
}
