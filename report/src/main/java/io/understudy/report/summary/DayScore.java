package io.understudy.report.summary;

import java.time.LocalDate;
import java.util.List;

/**
 * The score of one day. Immutable.
 *
 * @param day in the period's zone
 * @param score of the calls that were made on it
 * @param changes what is new on this day in what the evidence belongs to, in words; empty where all
 *     is as on the day before
 */
public record DayScore(LocalDate day, Score score, List<String> changes) {
  /** States a day's score. */
  public DayScore {
    changes = List.copyOf(changes);
  }
}
