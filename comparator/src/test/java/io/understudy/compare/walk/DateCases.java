package io.understudy.compare.walk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.MutableDateTime;
import org.joda.time.chrono.BuddhistChronology;

/** Rows for dates of libraries and of XML. */
final class DateCases {
  private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

  private DateCases() {}

  static void put(ViewCases cases) throws DatatypeConfigurationException {
    joda(cases);
    threeTen(cases);
    xml(cases);
  }

  private static void joda(ViewCases cases) {
    DateTime noon = new DateTime(NOON.toEpochMilli(), DateTimeZone.UTC);
    org.joda.time.LocalDate day = new org.joda.time.LocalDate(2024, 2, 29);
    cases.put("Joda DateTime against Instant at the same instant", noon, NOON);
    cases.put("Joda DateTime against Instant one nanosecond later", noon, NOON.plusNanos(1));
    cases.put(
        "Joda DateTime against Joda DateTime of another zone at the same instant",
        noon,
        noon.withZone(DateTimeZone.forOffsetHours(9)));
    cases.put(
        "Joda MutableDateTime against Joda DateTime at the same instant",
        new MutableDateTime(noon),
        noon);
    cases.put("Joda LocalDate against LocalDate", day, LocalDate.of(2024, 2, 29));
    cases.put("Joda LocalDate against the next LocalDate", day, LocalDate.of(2024, 3, 1));
    cases.put(
        "Joda LocalDate of the Buddhist calendar against LocalDate of the same day",
        new org.joda.time.LocalDate(2567, 2, 29, BuddhistChronology.getInstanceUTC()),
        LocalDate.of(2024, 2, 29));
    cases.put(
        "Joda LocalTime against LocalTime",
        new org.joda.time.LocalTime(23, 59, 58, 7),
        LocalTime.of(23, 59, 58, 7_000_000));
    cases.put(
        "Joda LocalDateTime against LocalDateTime",
        new org.joda.time.LocalDateTime(1905, 2, 28, 12, 0),
        LocalDateTime.of(1905, 2, 28, 12, 0));
    cases.put(
        "Joda Duration against Duration",
        org.joda.time.Duration.standardHours(1),
        Duration.ofMinutes(60));
    cases.put(
        "Joda Period against Period of the same days",
        org.joda.time.Period.days(3),
        Period.ofDays(3));
    cases.put(
        "Joda YearMonth against YearMonth",
        new org.joda.time.YearMonth(2024, 2),
        YearMonth.of(2024, 2));
  }

  private static void threeTen(ViewCases cases) {
    cases.put(
        "ThreeTen ZonedDateTime against Instant at the same instant",
        org.threeten.bp.ZonedDateTime.parse("2024-02-29T13:00:00+01:00[Europe/Paris]"),
        NOON);
    cases.put(
        "ThreeTen LocalDate against LocalDate",
        org.threeten.bp.LocalDate.of(2024, 2, 29),
        LocalDate.of(2024, 2, 29));
    cases.put(
        "ThreeTen Period against Period", org.threeten.bp.Period.of(1, 2, 3), Period.of(1, 2, 3));
  }

  private static void xml(ViewCases cases) throws DatatypeConfigurationException {
    DatatypeFactory xml = DatatypeFactory.newInstance();
    cases.put(
        "XMLGregorianCalendar with a zone against Instant at the same instant",
        xml.newXMLGregorianCalendar("2024-02-29T13:00:00+01:00"),
        NOON);
    cases.put(
        "XMLGregorianCalendar without a zone against LocalDateTime",
        xml.newXMLGregorianCalendar("2024-02-29T13:00:00.5"),
        LocalDateTime.parse("2024-02-29T13:00:00.5"));
    cases.put(
        "XMLGregorianCalendar without a zone against Instant",
        xml.newXMLGregorianCalendar("2024-02-29T12:00:00"),
        NOON);
    cases.put(
        "XMLGregorianCalendar of a day against LocalDate",
        xml.newXMLGregorianCalendar("2024-02-29"),
        LocalDate.of(2024, 2, 29));
    cases.put(
        "XMLGregorianCalendar of a day in a zone against LocalDate",
        xml.newXMLGregorianCalendar("2024-02-29+01:00"),
        LocalDate.of(2024, 2, 29));
    cases.put(
        "XML Duration of 60 minutes against Duration of an hour",
        xml.newDuration("PT60M"),
        Duration.ofHours(1));
    cases.put(
        "XML Duration of a month against XML Duration of 30 days",
        xml.newDuration("P1M"),
        xml.newDuration("P30D"));
  }
}
