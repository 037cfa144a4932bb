package com.recordstore.billing;

import java.util.Date;
import java.util.Vector;

/** An invoice with its status. Mutable; not thread-safe. */
public class Invoice {
  private int invoiceId;
  private int customerId;
  private String customerName;
  private Date invoiceDate;
  private String billingCity;
  private String billingState;
  private String billingCountry;
  private String postalCode;
  private double total;
  private double balance;
  private String status;
  private Date lastPaymentDate;
  private boolean late;
  private Vector<InvoiceLine> lines = new Vector<InvoiceLine>();

  /** The number printed on the invoice. */
  public int getInvoiceId() {
    return invoiceId;
  }

  /** Sets it. */
  public void setInvoiceId(int invoiceId) {
    this.invoiceId = invoiceId;
  }

  /** The customer. */
  public int getCustomerId() {
    return customerId;
  }

  /** Sets it. */
  public void setCustomerId(int customerId) {
    this.customerId = customerId;
  }

  /** First and last name. */
  public String getCustomerName() {
    return customerName;
  }

  /** Sets it. */
  public void setCustomerName(String customerName) {
    this.customerName = customerName;
  }

  /** The day of the sale, as the driver gave it. */
  public Date getInvoiceDate() {
    return invoiceDate;
  }

  /** Sets it. */
  public void setInvoiceDate(Date invoiceDate) {
    this.invoiceDate = invoiceDate;
  }

  /** City of the billing address. */
  public String getBillingCity() {
    return billingCity;
  }

  /** Sets it. */
  public void setBillingCity(String billingCity) {
    this.billingCity = billingCity;
  }

  /** State or province; null if the country has none. */
  public String getBillingState() {
    return billingState;
  }

  /** Sets it. */
  public void setBillingState(String billingState) {
    this.billingState = billingState;
  }

  /** Country of the billing address. */
  public String getBillingCountry() {
    return billingCountry;
  }

  /** Sets it. */
  public void setBillingCountry(String billingCountry) {
    this.billingCountry = billingCountry;
  }

  /** Postal code; null where it is unknown. */
  public String getPostalCode() {
    return postalCode;
  }

  /** Sets it. */
  public void setPostalCode(String postalCode) {
    this.postalCode = postalCode;
  }

  /** The billed amount, in dollars. */
  public double getTotal() {
    return total;
  }

  /** Sets it. */
  public void setTotal(double total) {
    this.total = total;
  }

  /** The balance to pay, in dollars. */
  public double getBalance() {
    return balance;
  }

  /** Sets it. */
  public void setBalance(double balance) {
    this.balance = balance;
  }

  /** OPEN, PARTIAL or PAID. */
  public String getStatus() {
    return status;
  }

  /** Sets it. */
  public void setStatus(String status) {
    this.status = status;
  }

  /** Midnight of the day on which the last payment was booked; null before the first. */
  public Date getLastPaymentDate() {
    return lastPaymentDate;
  }

  /** Sets it. */
  public void setLastPaymentDate(Date lastPaymentDate) {
    this.lastPaymentDate = lastPaymentDate;
  }

  /** Whether a payment came after the 30 days of grace. */
  public boolean isLate() {
    return late;
  }

  /** Sets it. */
  public void setLate(boolean late) {
    this.late = late;
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
