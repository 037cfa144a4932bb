package com.acme.shop;

/** There is no order of this number. */
public class NoSuchOrderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoSuchOrderException(long id) {
    super("no order " + id);
  }
}
