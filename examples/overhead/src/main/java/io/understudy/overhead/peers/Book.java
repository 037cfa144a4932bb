package io.understudy.overhead.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Customers whose order does not count. */
public final class Book {
  private final List<Customer> customers = new ArrayList<>();

  /** Returns {@code size} customers in an order that depends only on the seed. */
  Book(int size, boolean changed, long seed) {
    for (int i = 0; i < size; i++) {
      customers.add(new Customer(i, changed && i == size / 3 ? 1 : 0));
    }
    Collections.shuffle(customers, new Random(seed));
  }

  @Override
  public String toString() {
    return customers.toString();
  }
}
