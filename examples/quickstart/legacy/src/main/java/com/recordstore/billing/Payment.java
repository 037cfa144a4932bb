package com.recordstore.billing;

import java.util.Date;

/** Money that came in for an invoice. */
public class Payment {
  private double amount;
  private Date receivedAt;
  private String reference;

  /** How much, in dollars. */
  public double getAmount() {
    return amount;
  }

  /** Sets it. */
  public void setAmount(double amount) {
    this.amount = amount;
  }

  /** When it came in, to the millisecond. */
  public Date getReceivedAt() {
    return receivedAt;
  }

  /** Sets it. */
  public void setReceivedAt(Date receivedAt) {
    this.receivedAt = receivedAt;
  }

  /** The payer's reference text. */
  public String getReference() {
    return reference;
  }

  /** Sets it. */
  public void setReference(String reference) {
    this.reference = reference;
  }
}
