package io.understudy.overhead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The same order in the new implementation, as records. */
public record NewOrder(
    String id,
    LocalDate date,
    BigDecimal total,
    Map<String, String> attributes,
    List<NewLine> lines) {

  /** A line of an order. */
  public record NewLine(
      String sku,
      int quantity,
      BigDecimal price,
      BigDecimal discount,
      LocalDate due,
      TimeUnit unit) {}

  static NewOrder of(Order order) {
    return new NewOrder(
        order.id,
        order.date,
        order.total,
        Map.copyOf(order.attributes),
        order.lines.stream()
            .map(l -> new NewLine(l.sku, l.quantity, l.price, l.discount, l.due, l.unit))
            .toList());
  }
}
