package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.Identities;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.value.PathPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of the table of generated ids in docs/comparing.md. */
final class IdentityTableTest {
  private static final String HEADER = "| pairs so far | control | candidate | is | pairs then |";

  @TestFactory
  Stream<DynamicTest> rows() throws IOException {
    List<String[]> rows = documented();
    assertThat(rows).hasSizeGreaterThan(10);
    return rows.stream()
        .map(row -> DynamicTest.dynamicTest(String.join(" | ", row), () -> check(row)));
  }

  private static void check(String[] row) {
    Identities ids = Identities.empty();
    for (String pair : words(row[0])) {
      ids.bind("n", id(pair.split("=")[0]), id(pair.split("=")[1]));
    }
    boolean unordered = row[1].endsWith("unordered");
    RulesBuilder rules = Rules.builder().identity(PathPattern.parse("/*"), "n");
    if (unordered) {
      rules.unordered(PathPattern.parse(""));
    }
    List<String> control = words(row[1].replace(", unordered", ""));
    List<String> candidate = words(row[2]);
    Comparison comparison = Differ.with(rules.build()).pairing(ids).compare(control, candidate);
    assertThat(
            comparison.isEqual()
                ? "equal"
                : comparison.differences().stream()
                    .map(d -> d.kind().name())
                    .collect(Collectors.joining(" ")))
        .isEqualTo(row[3]);
    Set<String> known = new TreeSet<>();
    Set<String> all = new TreeSet<>(control);
    words(row[0]).forEach(pair -> all.add(pair.split("=")[0]));
    for (String each : all) {
      Id partner = ids.counterpart("n", id(each)).id();
      if (partner != null) {
        known.add(each + "=" + partner.text());
      }
    }
    assertThat(known).isEqualTo(new TreeSet<>(words(row[4])));
  }

  private static Id id(String text) {
    return Objects.requireNonNull(Id.of(text));
  }

  private static List<String> words(String cell) {
    List<String> words = new ArrayList<>();
    for (String word : cell.split(" ")) {
      if (!word.isEmpty() && !word.equals("none")) {
        words.add(word);
      }
    }
    return words;
  }

  private static List<String[]> documented() throws IOException {
    List<String[]> rows = new ArrayList<>();
    boolean inside = false;
    for (String line :
        Files.readAllLines(Paths.get("../docs/comparing.md"), StandardCharsets.UTF_8)) {
      if (line.equals(HEADER)) {
        inside = true;
      } else if (inside && !line.startsWith("|")) {
        inside = false;
      } else if (inside && !line.startsWith("|---")) {
        String[] cells = line.substring(1, line.length() - 1).split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
          cells[i] = cells[i].trim();
        }
        rows.add(cells);
      }
    }
    return rows;
  }
}
