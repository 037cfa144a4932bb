package io.understudy.compare.walk;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.Difference;
import io.understudy.compare.Outcome;
import io.understudy.compare.ValueText;
import io.understudy.compare.rule.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the table of explanations in docs/comparing.md, and what each must not explain. */
class ExplanationTableTest {
  private static final Differ VALUE = Differ.with(Rules.none());
  private static final Differ EXACT =
      Differ.with(Rules.builder().mode(ComparisonMode.EXACT).exceptionMessages(true).build());
  private static final Map<String, ExplanationCases.Row> ROWS = ExplanationCases.all();

  @TestFactory
  Stream<DynamicTest> rows() throws IOException {
    return documented().stream()
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row[0], row[2])));
  }

  @Test
  void everyExplanationIsDocumented() throws IOException {
    assertThat(documented().stream().map(row -> row[0]))
        .containsExactlyInAnyOrderElementsOf(ROWS.keySet());
  }

  private static void check(String name, String example) {
    ExplanationCases.Row row = ROWS.get(name);
    assertThat(row).as("a case named \"%s\"", name).isNotNull();
    assertThat(row.fails).isNotEmpty();
    for (Outcome[] sides : row.holds) {
      assertThat(explanations(sides)).contains(name);
    }
    for (Outcome[] sides : row.fails) {
      assertThat(differences(sides)).isNotEmpty();
      assertThat(explanations(sides)).doesNotContain(name);
    }
    // Where values print only as class names, the example is in words.
    if (!example.startsWith("`")) {
      return;
    }
    Difference first = differences(row.holds.get(0)).get(0);
    assertThat(ValueText.sides(first.kind(), first.control(), first.candidate()))
        .isEqualTo(example.substring(1, example.length() - 1));
  }

  private static List<String> explanations(Outcome[] sides) {
    return differences(sides).stream()
        .flatMap(difference -> difference.explanations().stream())
        .map(Object::toString)
        .collect(toList());
  }

  private static List<Difference> differences(Outcome[] sides) {
    Comparison inValue = VALUE.compare(sides[0], sides[1]);
    return (inValue.isEqual() ? EXACT.compare(sides[0], sides[1]) : inValue).differences();
  }

  /** The rows of three columns: explanation, what it says, example in backticks. */
  private static List<String[]> documented() throws IOException {
    List<String[]> rows = new ArrayList<>();
    boolean inTable = false;
    for (String line :
        Files.readAllLines(Paths.get("../docs/comparing.md"), StandardCharsets.UTF_8)) {
      if (line.startsWith("| explanation |")) {
        inTable = true;
      } else if (!line.startsWith("|")) {
        inTable = false;
      } else if (inTable && !line.startsWith("|---")) {
        String[] cells = line.substring(1).split("\\|");
        rows.add(Stream.of(cells).map(String::trim).toArray(String[]::new));
      }
    }
    return rows;
  }
}
