package com.acme.tariff;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Properties;

/** The price of a kilowatt hour, from {@code tariff.properties} next to the classes. */
public final class Price {
  private Price() {}

  /** Reads the file through the context class loader, as old applications do. */
  public static BigDecimal current() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    InputStream in = loader.getResourceAsStream("tariff.properties");
    if (in == null) {
      return new BigDecimal("0.125");
    }
    try {
      try {
        Properties properties = new Properties();
        properties.load(in);
        return new BigDecimal(properties.getProperty("price"));
      } finally {
        in.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
