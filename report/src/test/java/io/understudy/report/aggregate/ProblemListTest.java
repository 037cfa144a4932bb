package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.summary.ReportProblem;
import io.understudy.report.summary.ReportProblem.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemListTest {
  @Test
  void allAreCountedAndFiveHundredAreKept() {
    ProblemList list = new ProblemList();
    for (int line = 1; line <= 600; line++) {
      list.add(new ReportProblem(Weight.NOTE, "a.jsonl", line, "note"));
    }
    list.add(new ReportProblem(Weight.BREACH, "z.jsonl", 1, "breach"));
    list.add(new ReportProblem(Weight.LOSS, "z.jsonl", 2, "loss"));
    assertThat(list.count(Weight.NOTE)).isEqualTo(600);
    assertThat(list.count(Weight.BREACH)).isEqualTo(1);
    assertThat(list.count(Weight.LOSS)).isEqualTo(1);
    assertThat(list.kept()).hasSize(500);
    assertThat(list.kept())
        .extracting(ReportProblem::place)
        .startsWith("z.jsonl:1", "z.jsonl:2", "a.jsonl:1")
        .endsWith("a.jsonl:498");
  }

  @Test
  void emptyList() {
    assertThat(new ProblemList().kept()).isEmpty();
    assertThat(new ProblemList().count(Weight.BREACH)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void orderAndMergingDoNotMatter(long seed) {
    List<ReportProblem> problems = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      problems.add(new ReportProblem(Weight.values()[i % 3], "f" + i % 7, i, "what"));
    }
    ProblemList expected = new ProblemList();
    problems.forEach(expected::add);
    Collections.shuffle(problems, new Random(seed));
    ProblemList one = new ProblemList();
    ProblemList other = new ProblemList();
    problems.subList(0, 400).forEach(one::add);
    problems.subList(400, 1_200).forEach(other::add);
    one.merge(other);
    assertThat(one.kept()).isEqualTo(expected.kept());
    for (Weight weight : Weight.values()) {
      assertThat(one.count(weight)).isEqualTo(expected.count(weight));
    }
  }
}
