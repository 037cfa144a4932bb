package com.recordstore.next;

/** How far an invoice is paid. */
public enum InvoiceStatus {
  /** Nothing has been paid. */
  OPEN,
  /** Something has been paid. */
  PARTIAL,
  /** All has been paid. */
  PAID
}
