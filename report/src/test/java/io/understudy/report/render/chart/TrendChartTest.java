package io.understudy.report.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.DayScore;
import io.understudy.report.summary.Score;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrendChartTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void boundOfASingleDayIsVisible() {
    TrendChart chart = TrendChart.large(List.of(day(DAY, 990, 10)));
    TrendChart.Dot dot = chart.dots().get(0);
    String left = TrendChart.number(dot.x() - 4);
    String right = TrendChart.number(dot.x() + 4);
    assertThat(dot.bound()).isGreaterThan(dot.y());
    assertThat(chart.band()).startsWith("M" + left + " ").contains("L" + right + " ").endsWith("Z");
  }

  @Test
  void dayWithoutScoreIsAGap() {
    TrendChart chart =
        TrendChart.large(
            List.of(day(DAY, 990, 10), day(DAY.plusDays(1), 0, 0), day(DAY.plusDays(2), 990, 10)));
    assertThat(chart.line().chars().filter(c -> c == 'M').count()).isEqualTo(2);
    assertThat(chart.dots()).hasSize(2);
  }

  @Test
  void missingDayIsAGapToo() {
    TrendChart chart =
        TrendChart.large(
            List.of(day(DAY, 9, 1), day(DAY.plusDays(2), 9, 1), day(DAY.plusDays(3), 9, 1)));
    assertThat(chart.line().chars().filter(c -> c == 'M').count()).isEqualTo(2);
    assertThat(chart.line().chars().filter(c -> c == 'L').count()).isEqualTo(1);
    assertThat(chart.band().chars().filter(c -> c == 'Z').count()).isEqualTo(2);
  }

  @Test
  void titleOfADay() {
    assertThat(TrendChart.large(List.of(day(DAY, 990, 10))).dots().get(0).title())
        .isEqualTo("20 November 2026: 99.00 % of 1,000, at least 98.30 %");
  }

  @Test
  void changedBuildIsALineWithItsDay() {
    DayScore changed =
        new DayScore(DAY.plusDays(1), day(DAY, 9, 1).score(), List.of("candidate", "rules"));
    TrendChart chart =
        TrendChart.small(List.of(day(DAY, 9, 1), changed, day(DAY.plusDays(9), 9, 1)));
    assertThat(chart.changes()).hasSize(1);
    TrendChart.Change change = chart.changes().get(0);
    assertThat(change.label()).isEqualTo("candidate, rules");
    assertThat(change.title()).isEqualTo("21 November 2026: another candidate, rules");
    assertThat(change.anchor()).isEqualTo("start");
    assertThat(change.x()).isEqualTo(chart.dots().get(1).x());
  }

  @Test
  void labelNearTheRightEdgeExtendsToTheLeft() {
    DayScore last = new DayScore(DAY.plusDays(9), day(DAY, 9, 1).score(), List.of("control"));
    assertThat(TrendChart.large(List.of(day(DAY, 9, 1), last)).changes().get(0).anchor())
        .isEqualTo("end");
  }

  @Test
  void datesOfALongPeriodAreThinnedOut() {
    List<DayScore> month = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      month.add(day(DAY.plusDays(i), 9, 1));
    }
    assertThat(TrendChart.large(month).dates())
        .extracting(TrendChart.Tick::label)
        .containsExactly(
            "20 Nov", "24 Nov", "28 Nov", "2 Dec", "6 Dec", "10 Dec", "14 Dec", "18 Dec");
    assertThat(TrendChart.small(month).dates())
        .extracting(TrendChart.Tick::label)
        .containsExactly("20 Nov", "30 Nov", "10 Dec");
  }

  @Test
  void noDays() {
    TrendChart chart = TrendChart.large(List.of());
    assertThat(chart.dots()).isEmpty();
    assertThat(chart.line()).isEmpty();
    assertThat(chart.band()).isEmpty();
    assertThat(chart.viewBox()).isEqualTo("0 0 760 250");
    assertThat(TrendChart.small(List.of()).viewBox()).isEqualTo("0 0 340 150");
  }

  @Property(tries = 200)
  void everyDotIsInsideThePlotAndAboveItsBound(
      @ForAll @IntRange(min = 0, max = 500) int matched,
      @ForAll @IntRange(min = 0, max = 500) int mismatched,
      @ForAll @IntRange(min = 0, max = 400) int apart) {
    TrendChart chart =
        TrendChart.large(
            List.of(day(DAY, matched, mismatched), day(DAY.plusDays(apart + 1L), 400, 3)));
    for (TrendChart.Dot dot : chart.dots()) {
      assertThat(dot.x()).isBetween((double) chart.left(), (double) chart.width());
      assertThat(dot.y()).isBetween((double) chart.top(), (double) chart.foot());
      assertThat(dot.bound()).isBetween(dot.y(), (double) chart.foot());
    }
  }

  private static DayScore day(LocalDate day, long matched, long mismatched) {
    Books books =
        Books.intercepted(matched + mismatched)
            .with(Fate.MATCHED, matched)
            .with(Fate.MISMATCHED, mismatched);
    return new DayScore(day, new Score(books, List.of()), List.of());
  }
}
