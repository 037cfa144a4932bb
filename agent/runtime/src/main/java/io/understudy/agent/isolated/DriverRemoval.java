package io.understudy.agent.isolated;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;

/**
 * Removes the JDBC drivers of the class loader that defines this class. A copy of it is defined by
 * each isolated loader that is closed, so it uses only the JDK.
 */
public final class DriverRemoval implements Runnable {
  /** Creates a removal. */
  public DriverRemoval() {}

  @Override
  public void run() {
    for (Driver each : Collections.list(DriverManager.getDrivers())) {
      if (each.getClass().getClassLoader() == DriverRemoval.class.getClassLoader()) {
        remove(each);
      }
    }
  }

  private static void remove(Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException | RuntimeException refused) {
      // The others are removed anyway.
      return;
    }
  }
}
