package com.acme.shop.next;

import com.acme.shop.NoSuchOrderException;
import com.acme.shop.OrderLine;
import com.acme.shop.PurchaseOrder;
import com.acme.shop.PurchaseOrders;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replaces {@code OrderService}: a bean of the same context; with one fault, in the discount. */
@Service
@Transactional(readOnly = true)
public class Orders {
  private final PurchaseOrders orders;

  public Orders(PurchaseOrders orders) {
    this.orders = orders;
  }

  /** An order as it is found. */
  public PurchaseOrder find(long id) {
    return orders.findById(id).orElseThrow(() -> new NoSuchOrderException(id));
  }

  /** An order with all that belongs to it. */
  public PurchaseOrder complete(long id) {
    PurchaseOrder order = find(id);
    order.getCustomer().getName();
    order.getLines().size();
    order.getLabels().size();
    return order;
  }

  /** Returns the total. The fault: the discount starts at four lines instead of three. */
  public BigDecimal total(PurchaseOrder order) {
    BigDecimal total =
        order.getLines().stream().map(OrderLine::getPrice).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal share = order.getLines().size() > 3 ? new BigDecimal("0.975") : BigDecimal.ONE;
    return total.multiply(share).setScale(2, RoundingMode.HALF_UP);
  }
}
