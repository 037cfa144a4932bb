package io.understudy.agent.isolated;

import java.sql.Driver;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists the drivers that its class loader sees; the test defines it in an isolated loader. */
public final class DriverList {
  private DriverList() {}

  public static List<Driver> drivers() {
    return new ArrayList<>(Collections.list(DriverManager.getDrivers()));
  }
}
