package io.understudy.report.render.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The geometry of a small column chart of counts by day. The template draws it. */
public final class DayColumns {
  /** The column of one day, in units of the view box. */
  public record Column(String x, String y, String width, String height) {}

  /** The width of the view box. */
  public static final int WIDTH = 90;

  /** The height of the view box. */
  public static final int HEIGHT = 22;

  private DayColumns() {}

  /** Returns the columns of the days of a period; the highest column has the full height. */
  public static List<Column> of(SortedMap<LocalDate, Long> counts, LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    double width = (double) WIDTH / days;
    List<Column> columns = new ArrayList<>();
    for (Map.Entry<LocalDate, Long> day : counts.entrySet()) {
      double height = Math.max(1, (HEIGHT - 2.0) * day.getValue() / most);
      double x = ChronoUnit.DAYS.between(from, day.getKey()) * width;
      columns.add(
          new Column(
              TrendChart.number(x),
              TrendChart.number(HEIGHT - 1 - height),
              TrendChart.number(Math.min(Math.max(width - 0.6, 0.8), 14)),
              TrendChart.number(height)));
    }
    return columns;
  }
}
