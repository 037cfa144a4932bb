package com.recordstore.billing;

/** There is no such invoice. */
public class InvoiceNotFoundException extends BillingException {
  private static final long serialVersionUID = 1L;

  /** Names the invoice. */
  public InvoiceNotFoundException(int invoiceId) {
    super("No invoice " + invoiceId);
  }
}
