package com.acme.tariff;

/** Thrown for a number without a customer. */
public class UnknownCustomerException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnknownCustomerException(String number) {
    super(number);
  }
}
