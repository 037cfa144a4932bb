package app;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The controls. Their beans have the parts of the candidate's records. */
public class Legacy {
  public static class Line {
    private final String sku;
    private final BigDecimal price;
    private final int count;

    Line(String sku, BigDecimal price, int count) {
      this.sku = sku;
      this.price = price;
      this.count = count;
    }
  }

  public static class Order {
    private String customer;
    private final List<Line> lines = new ArrayList<>();

    Order(String customer, int lines) {
      this.customer = customer;
      for (int i = 0; i < lines; i++) {
        this.lines.add(new Line("sku" + i, new BigDecimal("1.2" + i), i));
      }
    }
  }

  public static class Quote {
    private final String customer;
    private final BigDecimal total;

    Quote(String customer, BigDecimal total) {
      this.customer = customer;
      this.total = total;
    }
  }

  public Quote quote(Order order) {
    if (order.lines.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
    BigDecimal total = BigDecimal.ZERO;
    for (Line line : order.lines) {
      total = total.add(line.price.multiply(BigDecimal.valueOf(line.count)));
    }
    return new Quote(order.customer, total);
  }

  public int slow(int i) {
    return i;
  }

  public void clear(List<String> list) {
    list.clear();
  }
}
