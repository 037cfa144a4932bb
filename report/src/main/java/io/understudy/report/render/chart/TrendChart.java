package io.understudy.report.render.chart;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.summary.DayScore;
import io.understudy.report.summary.Parity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The geometry of the chart of daily parity with its lower bound. The template draws it. In units
 * of its view box. Immutable.
 */
public final class TrendChart {
  private static final double HALF_DAY = 4;

  /**
   * A day with a score.
   *
   * @param x the position of the day
   * @param y the position of parity
   * @param bound the position of the lower bound
   * @param title the figures in words
   */
  public record Dot(double x, double y, double bound, String title) {}

  /**
   * A grid line or a label of an axis.
   *
   * @param at the position
   * @param label the text; may be empty
   */
  public record Tick(double at, String label) {}

  /**
   * A day on which the build changed.
   *
   * @param x the position of the day
   * @param label the changed parts
   * @param anchor the SVG text anchor of the label
   * @param title the day and the changed parts
   */
  public record Change(double x, String label, String anchor, String title) {}

  private final int width;
  private final int height;
  private final int top;
  private final int bottom;
  private int left;
  private final List<List<Dot>> runs = new ArrayList<>();
  private final List<Tick> shares = new ArrayList<>();
  private final List<Tick> dates = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  private TrendChart(int width, int height, int top, int bottom) {
    this.width = width;
    this.height = height;
    this.top = top;
    this.bottom = bottom;
  }

  /** Creates the large chart of all call points. */
  public static TrendChart large(List<DayScore> days) {
    return new TrendChart(760, 250, 24, 30).plot(days, 8);
  }

  /** Creates the small chart of one call point. */
  public static TrendChart small(List<DayScore> days) {
    return new TrendChart(340, 150, 22, 24).plot(days, 3);
  }

  private TrendChart plot(List<DayScore> days, int mostDates) {
    if (days.isEmpty()) {
      return this;
    }
    ShareScale scale = ShareScale.downTo(least(days));
    // Room for the longest label; a digit takes about six units.
    left = 16 + 6 * scale.ticks().stream().mapToInt(t -> scale.label(t).length()).max().orElse(0);
    LocalDate first = days.get(0).day();
    long span = ChronoUnit.DAYS.between(first, days.get(days.size() - 1).day());
    for (double share : scale.ticks()) {
      shares.add(new Tick(y(scale, share), scale.label(share)));
    }
    long step = Math.max(1, (long) Math.ceil((span + 1) / (double) mostDates));
    for (long i = 0; i <= span; i += step) {
      dates.add(new Tick(x(i, span), Figures.shortDay(first.plusDays(i))));
    }
    long before = Long.MIN_VALUE;
    for (DayScore day : days) {
      long index = ChronoUnit.DAYS.between(first, day.day());
      double x = x(index, span);
      if (!day.changes().isEmpty()) {
        changes.add(change(x, day));
      }
      Optional<Parity> parity = day.score().parity();
      if (parity.isPresent()) {
        // A day without a score leaves a gap in the line.
        if (index != before + 1) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(dot(scale, x, day.day(), parity.get()));
        before = index;
      }
    }
    return this;
  }

  // A day with few calls has a low bound. It must not squeeze all other days to the top.
  private static double least(List<DayScore> days) {
    double share = 1;
    double bound = 1;
    for (DayScore day : days) {
      Parity parity = day.score().parity().orElse(null);
      if (parity != null) {
        share = Math.min(share, parity.share());
        bound = Math.min(bound, parity.lowerBound());
      }
    }
    return Math.max(bound, Math.min(1 - 3 * (1 - share), 0.9));
  }

  private Dot dot(ShareScale scale, double x, LocalDate day, Parity parity) {
    double bound = parity.lowerBound();
    String title =
        Figures.day(day)
            + ": "
            + Percent.of(parity.agreed(), parity.verdicts())
            + " of "
            + Figures.count(parity.verdicts())
            + ", at least "
            + Percent.of(bound);
    return new Dot(x, y(scale, parity.share()), y(scale, bound), title);
  }

  private Change change(double x, DayScore day) {
    String what = String.join(", ", day.changes());
    // A label near the right edge extends to the left.
    return new Change(
        x, what, x > width * 0.8 ? "end" : "start", Figures.day(day.day()) + ": another " + what);
  }

  private double x(long day, long span) {
    int right = 14;
    double inner = width - left - right;
    return span == 0 ? left + inner / 2 : left + 6 + (inner - 6) * day / span;
  }

  private double y(ShareScale scale, double share) {
    return top + (height - top - bottom) * (1 - scale.of(share));
  }

  /** Returns the SVG path of parity; it has a gap where a day has no score. */
  public String line() {
    StringBuilder out = new StringBuilder();
    for (List<Dot> run : runs) {
      for (int i = 0; i < run.size(); i++) {
        out.append(i == 0 ? "M" : "L").append(at(run.get(i).x(), run.get(i).y()));
      }
    }
    return out.toString();
  }

  /** Returns the SVG path of the area between parity and its lower bound. */
  public String band() {
    StringBuilder out = new StringBuilder();
    for (List<Dot> run : runs) {
      // A single day gets a width, so that its bound is visible.
      List<Dot> edge = run.size() == 1 ? widened(run.get(0)) : run;
      for (int i = 0; i < edge.size(); i++) {
        out.append(i == 0 ? "M" : "L").append(at(edge.get(i).x(), edge.get(i).y()));
      }
      for (int i = edge.size() - 1; i >= 0; i--) {
        out.append("L").append(at(edge.get(i).x(), edge.get(i).bound()));
      }
      out.append("Z");
    }
    return out.toString();
  }

  private static List<Dot> widened(Dot dot) {
    return List.of(
        new Dot(dot.x() - HALF_DAY, dot.y(), dot.bound(), dot.title()),
        new Dot(dot.x() + HALF_DAY, dot.y(), dot.bound(), dot.title()));
  }

  private static String at(double x, double y) {
    return number(x) + " " + number(y);
  }

  /** Formats a coordinate. */
  public static String number(double value) {
    // Without a formatter, which takes microseconds: a report of a year has a million coordinates.
    long tenths = Math.round(Math.abs(value) * 10);
    return (value < 0 && tenths > 0 ? "-" : "") + tenths / 10 + '.' + tenths % 10;
  }

  /** Returns the days with a score, in order. */
  public List<Dot> dots() {
    return runs.stream().flatMap(List::stream).toList();
  }

  /** Returns the horizontal grid lines with their shares. */
  public List<Tick> shares() {
    return shares;
  }

  /** Returns the dates below the chart. */
  public List<Tick> dates() {
    return dates;
  }

  /** Returns the days on which the build changed. */
  public List<Change> changes() {
    return changes;
  }

  /** Returns the SVG view box. */
  public String viewBox() {
    return "0 0 " + width + " " + height;
  }

  /** Returns the width of the view box. */
  public int width() {
    return width;
  }

  /** Returns the left edge of the plot. */
  public int left() {
    return left;
  }

  /** Returns the top edge of the plot. */
  public int top() {
    return top;
  }

  /** Returns the bottom edge of the plot. */
  public int foot() {
    return height - bottom;
  }
}
