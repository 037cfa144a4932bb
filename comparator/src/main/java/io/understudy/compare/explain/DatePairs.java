package io.understudy.compare.explain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;

/** Explains two calendar days. */
final class DatePairs {
  private DatePairs() {}

  static void explain(LocalDate control, LocalDate candidate, ExplanationList found) {
    LocalDate first = control.isBefore(candidate) ? control : candidate;
    LocalDate last = control.isBefore(candidate) ? candidate : control;
    long days = ChronoUnit.DAYS.between(first, last);
    if (days == 0) {
      return;
    }
    found.addIf(isSwapped(first, last), "day and month swapped");
    explainYears(first, last, found);
    if (JulianCalendar.readAs(first).equals(last) || JulianCalendar.readAs(last).equals(first)) {
      found.add("Julian calendar");
      return;
    }
    explainMonths(first, last, days, found);
    found.addIf(days == 1, "off by one day");
    found.addIf(isWeekend(first, last, days), "weekend");
    found.addIf(days == 7, "off by one week");
    found.addIf(
        first.plusMonths(1).equals(last) || last.minusMonths(1).equals(first), "off by one month");
    found.addIf(first.plusYears(1).equals(last), "off by one year");
  }

  private static boolean isSwapped(LocalDate a, LocalDate b) {
    return a.getYear() == b.getYear()
        && a.getMonthValue() == b.getDayOfMonth()
        && a.getDayOfMonth() == b.getMonthValue();
  }

  private static void explainYears(LocalDate first, LocalDate last, ExplanationList found) {
    if (first.getMonth() != last.getMonth() || first.getDayOfMonth() != last.getDayOfMonth()) {
      return;
    }
    int years = last.getYear() - first.getYear();
    found.addIf(years == 100 || years == 1900 || years == 2000, "two-digit year");
    found.addIf(years == 1 && (isWeekYear(first, last) || isWeekYear(last, first)), "week year");
  }

  /** Returns whether {@code date}, printed with the year of its week, has the other's year. */
  private static boolean isWeekYear(LocalDate date, LocalDate other) {
    return date.get(IsoFields.WEEK_BASED_YEAR) == other.getYear()
        || date.get(WeekFields.SUNDAY_START.weekBasedYear()) == other.getYear();
  }

  private static void explainMonths(
      LocalDate first, LocalDate last, long days, ExplanationList found) {
    found.addIf(days == 1 && (isLeapDay(first) || isLeapDay(last)), "leap day");
    found.addIf(days == 1 && last.getDayOfMonth() == 31, "30/360");
    found.addIf(days == 1 && last.getDayOfMonth() == 1, "month end");
  }

  private static boolean isLeapDay(LocalDate date) {
    return date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
  }

  /** Returns whether one is on a weekend and the other is the adjacent working day. */
  private static boolean isWeekend(LocalDate first, LocalDate last, long days) {
    boolean after = isWeekendDay(first) && last.getDayOfWeek() == DayOfWeek.MONDAY;
    boolean before = isWeekendDay(last) && first.getDayOfWeek() == DayOfWeek.FRIDAY;
    return days <= 2 && (after || before);
  }

  private static boolean isWeekendDay(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }
}
