package io.understudy.overhead.peers;

/**
 * The compared objects: two objects of one class without shared parts, because some tools accept
 * only one class.
 */
public enum Input {
  /** A bean of eight fields. */
  BEAN("bean of 8 fields"),
  /** An order of 50 lines. */
  ORDER("order of 50 lines"),
  /** 1,000 maps. */
  ROWS("1,000 rows as maps"),
  /** 1,000 beans, shuffled. */
  UNORDERED_1000("1,000 unordered beans"),
  /** 5,000 beans, shuffled. */
  UNORDERED_5000("5,000 unordered beans");

  final String title;

  Input(String title) {
    this.title = title;
  }

  /** Whether the order of elements is ignored. */
  boolean isUnordered() {
    return this == UNORDERED_1000 || this == UNORDERED_5000;
  }

  Object control() {
    return make(false, 1);
  }

  /** Creates an object that is equal to the control, or has one changed value. */
  Object candidate(boolean changed) {
    return make(changed, 2);
  }

  private Object make(boolean changed, long seed) {
    return switch (this) {
      case BEAN -> new Customer(7, changed ? 1 : 0);
      case ORDER -> new Order(changed);
      case ROWS -> new Table(changed);
      case UNORDERED_1000 -> new Book(1_000, changed, seed);
      case UNORDERED_5000 -> new Book(5_000, changed, seed);
    };
  }
}
