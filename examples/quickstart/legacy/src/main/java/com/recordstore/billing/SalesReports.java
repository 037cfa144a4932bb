package com.recordstore.billing;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Hashtable;
import java.util.Vector;

/** Sales reports for the management. Not thread-safe: one per connection. */
public class SalesReports {
  private final Connection connection;

  /** Reads through a connection that stays the caller's. */
  public SalesReports(Connection connection) {
    this.connection = connection;
  }

  /**
   * The tracks that brought in most in a period, both days included; where two brought in the same,
   * by their titles, then by their numbers.
   *
   * @param howMany the most tracks that are listed, at least 1
   */
  public Vector<TrackSale> topTracks(java.util.Date from, java.util.Date until, int howMany)
      throws BillingException {
    if (howMany < 1) {
      throw new IllegalArgumentException("A list of " + howMany + " tracks");
    }
    Vector<TrackSale> top = new Vector<TrackSale>();
    PreparedStatement statement = null;
    ResultSet rows = null;
    try {
      statement =
          connection.prepareStatement(
              "select t.\"TrackId\", t.\"Name\", sum(l.\"Quantity\"),"
                  + " sum(l.\"UnitPrice\" * l.\"Quantity\") revenue"
                  + " from \"Invoice\" i"
                  + " join \"InvoiceLine\" l on l.\"InvoiceId\" = i.\"InvoiceId\""
                  + " join \"Track\" t on t.\"TrackId\" = l.\"TrackId\""
                  + " where i.\"InvoiceDate\" >= ? and i.\"InvoiceDate\" <= ?"
                  + " group by t.\"TrackId\", t.\"Name\""
                  + " order by revenue desc, t.\"Name\", t.\"TrackId\"");
      statement.setDate(1, new Date(from.getTime()));
      statement.setDate(2, new Date(until.getTime()));
      rows = statement.executeQuery();
      while (rows.next() && top.size() < howMany) {
        TrackSale sale = new TrackSale();
        sale.setTrackId(rows.getInt(1));
        sale.setTitle(rows.getString(2));
        sale.setSold(rows.getInt(3));
        sale.setRevenue(rows.getDouble(4));
        top.addElement(sale);
      }
      return top;
    } catch (SQLException e) {
      throw new BillingException("Cannot list the top tracks", e);
    } finally {
      Database.close(rows, statement);
    }
  }

  /**
   * Returns the sales of a month by country of the billing address, in dollars.
   *
   * @param month 1 to 12
   */
  public Hashtable<String, Double> salesByCountry(int year, int month) throws BillingException {
    Hashtable<String, Double> sales = new Hashtable<String, Double>();
    Calendar first = new GregorianCalendar(year, month - 1, 1);
    Calendar next = new GregorianCalendar(year, month, 1);
    PreparedStatement statement = null;
    ResultSet rows = null;
    try {
      statement =
          connection.prepareStatement(
              "select \"BillingCountry\", \"Total\" from \"Invoice\""
                  + " where \"InvoiceDate\" >= ? and \"InvoiceDate\" < ?");
      statement.setDate(1, new Date(first.getTimeInMillis()));
      statement.setDate(2, new Date(next.getTimeInMillis()));
      rows = statement.executeQuery();
      while (rows.next()) {
        Double before = sales.get(rows.getString(1));
        double sum = (before == null ? 0 : before.doubleValue()) + rows.getDouble(2);
        sales.put(rows.getString(1), Double.valueOf(sum));
      }
      return sales;
    } catch (SQLException e) {
      throw new BillingException("Cannot list the sales of " + year, e);
    } finally {
      Database.close(rows, statement);
    }
  }
}
