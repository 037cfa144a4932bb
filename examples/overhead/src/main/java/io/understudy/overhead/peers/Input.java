package io.understudy.overhead.peers;

/**
 * What is compared: two objects of one class that share nothing, since not every tool takes two
 * classes.
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

  /** Whether the order of elements is not to count. */
  boolean isUnordered() {
    return this == UNORDERED_1000 || this == UNORDERED_5000;
  }

  Object control() {
    return make(false, 1);
  }

  /** Equal to the control under what is to count; or with one value changed. */
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
