package io.understudy.report.render;

import io.understudy.report.aggregate.Evidence;
import io.understudy.report.aggregate.PointEvidence;
import io.understudy.report.aggregate.Problem;
import io.understudy.report.aggregate.Score;
import io.understudy.report.aggregate.SignatureEvidence;
import java.time.Instant;

/** The summary as Markdown, for a pull request or a chat: what fits on a screen. */
public final class MarkdownReport {
  /** What a file begins with that this has written. */
  public static final String MARK = "<!-- Understudy report -->";

  private static final int MOST_SIGNATURES = 20;

  private final StringBuilder out = new StringBuilder(MARK).append('\n');
  private final Evidence evidence;

  private MarkdownReport(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Renders the summary; the parameters are those of the HTML report. */
  public static String render(Evidence evidence, Instant generated, String version) {
    return new MarkdownReport(evidence).text(generated, version);
  }

  private String text(Instant generated, String version) {
    Answer answer = Answer.of(evidence, generated);
    line("## " + text(answer.headline()));
    line("");
    line(text(answer.sure()));
    line("");
    for (Answer.Statement statement : answer.statements()) {
      line("- **" + text(statement.subject()) + ":** " + text(statement.text()));
    }
    if (!answer.statements().isEmpty()) {
      line("");
    }
    points();
    signatures();
    new MarkdownTerms(evidence, generated).lines().forEach(this::line);
    problems();
    line(
        "Made by Understudy "
            + text(version)
            + " on "
            + Figures.moment(generated, evidence.period().zone())
            + "; days in "
            + text(evidence.period().zone().getId())
            + ". “At least” is the exact lower bound of parity at 95 % confidence.");
    return out.toString();
  }

  private void points() {
    line("| call point | intercepted | compared | disagreed | parity | at least | coverage |");
    line("|---|---:|---:|---:|---:|---:|---:|");
    for (PointEvidence point : evidence.points()) {
      row(text(Visible.line(evidence.nameOf(point.key()), 80)), point.score());
    }
    row("**all call points**", evidence.overall());
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
    if (evidence.signatures().isEmpty()) {
      return;
    }
    line("| calls | call point | where | kind | explained |");
    line("|---:|---|---|---|---|");
    for (SignatureEvidence signature :
        evidence.signatures().stream().limit(MOST_SIGNATURES).toList()) {
      SignatureView view = new SignatureView(signature);
      line(
          "| "
              + Figures.count(signature.count())
              + " | "
              + text(Visible.line(evidence.nameOf(signature.point()), 80))
              + " | "
              + text(view.place())
              + " | "
              + text(view.kind())
              + " | "
              + text(view.told())
              + " |");
    }
    int more = evidence.signatures().size() - MOST_SIGNATURES;
    line("");
    if (more > 0) {
      line("and " + Figures.count(more) + " more kinds of difference.");
      line("");
    }
  }

  private void problems() {
    for (Problem problem : evidence.problems().stream().limit(20).toList()) {
      if (problem.weight() != Problem.Weight.NOTE) {
        line(
            "- **"
                + (problem.weight() == Problem.Weight.BREACH ? "Breach" : "Loss")
                + "** "
                + text(Visible.line(problem.place(), 200))
                + ": "
                + text(Visible.line(problem.what(), 300)));
      }
    }
    line("");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** Text that means itself: neither Markdown nor the HTML that Markdown lets through. */
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
