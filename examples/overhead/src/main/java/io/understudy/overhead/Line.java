package io.understudy.overhead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** A line of an order: six parts. */
public final class Line {
  String sku;
  int quantity;
  BigDecimal price;
  BigDecimal discount;
  LocalDate due;
  TimeUnit unit;

  Line(int i) {
    sku = "SKU-" + i;
    quantity = i % 7 + 1;
    price = new BigDecimal(i + ".99");
    discount = new BigDecimal("0.05");
    due = LocalDate.of(2009, 1, 1).plusDays(i);
    unit = TimeUnit.values()[i % 7];
  }

  /** For Jackson, which needs it. */
  Line() {
    this(0);
  }

  private Line(Line from) {
    sku = from.sku;
    quantity = from.quantity;
    price = from.price;
    discount = from.discount;
    due = from.due;
    unit = from.unit;
  }

  Line copy() {
    return new Line(this);
  }

  boolean matches(Line other) {
    return sku.equals(other.sku)
        && quantity == other.quantity
        && price.equals(other.price)
        && discount.equals(other.discount)
        && due.equals(other.due)
        && unit == other.unit;
  }
}
