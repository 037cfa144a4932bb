package com.acme.tariff;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Properties;

/** The price of a kilowatt hour, as {@code tariff.properties} beside the classes says. */
public final class Price {
  private Price() {}

  /** Reads the file of the application that the thread works for, as one did. */
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
