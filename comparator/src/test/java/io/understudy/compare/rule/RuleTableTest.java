package io.understudy.compare.rule;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.walk.Differ;
import io.understudy.compare.walk.RuleCases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the tables of rules in docs/comparing.md, in both modes. */
class RuleTableTest {
  private static final Map<String, RuleCases.Case> CASES = RuleCases.all();

  @TestFactory
  Stream<DynamicTest> rows() throws IOException {
    return documented().entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(),
                    () -> assertThat(results(row.getKey())).isEqualTo(row.getValue())));
  }

  @Test
  void everyCaseIsDocumented() throws IOException {
    assertThat(documented().keySet()).containsExactlyInAnyOrderElementsOf(CASES.keySet());
  }

  @Test
  void everySortHasARow() {
    String all = String.join("\n", CASES.keySet());

    // Which ids are a pair depends on earlier comparisons: see IdentityRuleTest.
    for (Rule.Sort sort : EnumSet.complementOf(EnumSet.of(Rule.Sort.IDENTITY))) {
      String verb = Rule.of(sort, RuleScope.everywhere(), null).line.replace(" /**", "");
      assertThat(all).containsPattern("(?m)^(.*and )?" + verb);
    }
  }

  /** The results in mode value and in mode exact. */
  private static String results(String name) {
    RuleCases.Case row = CASES.get(name);
    assertThat(row).as("a case named \"%s\"", name).isNotNull();
    return result(row, ComparisonMode.VALUE) + " | " + result(row, ComparisonMode.EXACT);
  }

  private static String result(RuleCases.Case row, ComparisonMode mode) {
    RulesBuilder rules = Rules.builder().mode(mode);
    row.rules.accept(rules);
    Rules built = rules.build();
    Differ differ = Differ.with(built);
    Comparison comparison = differ.compare(row.control, row.candidate);
    Comparison counted = differ.compare(row.control, row.candidate, RuleCounts.of(built));
    assertThat(counted.toString()).isEqualTo(comparison.toString());
    return comparison.isEqual()
        ? "equal"
        : comparison.differences().stream().map(d -> d.kind().name()).collect(joining(" "));
  }

  /** The rows of four columns: rule and case, value and exact. */
  private static Map<String, String> documented() throws IOException {
    List<String> lines =
        Files.readAllLines(Paths.get("../docs/comparing.md"), StandardCharsets.UTF_8);
    Map<String, String> rows = new LinkedHashMap<>();
    String rule = "";
    boolean inTable = false;
    for (String line : lines) {
      if (line.equals("| rule | case | value | exact |")) {
        inTable = true;
      } else if (!line.startsWith("|")) {
        inTable = false;
      } else if (inTable && !line.startsWith("|---")) {
        List<String> cells = new ArrayList<>();
        Stream.of(line.substring(1).split("\\|")).map(String::trim).forEach(cells::add);
        rule = cells.get(0).isEmpty() ? rule : cells.get(0).replace("`", "");
        rows.put(rule + " | " + cells.get(1), cells.get(2) + " | " + cells.get(3));
      }
    }
    return rows;
  }

  /** Prints the rows as they would be documented. */
  public static void main(String[] args) {
    String before = "";
    for (String name : CASES.keySet()) {
      String rule = name.substring(0, name.indexOf(" | "));
      String row = name.substring(name.indexOf(" | "));
      System.out.println(
          "| "
              + (rule.equals(before) ? "" : "`" + rule + "`")
              + row
              + " | "
              + results(name)
              + " |");
      before = rule;
    }
  }
}
