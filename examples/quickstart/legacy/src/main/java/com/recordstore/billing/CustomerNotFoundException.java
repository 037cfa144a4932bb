package com.recordstore.billing;

/** There is no such customer. */
public class CustomerNotFoundException extends BillingException {
  private static final long serialVersionUID = 1L;

  /** Names the customer. */
  public CustomerNotFoundException(int customerId) {
    super("No customer " + customerId);
  }
}
