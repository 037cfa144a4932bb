package io.understudy.report.render;

import io.understudy.journal.Fate;
import io.understudy.report.aggregate.SignatureEvidence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A signature taken apart into place and kind, in words. Immutable. */
final class SignatureView {
  /** A day's column in the small chart. */
  record Column(String x, String y, String width, String height) {}

  static final int WIDTH = 90;
  static final int HEIGHT = 22;

  private static final String BETWEEN = " · ";

  private final SignatureEvidence signature;

  SignatureView(SignatureEvidence signature) {
    this.signature = signature;
  }

  /** Where: {@code /lines/*}{@code /price}, or words. */
  String place() {
    String text = signature.signature();
    if (text.equals(Fate.TIMED_OUT.wireName())) {
      return "no answer within the time limit";
    }
    int between = text.lastIndexOf(BETWEEN);
    String path = between < 0 ? text : text.substring(0, between);
    return path.isEmpty() ? "the whole result" : Visible.line(path, 300);
  }

  /** In which way: {@code VALUE}. */
  String kind() {
    String text = signature.signature();
    if (text.equals(Fate.TIMED_OUT.wireName())) {
      return "TIMED-OUT";
    }
    int between = text.lastIndexOf(BETWEEN);
    return between < 0 ? "" : Visible.line(text.substring(between + BETWEEN.length()), 40);
  }

  /** The kind in words. */
  String meaning() {
    return switch (kind()) {
      case "VALUE" -> "both sides have a value here, and the values differ";
      case "TYPE" -> "the sides have values of types that do not compare";
      case "MISSING" -> "the control has something here, the candidate has not";
      case "EXTRA" -> "the candidate has something here, the control has not";
      case "ORDER" -> "the same elements in another order";
      case "EXCEPTION" -> "one side threw, or they threw different exceptions";
      case "OPAQUE" -> "cannot be looked into, so it cannot be called equal";
      case "TIMED-OUT" -> "counted as a disagreement";
      default -> "differs";
    };
  }

  /** From when to when it was seen. */
  String seen() {
    if (signature.days().isEmpty()) {
      return "";
    }
    LocalDate first = signature.days().firstKey();
    LocalDate last = signature.days().lastKey();
    return first.equals(last)
        ? "on " + Figures.shortDay(first)
        : Figures.shortDay(first) + " to " + Figures.shortDay(last);
  }

  /** How many on each day of the period, as columns. */
  List<Column> columns(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    long most = signature.days().values().stream().mapToLong(Long::longValue).max().orElse(1);
    double width = (double) WIDTH / days;
    List<Column> columns = new ArrayList<>();
    for (Map.Entry<LocalDate, Long> day : signature.days().entrySet()) {
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
