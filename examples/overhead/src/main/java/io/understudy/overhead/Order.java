package io.understudy.overhead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order of 50 lines with a map of attributes, as a legacy bean. */
public final class Order {
  String id;
  LocalDate date;
  BigDecimal total;
  Map<String, String> attributes;
  List<Line> lines;

  /** An order with the same content as every other new one. */
  public Order() {
    id = "O-2009-17";
    date = LocalDate.of(2009, 2, 3);
    total = new BigDecimal("1234.56");
    attributes = new HashMap<>();
    lines = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      attributes.put("attribute" + i, "value" + i);
    }
    for (int i = 0; i < 50; i++) {
      lines.add(new Line(i));
    }
  }

  private Order(Order from) {
    id = from.id;
    date = from.date;
    total = from.total;
    attributes = new HashMap<>(from.attributes);
    lines = new ArrayList<>(from.lines.size());
    for (Line line : from.lines) {
      lines.add(line.copy());
    }
  }

  /** A hand-written copy. */
  Order copy() {
    return new Order(this);
  }

  /** An order with another number and other quantities. */
  public static Order numbered(int number) {
    Order order = new Order();
    order.id = "O-2009-" + number;
    order.lines.forEach(line -> line.quantity = (line.quantity + number) % 90 + 1);
    return order;
  }

  /**
   * Returns the order with its total, and with the net price of every line; this stays as it is.
   */
  public Order priced() {
    Order priced = new Order(this);
    priced.total = BigDecimal.ZERO;
    for (Line line : priced.lines) {
      line.price = line.price.subtract(line.price.multiply(line.discount));
      priced.total = priced.total.add(line.price.multiply(BigDecimal.valueOf(line.quantity)));
    }
    return priced;
  }

  /** Whether another order is equal in all parts. */
  public boolean matches(Order other) {
    if (!says(other)) {
      return false;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).matches(other.lines.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether another order is equal in the parts that a wrong copy would change. */
  boolean says(Order other) {
    return id.equals(other.id)
        && date.equals(other.date)
        && total.equals(other.total)
        && attributes.equals(other.attributes)
        && lines.size() == other.lines.size()
        && lines.get(49).sku.equals(other.lines.get(49).sku)
        && lines.get(49).price.equals(other.lines.get(49).price);
  }
}
