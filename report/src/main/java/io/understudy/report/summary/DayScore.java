package io.understudy.report.summary;

import java.time.LocalDate;
import java.util.List;

/**
 * The score of one day. Immutable.
 *
 * @param day the day in the zone of the report
 * @param score the score of the calls that were made on the day
 * @param changes the parts of the build that changed on this day, such as {@code candidate}; empty
 *     where nothing changed
 */
public record DayScore(LocalDate day, Score score, List<String> changes) {
  /** Creates the score with a copy of the changes. */
  public DayScore {
    changes = List.copyOf(changes);
  }
}
