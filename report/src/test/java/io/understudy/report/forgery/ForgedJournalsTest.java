package io.understudy.report.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of forged, cut, mixed and damaged journals in docs/journal-format.md: each is accused
 * by name and line, and none counts.
 */
class ForgedJournalsTest {
  private static final int DAMAGED = 3;

  @TempDir Path directory;
  private final CommandLineRun line = new CommandLineRun();

  static List<Forgery> forgeries() {
    List<Forgery> all = new ArrayList<>(ForgedLines.all());
    all.addAll(ForgedFiles.all());
    all.addAll(ForgedValues.all());
    all.addAll(ForgedTimes.all());
    return all;
  }

  @Test
  void genuineJournalCounts() throws IOException {
    GenuineJournal.write(journals());
    assertThat(line.run("verify", journals().toString())).isZero();
    assertThat(report()).isZero();
    assertThat(overall()).contains("\"intercepted\" : 400,", "\"parity\" : 0.9,");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void forgeryIsAccusedAndDoesNotCount(Forgery forgery) throws IOException {
    GenuineJournal journal = GenuineJournal.write(journals());
    forgery.how().accept(journal);
    String place = journal.file(forgery.file()) + (forgery.line() == 0 ? "" : ":" + forgery.line());

    assertThat(line.run("verify", journals().toString()))
        .as(line.out() + line.err())
        .isEqualTo(forgery.damaged() ? DAMAGED : 0);
    assertThat(line.out()).contains((forgery.damaged() ? "DAMAGE: " : "note: ") + place + ": ");

    assertThat(report()).as(line.out()).isEqualTo(forgery.damaged() ? DAMAGED : 0);
    assertThat(line.err()).doesNotContain("Exception", "\tat ");
    assertThat(Files.readString(json()))
        .contains(
            "\"file\" : \""
                + journal.file(forgery.file())
                + "\",\n      \"line\" : "
                + forgery.line());
    if (forgery.counted() < 0) {
      assertThat(overall()).contains("\"parity\" : null,");
    } else {
      assertThat(overall())
          .contains("\"intercepted\" : " + forgery.counted() + ",", "\"parity\" : 0.9,");
    }
    if (forgery.damaged()) {
      assertThat(line.out())
          .containsAnyOf("Evidence is breached", "Evidence is missing", "No score: the books");
    }
  }

  /** The table of the documentation has a row for each forgery, in this order. */
  @Test
  void documentHasARowForEachForgery() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("../docs/journal-format.md")).stream()
            .filter(row -> row.matches("\\| [0-9]+ \\| .*"))
            .collect(Collectors.toList());
    List<Forgery> all = forgeries();
    List<String> expected =
        IntStream.range(0, all.size())
            .mapToObj(i -> row(i + 1, all.get(i)))
            .collect(Collectors.toList());
    assertThat(documented).isEqualTo(expected).hasSizeGreaterThan(39);
  }

  private static String row(int number, Forgery forgery) {
    String place = forgery.line() == 0 ? "the file" : "line " + forgery.line();
    String counts =
        forgery.counted() < 0
            ? "no score"
            : forgery.counted() == 400
                ? "all that is genuine"
                : forgery.counted() + " of 400 calls";
    return String.format(
        "| %d | %s | %s | %s | %s |",
        number, forgery.name(), place, forgery.damaged() ? "3" : "0", counts);
  }

  private Path journals() throws IOException {
    return Files.createDirectories(directory.resolve("journals"));
  }

  private Path json() {
    return directory.resolve("report.json");
  }

  private int report() throws IOException {
    return line.run("report", journals().toString(), "--zone", "UTC", "--json", json().toString());
  }

  /** Returns the part of the report that is about all call points together. */
  private String overall() throws IOException {
    String text = Files.readString(json());
    return text.substring(text.indexOf("\"overall\""), text.indexOf("\"refusals\""));
  }
}
