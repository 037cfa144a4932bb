package com.recordstore.billing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Where the billing database is, and how it is closed without noise. */
public final class Database {
  private static final String DRIVER = "org.hsqldb.jdbcDriver";
  private static final String URL = "jdbc:hsqldb:res:chinook";
  private static final String USER = "CHINOOK";
  private static final String PASSWORD = "CHINOOK";

  private Database() {}

  /** Opens a connection that cannot write. The caller closes it. */
  public static Connection open() throws BillingException {
    try {
      Class.forName(DRIVER);
      Connection connection = DriverManager.getConnection(URL, USER, PASSWORD);
      connection.setReadOnly(true);
      return connection;
    } catch (ClassNotFoundException e) {
      throw new BillingException("The HSQLDB driver is not in the class path", e);
    } catch (SQLException e) {
      throw new BillingException("Cannot open " + URL, e);
    }
  }

  static void close(ResultSet rows, Statement statement) {
    try {
      if (rows != null) {
        rows.close();
      }
      if (statement != null) {
        statement.close();
      }
    } catch (SQLException e) {
      // nothing that a clerk could do about it
    }
  }
}
