package io.understudy.report.render;

import io.understudy.journal.ExampleEntry;
import io.understudy.journal.RecordedDifference;
import io.understudy.journal.RecordedOutcome;
import io.understudy.journal.RecordedThrown;
import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.render.value.DifferenceMarks;
import io.understudy.report.render.value.ValueLines;
import io.understudy.report.summary.ExampleCall;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An example call in words and lines: the inputs, and what each side did. Immutable. */
final class ExampleView {
  /** The largest number of listed differences. */
  static final int MOST_DIFFERENCES = 12;

  /**
   * What one side did.
   *
   * @param verb returned, threw, or words for a missing outcome
   * @param lines the result or the exception
   * @param arguments the arguments after the call, where the configuration compares them
   */
  record Side(String verb, List<ValueLines.Line> lines, List<List<ValueLines.Line>> arguments) {}

  /** A row of the table of differences. A text is empty where it does not apply. */
  record Row(
      String path,
      String kind,
      String control,
      String candidate,
      String types,
      String delta,
      String explained,
      String accepted) {}

  private final ExampleCall example;
  private final ZoneId zone;
  private final DifferenceMarks marks;

  ExampleView(ExampleCall example, ZoneId zone) {
    this.example = example;
    this.zone = zone;
    this.marks =
        DifferenceMarks.of(entry().differences().stream().map(RecordedDifference::path).toList());
  }

  private ExampleEntry entry() {
    return example.entry();
  }

  /** Returns when and where the call was made, and how long both sides took. */
  String meta() {
    StringBuilder out =
        new StringBuilder()
            .append(Figures.moment(Instant.ofEpochMilli(entry().atMillis()), zone))
            .append(" on ")
            .append(VisibleText.line(example.host(), 80));
    if (entry().controlNanos() >= 0) {
      out.append(" · control took ").append(Figures.duration(entry().controlNanos()));
    }
    if (entry().candidateNanos() >= 0) {
      out.append(", candidate ").append(Figures.duration(entry().candidateNanos()));
    }
    String reason = entry().reason();
    return reason == null ? out.toString() : out + " · " + VisibleText.line(reason);
  }

  /** Returns the heading of the arguments. */
  String argumentsTitle() {
    int count = entry().arguments().size();
    String by = entry().given() == null ? "both sides" : "the control";
    return count == 1
        ? "1 argument, as " + by + " received it"
        : count + " arguments, as " + by + " received them";
  }

  /** Returns the candidate's arguments where its ids differ from the control's; else empty. */
  List<List<ValueLines.Line>> given() {
    List<String> given = entry().given() == null ? List.of() : entry().given();
    return given.stream().map(a -> ValueLines.of(a, null)).toList();
  }

  /** Returns the arguments. */
  List<List<ValueLines.Line>> arguments() {
    return entry().arguments().stream().map(a -> ValueLines.of(a, null)).toList();
  }

  /** Returns what the control did. */
  Side control() {
    return side(entry().control(), "is not known");
  }

  /** Returns what the candidate did. */
  Side candidate() {
    return side(entry().candidate(), "did not answer");
  }

  private Side side(@Nullable RecordedOutcome outcome, String nothing) {
    if (outcome == null) {
      return new Side(nothing, List.of(), List.of());
    }
    List<List<ValueLines.Line>> after = new ArrayList<>();
    DifferenceMarks below = marks.part("arguments");
    List<String> arguments = outcome.arguments() == null ? List.of() : outcome.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      after.add(ValueLines.of(arguments.get(i), below == null ? null : below.part("" + i)));
    }
    RecordedThrown thrown = outcome.thrown();
    if (thrown != null) {
      return new Side("threw", stack(thrown), after);
    }
    String value = outcome.value();
    return new Side("returned", ValueLines.of(value == null ? "null" : value, marks), after);
  }

  private List<ValueLines.Line> stack(RecordedThrown thrown) {
    List<ValueLines.Line> lines = new ArrayList<>();
    lines.add(new ValueLines.Line(VisibleText.line(thrown.toString()), marks.isMarked()));
    for (RecordedThrown cause : thrown.causes()) {
      lines.add(new ValueLines.Line("caused by " + VisibleText.line(cause.toString()), false));
    }
    return lines;
  }

  /** Returns the first differences. */
  List<Row> rows() {
    return entry().differences().stream().limit(MOST_DIFFERENCES).map(ExampleView::row).toList();
  }

  private static Row row(RecordedDifference difference) {
    String control = difference.controlType();
    String candidate = difference.candidateType();
    boolean typesDiffer = difference.kind().equals("TYPE") && control != null && candidate != null;
    return new Row(
        difference.path().isEmpty() ? "(the whole result)" : VisibleText.line(difference.path()),
        VisibleText.line(difference.kind(), 40),
        difference.kind().equals("EXTRA") ? "–" : ValueLines.inline(difference.control()),
        difference.kind().equals("MISSING") ? "–" : ValueLines.inline(difference.candidate()),
        typesDiffer ? VisibleText.line(control + " / " + candidate) : "",
        delta(difference.delta()),
        VisibleText.line(String.join(", ", difference.explained()), 200),
        difference.accepted() == null ? "" : VisibleText.line(difference.accepted(), 80));
  }

  // Exact, except that a very long text is cut.
  private static String delta(@Nullable String delta) {
    if (delta == null) {
      return "";
    }
    return (delta.startsWith("-") ? "" : "+") + VisibleText.line(delta, 40);
  }

  /** Whether a difference has a delta, an explanation or an acceptance. */
  boolean hasRemarks() {
    return rows().stream()
        .anyMatch(
            row ->
                !row.delta().isEmpty() || !row.explained().isEmpty() || !row.accepted().isEmpty());
  }

  /** Returns the number of differences that are not listed, in words; empty where all are. */
  String moreDifferences() {
    long more = entry().differenceCount() - rows().size();
    return more <= 0
        ? ""
        : "and " + Figures.count(more, "more difference", "more differences") + " in this call";
  }
}
