package io.understudy.report.render;

import io.understudy.journal.Fate;
import io.understudy.report.render.chart.DayColumns;
import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.NoiseComparison;
import io.understudy.report.summary.SignatureSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A signature in words: its place, kind, explanations and noise. Immutable. */
final class SignatureView {
  private static final String BETWEEN = " · ";
  private static final int MOST_NAMED = 3;

  private final SignatureSummary signature;

  SignatureView(SignatureSummary signature) {
    this.signature = signature;
  }

  /** Returns the path, such as {@code /lines/*}{@code /price}, or words. */
  String place() {
    return place(signature.signature());
  }

  /** Returns the kind: {@code VALUE}. */
  String kind() {
    return kind(signature.signature());
  }

  /** Returns the path of a signature, or words. */
  static String place(String signature) {
    if (signature.equals(Fate.TIMED_OUT.wireName())) {
      return "no answer within the time limit";
    }
    int between = signature.lastIndexOf(BETWEEN);
    String path = between < 0 ? signature : signature.substring(0, between);
    return path.isEmpty() ? "the whole result" : VisibleText.line(path, 300);
  }

  /** Returns the kind of a signature; empty where it has none. */
  static String kind(String signature) {
    if (signature.equals(Fate.TIMED_OUT.wireName())) {
      return "TIMED-OUT";
    }
    int between = signature.lastIndexOf(BETWEEN);
    return between < 0 ? "" : VisibleText.line(signature.substring(between + BETWEEN.length()), 40);
  }

  /** Returns the kind in words. */
  String meaning() {
    return switch (kind()) {
      case "VALUE" -> "both sides have a value here, and the values differ";
      case "TYPE" -> "the sides have values of types that do not compare";
      case "MISSING" -> "the control has something here, the candidate has not";
      case "EXTRA" -> "the candidate has something here, the control has not";
      case "LENGTH" -> "lists or texts of another length";
      case "ARGUMENT" -> "an argument was left in another state";
      case "ORDER" -> "the same elements in another order";
      case "EXCEPTION" -> "one side threw, or they threw different exceptions";
      case "OPAQUE" -> "cannot be inspected, so it is not called equal";
      case "TIMED-OUT" -> "counted as a disagreement";
      default -> "differs";
    };
  }

  /** Returns the first and the last day; empty where unknown. */
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

  /** Returns the calls by day as columns. */
  List<DayColumns.Column> columns(LocalDate from, LocalDate to) {
    return DayColumns.of(signature.days(), from, to);
  }

  /** Lists the explanations, the most frequent first; empty where there is none. */
  List<ExplanationView> explained() {
    List<ExplanationView> all = signature.explained().stream().map(ExplanationView::new).toList();
    return all.stream().anyMatch(ExplanationView::isNamed) ? all : List.of();
  }

  /** Returns the most frequent explanations on one line; empty where there is none. */
  String explanations() {
    List<ExplanationView> all = explained();
    String first =
        all.stream().limit(MOST_NAMED).map(ExplanationView::text).collect(Collectors.joining(", "));
    return all.size() > MOST_NAMED ? first + ", …" : first;
  }

  /** Returns explanations and noise on one line; empty where both are unknown. */
  String remarks() {
    return Stream.of(explanations(), noiseTag())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** Returns the comparison with the control's own rate; empty where no call was repeated. */
  Optional<NoiseView> noise() {
    return signature.noise().map(NoiseView::new);
  }

  /**
   * Returns {@code noise} where the finding is noise, or {@code noise in part} where it holds for
   * some of the calls only; empty otherwise.
   */
  String noiseTag() {
    return signature
        .noise()
        .filter(n -> n.finding() == NoiseComparison.Finding.NOISE)
        .map(n -> n.calls() == signature.count() ? "noise" : "noise in part")
        .orElse("");
  }
}
