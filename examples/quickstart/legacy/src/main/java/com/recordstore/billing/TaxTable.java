package com.recordstore.billing;

import java.util.Hashtable;

/** Sales tax by country and state, as the accountant handed it in. Thread-safe. */
public final class TaxTable {
  private static final Hashtable<String, Double> RATES = new Hashtable<String, Double>();

  static {
    rate("Argentina", 0.21);
    rate("Australia", 0.10);
    rate("Austria", 0.20);
    rate("Belgium", 0.21);
    rate("Brazil", 0.17);
    rate("Canada", 0.05);
    rate("Canada/BC", 0.12);
    rate("Canada/NS", 0.15);
    rate("Canada/ON", 0.13);
    rate("Canada/QC", 0.14975);
    rate("Chile", 0.19);
    rate("Czech Republic", 0.20);
    rate("Denmark", 0.25);
    rate("Finland", 0.23);
    rate("France", 0.196);
    rate("Germany", 0.19);
    rate("Hungary", 0.27);
    rate("India", 0.125);
    rate("Ireland", 0.23);
    rate("Italy", 0.21);
    rate("Netherlands", 0.21);
    rate("Norway", 0.25);
    rate("Poland", 0.23);
    rate("Portugal", 0.23);
    rate("Spain", 0.21);
    rate("Sweden", 0.25);
    rate("USA", 0);
    rate("USA/CA", 0.0825);
    rate("USA/FL", 0.06);
    rate("USA/IL", 0.0625);
    rate("USA/MA", 0.0625);
    rate("USA/NV", 0.0685);
    rate("USA/NY", 0.04);
    rate("USA/TX", 0.0625);
    rate("USA/UT", 0.047);
    rate("USA/WA", 0.065);
    rate("USA/WI", 0.05);
    rate("United Kingdom", 0.20);
  }

  private TaxTable() {}

  /**
   * The tax on a net amount, in dollars, to the cent, half a cent up.
   *
   * @param state null if the country has none
   * @throws IllegalArgumentException when no rate is known for the country
   */
  public static double tax(double net, String country, String state) {
    Double rate = state == null ? null : RATES.get(country + "/" + state);
    if (rate == null) {
      rate = RATES.get(country);
    }
    if (rate == null) {
      throw new IllegalArgumentException("No tax rate for " + country);
    }
    return Math.round(net * rate.doubleValue() * 100) / 100.0;
  }

  private static void rate(String place, double rate) {
    RATES.put(place, Double.valueOf(rate));
  }
}
