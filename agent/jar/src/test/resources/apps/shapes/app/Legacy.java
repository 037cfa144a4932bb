package app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Controls with classes of their own. */
public class Legacy {
  public static class Item implements Comparable<Item> {
    private String name;
    private double price;

    public Item(String name, double price) {
      this.name = name;
      this.price = price;
    }

    @Override
    public int compareTo(Item other) {
      return name.compareTo(other.name);
    }
  }

  public static class Invoice {
    private List<Item> items = new ArrayList<>();
    private int calls;

    public Invoice(int count) {
      for (int i = 0; i < count; i++) {
        items.add(new Item("i" + i, i));
      }
    }

    /** Changes its receiver: the candidate must get it as it was before. */
    public String total(int rebate) {
      calls++;
      double sum = 0;
      for (Item item : items) {
        sum += item.price;
      }
      items.clear();
      return sum - rebate + " EUR " + (calls - 1);
    }
  }

  public static void sort(List<Item> items) {
    Collections.sort(items);
  }

  public static void sortAgain(List<Item> items) {
    Collections.sort(items);
  }

  public static int add(int a, int b) {
    return a + b;
  }

  public static int prices(List<Item> items) {
    return items.size();
  }

  public static int one(Item item) {
    return 1;
  }
}
