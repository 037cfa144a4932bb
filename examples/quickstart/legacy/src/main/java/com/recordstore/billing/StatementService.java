package com.recordstore.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Date;

/** Writes account statements. Not thread-safe: one per connection. */
public class StatementService {
  private final Connection connection;

  /** Reads through a connection that stays the caller's. */
  public StatementService(Connection connection) {
    this.connection = connection;
  }

  /**
   * Returns a customer's purchases from the first day to the last, inclusive.
   *
   * @throws IllegalArgumentException when the period ends before it starts
   * @throws CustomerNotFoundException when there is no such customer
   */
  public AccountStatement statement(int customerId, Date from, Date until) throws BillingException {
    if (until.before(from)) {
      throw new IllegalArgumentException("The period ends before it starts");
    }
    PreparedStatement statement = null;
    ResultSet rows = null;
    try {
      AccountStatement account = head(customerId, from, until);
      statement =
          connection.prepareStatement(
              "select \"InvoiceId\", \"InvoiceDate\", \"Total\" from \"Invoice\""
                  + " where \"CustomerId\" = ? and \"InvoiceDate\" >= ? and \"InvoiceDate\" <= ?"
                  + " order by \"InvoiceDate\", \"InvoiceId\"");
      statement.setInt(1, customerId);
      statement.setDate(2, account.getFrom());
      statement.setDate(3, account.getUntil());
      rows = statement.executeQuery();
      double total = 0;
      while (rows.next()) {
        StatementEntry entry = new StatementEntry();
        entry.setInvoiceId(rows.getInt(1));
        entry.setInvoiceDate(rows.getDate(2));
        entry.setAmount(rows.getDouble(3));
        entry.setLines(InvoiceService.linesOf(connection, entry.getInvoiceId()));
        account.getEntries().addElement(entry);
        total += entry.getAmount();
      }
      account.setTotal(total);
      account.setPrintedAt(new Date());
      return account;
    } catch (SQLException e) {
      throw new BillingException("Cannot read the account of customer " + customerId, e);
    } finally {
      Database.close(rows, statement);
    }
  }

  private AccountStatement head(int customerId, Date from, Date until)
      throws SQLException, CustomerNotFoundException {
    PreparedStatement statement = null;
    ResultSet rows = null;
    try {
      statement =
          connection.prepareStatement(
              "select \"FirstName\", \"LastName\", \"City\", \"Country\""
                  + " from \"Customer\" where \"CustomerId\" = ?");
      statement.setInt(1, customerId);
      rows = statement.executeQuery();
      if (!rows.next()) {
        throw new CustomerNotFoundException(customerId);
      }
      AccountStatement account = new AccountStatement();
      account.setCustomerId(customerId);
      account.setCustomerName(rows.getString(1) + " " + rows.getString(2));
      account.setCity(rows.getString(3));
      account.setCountry(rows.getString(4));
      account.setFrom(new java.sql.Date(from.getTime()));
      account.setUntil(new java.sql.Date(until.getTime()));
      return account;
    } finally {
      Database.close(rows, statement);
    }
  }
}
