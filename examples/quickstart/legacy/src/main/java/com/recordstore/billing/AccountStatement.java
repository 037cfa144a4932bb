package com.recordstore.billing;

import java.util.Date;
import java.util.Vector;

/** A customer's purchases in a period, by invoice. */
public class AccountStatement {
  private int customerId;
  private String customerName;
  private String city;
  private String country;
  private java.sql.Date from;
  private java.sql.Date until;
  private Vector<StatementEntry> entries = new Vector<StatementEntry>();
  private double total;
  private Date printedAt;

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

  /** City of the customer. */
  public String getCity() {
    return city;
  }

  /** Sets it. */
  public void setCity(String city) {
    this.city = city;
  }

  /** Country of the customer. */
  public String getCountry() {
    return country;
  }

  /** Sets it. */
  public void setCountry(String country) {
    this.country = country;
  }

  /** First day of the period, as in the database. */
  public java.sql.Date getFrom() {
    return from;
  }

  /** Sets it. */
  public void setFrom(java.sql.Date from) {
    this.from = from;
  }

  /** Last day of the period, which belongs to it. */
  public java.sql.Date getUntil() {
    return until;
  }

  /** Sets it. */
  public void setUntil(java.sql.Date until) {
    this.until = until;
  }

  /** One per invoice, oldest first. The vector itself, not a copy. */
  public Vector<StatementEntry> getEntries() {
    return entries;
  }

  /** Sets it. */
  public void setEntries(Vector<StatementEntry> entries) {
    this.entries = entries;
  }

  /** Sum of the entries, in dollars. */
  public double getTotal() {
    return total;
  }

  /** Sets it. */
  public void setTotal(double total) {
    this.total = total;
  }

  /** When the statement was made. */
  public Date getPrintedAt() {
    return printedAt;
  }

  /** Sets it. */
  public void setPrintedAt(Date printedAt) {
    this.printedAt = printedAt;
  }
}
