package com.acme.shop;

import javax.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The orders on the web. */
@RestController
public class OrderController {
  private final OrderService service;
  private final Statistics statistics;

  public OrderController(OrderService service, EntityManagerFactory factory) {
    this.service = service;
    this.statistics = factory.unwrap(SessionFactory.class).getStatistics();
  }

  /** The number alone, so that only the order itself is loaded; and what the request loaded. */
  @GetMapping("/orders/{id}")
  public synchronized String found(@PathVariable("id") long id) {
    return "order " + service.find(id).getId();
  }

  /** The whole order. */
  @GetMapping("/orders/{id}/total")
  public String total(@PathVariable("id") long id) {
    PurchaseOrder order = service.complete(id);
    return order.getCustomer().getName() + " pays " + service.total(order);
  }

  /** How many entities and collections were loaded since the start. */
  @GetMapping("/loads")
  public String loads() {
    return statistics.getEntityLoadCount() + " " + statistics.getCollectionLoadCount();
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  public String unknown(NoSuchOrderException e) {
    return e.getMessage();
  }
}
