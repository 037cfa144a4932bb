package com.recordstore.billing;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Calendar;
import java.util.GregorianCalendar;

/** Commissions of the sales agents. Not thread-safe: one per connection. */
public class CommissionService {
  private final Connection connection;

  /** Reads through a connection that stays the caller's. */
  public CommissionService(Connection connection) {
    this.connection = connection;
  }

  /**
   * An agent's commission for one month, in dollars, to the cent.
   *
   * @param month 1 to 12
   */
  public double commission(int employeeId, int year, int month) throws BillingException {
    double sales = salesOf(employeeId, year, month);
    return Math.round(sales * rateFor(sales) * 100) / 100.0;
  }

  /** Returns an agent's share of the month's sales, which rises with the sales. */
  private double rateFor(double sales) {
    double rate = 0.02;
    if (sales > 10) {
      rate = 0.03;
    }
    if (sales > 25) {
      rate = 0.045;
    }
    return rate;
  }

  private double salesOf(int employeeId, int year, int month) throws BillingException {
    PreparedStatement statement = null;
    ResultSet rows = null;
    try {
      statement =
          connection.prepareStatement(
              "select i.\"Total\" from \"Customer\" c"
                  + " join \"Invoice\" i on i.\"CustomerId\" = c.\"CustomerId\""
                  + " where c.\"SupportRepId\" = ?"
                  + " and i.\"InvoiceDate\" >= ? and i.\"InvoiceDate\" < ?");
      Calendar first = new GregorianCalendar(year, month - 1, 1);
      Calendar next = new GregorianCalendar(year, month, 1);
      statement.setInt(1, employeeId);
      statement.setDate(2, new Date(first.getTimeInMillis()));
      statement.setDate(3, new Date(next.getTimeInMillis()));
      rows = statement.executeQuery();
      double sales = 0;
      while (rows.next()) {
        sales += rows.getDouble(1);
      }
      return sales;
    } catch (SQLException e) {
      throw new BillingException("Cannot read the sales of agent " + employeeId, e);
    } finally {
      Database.close(rows, statement);
    }
  }
}
