package com.recordstore.next;

import java.math.BigDecimal;

/** Commissions of the sales agents. Thread-safe. */
public final class Commissions {
  private static final BigDecimal GOOD = new BigDecimal("10");
  private static final BigDecimal BEST = new BigDecimal("25");

  /**
   * The share of the month's sales that an agent gets.
   *
   * @param sales of the month, in dollars
   */
  public BigDecimal rateFor(double sales) {
    BigDecimal sold = BigDecimal.valueOf(sales);
    if (sold.compareTo(BEST) > 0) {
      return new BigDecimal("0.045");
    }
    return new BigDecimal(sold.compareTo(GOOD) > 0 ? "0.03" : "0.02");
  }
}
