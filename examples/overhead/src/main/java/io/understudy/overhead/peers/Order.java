package io.understudy.overhead.peers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An order of 50 lines with eight attributes. */
public final class Order {
  private final String id = "O-2009-17";
  private final LocalDate date = LocalDate.of(2009, 2, 3);
  private final BigDecimal total = new BigDecimal("1234.56");
  private final Map<String, String> attributes = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  Order(boolean changed) {
    for (int i = 0; i < 8; i++) {
      attributes.put("attribute" + i, "value" + i);
    }
    for (int i = 0; i < 50; i++) {
      lines.add(new Line(i, changed && i == 31 ? 1 : 0));
    }
  }

  @Override
  public String toString() {
    return id + date + total + attributes + lines;
  }

  /** A line of six parts. */
  static final class Line {
    private final String sku;
    private final int quantity;
    private final BigDecimal price;
    private final BigDecimal discount = new BigDecimal("0.05");
    private final LocalDate due;
    private final TimeUnit unit;

    Line(int i, int dearer) {
      sku = "SKU-" + i;
      quantity = i % 7 + 1;
      price = BigDecimal.valueOf(100L * i + 99 + dearer, 2);
      due = LocalDate.of(2009, 1, 1).plusDays(i);
      unit = TimeUnit.values()[i % 7];
    }

    @Override
    public String toString() {
      return sku + quantity + price + discount + due + unit;
    }
  }
}
