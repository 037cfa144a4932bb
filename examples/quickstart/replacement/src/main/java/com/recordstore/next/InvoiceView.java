package com.recordstore.next;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it was on the day of the sale. The twin for Java 8 of the record in {@code
 * src/main/java17}.
 */
public final class InvoiceView {
  private final int invoiceId;
  private final int customerId;
  private final String customerName;
  private final LocalDate invoiceDate;
  private final Place billing;
  private final @Nullable String postalCode;
  private final BigDecimal total;
  private final BigDecimal balance;
  private final InvoiceStatus status;
  private final @Nullable LocalDate lastPaymentDate;
  private final boolean late;
  private final List<LineView> lines;

  /** As the record's canonical constructor. */
  public InvoiceView(
      int invoiceId,
      int customerId,
      String customerName,
      LocalDate invoiceDate,
      Place billing,
      @Nullable String postalCode,
      BigDecimal total,
      BigDecimal balance,
      InvoiceStatus status,
      @Nullable LocalDate lastPaymentDate,
      boolean late,
      List<LineView> lines) {
    this.invoiceId = invoiceId;
    this.customerId = customerId;
    this.customerName = customerName;
    this.invoiceDate = invoiceDate;
    this.billing = billing;
    this.postalCode = postalCode;
    this.total = total;
    this.balance = balance;
    this.status = status;
    this.lastPaymentDate = lastPaymentDate;
    this.late = late;
    this.lines = lines;
  }

  /** The number printed on it. */
  public int invoiceId() {
    return invoiceId;
  }

  /** The customer. */
  public int customerId() {
    return customerId;
  }

  /** First and last name. */
  public String customerName() {
    return customerName;
  }

  /** Day of the sale. */
  public LocalDate invoiceDate() {
    return invoiceDate;
  }

  /** Where the bill went. */
  public Place billing() {
    return billing;
  }

  /** Postal code; null where it is unknown. */
  public @Nullable String postalCode() {
    return postalCode;
  }

  /** The billed amount, in dollars. */
  public BigDecimal total() {
    return total;
  }

  /** The balance to pay, in dollars. */
  public BigDecimal balance() {
    return balance;
  }

  /** How far it is paid. */
  public InvoiceStatus status() {
    return status;
  }

  /** Day of the last payment; null before the first. */
  public @Nullable LocalDate lastPaymentDate() {
    return lastPaymentDate;
  }

  /** Whether a payment came too late. */
  public boolean late() {
    return late;
  }

  /** The tracks that were sold, by title. */
  public List<LineView> lines() {
    return lines;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof InvoiceView)) {
      return false;
    }
    InvoiceView that = (InvoiceView) other;
    return invoiceId == that.invoiceId
        && customerId == that.customerId
        && Objects.equals(customerName, that.customerName)
        && Objects.equals(invoiceDate, that.invoiceDate)
        && Objects.equals(billing, that.billing)
        && Objects.equals(postalCode, that.postalCode)
        && Objects.equals(total, that.total)
        && Objects.equals(balance, that.balance)
        && Objects.equals(status, that.status)
        && Objects.equals(lastPaymentDate, that.lastPaymentDate)
        && late == that.late
        && Objects.equals(lines, that.lines);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        invoiceId,
        customerId,
        customerName,
        invoiceDate,
        billing,
        postalCode,
        total,
        balance,
        status,
        lastPaymentDate,
        late,
        lines);
  }

  @Override
  public String toString() {
    return "InvoiceView[invoiceId="
        + invoiceId
        + ", customerId="
        + customerId
        + ", customerName="
        + customerName
        + ", invoiceDate="
        + invoiceDate
        + ", billing="
        + billing
        + ", postalCode="
        + postalCode
        + ", total="
        + total
        + ", balance="
        + balance
        + ", status="
        + status
        + ", lastPaymentDate="
        + lastPaymentDate
        + ", late="
        + late
        + ", lines="
        + lines
        + "]";
  }
}
