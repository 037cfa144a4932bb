package io.understudy.compare.explain;

import static io.understudy.compare.explain.ExplanationLines.values;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeExplanationsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "10:00:00.123456789, 10:00:00.123456, cut to micros by candidate",
    "10:00:00.123456789, 10:00:00.123457, rounded to micros by candidate",
    "10:00:00.123999, 10:00:00.123, cut to millis by candidate",
    "10:00:00.5, 10:00:01, rounded to seconds by candidate",
    "10:00:59, 10:00, cut to minutes by candidate",
    "10:00, 10:59:59, cut to hours by control",
    "10:40, 11:00, rounded to hours by candidate",
    "10:00, 10:00:01, 'cut to minutes by control, off by one second'",
    "10:03, 10:04, off by one minute",
    "10:03, 11:03, 'time zone +01:00, off by one hour'",
    "11:03, 10:03, 'time zone -01:00, off by one hour'",
    "10:03, 22:03, 'twelve hours, time zone +12:00'",
    "23:30, 00:30, 'time zone +01:00, off by one hour'",
    "00:30, 23:30, 'time zone -01:00, off by one hour'",
    "10:03, 14:33, time zone +04:30",
    "10:03, 14:30, ''",
    "00:00, 23:59:59, end of day",
    "23:59:59.999, 00:00, end of day",
  })
  void localTimes(LocalTime control, LocalTime candidate, String names) {
    assertThat(values(control, candidate)).startsWith(names.isEmpty() ? "" : names);
    if (names.isEmpty()) {
      assertThat(values(control, candidate)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T00:00, 2026-11-19T23:59:59, end of day",
    "2026-11-20T23:59:59, 2026-11-21T00:00, end of day",
    "2026-11-20T10:00:01, 2026-11-20T10:00, cut to minutes by candidate",
    "2026-11-20T10:15, 2026-11-20T00:00, cut to days by candidate",
  })
  void localDateTimes(LocalDateTime control, LocalDateTime candidate, String names) {
    assertThat(values(control, candidate)).startsWith(names);
  }

  @Test
  void endOfAnotherDayIsNoEndOfDay() {
    assertThat(
            values(
                LocalDateTime.parse("2026-11-20T00:00"),
                LocalDateTime.parse("2026-11-25T23:59:59")))
        .doesNotContain("end of day");
  }

  @Test
  void datesAtTheSameTimeOfDayAreCompared() {
    assertThat(
            values(
                LocalDateTime.parse("2026-03-12T10:07"), LocalDateTime.parse("2026-12-03T10:07")))
        .contains("day and month swapped");
    assertThat(
            values(
                LocalDateTime.parse("2026-03-12T10:07"), LocalDateTime.parse("2026-12-03T10:08")))
        .isEmpty();
  }

  @Test
  void sameInstantInAnotherZone() {
    assertThat(
            values(
                OffsetDateTime.parse("2026-11-20T10:00Z"),
                OffsetDateTime.parse("2026-11-20T11:00+01:00")))
        .isEqualTo("same instant");
  }

  @Test
  void sameLocalTimeInAnotherZone() {
    assertThat(
            values(
                OffsetDateTime.parse("2026-11-20T10:07Z"),
                OffsetDateTime.parse("2026-11-20T10:07+01:00")))
        .startsWith("same local time");
  }

  @Test
  void daylightSavingDependsOnTheDay() {
    ZonedDateTime summer = ZonedDateTime.of(2026, 7, 1, 10, 7, 0, 0, BERLIN);
    ZonedDateTime winter = ZonedDateTime.of(2026, 12, 1, 10, 7, 0, 0, BERLIN);
    assertThat(values(summer, summer.plusHours(1))).startsWith("daylight saving");
    assertThat(values(winter, winter.plusHours(1))).doesNotContain("daylight saving");
    assertThat(values(summer, summer.plusHours(2))).doesNotContain("daylight saving");
  }

  /** In the hour of the change only one of the two instants is in summer time. */
  @Test
  void daylightSavingCountsAtTheEdgeToo() {
    ZonedDateTime before = ZonedDateTime.of(2026, 3, 29, 1, 30, 0, 0, BERLIN);
    assertThat(values(before, before.plusHours(1))).contains("daylight saving");
  }

  @Test
  void secondsReadAsMilliseconds() {
    Instant right = Instant.ofEpochSecond(1_750_000_123L);
    Instant wrong = Instant.ofEpochMilli(1_750_000_123L);
    assertThat(values(right, wrong)).isEqualTo("seconds for milliseconds");
    assertThat(values(wrong, right)).isEqualTo("seconds for milliseconds");
    assertThat(values(right, wrong.plusMillis(1))).isEmpty();
    assertThat(values(Instant.EPOCH, Instant.EPOCH.plusSeconds(7)))
        .doesNotContain("seconds for milliseconds");
  }

  @Test
  void instantsAtTheLimitsHaveNoExplanation() {
    assertThat(values(Instant.MIN, Instant.MAX)).isEmpty();
    assertThat(values(Instant.MAX, Instant.MAX.minusNanos(1))).isEmpty();
    assertThat(values(LocalDateTime.MIN, LocalDateTime.MAX)).isEmpty();
  }

  @Test
  void durationsAreComparedInSeconds() {
    assertThat(values(Duration.ofSeconds(2), Duration.ofMillis(2))).isEqualTo("factor 0.001");
    assertThat(values(Duration.ofMinutes(5), Duration.ofHours(5))).isEqualTo("factor 60");
    assertThat(values(Duration.ofSeconds(5), Duration.ofSeconds(-5))).isEqualTo("sign");
    assertThat(values(Duration.ofSeconds(7), Duration.ofSeconds(12))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PT1S, 0, off by one second",
    "PT-1S, 0, off by one second",
    "PT1M, 0, off by one minute",
    "PT24H, 0, off by one day",
    "PT1H, 3600, 'daylight saving, time zone +01:00, off by one hour'",
    "PT-1H, 3600, 'daylight saving, time zone -01:00, off by one hour'",
    "PT30M, 1800, 'daylight saving, time zone +00:30'",
    "PT14H, 0, time zone +14:00",
    "PT14H15M, 0, ''",
    "PT1.5S, 0, ''",
    "PT0S, 3600, ''",
  })
  void offsets(Duration span, long saving, String names) {
    ExplanationList found = new ExplanationList();
    TimeOffsets.explain(span, saving, found);
    assertThat(found.first().stream().map(Explanation::name).collect(joining(", ")))
        .isEqualTo(names);
  }
}
