package com.recordstore.next;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** When a customer has to be reminded. Thread-safe. */
public final class Reminders {
  /**
   * For how many days an invoice is overdue; 0 when it is not.
   *
   * @param due the last day on which payment was in time; null when the invoice is not due at all
   * @param today the day of the question
   */
  public long daysOverdue(@Nullable Date due, Date today) {
    if (due == null) {
      return 0;
    }
    LocalDate last = Dates.dayOf(due);
    return Math.max(0, ChronoUnit.DAYS.between(last, Dates.dayOf(today)));
  }
}
