package io.understudy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the chaos suite in docs/safety.md has a row for each case, and no other row. */
final class ChaosTableTest {
  private static final String HEADING = "## The chaos suite";
  private static final int LEAST = 60;

  @Test
  void safetyPageHasExactlyTheCases() throws IOException {
    List<String> expected = new ArrayList<>();
    add(expected, "ChaosErrorsIT", ChaosErrorsIT.all());
    add(expected, "ChaosDiskIT", ChaosDiskIT.all());
    add(expected, "ChaosCandidatesIT", ChaosCandidatesIT.all());
    add(expected, "ChaosPollutionIT", ChaosPollutionIT.all());
    add(expected, "ChaosEndingsIT", ChaosEndingsIT.all());
    add(expected, "ChaosConfigurationsIT", ChaosConfigurationsIT.all());
    assertThat(expected).hasSizeGreaterThan(LEAST).doesNotHaveDuplicates();
    assertThat(rows()).isEqualTo(expected);
  }

  private static void add(List<String> rows, String test, ChaosCase... cases) {
    for (ChaosCase each : cases) {
      rows.add(
          "| "
              + String.join(
                  " | ", each.promise, each.name, each.versions(), each.result, "`" + test + "`")
              + " |");
    }
  }

  private static List<String> rows() throws IOException {
    String page =
        new String(Files.readAllBytes(Paths.get("../../docs/safety.md")), StandardCharsets.UTF_8);
    String section = page.substring(page.indexOf(HEADING) + HEADING.length());
    int end = section.indexOf("\n## ");
    return Arrays.stream(section.substring(0, end < 0 ? section.length() : end).split("\n"))
        .filter(line -> line.startsWith("| ") && !line.startsWith("| promise |"))
        .collect(Collectors.toList());
  }
}
