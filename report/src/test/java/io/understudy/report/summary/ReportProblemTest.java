package io.understudy.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.JournalProblem;
import io.understudy.report.summary.ReportProblem.Weight;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportProblemTest {
  @ParameterizedTest
  @CsvSource({
    "LIVE,     NOTE",
    "UNCLOSED, NOTE",
    "UNSEALED, DOUBT",
    "GAP,      DOUBT",
    "COPY,     NOTE",
    "UNKNOWN,  NOTE",
    "REFUSED,  LOSS",
    "BROKEN,   BREACH",
    "MISSING,  LOSS",
    "CHAIN,    BREACH",
    "BOOKS,    BREACH"
  })
  void weightOfAProblemOfTheReader(JournalProblem.Kind kind, Weight weight) {
    assertThat(ReportProblem.of(new JournalProblem(kind, "a.jsonl", 7, "what is wrong")))
        .isEqualTo(new ReportProblem(weight, "a.jsonl", 7, "what is wrong"));
  }

  @Test
  void placeOfALineAndOfAWholeFile() {
    assertThat(new ReportProblem(Weight.LOSS, "a.jsonl", 7, "w").place()).isEqualTo("a.jsonl:7");
    assertThat(new ReportProblem(Weight.LOSS, "a.jsonl", 0, "w").place()).isEqualTo("a.jsonl");
  }

  @Test
  void orderedByWeightThenByPlace() {
    List<ReportProblem> inOrder =
        List.of(
            new ReportProblem(Weight.BREACH, "z", 9, "z"),
            new ReportProblem(Weight.LOSS, "a", 1, "a"),
            new ReportProblem(Weight.LOSS, "a", 1, "b"),
            new ReportProblem(Weight.LOSS, "a", 2, "a"),
            new ReportProblem(Weight.LOSS, "b", 0, "a"),
            new ReportProblem(Weight.NOTE, "a", 0, "a"));
    Stream<ReportProblem> reversed =
        Stream.iterate(inOrder.size() - 1, i -> i - 1).limit(inOrder.size()).map(inOrder::get);
    assertThat(reversed.sorted()).isEqualTo(inOrder);
  }
}
