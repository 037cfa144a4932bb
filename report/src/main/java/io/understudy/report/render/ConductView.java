package io.understudy.report.render;

import io.understudy.journal.Conduct;
import io.understudy.journal.Sums;
import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReasonCount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what candidates did besides answering, and which controls are not woven, for the
 * conclusion. Stateless.
 */
final class ConductView {
  private static final int MOST_NAMED = 6;
  private static final String SHED_BY_BREAKER = "shed: breaker open";

  private ConductView() {}

  /** Returns the number of compared calls, of all points, that prove nothing. */
  static long compromised(ParitySummary summary) {
    return Sums.of(summary.points().stream().mapToLong(PointSummary::compromised));
  }

  /** Returns the statements; empty where there is nothing to say. */
  static List<Conclusion.Statement> of(ParitySummary summary) {
    List<Conclusion.Statement> statements = new ArrayList<>();
    add(statements, "Proves nothing", calledControl(summary));
    add(statements, "Refused", refused(summary));
    add(statements, "Prevented", changed(summary));
    add(statements, "Breaker", breaker(summary));
    add(statements, "Not woven", unwoven(summary));
    return statements;
  }

  private static void add(List<Conclusion.Statement> to, String subject, List<String> parts) {
    if (!parts.isEmpty()) {
      String more =
          parts.size() > MOST_NAMED ? " And " + (parts.size() - MOST_NAMED) + " more." : "";
      to.add(
          new Conclusion.Statement(
              subject, parts.stream().limit(MOST_NAMED).collect(Collectors.joining(" ")) + more));
    }
  }

  private static List<String> calledControl(ParitySummary summary) {
    List<String> parts = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      String of =
          " of "
              + Figures.count(point.score().books().compared(), "compared call", "compared calls");
      String name = name(summary, point);
      long called = point.conduct(Conduct.CALLED_CONTROL);
      long same = point.conduct(Conduct.SAME_CODE);
      long later = point.conduct(Conduct.CALLED_CONTROL_LATER);
      if (called > 0) {
        parts.add(
            "In "
                + Figures.count(called)
                + of
                + " of "
                + name
                + ", the candidate called the control.");
      }
      if (same > 0) {
        parts.add(
            "In "
                + Figures.count(same)
                + of
                + " of "
                + name
                + ", both methods came from equal class files in two class loaders.");
      }
      if (later > 0) {
        parts.add(
            "Threads of the candidate of "
                + name
                + " called the control "
                + Figures.count(later, "time", "times")
                + " after their own call.");
      }
    }
    return parts;
  }

  private static List<String> refused(ParitySummary summary) {
    List<String> parts = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      String each =
          point.conduct().stream()
              .filter(c -> Conduct.isRefused(c.reason()))
              .map(ConductView::attempt)
              .collect(Collectors.joining(", "));
      if (!each.isEmpty()) {
        parts.add(
            "The candidate of "
                + name(summary, point)
                + " tried to end the JVM or to keep it alive: "
                + each
                + ".");
      }
    }
    return parts;
  }

  private static List<String> changed(ParitySummary summary) {
    List<String> parts = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      String prevented =
          point.conduct().stream()
              .filter(c -> Conduct.isPrevented(c.reason()))
              .map(ConductView::attempt)
              .collect(Collectors.joining(", "));
      if (!prevented.isEmpty()) {
        parts.add(
            "The candidate of "
                + name(summary, point)
                + " tried to change what the whole JVM shares, without effect: "
                + prevented
                + ". Calls in which it did so have no verdict.");
      }
      String restored =
          point.conduct().stream()
              .filter(c -> Conduct.isRestored(c.reason()))
              .map(ConductView::attempt)
              .collect(Collectors.joining(", "));
      if (!restored.isEmpty()) {
        parts.add(
            "During calls of the candidate of "
                + name(summary, point)
                + ", settings of the JVM were changed and restored: "
                + restored
                + ". Calls of that time have no verdict.");
      }
    }
    return parts;
  }

  private static List<String> breaker(ParitySummary summary) {
    List<String> parts = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      long opened = point.conduct(Conduct.OPENED_BREAKER);
      if (opened > 0) {
        parts.add(
            "The breaker of "
                + name(summary, point)
                + " opened "
                + Figures.count(opened, "time", "times")
                + " and closed "
                + Figures.count(point.conduct(Conduct.CLOSED_BREAKER), "time", "times")
                + ", since the candidate did not answer; "
                + Figures.count(shed(point), "call was", "calls were")
                + " shed meanwhile.");
      }
    }
    return parts;
  }

  private static long shed(PointSummary point) {
    return Sums.of(
        point.reasons().stream()
            .filter(each -> each.reason().startsWith(SHED_BY_BREAKER))
            .mapToLong(ReasonCount::count));
  }

  private static String attempt(ReasonCount conduct) {
    return VisibleText.line(Conduct.method(conduct.reason()), 80)
        + " ("
        + Figures.count(conduct.count(), "time", "times")
        + ")";
  }

  private static List<String> unwoven(ParitySummary summary) {
    List<String> parts = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      if (!point.unwoven().isEmpty()) {
        parts.add(
            name(summary, point)
                + " is not woven, so none of its calls was intercepted: "
                + VisibleText.line(point.unwoven(), 300)
                + ".");
      }
    }
    return parts;
  }

  private static String name(ParitySummary summary, PointSummary point) {
    return VisibleText.line(summary.nameOf(point.key()), 80);
  }
}
