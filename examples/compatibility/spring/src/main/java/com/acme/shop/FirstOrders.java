package com.acme.shop;

import java.math.BigDecimal;
import javax.persistence.EntityManager;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ten orders of one to five lines. */
@Component
public class FirstOrders implements ApplicationRunner {
  private final EntityManager entities;

  public FirstOrders(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments args) {
    for (long id = 1; id <= 10; id++) {
      Customer customer = new Customer(id, "customer " + id);
      entities.persist(customer);
      PurchaseOrder order = new PurchaseOrder(id, customer);
      for (long line = 1; line <= 1 + id % 5; line++) {
        order
            .getLines()
            .add(new OrderLine(order, "article " + line, BigDecimal.valueOf(line * 10)));
        order.getLabels().add(line % 2 == 0 ? "even" : "odd");
      }
      entities.persist(order);
    }
  }
}
