package io.understudy.compare.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;

/** Explains two points on the time line, and their calendar forms. */
final class InstantPairs {
  private static final long MILLIS = 1_000;

  private InstantPairs() {}

  /**
   * Explains two instants.
   *
   * @param jvm the zone for values without a zone
   */
  static void explain(SideValue control, SideValue candidate, ZoneId jvm, ExplanationList found) {
    Instant a = (Instant) control.plain();
    Instant b = (Instant) candidate.plain();
    if (a.equals(b)) {
      found.add("same instant");
      return;
    }
    found.addIf(isMisread(a, b) || isMisread(b, a), "seconds for milliseconds");
    TimeTruncation.explain(a, b, found);
    ZoneId controlZone = zoneOf(control.value, jvm);
    ZoneId candidateZone = zoneOf(candidate.value, jvm);
    LocalDateTime controlLocal = LocalDateTime.ofInstant(a, controlZone);
    LocalDateTime candidateLocal = LocalDateTime.ofInstant(b, candidateZone);
    found.addIf(controlLocal.equals(candidateLocal), "same local time");
    explainSpan(a, Duration.between(a, b), controlZone, found);
    explainDates(controlLocal, candidateLocal, found);
    explainDates(
        LocalDateTime.ofInstant(a, ZoneOffset.UTC),
        LocalDateTime.ofInstant(b, ZoneOffset.UTC),
        found);
  }

  /** Explains a span that begins at {@code start}, in a zone that may have daylight saving. */
  static void explainSpan(Instant start, Duration span, ZoneId zone, ExplanationList found) {
    ZoneRules rules = zone.getRules();
    Duration saving = rules.getDaylightSavings(start);
    Duration savingThen = rules.getDaylightSavings(start.plus(span));
    TimeOffsets.explain(span, (saving.isZero() ? savingThen : saving).getSeconds(), found);
  }

  private static void explainDates(LocalDateTime a, LocalDateTime b, ExplanationList found) {
    if (a.toLocalTime().equals(b.toLocalTime())) {
      DatePairs.explain(a.toLocalDate(), b.toLocalDate(), found);
    }
  }

  /**
   * Returns whether {@code wrong} is {@code right} with its seconds since 1970 read as
   * milliseconds.
   */
  private static boolean isMisread(Instant right, Instant wrong) {
    return wrong.getEpochSecond() == Math.floorDiv(right.getEpochSecond(), MILLIS)
        && wrong.getNano() / 1_000_000 == Math.floorMod(right.getEpochSecond(), MILLIS)
        && Math.abs(right.getEpochSecond()) >= MILLIS;
  }

  private static ZoneId zoneOf(Object value, ZoneId jvm) {
    if (value instanceof ZonedDateTime) {
      return ((ZonedDateTime) value).getZone();
    }
    return value instanceof OffsetDateTime ? ((OffsetDateTime) value).getOffset() : jvm;
  }
}
