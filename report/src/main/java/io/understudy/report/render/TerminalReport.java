package io.understudy.report.render;

import io.understudy.journal.Fate;
import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReasonCount;
import io.understudy.report.summary.ReportProblem;
import io.understudy.report.summary.Score;
import io.understudy.report.summary.SignatureSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the summary for a terminal: conclusion, call points, most frequent differences. */
public final class TerminalReport {
  private static final int MOST_SIGNATURES = 15;
  private static final int MOST_REASONS = 10;
  private static final int MOST_PROBLEMS = 10;
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  private final ParitySummary summary;
  private final Instant generated;
  private final boolean colour;

  private TerminalReport(ParitySummary summary, Instant generated, boolean colour) {
    this.summary = summary;
    this.generated = generated;
    this.colour = colour;
  }

  /**
   * Renders the summary.
   *
   * @param summary the result to show
   * @param generated the time of the report; it decides which acceptances have expired
   * @param colour whether the terminal shows ANSI colours; the text is complete without them
   * @return lines that end with a line feed
   */
  public static String render(ParitySummary summary, Instant generated, boolean colour) {
    return String.join("\n", new TerminalReport(summary, generated, colour).lines()) + "\n";
  }

  /** Returns a text on one line, without characters that control the terminal. */
  public static String safe(String text) {
    return VisibleText.line(text, 2_000);
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    Conclusion conclusion = Conclusion.of(summary, generated);
    String tone = conclusion.tone() == Conclusion.Tone.AGREE ? GREEN : RED;
    lines.add(paint(BOLD + tone, conclusion.headline()));
    lines.add(conclusion.confidence());
    for (Conclusion.Statement statement : conclusion.statements()) {
      lines.add(statement.subject() + ": " + statement.text());
    }
    if (!summary.points().isEmpty()) {
      lines.add("");
      points(lines);
    }
    signatures(lines);
    TerminalCaveats terms = new TerminalCaveats(summary, generated);
    section("accepted differences", terms.accepted(), lines);
    section("noise", terms.noise(), lines);
    section("rules to look at", terms.rules(), lines);
    reasons(lines);
    problems(lines);
    return lines;
  }

  private void points(List<String> lines) {
    TextTable table =
        new TextTable()
            .row(
                "call point",
                "intercepted",
                "compared",
                "mismatched",
                "timed out",
                "parity",
                "at least",
                "coverage");
    for (PointSummary point : summary.points()) {
      row(
          table,
          VisibleText.line(summary.nameOf(point.key()), 60),
          point.score(),
          point.unwoven().isEmpty() ? "-" : "not woven");
    }
    row(table, "all call points", summary.overall(), "-");
    List<String> rows = table.lines();
    lines.add(paint(BOLD, rows.get(0)));
    for (int i = 1; i < rows.size(); i++) {
      boolean sum = i == rows.size() - 1;
      lines.add(sum ? paint(BOLD, rows.get(i)) : paint(colourOf(i - 1), rows.get(i)));
    }
    lines.add(
        "parity = (matched + accepted) / compared; \"at least\" is its exact lower bound at 95 %"
            + " confidence; days in "
            + summary.period().zone().getId());
  }

  private String colourOf(int point) {
    PointSummary shown = summary.points().get(point);
    return shown
        .score()
        .parity()
        .map(p -> p.agreed() == p.verdicts() && shown.compromised() == 0 ? GREEN : RED)
        .orElse("");
  }

  private static void row(TextTable table, String name, Score score, String withoutParity) {
    var books = score.books();
    table.row(
        name,
        Figures.count(books.intercepted()),
        Figures.count(books.verdicts()),
        Figures.count(books.ended(Fate.MISMATCHED)),
        Figures.count(books.ended(Fate.TIMED_OUT)),
        score
            .parity()
            .map(p -> Percent.of(p.agreed(), p.verdicts()))
            .orElse(score.refusals().isEmpty() ? withoutParity : "no score"),
        score.parity().map(p -> Percent.of(p.lowerBound())).orElse("-"),
        Percent.of(books.verdicts(), books.intercepted()));
  }

  private void signatures(List<String> lines) {
    if (summary.signatures().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(paint(BOLD, "differences, by calls that showed them"));
    List<SignatureSummary> first = summary.signatures().stream().limit(MOST_SIGNATURES).toList();
    int width = first.stream().mapToInt(s -> Figures.count(s.count()).length()).max().orElse(0);
    for (SignatureSummary signature : first) {
      SignatureView view = new SignatureView(signature);
      String count = Figures.count(signature.count());
      lines.add(
          " ".repeat(width - count.length())
              + count
              + "   "
              + VisibleText.line(summary.nameOf(signature.point()), 60)
              + " · "
              + view.place()
              + (view.kind().isEmpty() ? "" : " · " + view.kind())
              + (view.remarks().isEmpty() ? "" : " (" + view.remarks() + ")"));
    }
    int more = summary.signatures().size() - first.size();
    if (more > 0) {
      lines.add("and " + Figures.count(more) + " more in the report");
    }
  }

  private void section(String title, List<String> what, List<String> lines) {
    if (!what.isEmpty()) {
      lines.add("");
      lines.add(paint(BOLD, title));
      lines.addAll(what);
    }
  }

  private record Reason(String point, ReasonCount why) {}

  private void reasons(List<String> lines) {
    List<Reason> all = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      point.reasons().forEach(why -> all.add(new Reason(summary.nameOf(point.key()), why)));
    }
    if (all.isEmpty()) {
      return;
    }
    all.sort(Comparator.comparingLong((Reason r) -> r.why().count()).reversed());
    lines.add("");
    lines.add(paint(BOLD, "why calls reached no verdict"));
    int width = Figures.count(all.get(0).why().count()).length();
    for (Reason reason : all.subList(0, Math.min(MOST_REASONS, all.size()))) {
      lines.add(
          " ".repeat(width - Figures.count(reason.why().count()).length())
              + Figures.count(reason.why().count())
              + "   "
              + VisibleText.line(reason.point(), 60)
              + " · "
              + VisibleText.line(reason.why().reason(), 200));
    }
    if (all.size() > MOST_REASONS) {
      lines.add("and " + Figures.count(all.size() - MOST_REASONS) + " more in the report");
    }
  }

  private void problems(List<String> lines) {
    List<ReportProblem> weighty =
        summary.problems().stream().filter(p -> p.weight() != ReportProblem.Weight.NOTE).toList();
    if (weighty.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(paint(BOLD, "problems of the evidence"));
    for (ReportProblem problem : weighty.subList(0, Math.min(MOST_PROBLEMS, weighty.size()))) {
      String place = problem.file().isEmpty() ? "" : VisibleText.line(problem.place(), 200) + ": ";
      lines.add(place + VisibleText.line(problem.what(), 300));
    }
    long more =
        summary.breaches()
            + summary.losses()
            + summary.doubts()
            - Math.min(MOST_PROBLEMS, weighty.size());
    if (more > 0) {
      lines.add("and " + Figures.count(more) + " more");
    }
  }

  private String paint(String code, String text) {
    return colour && !code.isEmpty() ? code + text + PLAIN : text;
  }
}
