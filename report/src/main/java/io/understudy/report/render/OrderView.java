package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReasonCount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes how many verdicts follow a break of their order, for the conclusion. Stateless. */
final class OrderView {
  private static final int MOST_NAMED = 6;

  private OrderView() {}

  /** Returns the statement; empty if no verdict follows a break. */
  static List<Conclusion.Statement> of(ParitySummary summary) {
    List<String> parts = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      if (point.afterBreaks() > 0) {
        parts.add(part(summary, point));
      }
    }
    if (parts.isEmpty()) {
      return List.of();
    }
    String text = parts.stream().limit(MOST_NAMED).collect(Collectors.joining(" "));
    String more = parts.size() > MOST_NAMED ? " And " + (parts.size() - MOST_NAMED) + " more." : "";
    return List.of(
        new Conclusion.Statement(
            "After a break",
            text + more + " Their differences may come from the calls that the candidate missed."));
  }

  private static String part(ParitySummary summary, PointSummary point) {
    long verdicts = point.score().books().verdicts();
    return Figures.count(point.afterBreaks())
        + " of "
        + Figures.count(verdicts, "verdict", "verdicts")
        + " of "
        + VisibleText.line(summary.nameOf(point.key()), 80)
        + " follow a call with the same key that was not replayed or timed out ("
        + point.broken().stream().map(OrderView::cause).collect(Collectors.joining(", "))
        + ").";
  }

  private static String cause(ReasonCount fate) {
    return Figures.count(fate.count()) + " after " + VisibleText.line(fate.reason(), 40);
  }
}
