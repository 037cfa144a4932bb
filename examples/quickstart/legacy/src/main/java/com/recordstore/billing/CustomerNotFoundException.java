package com.recordstore.billing;

/** Thrown if a customer does not exist. */
public class CustomerNotFoundException extends BillingException {
  private static final long serialVersionUID = 1L;

  /** Names the customer. */
  public CustomerNotFoundException(int customerId) {
    super("No customer " + customerId);
  }
}
