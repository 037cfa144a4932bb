package io.understudy.report.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DayColumnsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @Test
  void highestDayFillsTheHeight() {
    SortedMap<LocalDate, Long> counts =
        new TreeMap<>(Map.of(FIRST, 10L, FIRST.plusDays(1), 5L, FIRST.plusDays(8), 1L));
    assertThat(DayColumns.of(counts, FIRST, FIRST.plusDays(8)))
        .containsExactly(
            new DayColumns.Column("0.0", "1.0", "9.4", "20.0"),
            new DayColumns.Column("10.0", "11.0", "9.4", "10.0"),
            new DayColumns.Column("80.0", "19.0", "9.4", "2.0"));
  }

  @Test
  void singleDayIsNotWiderThanFourteen() {
    assertThat(DayColumns.of(new TreeMap<>(Map.of(FIRST, 3L)), FIRST, FIRST))
        .containsExactly(new DayColumns.Column("0.0", "1.0", "14.0", "20.0"));
  }

  @Test
  void rareDayOfAYearIsStillVisible() {
    SortedMap<LocalDate, Long> counts =
        new TreeMap<>(Map.of(FIRST, 1_000_000L, FIRST.plusDays(1), 1L));
    assertThat(DayColumns.of(counts, FIRST, FIRST.plusDays(364)).get(1))
        .isEqualTo(new DayColumns.Column("0.2", "20.0", "0.8", "1.0"));
  }

  @Test
  void noDays() {
    assertThat(DayColumns.of(new TreeMap<>(), FIRST, FIRST)).isEmpty();
  }

  @Property
  void everyColumnIsInsideTheBox(
      @ForAll @IntRange(min = 0, max = 400) int day,
      @ForAll @IntRange(min = 0, max = 400) int more,
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long count) {
    SortedMap<LocalDate, Long> counts =
        new TreeMap<>(Map.of(FIRST.plusDays(day), count, FIRST.plusDays(day + more + 1L), 500L));
    List<DayColumns.Column> columns = DayColumns.of(counts, FIRST, FIRST.plusDays(day + more + 1L));
    for (DayColumns.Column column : columns) {
      double y = Double.parseDouble(column.y());
      double height = Double.parseDouble(column.height());
      assertThat(Double.parseDouble(column.x())).isBetween(0.0, (double) DayColumns.WIDTH);
      assertThat(height).isBetween(1.0, DayColumns.HEIGHT - 2.0);
      assertThat(y + height).isBetween(DayColumns.HEIGHT - 1.1, DayColumns.HEIGHT - 0.9);
    }
  }
}
