package io.understudy.compare.walk;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.Outcome;
import io.understudy.compare.rule.Rules;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of the tables in docs/comparing.md, in both modes and from both sides, live and frozen.
 */
class ComparisonTableTest {
  private static final Map<String, Outcome[]> CASES = new LinkedHashMap<>();

  static {
    CASES.putAll(ComparisonCases.all());
    CASES.putAll(ViewCases.all());
  }

  @TestFactory
  Stream<DynamicTest> rows() throws IOException {
    return documented().stream()
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row[0], row[1], row[2])));
  }

  @Test
  void everyCaseIsDocumented() throws IOException {
    assertThat(documented().stream().map(row -> row[0]))
        .containsExactlyInAnyOrderElementsOf(CASES.keySet());
  }

  private static void check(String name, String inValue, String inExact) throws Uncapturable {
    Outcome[] sides = CASES.get(name);
    assertThat(sides).as("a case named \"%s\"", name).isNotNull();
    Differ value = Differ.with(Rules.none());
    Differ exact = Differ.with(Rules.builder().mode(ComparisonMode.EXACT).build());
    assertThat(kinds(value.compare(sides[0], sides[1]))).isEqualTo(inValue);
    assertThat(kinds(exact.compare(sides[0], sides[1]))).isEqualTo(inExact);
    assertThat(kinds(value.compare(frozen(sides[0]), sides[1]))).isEqualTo(inValue);
    assertThat(kinds(exact.compare(frozen(sides[0]), sides[1]))).isEqualTo(inExact);
    assertThat(kinds(value.compare(frozen(sides[0]), frozen(sides[1])))).isEqualTo(inValue);
    assertThat(value.compare(sides[1], sides[0]).isEqual()).isEqualTo(inValue.equals("equal"));
    assertThat(exact.compare(sides[1], sides[0]).isEqual()).isEqualTo(inExact.equals("equal"));
  }

  /** Freezes the control's side as the agent does; the candidate's side stays live. */
  private static Outcome frozen(Outcome live) throws Uncapturable {
    return live.thrown() == null
        ? Outcome.returned(Freezer.freezeLeniently(live.value(), new Meter(Bounds.DEFAULT)))
        : live;
  }

  private static String kinds(Comparison comparison) {
    assertThat(comparison.count()).isEqualTo(comparison.differences().size());
    return comparison.isEqual()
        ? "equal"
        : comparison.differences().stream().map(d -> d.kind().name()).collect(joining(" "));
  }

  /** The rows of three columns: case, value, exact. */
  private static List<String[]> documented() throws IOException {
    List<String> lines =
        Files.readAllLines(Paths.get("../docs/comparing.md"), StandardCharsets.UTF_8);
    List<String[]> rows = new ArrayList<>();
    boolean inTable = false;
    for (String line : lines) {
      if (line.equals("| case | value | exact |")) {
        inTable = true;
      } else if (!line.startsWith("|")) {
        inTable = false;
      } else if (inTable && !line.startsWith("|---")) {
        List<String> cells =
            Stream.of(line.substring(1).split("\\|")).map(String::trim).collect(toList());
        rows.add(cells.toArray(new String[0]));
      }
    }
    return rows;
  }
}
