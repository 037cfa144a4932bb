package com.recordstore.billing;

/** Thrown if a payment is higher than the balance. */
public class OverpaymentException extends BillingException {
  private static final long serialVersionUID = 1L;

  /** Names the invoice. */
  public OverpaymentException(int invoiceId) {
    super("Payment is higher than the balance of invoice " + invoiceId);
  }
}
