package io.understudy.agent.snapshot.survey;

import java.nio.file.attribute.FileTime;
import java.text.ParsePosition;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.chrono.JapaneseDate;
import java.time.chrono.MinguoDate;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.chrono.ThaiBuddhistDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.time.temporal.ValueRange;
import java.time.temporal.WeekFields;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import javax.xml.datatype.DatatypeFactory;

/** Dates, times, durations, zones and calendars. */
final class TimeSamples extends SampleGroup {
  @Override
  void fill() {
    LocalDate day = LocalDate.of(2024, 2, 29);
    LocalTime noon = LocalTime.NOON;
    ZoneId paris = ZoneId.of("Europe/Paris");
    put("Date", () -> new Date(5), () -> new Date(6));
    put("java.sql.Date", () -> new java.sql.Date(0), () -> new java.sql.Date(86_400_000_000L));
    put("java.sql.Time", () -> new java.sql.Time(0), () -> new java.sql.Time(1));
    put("Timestamp", () -> new java.sql.Timestamp(0), () -> new java.sql.Timestamp(1));
    put(
        "GregorianCalendar",
        () -> new GregorianCalendar(2024, 1, 2),
        () -> new GregorianCalendar(2024, 1, 3));
    put("TimeZone", () -> TimeZone.getTimeZone("Asia/Tokyo"), () -> TimeZone.getTimeZone("UTC"));
    put("SimpleTimeZone", () -> new SimpleTimeZone(1, "a"), () -> new SimpleTimeZone(2, "a"));
    put("Instant", () -> Instant.ofEpochMilli(5), () -> Instant.EPOCH);
    put("LocalDate", () -> LocalDate.ofEpochDay(5), () -> day);
    put("LocalTime", () -> LocalTime.of(1, 2), () -> noon);
    put("LocalDateTime", () -> day.atTime(1, 2), () -> day.atTime(noon));
    put("ZonedDateTime", () -> day.atStartOfDay(paris), () -> day.atTime(noon).atZone(paris));
    put("OffsetDateTime", () -> offset(1), () -> offset(2));
    put("OffsetTime", () -> OffsetTime.of(noon, ZoneOffset.UTC), () -> OffsetTime.MAX);
    put("Year", () -> Year.of(2024), () -> Year.of(2025));
    put("YearMonth", () -> YearMonth.of(2024, 1), () -> YearMonth.of(2024, 2));
    put("MonthDay", () -> MonthDay.of(1, 2), () -> MonthDay.of(1, 3));
    put("Month", () -> Month.MAY, () -> Month.JUNE);
    put("DayOfWeek", () -> DayOfWeek.MONDAY, () -> DayOfWeek.SUNDAY);
    put("Duration", () -> Duration.ofMillis(5), () -> Duration.ZERO);
    put("Period", () -> Period.of(1, 2, 3), () -> Period.of(1, 2, 4));
    put("ZoneId", () -> ZoneId.of("Asia/Tokyo"), () -> paris);
    put("ZoneOffset", () -> ZoneOffset.ofHours(1), () -> ZoneOffset.UTC);
    put("ZoneRules", () -> paris.getRules(), () -> ZoneId.of("Asia/Tokyo").getRules());
    put("ZoneOffsetTransition", () -> transition(1), () -> transition(2));
    put(
        "ZoneOffsetTransitionRule",
        () -> paris.getRules().getTransitionRules().get(0),
        () -> paris.getRules().getTransitionRules().get(1));
    put("Clock", () -> Clock.fixed(Instant.EPOCH, paris), () -> Clock.fixed(Instant.MAX, paris));
    put("Chronology", () -> IsoChronology.INSTANCE, () -> ThaiBuddhistChronology.INSTANCE);
    put("JapaneseDate", () -> JapaneseDate.from(day), () -> JapaneseDate.of(2020, 1, 1));
    put("MinguoDate", () -> MinguoDate.from(day), () -> MinguoDate.of(100, 1, 1));
    put("ThaiBuddhistDate", () -> ThaiBuddhistDate.from(day), () -> ThaiBuddhistDate.of(1, 1, 1));
    put(
        "DateTimeFormatter",
        () -> DateTimeFormatter.ofPattern("yyyy", Locale.ROOT),
        () -> DateTimeFormatter.ofPattern("yyyy", Locale.GERMANY));
    put(
        "parsed text",
        () -> DateTimeFormatter.ISO_DATE.parseUnresolved("2024-02-29", new ParsePosition(0)),
        () -> DateTimeFormatter.ISO_DATE.parseUnresolved("2024-02-28", new ParsePosition(0)));
    put(
        "DecimalStyle",
        () -> DecimalStyle.STANDARD.withZeroDigit('1'),
        () -> DecimalStyle.STANDARD);
    put("ChronoUnit", () -> ChronoUnit.DAYS, () -> ChronoUnit.ERAS);
    put("ChronoField", () -> ChronoField.YEAR, () -> ChronoField.ERA);
    put("IsoFields", () -> IsoFields.DAY_OF_QUARTER, () -> IsoFields.QUARTER_OF_YEAR);
    put("JulianFields", () -> JulianFields.JULIAN_DAY, () -> JulianFields.RATA_DIE);
    put("WeekFields", () -> WeekFields.of(DayOfWeek.FRIDAY, 2), () -> WeekFields.ISO);
    put("week field", () -> WeekFields.ISO.weekOfYear(), () -> WeekFields.ISO.weekOfMonth());
    put("ValueRange", () -> ValueRange.of(1, 5), () -> ValueRange.of(1, 6));
    put("FileTime", () -> FileTime.fromMillis(5), () -> FileTime.fromMillis(6));
    put("XML date", () -> xml("2024-02-29"), () -> xml("2024-02-28"));
    put(
        "empty XML date",
        () -> DatatypeFactory.newInstance().newXMLGregorianCalendar(),
        () -> xml("2024-02-28"));
    put(
        "XML duration",
        () -> DatatypeFactory.newInstance().newDuration("PT5S"),
        () -> DatatypeFactory.newInstance().newDuration("PT6S"));
  }

  private static OffsetDateTime offset(int hour) {
    return LocalDateTime.of(2024, 1, 1, hour, 0).atOffset(ZoneOffset.UTC);
  }

  private static ZoneOffsetTransition transition(int hours) {
    return ZoneOffsetTransition.of(
        LocalDateTime.of(2024, 1, 1, 0, 0), ZoneOffset.UTC, ZoneOffset.ofHours(hours));
  }

  private static Object xml(String text) throws Exception {
    return DatatypeFactory.newInstance().newXMLGregorianCalendar(text);
  }
}
