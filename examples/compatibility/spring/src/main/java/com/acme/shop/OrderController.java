package com.acme.shop;

import org.hibernate.Hibernate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The orders on the web. */
@RestController
public class OrderController {
  private final OrderService service;
  private final PurchaseOrders orders;

  public OrderController(OrderService service, PurchaseOrders orders) {
    this.service = service;
    this.orders = orders;
  }

  /** Whether the shop is ready: 503 until the first orders exist. */
  @GetMapping("/")
  public ResponseEntity<String> open() {
    boolean open = orders.count() > 0;
    return ResponseEntity.status(open ? 200 : 503).body(open ? "open" : "not yet");
  }

  /** Returns an order without its lazy parts, and whether one was loaded nevertheless. */
  @GetMapping("/orders/{id}")
  public String found(@PathVariable("id") long id) {
    PurchaseOrder order = service.find(id);
    boolean loaded =
        Hibernate.isInitialized(order.getCustomer())
            || Hibernate.isInitialized(order.getLines())
            || Hibernate.isInitialized(order.getLabels());
    return "order " + order.getId() + (loaded ? ", loaded" : ", lazy");
  }

  /** Returns the total of an order and its customer. */
  @GetMapping("/orders/{id}/total")
  public String total(@PathVariable("id") long id) {
    PurchaseOrder order = service.complete(id);
    return order.getCustomer().getName() + " pays " + service.total(order);
  }

  /** The answer for an order that does not exist. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  public String unknown(NoSuchOrderException e) {
    return e.getMessage();
  }
}
