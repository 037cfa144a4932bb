package com.acme.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The order service; Spring calls it through a CGLIB proxy for transactions. */
@Service
@Transactional
public class OrderService {
  private final PurchaseOrders orders;

  public OrderService(PurchaseOrders orders) {
    this.orders = orders;
  }

  /** An order as it is found: nothing lazy is loaded. */
  public PurchaseOrder find(long id) {
    return orders.findById(id).orElseThrow(() -> new NoSuchOrderException(id));
  }

  /** An order with its customer, lines and labels. */
  public PurchaseOrder complete(long id) {
    PurchaseOrder order = find(id);
    order.getCustomer().getName();
    order.getLines().size();
    order.getLabels().size();
    return order;
  }

  /** Returns the total of the lines, with a discount of 2.5 % from three lines on. */
  public BigDecimal total(PurchaseOrder order) {
    BigDecimal total = BigDecimal.ZERO;
    for (OrderLine line : order.getLines()) {
      total = total.add(line.getPrice());
    }
    BigDecimal share = order.getLines().size() < 3 ? BigDecimal.ONE : new BigDecimal("0.975");
    return total.multiply(share).setScale(2, RoundingMode.HALF_UP);
  }
}
