package io.understudy.report.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.DayScore;
import io.understudy.report.summary.Score;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrendChartTest {
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
  }

  private static DayScore day(LocalDate day, long matched, long mismatched) {
    Books books =
        Books.intercepted(matched + mismatched)
            .with(Fate.MATCHED, matched)
            .with(Fate.MISMATCHED, mismatched);
    return new DayScore(day, new Score(books, List.of()), List.of());
  }
}
