package com.recordstore.billing;

import java.util.Date;

/** When a customer has to be reminded. Thread-safe. */
public class Dunning {
  private static final long DAY = 24L * 60 * 60 * 1000;

  /**
   * For how many days an invoice is overdue; 0 when it is not.
   *
   * @param due the last day on which payment was in time; null when the invoice is not due at all
   * @param today midnight of the day of the question
   */
  public int daysOverdue(Date due, Date today) {
    if (due == null || !today.after(due)) {
      return 0;
    }
    return (int) ((today.getTime() - due.getTime()) / DAY);
  }
}
