package io.understudy.compare.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Explains null, absence or an exception on one side by the value that the other uses for it. */
final class NullSubstitutes {
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

  private NullSubstitutes() {}

  /**
   * Explains a value that only one side has.
   *
   * @param other the other side: {@code null}, {@code absent}, {@code exception}
   */
  static void explain(SideValue present, String other, ExplanationList found) {
    ExplanationList sort = new ExplanationList();
    explain(present, sort);
    sort.first().forEach(name -> found.add(other + " for " + name));
  }

  private static void explain(SideValue present, ExplanationList found) {
    found.addIf(present.isEmpty(), "empty");
    switch (present.scalar()) {
      case TEXT:
        explainText(present.plain().toString(), found);
        break;
      case CHARACTER:
        found.addIf(present.plain().equals('\0'), "zero");
        found.addIf(present.plain().equals(' '), "blank");
        break;
      case NUMBER:
        explainNumber(present.plain(), found);
        break;
      case BOOLEAN:
        found.addIf(present.plain().equals(false), "false");
        break;
      case LOCAL_DATE:
        found.addIf(DEFAULT_DATES.contains(present.plain()), "a default date");
        break;
      case INSTANT:
        found.addIf(isDefault((Instant) present.plain()), "a default date");
        break;
      default:
    }
  }

  private static void explainText(String text, ExplanationList found) {
    found.addIf(text.isEmpty(), "empty");
    found.addIf(!text.isEmpty() && text.trim().isEmpty(), "blank");
    for (String word : WORDS) {
      found.addIf(text.equalsIgnoreCase(word), "the word null");
    }
  }

  private static void explainNumber(Object number, ExplanationList found) {
    PrintedNumber finite = PrintedNumber.of(number);
    found.addIf(SpecialNumbers.isNaN(number), "NaN");
    if (finite != null) {
      found.addIf(finite.signum() == 0, "zero");
      found.addIf(finite.exact.intValue() == -1 && finite.isWhole(), "-1");
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
