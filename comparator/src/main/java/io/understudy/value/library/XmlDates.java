package io.understudy.value.library;

import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of XML Schema dates, as JAXB uses them. This class is loaded only when one of them
 * occurs, because not every JVM has the module.
 */
final class XmlDates {
  private XmlDates() {}

  static @Nullable Shape of(Class<?> type) {
    return XMLGregorianCalendar.class.isAssignableFrom(type)
        ? ShapeFactory.standIn(type.getName(), at -> meaning((XMLGregorianCalendar) at))
        : null;
  }

  // A complete date or time is a value of java.time. A partial one, a day with a zone, and what
  // java.time cannot represent stay a text.
  private static Object meaning(XMLGregorianCalendar at) {
    String type = schemaType(at);
    boolean zoned = at.getTimezone() != DatatypeConstants.FIELD_UNDEFINED;
    try {
      switch (type) {
        case "dateTime":
          LocalDateTime local = LocalDateTime.of(date(at), time(at));
          return zoned ? local.toInstant(ZoneOffset.ofTotalSeconds(60 * at.getTimezone())) : local;
        case "date":
          return zoned ? at.toXMLFormat() : date(at);
        case "time":
          return zoned ? at.toXMLFormat() : time(at);
        case "":
          return fields(at);
        default:
          return at.toXMLFormat();
      }
    } catch (DateTimeException | ArithmeticException tooLargeOrFine) {
      return at.toXMLFormat();
    }
  }

  /** The local name of the type; empty where no type of XML Schema has these fields. */
  private static String schemaType(XMLGregorianCalendar at) {
    try {
      return at.getXMLSchemaType().getLocalPart();
    } catch (IllegalStateException none) {
      return "";
    }
  }

  // XML Schema 1.0 has no year 0: the year -1 is the year before 1, which is 0 in java.time.
  private static LocalDate date(XMLGregorianCalendar at) {
    int year = at.getEonAndYear().intValueExact();
    if (year == 0) {
      throw new DateTimeException("the year 0");
    }
    return LocalDate.of(year < 0 ? year + 1 : year, at.getMonth(), at.getDay());
  }

  private static LocalTime time(XMLGregorianCalendar at) {
    BigDecimal fraction = at.getFractionalSecond();
    int nanos = fraction == null ? 0 : fraction.movePointRight(9).intValueExact();
    return LocalTime.of(at.getHour(), at.getMinute(), at.getSecond(), nanos);
  }

  private static String fields(XMLGregorianCalendar at) {
    return "year "
        + at.getEonAndYear()
        + field(", month ", at.getMonth())
        + field(", day ", at.getDay())
        + field(", hour ", at.getHour())
        + field(", minute ", at.getMinute())
        + field(", second ", at.getSecond())
        + ", fraction "
        + at.getFractionalSecond()
        + field(", zone ", at.getTimezone());
  }

  private static String field(String name, int value) {
    return name + (value == DatatypeConstants.FIELD_UNDEFINED ? "null" : String.valueOf(value));
  }

  static @Nullable Shape duration(Class<?> type) {
    return Duration.class.isAssignableFrom(type)
        ? ShapeFactory.sharableStandIn(type.getName(), of -> meaning((Duration) of))
        : null;
  }

  // Days, hours, minutes and seconds have a fixed length. Months do not, but a year has 12.
  private static Object meaning(Duration of) {
    BigInteger months = months(of);
    BigDecimal seconds = seconds(of);
    if (months.signum() == 0) {
      try {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        int nanos = seconds.subtract(whole).movePointRight(9).intValueExact();
        return java.time.Duration.ofSeconds(whole.longValueExact(), nanos);
      } catch (ArithmeticException tooLargeOrFine) {
        return "PT" + seconds.toPlainString() + "S";
      }
    }
    return (of.getSign() < 0 ? "-P" : "P") + text(months.abs(), 12, "Y", "M") + days(seconds.abs());
  }

  private static String days(BigDecimal seconds) {
    BigDecimal[] days = seconds.divideAndRemainder(BigDecimal.valueOf(86_400));
    String text = days[0].signum() == 0 ? "" : days[0].toBigInteger() + "D";
    BigDecimal[] minutes = days[1].divideAndRemainder(BigDecimal.valueOf(60));
    String time = text(minutes[0].toBigInteger(), 60, "H", "M");
    if (minutes[1].signum() != 0) {
      time += minutes[1].stripTrailingZeros().toPlainString() + "S";
    }
    return time.isEmpty() ? text : text + "T" + time;
  }

  /** A number in two units; a unit whose number is 0 is left out. */
  private static String text(BigInteger all, int size, String large, String small) {
    BigInteger[] parts = all.divideAndRemainder(BigInteger.valueOf(size));
    return (parts[0].signum() == 0 ? "" : parts[0] + large)
        + (parts[1].signum() == 0 ? "" : parts[1] + small);
  }

  private static BigInteger months(Duration of) {
    BigInteger years = (BigInteger) count(of, DatatypeConstants.YEARS, BigInteger.ZERO);
    BigInteger months = (BigInteger) count(of, DatatypeConstants.MONTHS, BigInteger.ZERO);
    BigInteger all = years.multiply(BigInteger.valueOf(12)).add(months);
    return of.getSign() < 0 ? all.negate() : all;
  }

  private static BigDecimal seconds(Duration of) {
    BigInteger days = (BigInteger) count(of, DatatypeConstants.DAYS, BigInteger.ZERO);
    BigInteger hours = (BigInteger) count(of, DatatypeConstants.HOURS, BigInteger.ZERO);
    BigInteger minutes = (BigInteger) count(of, DatatypeConstants.MINUTES, BigInteger.ZERO);
    BigDecimal seconds = (BigDecimal) count(of, DatatypeConstants.SECONDS, BigDecimal.ZERO);
    BigInteger allHours = days.multiply(BigInteger.valueOf(24)).add(hours);
    BigInteger allMinutes = allHours.multiply(SIXTY).add(minutes);
    BigDecimal all = new BigDecimal(allMinutes.multiply(SIXTY)).add(seconds);
    BigDecimal stripped = all.signum() == 0 ? BigDecimal.ZERO : all.stripTrailingZeros();
    return of.getSign() < 0 ? stripped.negate() : stripped;
  }

  private static final BigInteger SIXTY = BigInteger.valueOf(60);

  private static Number count(Duration of, DatatypeConstants.Field field, Number none) {
    Number value = of.getField(field);
    return value == null ? none : value;
  }
}
