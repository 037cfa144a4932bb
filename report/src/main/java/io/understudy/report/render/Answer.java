package io.understudy.report.render;

import io.understudy.journal.Fate;
import io.understudy.report.aggregate.Books;
import io.understudy.report.aggregate.BuildScore;
import io.understudy.report.aggregate.Evidence;
import io.understudy.report.aggregate.Parity;
import io.understudy.report.aggregate.PointEvidence;
import io.understudy.report.aggregate.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the evidence says, in words, for somebody who must decide. Immutable.
 *
 * @param tone agree, differ or refuse
 * @param headline one sentence
 * @param sure how sure it is: counts, share and bound
 * @param statements what agrees, what differs, what is not covered, what it rests on
 */
record Answer(Tone tone, String headline, String sure, List<Statement> statements) {
  /** Whether the evidence speaks for the candidate, against it, or not at all. */
  enum Tone {
    /** Every verdict agrees. */
    AGREE,
    /** Some do not. */
    DIFFER,
    /** There is no score. */
    REFUSE
  }

  /**
   * One thing to know.
   *
   * @param subject what it is about, two or three words
   * @param text a sentence or two
   */
  record Statement(String subject, String text) {}

  private static final int MOST_NAMED = 6;

  /**
   * Puts the evidence into words.
   *
   * @param now by which what was agreed until some day has expired or not
   */
  static Answer of(Evidence evidence, Instant now) {
    List<Statement> statements = new ArrayList<>();
    integrity(evidence, statements);
    agreeing(evidence, statements);
    differing(evidence, statements);
    statements.addAll(Caveats.of(evidence, now));
    uncovered(evidence, statements);
    builds(evidence, statements);
    return evidence
        .overall()
        .parity()
        .map(parity -> scored(parity, statements))
        .orElseGet(() -> refused(evidence.overall(), statements));
  }

  private static Answer scored(Parity parity, List<Statement> statements) {
    long disagreed = parity.verdicts() - parity.agreed();
    String headline =
        disagreed == 0
            ? "Every compared call agreed."
            : Figures.count(disagreed)
                + " of "
                + Figures.count(parity.verdicts(), "compared call", "compared calls")
                + " did not agree.";
    String sure =
        Percent.of(parity.agreed(), parity.verdicts())
            + " of "
            + Figures.count(parity.verdicts(), "compared call", "compared calls")
            + " agreed. With 95 % confidence, at least "
            + Percent.of(parity.lowerBound())
            + " of such calls agree.";
    return new Answer(disagreed == 0 ? Tone.AGREE : Tone.DIFFER, headline, sure, statements);
  }

  private static Answer refused(Score overall, List<Statement> statements) {
    if (overall.refusals().isEmpty()) {
      return new Answer(
          Tone.REFUSE,
          "No score: no call was compared.",
          overall.books().intercepted() == 0
              ? "The journals tell of no intercepted call in this period."
              : Figures.count(overall.books().intercepted(), "call was", "calls were")
                  + " intercepted, and none of them reached a verdict; the reasons are below.",
          statements);
    }
    return new Answer(
        Tone.REFUSE,
        "No score: the books do not balance.",
        overall.refusals().stream()
            .limit(MOST_NAMED)
            .map(why -> Visible.line(why, 1_000))
            .collect(Collectors.joining(" ", "", more(overall.refusals().size()))),
        statements);
  }

  private static void integrity(Evidence evidence, List<Statement> to) {
    if (evidence.breaches() > 0) {
      to.add(
          new Statement(
              "Not intact",
              Figures.count(evidence.breaches(), "place", "places")
                  + " in the journals changed after writing, or contradict each other. Do not rely"
                  + " on these figures before that is explained; the list is at the end."));
    }
    if (evidence.losses() > 0) {
      to.add(
          new Statement(
              "Incomplete",
              Figures.count(evidence.losses(), "part", "parts")
                  + " of the evidence could not be read or is missing; what is whole was counted."));
    }
  }

  private static void agreeing(Evidence evidence, List<Statement> to) {
    List<PointEvidence> agree = new ArrayList<>();
    Optional<PointEvidence> weakest = Optional.empty();
    for (PointEvidence point : evidence.points()) {
      if (point.score().parity().filter(p -> p.agreed() == p.verdicts()).isPresent()) {
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
            + Figures.count(evidence.points().size(), "call point", "call points")
            + " agreed throughout: "
            + names(evidence, agree)
            + ".";
    Parity least = weakest.flatMap(p -> p.score().parity()).orElseThrow();
    text +=
        " The least tried of them, "
            + name(evidence, weakest.orElseThrow())
            + ", rests on "
            + Figures.count(least.verdicts(), "call", "calls")
            + ", which prove "
            + Percent.of(least.lowerBound())
            + ".";
    to.add(new Statement("Agrees", text));
  }

  private static void differing(Evidence evidence, List<Statement> to) {
    List<PointEvidence> differ =
        evidence.points().stream()
            .filter(p -> disagreed(p) > 0)
            .sorted(Comparator.comparingLong(Answer::disagreed).reversed())
            .toList();
    if (differ.isEmpty()) {
      return;
    }
    String each =
        differ.stream()
            .limit(MOST_NAMED)
            .map(p -> name(evidence, p) + " (" + Figures.count(disagreed(p)) + ")")
            .collect(Collectors.joining(", "));
    to.add(
        new Statement(
            "Differs",
            Figures.count(differ.size(), "call point", "call points")
                + " differed: "
                + each
                + more(differ.size())
                + ". "
                + Figures.count(evidence.signatures().size(), "kind", "kinds")
                + " of difference in all, ranked below."));
  }

  private static void uncovered(Evidence evidence, List<Statement> to) {
    Books books = evidence.overall().books();
    long missed = books.intercepted() - books.verdicts();
    List<PointEvidence> silent =
        evidence.points().stream().filter(p -> p.score().books().verdicts() == 0).toList();
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
      to.add(new Statement("Unknown", "Nothing was compared for " + names(evidence, silent) + "."));
    }
  }

  // What the present builds have shown, since older evidence says nothing about them.
  private static void builds(Evidence evidence, List<Statement> to) {
    Books present = Books.NONE;
    LocalDate newest = LocalDate.MIN;
    boolean changed = false;
    for (PointEvidence point : evidence.points()) {
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
    Score score = new Score(present, evidence.overall().refusals());
    String shown =
        score
            .parity()
            .map(
                p ->
                    "Those that ran last, the newest since "
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
            "Builds or rules changed within the period, and evidence belongs to the build that gave"
                + " it. "
                + shown));
  }

  private static long disagreed(PointEvidence point) {
    Books books = point.score().books();
    return books.verdicts() - books.agreed();
  }

  private static String names(Evidence evidence, List<PointEvidence> points) {
    return points.stream()
            .limit(MOST_NAMED)
            .map(p -> name(evidence, p))
            .collect(Collectors.joining(", "))
        + more(points.size());
  }

  private static String name(Evidence evidence, PointEvidence point) {
    return Visible.line(evidence.nameOf(point.key()), 80);
  }

  private static String more(int size) {
    return size > MOST_NAMED ? " and " + (size - MOST_NAMED) + " more" : "";
  }
}
