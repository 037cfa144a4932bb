package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceAccumulatorTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  /** The text of a limit event, its id, and the days of each kind of event. */
  @ParameterizedTest
  @CsvSource({
    "R-1 · expired,      R-1,     1, 0, 0",
    "R-1 · breached,     R-1,     0, 1, 0",
    "R-1 · near,         R-1,     0, 0, 1",
    "R-1 · later event,  R-1,     0, 0, 0",
    "R-1,                R-1,     0, 0, 0",
    "A · B · near,       A · B,   0, 0, 1",
    "near,               near,    0, 0, 0"
  })
  void limitEvents(String text, String id, int expired, int breached, int near) {
    AcceptanceAccumulator sums = AcceptanceAccumulator.limitEvent(text, DAY, 7);
    assertThat(AcceptanceAccumulator.idOf(text)).isEqualTo(id);
    assertThat(sums.expired.days()).hasSize(expired);
    assertThat(sums.breached.days()).hasSize(breached);
    assertThat(sums.near.days()).hasSize(near);
    assertThat(sums.expired.sum() + sums.breached.sum() + sums.near.sum())
        .isEqualTo(7L * (expired + breached + near));
    assertThat(sums.accepted.days()).isEmpty();
  }

  @Test
  void sumsOfAcceptedCallsByDayAndByJvm() {
    JvmDay one = new JvmDay("a", DAY);
    JvmDay other = new JvmDay("b", DAY);
    AcceptanceAccumulator sums = AcceptanceAccumulator.accepted(DAY, one, 3);
    sums.plus(AcceptanceAccumulator.accepted(DAY, one, 4));
    sums.plus(AcceptanceAccumulator.accepted(DAY.plusDays(1), other, 5));
    assertThat(sums.accepted.days()).isEqualTo(new TreeMap<>(Map.of(DAY, 7L, DAY.plusDays(1), 5L)));
    assertThat(sums.byJvm).isEqualTo(new TreeMap<>(Map.of(one, 7L, other, 5L)));
  }

  @ParameterizedTest
  @CsvSource({
    "0,     1970-01-01",
    "1439,  1970-01-01",
    "1440,  1970-01-02",
    "-1,    1969-12-31",
    "-1440, 1969-12-31",
    "-1441, 1969-12-30"
  })
  void dayOfAJvmIsInUtc(long minute, LocalDate day) {
    assertThat(JvmDay.of("a", minute)).isEqualTo(new JvmDay("a", day));
  }

  @Test
  void orderOfJvmDays() {
    assertThat(new JvmDay("a", DAY.plusDays(1))).isLessThan(new JvmDay("b", DAY));
    assertThat(new JvmDay("a", DAY)).isLessThan(new JvmDay("a", DAY.plusDays(1)));
  }
}
