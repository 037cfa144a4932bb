package com.recordstore.billing;

/** Thrown if an invoice does not exist. */
public class InvoiceNotFoundException extends BillingException {
  private static final long serialVersionUID = 1L;

  /** Names the invoice. */
  public InvoiceNotFoundException(int invoiceId) {
    super("No invoice " + invoiceId);
  }
}
