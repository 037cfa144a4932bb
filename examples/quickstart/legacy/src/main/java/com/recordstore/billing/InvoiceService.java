package com.recordstore.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Vector;

/** Finds invoices and books payments. Not thread-safe: one per connection. */
public class InvoiceService {
  /** A payment may come so many days after the invoice and not be late. */
  public static final int GRACE_DAYS = 30;

  private final Connection connection;

  /** Reads through a connection that stays the caller's. */
  public InvoiceService(Connection connection) {
    this.connection = connection;
  }

  /**
   * Reads an invoice with its lines, as it was on the day of the sale: open, nothing paid.
   *
   * @throws IllegalArgumentException when the number cannot be one of an invoice
   * @throws InvoiceNotFoundException when there is no such invoice
   */
  public Invoice findInvoice(int invoiceId) throws BillingException {
    if (invoiceId <= 0) {
      throw new IllegalArgumentException("Invoice numbers start at 1, this is " + invoiceId);
    }
    PreparedStatement statement = null;
    ResultSet rows = null;
    try {
      statement =
          connection.prepareStatement(
              "select i.\"CustomerId\", c.\"FirstName\", c.\"LastName\", i.\"InvoiceDate\","
                  + " i.\"BillingCity\", i.\"BillingState\", i.\"BillingCountry\","
                  + " i.\"BillingPostalCode\", i.\"Total\""
                  + " from \"Invoice\" i"
                  + " join \"Customer\" c on c.\"CustomerId\" = i.\"CustomerId\""
                  + " where i.\"InvoiceId\" = ?");
      statement.setInt(1, invoiceId);
      rows = statement.executeQuery();
      if (!rows.next()) {
        throw new InvoiceNotFoundException(invoiceId);
      }
      Invoice invoice = new Invoice();
      invoice.setInvoiceId(invoiceId);
      invoice.setCustomerId(rows.getInt(1));
      invoice.setCustomerName(rows.getString(2) + " " + rows.getString(3));
      invoice.setInvoiceDate(rows.getDate(4));
      invoice.setBillingCity(rows.getString(5));
      invoice.setBillingState(rows.getString(6));
      invoice.setBillingCountry(rows.getString(7));
      invoice.setPostalCode(rows.getString(8));
      invoice.setTotal(rows.getDouble(9));
      invoice.setBalance(rows.getDouble(9));
      invoice.setStatus("OPEN");
      invoice.setLines(linesOf(connection, invoiceId));
      return invoice;
    } catch (SQLException e) {
      throw new BillingException("Cannot read invoice " + invoiceId, e);
    } finally {
      Database.close(rows, statement);
    }
  }

  /**
   * Books a payment: changes the invoice's balance, status, day of the last payment and whether a
   * payment was late.
   *
   * @throws IllegalArgumentException when the amount is not positive
   * @throws IllegalStateException when the invoice has been paid
   * @throws OverpaymentException when the amount is higher than the balance; nothing is booked then
   */
  public void applyPayment(Invoice invoice, Payment payment) throws BillingException {
    if (payment.getAmount() <= 0) {
      throw new IllegalArgumentException("A payment must be positive");
    }
    if ("PAID".equals(invoice.getStatus())) {
      throw new IllegalStateException("Invoice " + invoice.getInvoiceId() + " has been paid");
    }
    double balance = invoice.getBalance() - payment.getAmount();
    if (balance < -0.005) {
      throw new OverpaymentException(invoice.getInvoiceId());
    }
    Date day = midnightOf(payment.getReceivedAt());
    Calendar last = new GregorianCalendar();
    last.setTime(invoice.getInvoiceDate());
    last.add(Calendar.DATE, GRACE_DAYS);
    if (day.after(last.getTime())) {
      invoice.setLate(true);
    }
    invoice.setLastPaymentDate(day);
    if (balance < 0.005) {
      invoice.setBalance(0);
      invoice.setStatus("PAID");
    } else {
      invoice.setBalance(balance);
      invoice.setStatus("PARTIAL");
    }
  }

  static Vector<InvoiceLine> linesOf(Connection connection, int invoiceId) throws SQLException {
    Vector<InvoiceLine> lines = new Vector<InvoiceLine>();
    PreparedStatement statement = null;
    ResultSet rows = null;
    try {
      statement =
          connection.prepareStatement(
              "select l.\"InvoiceLineId\", l.\"TrackId\", t.\"Name\", l.\"UnitPrice\","
                  + " l.\"Quantity\""
                  + " from \"InvoiceLine\" l join \"Track\" t on t.\"TrackId\" = l.\"TrackId\""
                  + " where l.\"InvoiceId\" = ? order by l.\"InvoiceLineId\"");
      statement.setInt(1, invoiceId);
      rows = statement.executeQuery();
      while (rows.next()) {
        InvoiceLine line = new InvoiceLine();
        line.setLineId(rows.getInt(1));
        line.setTrackId(rows.getInt(2));
        line.setTitle(rows.getString(3));
        line.setUnitPrice(rows.getDouble(4));
        line.setQuantity(rows.getInt(5));
        lines.addElement(line);
      }
      return lines;
    } finally {
      Database.close(rows, statement);
    }
  }

  private static Date midnightOf(Date moment) {
    Calendar calendar = new GregorianCalendar();
    calendar.setTime(moment);
    calendar.set(Calendar.HOUR_OF_DAY, 0);
    calendar.set(Calendar.MINUTE, 0);
    calendar.set(Calendar.SECOND, 0);
    calendar.set(Calendar.MILLISECOND, 0);
    return calendar.getTime();
  }
}
