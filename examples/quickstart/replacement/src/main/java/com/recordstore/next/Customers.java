package com.recordstore.next;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queries about customers for the clerks. Thread-safe. */
public final class Customers {
  private static final int LABEL_WIDTH = 35;

  /**
   * The lines of a customer's address label: name, company if any, street, city, country.
   *
   * @throws NoSuchElementException when there is no such customer
   */
  public List<String> mailingLabel(int customerId) {
    List<List<String>> found =
        Store.query(
            "select \"FirstName\", \"LastName\", \"Company\", \"Address\", \"PostalCode\","
                + " \"City\", \"State\", \"Country\""
                + " from \"Customer\" where \"CustomerId\" = ?",
            Customers::label,
            customerId);
    if (found.isEmpty()) {
      throw new NoSuchElementException("no customer " + customerId);
    }
    return found.get(0);
  }

  /** Returns the genres of a customer's purchases, with their counts; empty without purchases. */
  public Set<GenreTally> genresBought(int customerId) {
    Map<String, Integer> tracks = new LinkedHashMap<>();
    Store.query(
            "select g.\"Name\" from \"Invoice\" i"
                + " join \"InvoiceLine\" l on l.\"InvoiceId\" = i.\"InvoiceId\""
                + " join \"Track\" t on t.\"TrackId\" = l.\"TrackId\""
                + " join \"Genre\" g on g.\"GenreId\" = t.\"GenreId\""
                + " where i.\"CustomerId\" = ?",
            row -> row.getString(1),
            customerId)
        .forEach(genre -> tracks.merge(genre, 1, Integer::sum));
    Set<GenreTally> genres = new LinkedHashSet<>();
    tracks.forEach((genre, count) -> genres.add(new GenreTally(genre, count)));
    return genres;
  }

  /**
   * Customers with the text somewhere in their names, by number.
   *
   * @param country only customers from this country; null for all
   * @throws IllegalArgumentException when the text is shorter than two characters
   */
  public List<CustomerView> search(String text, @Nullable String country) {
    if (text.trim().length() < 2) {
      throw new IllegalArgumentException("too short to search for");
    }
    List<CustomerView> found =
        Store.query(
            "select \"CustomerId\", \"FirstName\", \"LastName\", \"Company\", \"City\","
                + " \"Country\", \"Phone\" from \"Customer\""
                + " where lower(\"FirstName\" || ' ' || \"LastName\") like ?"
                + " order by \"CustomerId\"",
            Customers::view,
            "%" + text.trim().toLowerCase(Locale.ROOT) + "%");
    if (country != null) {
      found.removeIf(customer -> !country.equals(customer.country()));
    }
    return found;
  }

  private static List<String> label(ResultSet row) throws SQLException {
    List<String> lines = new ArrayList<>();
    lines.add(cut(row.getString(1) + " " + row.getString(2)));
    if (row.getString(3) != null) {
      lines.add(cut(row.getString(3)));
    }
    lines.add(cut(row.getString(4)));
    String city = row.getString(5) + " " + row.getString(6);
    lines.add(cut(row.getString(7) == null ? city : city + ", " + row.getString(7)));
    lines.add(cut(row.getString(8).toUpperCase(Locale.ROOT)));
    return lines;
  }

  private static CustomerView view(ResultSet row) throws SQLException {
    return new CustomerView(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7).replaceAll("[^0-9]", ""));
  }

  private static String cut(String line) {
    return line.length() > LABEL_WIDTH ? line.substring(0, LABEL_WIDTH) : line;
  }
}
