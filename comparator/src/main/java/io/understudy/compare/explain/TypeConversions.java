package io.understudy.compare.explain;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Elements;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Explains values of two sorts that mean the same. */
final class TypeConversions {
  private static final List<String> YES =
      Arrays.asList("true", "y", "yes", "j", "ja", "t", "1", "on");
  private static final List<String> NO = Arrays.asList("false", "n", "no", "nein", "f", "0", "off");

  /** The day from which spreadsheets count. */
  private static final LocalDate SPREADSHEET = LocalDate.of(1899, 12, 30);

  private TypeConversions() {}

  static void explain(SideValue control, SideValue candidate, ExplanationList found) {
    explainOneWay(control, candidate, found);
    explainOneWay(candidate, control, found);
  }

  private static void explainOneWay(SideValue a, SideValue b, ExplanationList found) {
    explainKinds(a, b, found);
    if (a.isWritten()) {
      explainText(a.plain().toString(), b, found);
    } else if (a.scalar() == Scalar.NUMBER) {
      explainNumber(a, b, found);
    } else if (a.scalar() == Scalar.LOCAL_DATE) {
      explainDate((LocalDate) a.plain(), b, found);
    } else if (a.scalar() == Scalar.INSTANT && b.scalar() == Scalar.OTHER) {
      explainLocalTime((Instant) a.plain(), b.plain(), found);
    }
  }

  private static void explainKinds(SideValue a, SideValue b, ExplanationList found) {
    boolean several = a.shape.kind() == Kind.LIST || a.shape.kind() == Kind.SET;
    if (several && b.scalar() != Scalar.NONE && a.shape.size(a.value) == 1) {
      Elements one = a.shape.elements(a.value);
      Object only = one.next() ? one.value() : null;
      found.addIf(only != null && isSame(new SideValue(only), b), "list of one");
    }
    found.addIf(a.shape.kind() == Kind.LIST && b.shape.kind() == Kind.SET, "list for set");
    found.addIf(a.shape.kind() == Kind.MAP && b.shape.kind() == Kind.RECORD, "map for object");
  }

  private static boolean isSame(SideValue a, SideValue b) {
    return a.scalar() == b.scalar() && a.plain().equals(b.plain());
  }

  private static void explainText(String text, SideValue other, ExplanationList found) {
    if (other.scalar() == Scalar.NUMBER) {
      BigDecimal number = NumberTexts.parsePlain(text.trim());
      PrintedNumber finite = PrintedNumber.of(other.plain());
      boolean same =
          number != null
              && finite != null
              && (number.compareTo(finite.exact) == 0 || number.compareTo(finite.printed) == 0);
      found.addIf(same, "number as text");
    } else if (other.scalar() == Scalar.BOOLEAN) {
      boolean yes = YES.contains(text.toLowerCase(Locale.ROOT));
      boolean no = NO.contains(text.toLowerCase(Locale.ROOT));
      boolean same = other.plain().equals(yes) && yes != no;
      found.addIf(same, text.length() > 3 ? "boolean as text" : "flag for boolean");
    } else if (!other.isWritten() && other.scalar() != Scalar.NONE) {
      found.addIf(isDate(text, other), "date as text");
      found.addIf(found.isEmpty() && other.plain().toString().equals(text), "value as text");
    }
  }

  private static boolean isDate(String text, SideValue other) {
    return other.scalar() == Scalar.LOCAL_DATE
        && (other.plain().equals(DateTexts.parseDate(text, true))
            || other.plain().equals(DateTexts.parseDate(text, false)));
  }

  private static void explainNumber(SideValue number, SideValue other, ExplanationList found) {
    PrintedNumber finite = PrintedNumber.of(number.plain());
    if (finite == null
        || !finite.isWhole()
        || finite.exact.precision() - finite.exact.scale() > 19) {
      return;
    }
    long value = finite.exact.longValue();
    if (other.scalar() == Scalar.BOOLEAN) {
      found.addIf(value == (other.plain().equals(true) ? 1 : 0), "flag for boolean");
    } else if (other.scalar() == Scalar.CHARACTER) {
      found.addIf(value == (char) other.plain(), "character code");
    } else if (other.value instanceof Enum) {
      found.addIf(value == ((Enum<?>) other.value).ordinal(), "enum ordinal");
    } else if (other.scalar() == Scalar.INSTANT) {
      explainInstant(value, (Instant) other.plain(), found);
    } else if (other.scalar() == Scalar.LOCAL_DATE) {
      LocalDate date = (LocalDate) other.plain();
      int digits = (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
      found.addIf(value == date.toEpochDay(), "epoch days");
      found.addIf(value == digits, "date as digits");
      found.addIf(value == date.toEpochDay() - SPREADSHEET.toEpochDay(), "spreadsheet days");
    }
  }

  private static void explainInstant(long value, Instant instant, ExplanationList found) {
    found.addIf(Instant.ofEpochMilli(value).equals(instant), "epoch milliseconds");
    found.addIf(value == instant.getEpochSecond(), "epoch seconds");
  }

  private static void explainDate(LocalDate date, SideValue other, ExplanationList found) {
    if (other.plain() instanceof LocalDateTime) {
      LocalDateTime time = (LocalDateTime) other.plain();
      found.addIf(time.equals(date.atStartOfDay()), "start of the day");
      found.addIf(time.toLocalDate().equals(date), "time of day left out");
    } else if (other.scalar() == Scalar.INSTANT) {
      Instant instant = (Instant) other.plain();
      for (ZoneId zone : zones()) {
        found.addIf(date.atStartOfDay(zone).toInstant().equals(instant), "start of the day");
        found.addIf(instant.atZone(zone).toLocalDate().equals(date), "time of day left out");
      }
    }
  }

  private static void explainLocalTime(Instant instant, Object other, ExplanationList found) {
    if (other instanceof LocalDateTime) {
      for (ZoneId zone : zones()) {
        found.addIf(LocalDateTime.ofInstant(instant, zone).equals(other), "time zone left out");
      }
    }
  }

  private static ZoneId[] zones() {
    return new ZoneId[] {ZoneOffset.UTC, ZoneId.systemDefault()};
  }
}
