package io.understudy.report.render;

import io.understudy.journal.Fate;
import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.BuildScore;
import io.understudy.report.summary.Parity;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The summary in words, for the person who decides. Immutable.
 *
 * @param tone whether all calls agree, some differ, or there is no score
 * @param headline one sentence
 * @param confidence a sentence with counts, share and lower bound
 * @param statements what agrees, what differs, what is not covered, and what limits the result
 */
record Conclusion(Tone tone, String headline, String confidence, List<Statement> statements) {
  /** The kind of conclusion. */
  enum Tone {
    /** Every verdict agrees. */
    AGREE,
    /** Some verdicts do not agree. */
    DIFFER,
    /** There is no score. */
    REFUSE
  }

  /**
   * A statement of the conclusion.
   *
   * @param subject the subject in one to three words
   * @param text one or two sentences
   */
  record Statement(String subject, String text) {}

  private static final int MOST_NAMED = 6;

  /**
   * Writes the conclusion of a summary.
   *
   * @param now the time that decides which acceptances have expired
   */
  static Conclusion of(ParitySummary summary, Instant now) {
    List<Statement> statements = new ArrayList<>();
    EvidenceView.of(summary, statements);
    agreeing(summary, statements);
    differing(summary, statements);
    statements.addAll(ConductView.of(summary));
    statements.addAll(OrderView.of(summary));
    statements.addAll(Caveats.of(summary, now));
    uncovered(summary, statements);
    builds(summary, statements);
    return summary
        .overall()
        .parity()
        .map(parity -> scored(parity, summary, statements))
        .orElseGet(() -> refused(summary, statements));
  }

  private static Conclusion scored(
      Parity parity, ParitySummary summary, List<Statement> statements) {
    long compromised = ConductView.compromised(summary);
    long disagreed = parity.verdicts() - parity.agreed();
    String headline =
        disagreed == 0
            ? "Every compared call agreed."
            : Figures.count(disagreed)
                + " of "
                + Figures.count(parity.verdicts(), "compared call", "compared calls")
                + " did not agree.";
    if (compromised > 0) {
      headline +=
          " "
              + Figures.count(compromised, "of them proves", "of them prove")
              + " nothing: the candidate called the control.";
    }
    String confidence =
        Percent.of(parity.agreed(), parity.verdicts())
            + " of "
            + Figures.count(parity.verdicts(), "compared call", "compared calls")
            + " agreed. With 95 % confidence, at least "
            + Percent.of(parity.lowerBound())
            + " of such calls agree.";
    boolean agrees = disagreed == 0 && compromised == 0 && !summary.isDamaged();
    return new Conclusion(
        agrees ? Tone.AGREE : Tone.DIFFER,
        EvidenceView.headline(summary) + headline + EvidenceView.gaps(summary),
        confidence,
        statements);
  }

  private static Conclusion refused(ParitySummary summary, List<Statement> statements) {
    Score overall = summary.overall();
    if (overall.refusals().isEmpty()) {
      return new Conclusion(
          Tone.REFUSE,
          EvidenceView.headline(summary)
              + "No score: no call was compared."
              + EvidenceView.gaps(summary),
          overall.books().intercepted() == 0
              ? "The journals have no intercepted call in this period."
              : Figures.count(overall.books().intercepted(), "call was", "calls were")
                  + " intercepted, and none of them reached a verdict; the reasons are below.",
          statements);
    }
    return new Conclusion(
        Tone.REFUSE,
        "No score: the books do not balance.",
        overall.refusals().stream()
            .limit(MOST_NAMED)
            .map(why -> VisibleText.line(why, 1_000))
            .collect(Collectors.joining(" ", "", more(overall.refusals().size()))),
        statements);
  }

  private static void agreeing(ParitySummary summary, List<Statement> to) {
    List<PointSummary> agree = new ArrayList<>();
    Optional<PointSummary> weakest = Optional.empty();
    for (PointSummary point : summary.points()) {
      // What a candidate that calls the control agrees in is no evidence.
      if (point.compromised() == 0
          && point.score().parity().filter(p -> p.agreed() == p.verdicts()).isPresent()) {
        agree.add(point);
      }
    }
    if (agree.isEmpty()) {
      return;
    }
    weakest = agree.stream().min(Comparator.comparingLong(p -> p.score().books().verdicts()));
    String text =
        Figures.count(agree.size())
            + " of "
            + Figures.count(summary.points().size(), "call point", "call points")
            + " agreed in every call: "
            + names(summary, agree)
            + ".";
    Parity least = weakest.flatMap(p -> p.score().parity()).orElseThrow();
    text +=
        " The one with the fewest calls, "
            + name(summary, weakest.orElseThrow())
            + ", has "
            + Figures.count(least.verdicts(), "call", "calls")
            + ", which prove "
            + Percent.of(least.lowerBound())
            + ".";
    to.add(new Statement("Agrees", text));
  }

  private static void differing(ParitySummary summary, List<Statement> to) {
    List<PointSummary> differ =
        summary.points().stream()
            .filter(p -> disagreed(p) > 0)
            .sorted(Comparator.comparingLong(Conclusion::disagreed).reversed())
            .toList();
    if (differ.isEmpty()) {
      return;
    }
    String each =
        differ.stream()
            .limit(MOST_NAMED)
            .map(p -> name(summary, p) + " (" + Figures.count(disagreed(p)) + ")")
            .collect(Collectors.joining(", "));
    to.add(
        new Statement(
            "Differs",
            Figures.count(differ.size(), "call point", "call points")
                + " differed: "
                + each
                + more(differ.size())
                + ". "
                + Figures.count(summary.signatures().size(), "kind", "kinds")
                + " of difference in all, ranked below."));
  }

  private static void uncovered(ParitySummary summary, List<Statement> to) {
    Books books = summary.overall().books();
    long missed = books.intercepted() - books.verdicts();
    List<PointSummary> silent =
        summary.points().stream().filter(p -> p.score().books().verdicts() == 0).toList();
    if (missed > 0) {
      List<String> parts = new ArrayList<>();
      for (Fate fate : Fate.values()) {
        if (!fate.isVerdict() && books.ended(fate) > 0) {
          parts.add(Figures.count(books.ended(fate)) + " " + fate.wireName());
        }
      }
      if (books.inFlight() > 0) {
        parts.add(Figures.count(books.inFlight()) + " in flight or lost");
      }
      to.add(
          new Statement(
              "Not covered",
              Figures.count(missed)
                  + " of "
                  + Figures.count(books.intercepted(), "intercepted call", "intercepted calls")
                  + " ("
                  + Percent.of(missed, books.intercepted())
                  + ") reached no verdict: "
                  + String.join(", ", parts)
                  + "."));
    } else if (books.intercepted() > 0) {
      to.add(new Statement("Covered", "Every intercepted call was compared."));
    }
    if (!silent.isEmpty()) {
      to.add(new Statement("Unknown", "Nothing was compared for " + names(summary, silent) + "."));
    }
  }

  // States the result of the present builds, because older results prove nothing about them.
  private static void builds(ParitySummary summary, List<Statement> to) {
    Books present = Books.NONE;
    LocalDate newest = LocalDate.MIN;
    boolean changed = false;
    for (PointSummary point : summary.points()) {
      if (!point.builds().isEmpty()) {
        BuildScore last = point.builds().get(point.builds().size() - 1);
        present = present.plus(last.score().books());
        if (point.builds().size() > 1) {
          changed = true;
          newest = last.first().isAfter(newest) ? last.first() : newest;
        }
      }
    }
    if (!changed) {
      return;
    }
    LocalDate since = newest;
    Score score = new Score(present, summary.overall().refusals());
    String shown =
        score
            .parity()
            .map(
                p ->
                    "The latest builds, the newest since "
                        + Figures.day(since)
                        + ", agreed in "
                        + Percent.of(p.agreed(), p.verdicts())
                        + " of "
                        + Figures.count(p.verdicts(), "call", "calls")
                        + ", which proves "
                        + Percent.of(p.lowerBound())
                        + ".")
            .orElse("");
    to.add(
        new Statement(
            "Several builds",
            "Builds or rules changed within the period, and results belong to one build each. "
                + shown));
  }

  private static long disagreed(PointSummary point) {
    Books books = point.score().books();
    return books.verdicts() - books.agreed();
  }

  private static String names(ParitySummary summary, List<PointSummary> points) {
    return points.stream()
            .limit(MOST_NAMED)
            .map(p -> name(summary, p))
            .collect(Collectors.joining(", "))
        + more(points.size());
  }

  private static String name(ParitySummary summary, PointSummary point) {
    return VisibleText.line(summary.nameOf(point.key()), 80);
  }

  private static String more(int size) {
    return size > MOST_NAMED ? " and " + (size - MOST_NAMED) + " more" : "";
  }
}
