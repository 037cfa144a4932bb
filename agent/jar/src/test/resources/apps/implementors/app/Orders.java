package app;

import java.util.concurrent.atomic.AtomicInteger;

public class Orders implements Repository<Order> {
  static final AtomicInteger ASKED = new AtomicInteger();

  @Override
  public Order save(Order one) {
    ASKED.incrementAndGet();
    return new Order(one.id + "!");
  }
}
