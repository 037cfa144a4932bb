package io.understudy.compare.explain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Explains two texts that are dates or points in time. */
final class DateTexts {
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d([.]\\d{1,9})?)?(Z|[-+]\\d\\d:\\d\\d)?");

  private DateTexts() {}

  static void explain(String control, String candidate, ExplanationList found) {
    LocalDate a = parseDate(control, true);
    LocalDate b = parseDate(candidate, true);
    if (a != null || b != null) {
      explainDates(control, a, candidate, b, found);
    } else if (TIME.matcher(control).matches() && TIME.matcher(candidate).matches()) {
      explainTimes(control, candidate, found);
    }
  }

  private static void explainDates(
      String control,
      @Nullable LocalDate a,
      String candidate,
      @Nullable LocalDate b,
      ExplanationList found) {
    LocalDate controlSwapped = parseDate(control, false);
    LocalDate candidateSwapped = parseDate(candidate, false);
    boolean same = a != null && a.equals(b);
    boolean sameSwapped =
        isSame(a, candidateSwapped)
            || isSame(controlSwapped, b)
            || isSame(controlSwapped, candidateSwapped);
    boolean sameShape = digitsAsZeros(control).equals(digitsAsZeros(candidate));
    if (sameShape && a != null && b != null) {
      DatePairs.explain(a, b, found);
      found.addIf(isSame(a, candidateSwapped), "day and month swapped");
    } else {
      found.addIf(same || sameSwapped, "date format");
    }
  }

  private static boolean isSame(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a != null && a.equals(b);
  }

  private static String digitsAsZeros(String text) {
    return text.replaceAll("\\d", "0");
  }

  /** Parses a date; {@code dayFirst} decides between day and month where the year is last. */
  static @Nullable LocalDate parseDate(String text, boolean dayFirst) {
    Matcher first = YEAR_FIRST.matcher(text);
    if (first.matches()) {
      return of(first.group(1), first.group(3), first.group(4));
    }
    Matcher last = YEAR_LAST.matcher(text);
    return last.matches()
        ? of(last.group(4), last.group(dayFirst ? 3 : 1), last.group(dayFirst ? 1 : 3))
        : null;
  }

  private static @Nullable LocalDate of(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  private static void explainTimes(String control, String candidate, ExplanationList found) {
    try {
      Object a = parseTime(control);
      Object b = parseTime(candidate);
      if (a.equals(b)) {
        found.add("date format");
      } else if (a.getClass() == b.getClass()) {
        TimePairs.explain(new SideValue(a), new SideValue(b), ZoneId.systemDefault(), found);
      } else {
        found.addIf(toLocal(a).equals(toLocal(b)), "time zone left out");
      }
    } catch (DateTimeException noTime) {
      // The text only looks like a time, such as the 31st of February.
    }
  }

  private static LocalDateTime toLocal(Object time) {
    return time instanceof OffsetDateTime
        ? ((OffsetDateTime) time).toLocalDateTime()
        : (LocalDateTime) time;
  }

  private static Object parseTime(String text) {
    boolean zoned = text.endsWith("Z") || text.lastIndexOf('-') > 10 || text.indexOf('+') > 0;
    return zoned ? OffsetDateTime.parse(text) : LocalDateTime.parse(text);
  }
}
