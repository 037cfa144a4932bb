package com.recordstore.next;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCPool;

/** Reads the billing database through a small pool of read-only connections. Thread-safe. */
final class Store {
  private static final DataSource POOL = pool();

  private Store() {}

  /** Creates a value from the current row. */
  interface RowReader<T> {
    /** Reads the current row and leaves the cursor where it is. */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * All rows of a query, in its order.
   *
   * @param parameters values for the question marks, in order
   * @throws IllegalStateException when the database cannot answer
   */
  static <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
    try (Connection connection = POOL.getConnection()) {
      connection.setReadOnly(true);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setObject(i + 1, parameters[i]);
        }
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            found.add(reader.read(rows));
          }
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The billing database does not answer", e);
    }
  }

  private static DataSource pool() {
    JDBCPool pool = new JDBCPool(4);
    pool.setURL("jdbc:hsqldb:res:chinook");
    pool.setUser("CHINOOK");
    pool.setPassword("CHINOOK");
    return pool;
  }
}
