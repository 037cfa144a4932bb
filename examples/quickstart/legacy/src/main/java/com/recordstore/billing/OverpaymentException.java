package com.recordstore.billing;

/** A payment is higher than what is still to be paid. */
public class OverpaymentException extends BillingException {
  private static final long serialVersionUID = 1L;

  /** Names the invoice. */
  public OverpaymentException(int invoiceId) {
    super("Payment is higher than the balance of invoice " + invoiceId);
  }
}
