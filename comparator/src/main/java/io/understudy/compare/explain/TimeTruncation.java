package io.understudy.compare.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;

/** Explains a side that keeps its times in coarser units than the other. */
final class TimeTruncation {
  private static final ChronoUnit[] UNITS = {
    ChronoUnit.MICROS,
    ChronoUnit.MILLIS,
    ChronoUnit.SECONDS,
    ChronoUnit.MINUTES,
    ChronoUnit.HOURS,
    ChronoUnit.DAYS
  };

  private TimeTruncation() {}

  static void explain(Temporal control, Temporal candidate, ExplanationList found) {
    explain(control, candidate, "candidate", found);
    explain(candidate, control, "control", found);
  }

  private static void explain(Temporal fine, Temporal coarse, String by, ExplanationList found) {
    for (ChronoUnit unit : UNITS) {
      String name = unit.name().toLowerCase(Locale.ROOT);
      if (cut(fine, unit).equals(coarse)) {
        found.add("cut to " + name + " by " + by);
        return;
      }
      Duration half = unit.getDuration().dividedBy(2);
      if (unit != ChronoUnit.DAYS && cut(fine.plus(half), unit).equals(coarse)) {
        found.add("rounded to " + name + " by " + by);
        return;
      }
    }
  }

  private static Temporal cut(Temporal fine, ChronoUnit unit) {
    if (fine instanceof Instant) {
      return ((Instant) fine).truncatedTo(unit);
    }
    return fine instanceof LocalDateTime
        ? ((LocalDateTime) fine).truncatedTo(unit)
        : ((LocalTime) fine).truncatedTo(unit);
  }
}
