package com.acme.tariff;

/** Nobody has this number. */
public class UnknownCustomerException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnknownCustomerException(String number) {
    super(number);
  }
}
