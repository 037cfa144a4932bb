package io.understudy.compare.explain;

import static io.understudy.compare.explain.ExplanationLines.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateExplanationsTest {
  private static String dates(String control, String candidate) {
    return values(LocalDate.parse(control), LocalDate.parse(candidate));
  }

  @Test
  void neighbouringDates() {
    assertThat(dates("2026-11-18", "2026-11-19")).isEqualTo("off by one day");
    assertThat(dates("2026-11-19", "2026-11-17")).isEmpty();
    assertThat(dates("2026-11-18", "2026-11-25")).isEqualTo("off by one week");
    assertThat(dates("2026-11-18", "2026-10-18")).isEqualTo("off by one month");
    assertThat(dates("2026-01-31", "2026-02-28")).isEqualTo("off by one month");
    assertThat(dates("2026-11-18", "2025-11-18")).isEqualTo("off by one year");
  }

  @Test
  void dayAndMonthSwapped() {
    assertThat(dates("2026-03-12", "2026-12-03")).isEqualTo("day and month swapped");
    assertThat(dates("2026-03-12", "2025-12-03")).isEmpty();
  }

  @Test
  void endsOfMonths() {
    assertThat(dates("2026-03-31", "2026-03-30")).isEqualTo("30/360, off by one day");
    assertThat(dates("2026-04-30", "2026-05-01")).isEqualTo("month end, off by one day");
    assertThat(dates("2024-02-29", "2024-03-01")).startsWith("leap day");
    assertThat(dates("2025-02-28", "2025-03-01")).doesNotContain("leap day");
  }

  @Test
  void differentYears() {
    assertThat(dates("1926-05-01", "2026-05-01")).isEqualTo("two-digit year");
    assertThat(dates("0026-05-01", "2026-05-01")).isEqualTo("two-digit year");
    assertThat(dates("2024-12-30", "2025-12-30")).isEqualTo("week year, off by one year");
    assertThat(dates("2016-05-01", "2026-05-01")).isEmpty();
  }

  @Test
  void weekends() {
    assertThat(dates("2026-11-21", "2026-11-23")).isEqualTo("weekend");
    assertThat(dates("2026-11-20", "2026-11-22")).isEqualTo("weekend");
    assertThat(dates("2026-11-21", "2026-11-24")).isEmpty();
  }

  @Test
  void julianCalendar() {
    assertThat(dates("0001-01-01", "0001-01-03")).isEqualTo("Julian calendar");
    assertThat(dates("0001-01-01", "0001-01-04")).isEmpty();
    assertThat(dates("0001-01-01", "0000-12-30")).isEqualTo("Julian calendar");
    assertThat(dates("1500-01-01", "1500-01-10")).isEqualTo("Julian calendar");
    assertThat(dates("1700-01-01", "1700-01-12")).isEmpty();
  }
}
