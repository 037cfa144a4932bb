package app;

import java.util.ArrayList;
import java.util.List;

public class Cart {
  public final List<String> items = new ArrayList<String>();
  public int touched;

  public Cart(String... items) {
    for (String item : items) {
      this.items.add(item);
    }
  }
}
