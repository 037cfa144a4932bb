package io.understudy.compare.explain;

import io.understudy.value.Scalar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Explains two dates, times or spans of one sort. */
final class TimePairs {
  private static final long HALF_A_DAY = 12 * 3_600L;

  private TimePairs() {}

  /**
   * Explains two values of one sort.
   *
   * @param jvm the zone for values without a zone
   */
  static void explain(SideValue control, SideValue candidate, ZoneId jvm, ExplanationList found) {
    Scalar sort = control.scalar();
    Object a = control.plain();
    Object b = candidate.plain();
    if (sort == Scalar.INSTANT) {
      InstantPairs.explain(control, candidate, jvm, found);
    } else if (sort == Scalar.LOCAL_DATE) {
      DatePairs.explain((LocalDate) a, (LocalDate) b, found);
    } else if (sort == Scalar.LOCAL_TIME) {
      explainTimeOfDay((LocalTime) a, (LocalTime) b, found);
    } else if (a instanceof LocalDateTime && b instanceof LocalDateTime) {
      explainLocalTime((LocalDateTime) a, (LocalDateTime) b, jvm, found);
    } else if (a instanceof Duration && b instanceof Duration) {
      NumberPair.explain(
          TimeOffsets.seconds((Duration) a), TimeOffsets.seconds((Duration) b), found);
    }
  }

  private static void explainTimeOfDay(LocalTime a, LocalTime b, ExplanationList found) {
    found.addIf(isEndOfDay(a, b) || isEndOfDay(b, a), "end of day");
    TimeTruncation.explain(a, b, found);
    Duration span = Duration.between(a, b);
    // Around midnight the shorter way counts: from 23:30 to 00:30 is one hour.
    if (Math.abs(span.getSeconds()) > HALF_A_DAY) {
      span = span.isNegative() ? span.plusDays(1) : span.minusDays(1);
    }
    TimeOffsets.explain(span, 0, found);
  }

  private static boolean isEndOfDay(LocalTime midnight, LocalTime other) {
    return midnight.equals(LocalTime.MIDNIGHT) && !other.isBefore(LocalTime.of(23, 59, 59));
  }

  private static void explainLocalTime(
      LocalDateTime a, LocalDateTime b, ZoneId jvm, ExplanationList found) {
    boolean near = Duration.between(a, b).abs().getSeconds() <= 1;
    found.addIf(
        near
            && (isEndOfDay(a.toLocalTime(), b.toLocalTime())
                || isEndOfDay(b.toLocalTime(), a.toLocalTime())),
        "end of day");
    TimeTruncation.explain(a, b, found);
    InstantPairs.explainSpan(a.atZone(jvm).toInstant(), Duration.between(a, b), jvm, found);
    if (a.toLocalTime().equals(b.toLocalTime())) {
      DatePairs.explain(a.toLocalDate(), b.toLocalDate(), found);
    }
  }
}
