package app;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A graph with most kinds of places: beans, lists, maps, arrays, dates as text, shared parts. */
public class Order {
  public static class Line {
    public String sku;
    public int quantity;
    public BigDecimal price;

    public Line() {}

    Line(String sku, int quantity, String price) {
      this.sku = sku;
      this.quantity = quantity;
      this.price = new BigDecimal(price);
    }
  }

  public long id;
  public String customer;
  public double total;
  public String secret;
  public List<Line> lines = new ArrayList<Line>();
  public Map<String, Object> attributes = new HashMap<String, Object>();
  public Map<String, List<Line>> groups = new TreeMap<String, List<Line>>();
  public int[] codes = {1, 2, 3};
  public Object[] parts = {"a", 2L, null};
  public Order parent;

  static Order of(long id, int size) {
    Order order = new Order();
    order.id = id;
    order.customer = "anna" + size;
    order.total = size * 1.5;
    order.secret = "s3cr3t-" + size;
    for (int i = 0; i < size; i++) {
      order.lines.add(new Line("A" + i, i, i + ".50"));
    }
    order.attributes.put("channel", "web");
    order.attributes.put("tags", new ArrayList<String>(Arrays.asList("x", "y")));
    order.attributes.put("limits", new LinkedHashMap<String, Integer>());
    order.groups.put("all", order.lines);
    order.parent = size > 2 ? of(id, 2) : null;
    return order;
  }
}
