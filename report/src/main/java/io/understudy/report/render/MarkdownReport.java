package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReportProblem;
import io.understudy.report.summary.Score;
import io.understudy.report.summary.SignatureSummary;
import java.time.Instant;

/** Writes the summary as Markdown, short enough for a pull request or a chat. */
public final class MarkdownReport {
  /** The beginning of every file of this kind. */
  public static final String MARK = "<!-- Understudy report -->";

  private static final int MOST_SIGNATURES = 20;

  private final StringBuilder out = new StringBuilder(MARK).append('\n');
  private final ParitySummary summary;

  private MarkdownReport(ParitySummary summary) {
    this.summary = summary;
  }

  /**
   * Renders the summary.
   *
   * @param summary the result to show
   * @param generated the time of the report; it decides which acceptances have expired
   * @param version the version of Understudy to state
   * @return the Markdown text
   */
  public static String render(ParitySummary summary, Instant generated, String version) {
    return new MarkdownReport(summary).text(generated, version);
  }

  private String text(Instant generated, String version) {
    Conclusion conclusion = Conclusion.of(summary, generated);
    line("## " + text(conclusion.headline()));
    line("");
    line(text(conclusion.confidence()));
    line("");
    for (Conclusion.Statement statement : conclusion.statements()) {
      line("- **" + text(statement.subject()) + ":** " + text(statement.text()));
    }
    if (!conclusion.statements().isEmpty()) {
      line("");
    }
    points();
    signatures();
    new MarkdownCaveats(summary, generated).lines().forEach(this::line);
    problems();
    line(
        "Made by Understudy "
            + text(version)
            + " on "
            + Figures.moment(generated, summary.period().zone())
            + "; days in "
            + text(summary.period().zone().getId())
            + ". “At least” is the exact lower bound of parity at 95 % confidence.");
    return out.toString();
  }

  private void points() {
    line("| call point | intercepted | compared | disagreed | parity | at least | coverage |");
    line("|---|---:|---:|---:|---:|---:|---:|");
    for (PointSummary point : summary.points()) {
      row(text(VisibleText.line(summary.nameOf(point.key()), 80)), point.score());
    }
    row("**all call points**", summary.overall());
    line("");
  }

  private void row(String name, Score score) {
    var books = score.books();
    line(
        "| "
            + String.join(
                " | ",
                name,
                Figures.count(books.intercepted()),
                Figures.count(books.verdicts()),
                Figures.count(books.verdicts() - books.agreed()),
                score
                    .parity()
                    .map(p -> Percent.of(p.agreed(), p.verdicts()))
                    .orElse(score.refusals().isEmpty() ? "–" : "no score"),
                score.parity().map(p -> Percent.of(p.lowerBound())).orElse("–"),
                Percent.of(books.verdicts(), books.intercepted()))
            + " |");
  }

  private void signatures() {
    if (summary.signatures().isEmpty()) {
      return;
    }
    line("| calls | call point | where | kind | explained |");
    line("|---:|---|---|---|---|");
    for (SignatureSummary signature :
        summary.signatures().stream().limit(MOST_SIGNATURES).toList()) {
      SignatureView view = new SignatureView(signature);
      line(
          "| "
              + Figures.count(signature.count())
              + " | "
              + text(VisibleText.line(summary.nameOf(signature.point()), 80))
              + " | "
              + text(view.place())
              + " | "
              + text(view.kind())
              + " | "
              + text(view.remarks())
              + " |");
    }
    int more = summary.signatures().size() - MOST_SIGNATURES;
    line("");
    if (more > 0) {
      line("and " + Figures.count(more) + " more kinds of difference.");
      line("");
    }
  }

  private void problems() {
    for (ReportProblem problem : summary.problems().stream().limit(20).toList()) {
      if (problem.weight() != ReportProblem.Weight.NOTE) {
        line(
            "- **"
                + weight(problem.weight())
                + "** "
                + text(VisibleText.line(problem.place(), 200))
                + ": "
                + text(VisibleText.line(problem.what(), 300)));
      }
    }
    line("");
  }

  private static String weight(ReportProblem.Weight weight) {
    return switch (weight) {
      case BREACH -> "Breach";
      case LOSS -> "Loss";
      case DOUBT -> "Doubt";
      case NOTE -> "Note";
    };
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** Escapes Markdown and HTML, so that a text is displayed as itself. */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '\n', '\r' -> escaped.append(' ');
        case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '@', '!' ->
            escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
