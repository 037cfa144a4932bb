package com.acme.next;

import com.acme.legacy.Cart;

/** A candidate that needs a factory. */
public interface Store {
  void book(Cart cart);

  /** Returns an instance. */
  static Store open() {
    return cart -> {};
  }

  /** Needs an argument, so it cannot be a factory. */
  static Store openAt(String place) {
    return cart -> {};
  }

  /** Returns another type. */
  static String name() {
    return "";
  }

  /** Returns nothing. */
  static void nothing() {}

  /** Has no constructor without parameters. */
  final class Remote implements Store {
    public Remote(String place) {}

    @Override
    public void book(Cart cart) {}

    /** Not static. */
    public Remote copy() {
      return this;
    }
  }
}
