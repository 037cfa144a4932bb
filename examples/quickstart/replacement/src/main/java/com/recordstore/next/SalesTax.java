package com.recordstore.next;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sales tax by country and state. Thread-safe. */
public final class SalesTax {
  private static final Map<String, BigDecimal> PERCENT = new HashMap<>();

  static {
    percent("0", "USA");
    percent("4", "USA/NY");
    percent("4.7", "USA/UT");
    percent("5", "Canada", "USA/WI");
    percent("6", "USA/FL");
    percent("6.25", "USA/IL", "USA/MA", "USA/TX");
    percent("6.5", "USA/WA");
    percent("6.85", "USA/NV");
    percent("8.25", "USA/CA");
    percent("10", "Australia");
    percent("12", "Canada/BC");
    percent("12.5", "India");
    percent("13", "Canada/ON");
    percent("14.975", "Canada/QC");
    percent("15", "Canada/NS");
    percent("17", "Brazil");
    percent("19", "Chile", "Germany");
    percent("19.6", "France");
    percent("20", "Austria", "Czech Republic", "United Kingdom");
    percent("21", "Argentina", "Belgium", "Italy", "Netherlands", "Spain");
    percent("23", "Finland", "Ireland", "Poland", "Portugal");
    percent("25", "Denmark", "Norway", "Sweden");
    percent("27", "Hungary");
  }

  private SalesTax() {}

  /**
   * The tax on a net amount, in dollars, to the cent.
   *
   * @param state null if the country has none
   * @throws IllegalArgumentException when no rate is known for the country
   */
  public static BigDecimal tax(double net, String country, @Nullable String state) {
    BigDecimal percent = PERCENT.getOrDefault(country + "/" + state, PERCENT.get(country));
    if (percent == null) {
      throw new IllegalArgumentException("no tax rate: " + country);
    }
    return BigDecimal.valueOf(net)
        .multiply(percent)
        .movePointLeft(2)
        .setScale(2, RoundingMode.HALF_EVEN);
  }

  private static void percent(String rate, String... places) {
    for (String place : places) {
      PERCENT.put(place, new BigDecimal(rate));
    }
  }
}
