package com.recordstore.next;

import com.recordstore.billing.Invoice;
import com.recordstore.billing.InvoiceNotFoundException;
import com.recordstore.billing.OverpaymentException;
import com.recordstore.billing.Payment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

/** Finds invoices and books payments. Thread-safe. */
public final class Invoices {
  private static final int GRACE_DAYS = 30;

  /**
   * Reads an invoice with its lines, as it was on the day of the sale.
   *
   * @throws IllegalArgumentException when the number cannot be one of an invoice
   * @throws InvoiceNotFoundException when there is no such invoice
   */
  public InvoiceView findInvoice(int invoiceId) throws InvoiceNotFoundException {
    if (invoiceId <= 0) {
      throw new IllegalArgumentException("not an invoice number: " + invoiceId);
    }
    List<InvoiceView> found =
        Store.query(
            "select i.\"CustomerId\", c.\"FirstName\", c.\"LastName\", i.\"InvoiceDate\","
                + " i.\"BillingCity\", i.\"BillingState\", i.\"BillingCountry\","
                + " i.\"BillingPostalCode\", i.\"Total\""
                + " from \"Invoice\" i"
                + " join \"Customer\" c on c.\"CustomerId\" = i.\"CustomerId\""
                + " where i.\"InvoiceId\" = ?",
            row -> open(invoiceId, row),
            invoiceId);
    if (found.isEmpty()) {
      throw new InvoiceNotFoundException(invoiceId);
    }
    return found.get(0);
  }

  /**
   * Books a payment on an invoice of the old system, in place.
   *
   * @throws IllegalArgumentException when the amount is not positive
   * @throws IllegalStateException when the invoice has been paid
   * @throws OverpaymentException when the amount is higher than the balance
   */
  public void applyPayment(Invoice invoice, Payment payment) throws OverpaymentException {
    BigDecimal amount = cents(payment.getAmount());
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("not a positive amount");
    }
    if (InvoiceStatus.valueOf(invoice.getStatus()) == InvoiceStatus.PAID) {
      throw new IllegalStateException("paid: " + invoice.getInvoiceId());
    }
    BigDecimal balance = cents(invoice.getBalance()).subtract(amount);
    if (balance.signum() < 0) {
      throw new OverpaymentException(invoice.getInvoiceId());
    }
    LocalDate day = payment.getReceivedAt().toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate last = Dates.dayOf(invoice.getInvoiceDate()).plusDays(GRACE_DAYS);
    if (day.isAfter(last)) {
      invoice.setLate(true);
    }
    invoice.setLastPaymentDate(Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant()));
    invoice.setBalance(balance.doubleValue());
    invoice.setStatus((balance.signum() == 0 ? InvoiceStatus.PAID : InvoiceStatus.PARTIAL).name());
  }

  private static InvoiceView open(int invoiceId, ResultSet row) throws SQLException {
    return new InvoiceView(
        invoiceId,
        row.getInt(1),
        row.getString(2) + " " + row.getString(3),
        row.getObject(4, LocalDate.class),
        new Place(row.getString(5), row.getString(6), row.getString(7)),
        row.getString(8),
        row.getBigDecimal(9),
        row.getBigDecimal(9),
        InvoiceStatus.OPEN,
        null,
        false,
        Lines.of(invoiceId));
  }

  private static BigDecimal cents(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }
}
