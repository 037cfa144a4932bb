package io.understudy.report.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "412, 412 ns",
    "999.6, 1.00 µs",
    "3412, 3.41 µs",
    "12040, 12.0 µs",
    "99960, 100 µs",
    "999600, 1.00 ms",
    "1500000000, 1.50 s",
    "95300000000, 95.3 s",
    "4000000000000, 4000 s"
  })
  void durations(double nanos, String shown) {
    assertThat(Figures.duration(nanos)).isEqualTo(shown);
  }

  @Test
  void counts() {
    assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Figures.count(999)).isEqualTo("999");
    assertThat(Figures.count(1_000)).isEqualTo("1,000");
    assertThat(Figures.count(-123)).isEqualTo("-123");
    assertThat(Figures.count(-1_234)).isEqualTo("-1,234");
    assertThat(Figures.count(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
    assertThat(Figures.count(1, "call", "calls")).isEqualTo("1 call");
    assertThat(Figures.count(0, "call", "calls")).isEqualTo("0 calls");
  }

  @Test
  void daysAndMoments() {
    assertThat(Figures.day(LocalDate.of(2026, 11, 3))).isEqualTo("3 November 2026");
    assertThat(Figures.shortDay(LocalDate.of(2026, 11, 3))).isEqualTo("3 Nov");
    assertThat(Figures.moment(Instant.parse("2026-07-01T22:30:00Z"), ZoneId.of("Europe/Berlin")))
        .isEqualTo("2026-07-02 00:30:00");
  }

  @Test
  void hashes() {
    assertThat(Figures.hash("sha256:0123456789abcdef0123")).isEqualTo("0123456789ab");
    assertThat(Figures.hash("")).isEqualTo("unknown");
  }
}
