package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpansTest {
  @ParameterizedTest
  @CsvSource({
    "5s, PT5S",
    "5 s, PT5S",
    "5S, PT5S",
    "100ms, PT0.1S",
    "7us, PT0.000007S",
    "3ns, PT0.000000003S",
    "1.5h, PT1H30M",
    "1.5 min, PT1M30S",
    "2m, PT2M",
    "1d, PT24H",
    "1 day, PT24H",
    "2 days, PT48H",
    "0s, PT0S",
    "0.000000001s, PT0.000000001S"
  })
  void spans(String text, String span) {
    assertThat(TimeSpans.parse(text)).isEqualTo(Duration.parse(span));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-5s", "5 weeks", "1e3s", ".5s", "5.s", "5s 3ms", "1 2s"})
  void textsThatAreNoSpans(String text) {
    assertThat(TimeSpans.parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5ns", "0.0000000001s", "99999999999999999999 days"})
  void spansThatNoDurationCanHold(String text) {
    assertThatThrownBy(() -> TimeSpans.parse(text)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT24H, 1 day",
    "PT48H, 2 days",
    "PT25H, 25h",
    "PT90M, 90min",
    "PT61S, 61s",
    "PT0.1S, 100ms",
    "PT0.000007S, 7us",
    "PT0.000000003S, 3ns",
    "PT1.000000001S, 1000000001ns"
  })
  void largestUnitThatFits(String span, String text) {
    assertThat(TimeSpans.text(Duration.parse(span))).isEqualTo(text);
  }

  @Property(tries = 300)
  void printedSpanIsReadAgain(@ForAll @LongRange(min = 0) long nanos) {
    Duration span = Duration.ofNanos(nanos);

    assertThat(TimeSpans.parse(TimeSpans.text(span))).isEqualTo(span);
    assertThat(TimeSpans.parse(TimeSpans.text(span).toUpperCase(Locale.ROOT))).isEqualTo(span);
  }

  @Test
  void distanceOfPointsAndSpans() {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");

    assertThat(TimeSpans.between(noon, noon.minusMillis(3))).isEqualTo(Duration.ofMillis(3));
    assertThat(TimeSpans.between(noon, noon.plusMillis(3))).isEqualTo(Duration.ofMillis(3));
    assertThat(TimeSpans.between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 2, 27)))
        .isEqualTo(Duration.ofDays(2));
    assertThat(TimeSpans.between(LocalTime.of(23, 59), LocalTime.of(0, 1)))
        .isEqualTo(Duration.ofMinutes(23 * 60 + 58));
    assertThat(
            TimeSpans.between(
                LocalDateTime.of(2026, 3, 1, 0, 0), LocalDateTime.of(2026, 2, 28, 23, 0)))
        .isEqualTo(Duration.ofHours(1));
    assertThat(TimeSpans.between(Duration.ofSeconds(1), Duration.ofSeconds(-1)))
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void valuesWithoutADistance() {
    assertThat(TimeSpans.between(Instant.EPOCH, LocalDate.of(1970, 1, 1))).isNull();
    assertThat(TimeSpans.between(1, 1)).isNull();
    assertThat(TimeSpans.between(Period.ofDays(1), Period.ofDays(1))).isNull();
    assertThat(
            TimeSpans.between(
                Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE)))
        .isNull();
  }
}
