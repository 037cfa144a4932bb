package io.understudy.compare.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Null or nothing on one side, and what the other uses to say nothing. */
final class Nothing {
  private static final List<LocalDate> DEFAULT_DATES =
      Arrays.asList(
          LocalDate.of(1, 1, 1),
          LocalDate.of(1899, 12, 30),
          LocalDate.of(1899, 12, 31),
          LocalDate.of(1900, 1, 1),
          LocalDate.of(1970, 1, 1),
          LocalDate.of(9999, 12, 31));

  private static final List<String> WORDS =
      Arrays.asList("null", "nil", "none", "n/a", "undefined");

  private Nothing() {}

  /** Explains that one side has null and the other this. */
  static void explain(Side present, Found found) {
    found.addIf(present.isEmpty(), "null for empty");
    switch (present.scalar()) {
      case TEXT:
        ofText(present.plain().toString(), found);
        break;
      case CHARACTER:
        found.addIf(present.plain().equals('\0'), "null for zero");
        found.addIf(present.plain().equals(' '), "null for blank");
        break;
      case NUMBER:
        ofNumber(present.plain(), found);
        break;
      case BOOLEAN:
        found.addIf(present.plain().equals(false), "null for false");
        break;
      case LOCAL_DATE:
        found.addIf(DEFAULT_DATES.contains(present.plain()), "null for a default date");
        break;
      case INSTANT:
        found.addIf(isDefault((Instant) present.plain()), "null for a default date");
        break;
      default:
    }
  }

  private static void ofText(String text, Found found) {
    found.addIf(text.isEmpty(), "null for empty");
    found.addIf(!text.isEmpty() && text.trim().isEmpty(), "null for blank");
    for (String word : WORDS) {
      found.addIf(text.equalsIgnoreCase(word), "null as text");
    }
  }

  private static void ofNumber(Object number, Found found) {
    Numeric finite = Numeric.of(number);
    found.addIf(SpecialNumbers.isNaN(number), "null for NaN");
    if (finite != null) {
      found.addIf(finite.signum() == 0, "null for zero");
      found.addIf(finite.exact.intValue() == -1 && finite.isWhole(), "null for -1");
    }
  }

  private static boolean isDefault(Instant instant) {
    return isMidnightOfDefault(instant, ZoneOffset.UTC)
        || isMidnightOfDefault(instant, ZoneId.systemDefault());
  }

  private static boolean isMidnightOfDefault(Instant instant, ZoneId zone) {
    LocalDate date = instant.atZone(zone).toLocalDate();
    return DEFAULT_DATES.contains(date) && date.atStartOfDay(zone).toInstant().equals(instant);
  }
}
