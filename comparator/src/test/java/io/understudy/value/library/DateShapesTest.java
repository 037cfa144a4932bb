package io.understudy.value.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.joda.time.DateTimeZone;
import org.joda.time.chrono.BuddhistChronology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates of Joda-Time, ThreeTen, XML Schema and {@code java.sql}. */
class DateShapesTest {
  static Stream<Arguments> joda() {
    DateTimeZone plusTwo = DateTimeZone.forOffsetHours(2);
    return Stream.of(
        Arguments.of(new org.joda.time.Instant(1), "INSTANT 1970-01-01T00:00:00.001Z"),
        Arguments.of(new org.joda.time.DateTime(0, plusTwo), "INSTANT 1970-01-01T00:00:00Z"),
        Arguments.of(
            new org.joda.time.DateTime(-1, DateTimeZone.UTC), "INSTANT 1969-12-31T23:59:59.999Z"),
        Arguments.of(new org.joda.time.LocalDate(2024, 2, 29), "LOCAL_DATE 2024-02-29"),
        Arguments.of(new org.joda.time.LocalDate(1969, 12, 31), "LOCAL_DATE 1969-12-31"),
        Arguments.of(
            new org.joda.time.LocalDate(2567, 2, 28, BuddhistChronology.getInstance()),
            "LOCAL_DATE 2024-02-28"),
        Arguments.of(new org.joda.time.LocalTime(0, 0), "LOCAL_TIME 00:00"),
        Arguments.of(new org.joda.time.LocalTime(23, 59, 59, 999), "LOCAL_TIME 23:59:59.999"),
        Arguments.of(
            new org.joda.time.LocalDateTime(2024, 5, 6, 7, 8, 9, 10),
            "java.time.LocalDateTime 2024-05-06T07:08:09.010"),
        Arguments.of(new org.joda.time.Duration(90_000), "java.time.Duration PT1M30S"),
        Arguments.of(new org.joda.time.Duration(-1), "java.time.Duration PT-0.001S"),
        Arguments.of(org.joda.time.Period.days(2), "org.joda.time.Period P2D"),
        Arguments.of(new org.joda.time.MutableDateTime(5), "INSTANT 1970-01-01T00:00:00.005Z"),
        Arguments.of(new org.joda.time.YearMonth(2024, 5), "org.joda.time.YearMonth 2024-05"));
  }

  static Stream<Arguments> threeTen() {
    return Stream.of(
        Arguments.of(org.threeten.bp.Instant.ofEpochMilli(1), "INSTANT 1970-01-01T00:00:00.001Z"),
        Arguments.of(
            org.threeten.bp.OffsetDateTime.parse("2024-05-06T07:08:09+02:00"),
            "INSTANT 2024-05-06T05:08:09Z"),
        Arguments.of(
            org.threeten.bp.ZonedDateTime.parse("2024-05-06T07:08:09+02:00[Europe/Berlin]"),
            "INSTANT 2024-05-06T05:08:09Z"),
        Arguments.of(org.threeten.bp.LocalDate.of(2024, 2, 29), "LOCAL_DATE 2024-02-29"),
        Arguments.of(org.threeten.bp.LocalTime.of(1, 2, 3, 4), "LOCAL_TIME 01:02:03.000000004"),
        Arguments.of(
            org.threeten.bp.LocalDateTime.of(2024, 5, 6, 7, 8),
            "java.time.LocalDateTime 2024-05-06T07:08"),
        Arguments.of(org.threeten.bp.Duration.ofSeconds(90), "java.time.Duration PT1M30S"),
        Arguments.of(org.threeten.bp.Period.of(1, 2, 3), "java.time.Period P1Y2M3D"),
        Arguments.of(org.threeten.bp.YearMonth.of(2024, 5), "java.time.YearMonth 2024-05"),
        Arguments.of(org.threeten.bp.Year.of(2024), "java.time.Year 2024"),
        Arguments.of(org.threeten.bp.Year.of(-5), "java.time.Year -5"),
        Arguments.of(org.threeten.bp.MonthDay.of(2, 29), "org.threeten.bp.MonthDay --02-29"),
        Arguments.of(org.threeten.bp.Month.MAY, "ENUM MAY"));
  }

  static Stream<Arguments> xml() throws DatatypeConfigurationException {
    DatatypeFactory factory = DatatypeFactory.newInstance();
    List<Arguments> rows = new ArrayList<>();
    for (List<String> row :
        Arrays.asList(
            Arrays.asList("2024-05-06T07:08:09Z", "INSTANT 2024-05-06T07:08:09Z"),
            Arrays.asList("2024-05-06T07:08:09+02:00", "INSTANT 2024-05-06T05:08:09Z"),
            Arrays.asList("2024-05-06T07:08:09", "java.time.LocalDateTime 2024-05-06T07:08:09"),
            Arrays.asList("2024-05-06", "LOCAL_DATE 2024-05-06"),
            Arrays.asList("2024-05-06Z", "TEXT 2024-05-06Z"),
            Arrays.asList("07:08:09.5", "LOCAL_TIME 07:08:09.500"),
            Arrays.asList("07:08:09Z", "TEXT 07:08:09Z"),
            Arrays.asList("2024-05", "TEXT 2024-05"),
            Arrays.asList("2024", "TEXT 2024"),
            Arrays.asList("-0005-03-01", "LOCAL_DATE -0004-03-01"),
            Arrays.asList("-0001-03-01T00:00:00Z", "INSTANT 0000-03-01T00:00:00Z"),
            Arrays.asList("-0004-02-29", "TEXT -0004-02-29"),
            Arrays.asList("12345-01-01", "LOCAL_DATE +12345-01-01"),
            Arrays.asList("99999999999-01-01", "TEXT 99999999999-01-01"),
            Arrays.asList("07:08:09.1234567891", "TEXT 07:08:09.1234567891"),
            Arrays.asList("23:59:60", "TEXT 23:59:60"),
            Arrays.asList("--05-06", "TEXT --05-06"))) {
      rows.add(Arguments.of(factory.newXMLGregorianCalendar(row.get(0)), row.get(1)));
    }
    rows.add(
        Arguments.of(
            factory.newXMLGregorianCalendar(),
            "TEXT year null, month null, day null, hour null, minute null, second null,"
                + " fraction null, zone null"));
    rows.add(Arguments.of(factory.newDuration("P1DT2H"), "java.time.Duration PT26H"));
    rows.add(Arguments.of(factory.newDuration("-PT1.5S"), "java.time.Duration PT-1.5S"));
    rows.add(Arguments.of(factory.newDuration("P1M"), "TEXT P1M"));
    rows.add(Arguments.of(factory.newDuration("P1Y2D"), "TEXT P1Y2D"));
    rows.add(Arguments.of(factory.newDuration("-P14MT90S"), "TEXT -P1Y2MT1M30S"));
    rows.add(Arguments.of(factory.newDuration("P0Y"), "java.time.Duration PT0S"));
    rows.add(Arguments.of(factory.newDuration("PT0.1234567891S"), "TEXT PT0.1234567891S"));
    return rows.stream();
  }

  static Stream<Arguments> sql() {
    return Stream.of(
        Arguments.of(java.sql.Date.valueOf("2024-02-29"), "LOCAL_DATE 2024-02-29"),
        Arguments.of(java.sql.Date.valueOf("1500-01-02"), "LOCAL_DATE 1500-01-02"),
        Arguments.of(java.sql.Date.valueOf("1582-10-15"), "LOCAL_DATE 1582-10-15"),
        Arguments.of(java.sql.Date.valueOf("0001-01-01"), "LOCAL_DATE 0001-01-01"),
        Arguments.of(java.sql.Date.valueOf("9999-12-31"), "LOCAL_DATE 9999-12-31"),
        Arguments.of(java.sql.Time.valueOf("07:08:09"), "LOCAL_TIME 07:08:09"),
        Arguments.of(
            java.sql.Timestamp.from(java.time.Instant.ofEpochSecond(1, 5)),
            "INSTANT 1970-01-01T00:00:01.000000005Z"));
  }

  @ParameterizedTest
  @MethodSource({"joda", "threeTen", "xml", "sql"})
  void dateIsReadAsItsMeaning(Object date, String expected) {
    assertThat(ShapeText.of(date)).isEqualTo(expected);
  }
}
