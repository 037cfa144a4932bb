package com.recordstore.billing;

import java.util.Date;
import java.util.Vector;

/** One invoice on an account statement. */
public class StatementEntry {
  private int invoiceId;
  private Date invoiceDate;
  private double amount;
  private Vector<InvoiceLine> lines = new Vector<InvoiceLine>();

  /** Number of the invoice. */
  public int getInvoiceId() {
    return invoiceId;
  }

  /** Sets it. */
  public void setInvoiceId(int invoiceId) {
    this.invoiceId = invoiceId;
  }

  /** The day of the sale, as the driver gave it. */
  public Date getInvoiceDate() {
    return invoiceDate;
  }

  /** Sets it. */
  public void setInvoiceDate(Date invoiceDate) {
    this.invoiceDate = invoiceDate;
  }

  /** The billed amount, in dollars. */
  public double getAmount() {
    return amount;
  }

  /** Sets it. */
  public void setAmount(double amount) {
    this.amount = amount;
  }

  /** The tracks that were sold. The vector itself, not a copy. */
  public Vector<InvoiceLine> getLines() {
    return lines;
  }

  /** Sets it. */
  public void setLines(Vector<InvoiceLine> lines) {
    this.lines = lines;
  }
}
