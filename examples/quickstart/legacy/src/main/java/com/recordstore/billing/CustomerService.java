package com.recordstore.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Set;
import java.util.Vector;

/** Queries about customers for the clerks. Not thread-safe: one per connection. */
public class CustomerService {
  /** The label printer's characters per line. */
  public static final int LABEL_WIDTH = 40;

  private final Connection connection;

  /** Reads through a connection that stays the caller's. */
  public CustomerService(Connection connection) {
    this.connection = connection;
  }

  /**
   * The lines of a customer's address label: name, company if any, street, city, country; each cut
   * at {@link #LABEL_WIDTH} characters.
   *
   * @throws CustomerNotFoundException when there is no such customer
   */
  public String[] mailingLabel(int customerId) throws BillingException {
    PreparedStatement statement = null;
    ResultSet rows = null;
    try {
      statement =
          connection.prepareStatement(
              "select \"FirstName\", \"LastName\", \"Company\", \"Address\", \"PostalCode\","
                  + " \"City\", \"State\", \"Country\""
                  + " from \"Customer\" where \"CustomerId\" = ?");
      statement.setInt(1, customerId);
      rows = statement.executeQuery();
      if (!rows.next()) {
        throw new CustomerNotFoundException(customerId);
      }
      Vector<String> lines = new Vector<String>();
      lines.addElement(cut(rows.getString(1) + " " + rows.getString(2)));
      if (rows.getString(3) != null) {
        lines.addElement(cut(rows.getString(3)));
      }
      lines.addElement(cut(rows.getString(4)));
      StringBuffer city = new StringBuffer();
      if (rows.getString(5) != null) {
        city.append(rows.getString(5)).append(' ');
      }
      city.append(rows.getString(6));
      if (rows.getString(7) != null) {
        city.append(", ").append(rows.getString(7));
      }
      lines.addElement(cut(city.toString()));
      lines.addElement(cut(rows.getString(8).toUpperCase()));
      String[] label = new String[lines.size()];
      lines.copyInto(label);
      return label;
    } catch (SQLException e) {
      throw new BillingException("Cannot read customer " + customerId, e);
    } finally {
      Database.close(rows, statement);
    }
  }

  /** Returns the genres of a customer's purchases, with their counts; empty without purchases. */
  public Set<GenreCount> genresBought(int customerId) throws BillingException {
    Hashtable<String, GenreCount> genres = new Hashtable<String, GenreCount>();
    PreparedStatement statement = null;
    ResultSet rows = null;
    try {
      statement =
          connection.prepareStatement(
              "select g.\"Name\" from \"Invoice\" i"
                  + " join \"InvoiceLine\" l on l.\"InvoiceId\" = i.\"InvoiceId\""
                  + " join \"Track\" t on t.\"TrackId\" = l.\"TrackId\""
                  + " join \"Genre\" g on g.\"GenreId\" = t.\"GenreId\""
                  + " where i.\"CustomerId\" = ?");
      statement.setInt(1, customerId);
      rows = statement.executeQuery();
      while (rows.next()) {
        GenreCount count = genres.get(rows.getString(1));
        if (count == null) {
          count = new GenreCount();
          count.setGenre(rows.getString(1));
          genres.put(count.getGenre(), count);
        }
        count.setTracks(count.getTracks() + 1);
      }
      return new HashSet<GenreCount>(genres.values());
    } catch (SQLException e) {
      throw new BillingException("Cannot read the purchases of customer " + customerId, e);
    } finally {
      Database.close(rows, statement);
    }
  }

  /** Customers with the text somewhere in their names, in no order. */
  public Vector<Customer> search(String text) throws BillingException {
    return search(text, null);
  }

  /**
   * Customers with the text somewhere in their names, in no order.
   *
   * @param country only customers from this country; null for all
   * @throws IllegalArgumentException when the text is shorter than two characters
   */
  public Vector<Customer> search(String text, String country) throws BillingException {
    if (text.trim().length() < 2) {
      throw new IllegalArgumentException("Search for two characters at least");
    }
    Hashtable<Integer, Customer> found = new Hashtable<Integer, Customer>();
    PreparedStatement statement = null;
    ResultSet rows = null;
    try {
      statement =
          connection.prepareStatement(
              "select \"CustomerId\", \"FirstName\", \"LastName\", \"Company\", \"City\","
                  + " \"Country\", \"Phone\" from \"Customer\""
                  + " where lower(\"FirstName\" || ' ' || \"LastName\") like ?");
      statement.setString(1, "%" + text.trim().toLowerCase() + "%");
      rows = statement.executeQuery();
      while (rows.next()) {
        Customer customer = customerOf(rows);
        if (country == null || country.equals(customer.getCountry())) {
          found.put(customer.getCustomerId(), customer);
        }
      }
    } catch (SQLException e) {
      throw new BillingException("Cannot search customers", e);
    } finally {
      Database.close(rows, statement);
    }
    Vector<Customer> customers = new Vector<Customer>();
    for (Enumeration<Customer> e = found.elements(); e.hasMoreElements(); ) {
      customers.addElement(e.nextElement());
    }
    return customers;
  }

  private static Customer customerOf(ResultSet rows) throws SQLException {
    Customer customer = new Customer();
    customer.setCustomerId(rows.getInt(1));
    customer.setFirstName(rows.getString(2));
    customer.setLastName(rows.getString(3));
    customer.setCompany(rows.getString(4));
    customer.setCity(rows.getString(5));
    customer.setCountry(rows.getString(6));
    String phone = rows.getString(7);
    if (phone != null) {
      StringBuffer digits = new StringBuffer();
      for (int i = 0; i < phone.length(); i++) {
        if (phone.charAt(i) >= '0' && phone.charAt(i) <= '9') {
          digits.append(phone.charAt(i));
        }
      }
      customer.setPhone(digits.toString());
    }
    return customer;
  }

  private static String cut(String line) {
    return line.length() > LABEL_WIDTH ? line.substring(0, LABEL_WIDTH) : line;
  }
}
