package com.acme.shop;

/** Thrown for a number without an order. */
public class NoSuchOrderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoSuchOrderException(long id) {
    super("no order " + id);
  }
}
