package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of tampering with sealed journals is found by its hash chain. */
class VerifyCommandTest {
  @TempDir Path directory;
  private final CommandLineRun line = new CommandLineRun();

  @BeforeEach
  void journals() throws IOException {
    SampleJournals.write(directory, 3, 240);
  }

  @Test
  void untouchedJournals() {
    assertThat(verify()).isZero();
    assertThat(line.out()).doesNotContain("DAMAGE").endsWith(" files holds.\n");
    assertThat(line.err()).isEmpty();
  }

  @Test
  void changedFigure() throws IOException {
    Path file = live();
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"matched\":([0-9])", "\"matched\":9$1"));
    damaged(file);
  }

  @Test
  void removedLine() throws IOException {
    Path file = live();
    List<String> lines = Files.readAllLines(file);
    lines.remove(lines.size() / 2);
    Files.write(file, lines);
    damaged(file);
  }

  @Test
  void exchangedLines() throws IOException {
    Path file = live();
    List<String> lines = Files.readAllLines(file);
    String moved = lines.remove(5);
    lines.add(6, moved);
    Files.write(file, lines);
    damaged(file);
  }

  @Test
  void repeatedLine() throws IOException {
    Path file = live();
    List<String> lines = Files.readAllLines(file);
    lines.add(6, lines.get(5));
    Files.write(file, lines);
    damaged(file);
  }

  @Test
  void removedFile() throws IOException {
    List<Path> compressed;
    try (var files = Files.list(directory)) {
      compressed = files.filter(f -> f.toString().endsWith(".gz")).sorted().toList();
    }
    assertThat(compressed).hasSizeGreaterThan(1);
    Files.delete(compressed.get(1));
    assertThat(verify()).isEqualTo(3);
    assertThat(line.out()).contains("DAMAGE: ").contains("missing");
  }

  @Test
  void placesThatDoNotExistOrHoldNoJournal() throws IOException {
    assertThat(line.run("verify", directory.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(line.err()).contains("nowhere does not exist");
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertThat(line.run("verify", empty.toString())).isEqualTo(5);
    assertThat(line.err()).contains("No journal (*.jsonl, *.jsonl.gz) in " + empty);
  }

  @Test
  void expectedSealIsFoundAndWhatLiesAfterItIsCounted() throws IOException {
    List<String> seals =
        Files.readAllLines(live()).stream().filter(l -> l.contains("seal")).toList();
    String first = seals.get(0).replaceAll(".*\"sha256\":\"(.*)\".*", "$1");
    assertThat(line.run("verify", directory.toString(), "--expect", first)).isZero();
    assertThat(line.out())
        .contains("expected seal " + first + ": " + live())
        .containsPattern(
            "up to it holds. After it: [0-9]+ lines of this file, 0 files, [0-9,]+ int")
        .contains("note: --expect: no expected seal is in session ");
    assertThat(line.run("verify", directory.toString(), "--expect", first.substring(0, 12)))
        .isZero();
  }

  @Test
  void expectedSealThatIsMissingIsDamage() {
    assertThat(line.run("verify", directory.toString(), "--expect", "0123456789ab")).isEqualTo(3);
    assertThat(line.out())
        .contains("DAMAGE: --expect: the expected seal 0123456789ab is in none of the files");
    for (String wrong : new String[] {"0123", "xyzxyzxyzxyz", "0".repeat(65)}) {
      assertThat(line.run("verify", directory.toString(), "--expect", wrong)).isEqualTo(2);
    }
  }

  /** A forger can seal a whole session again, but cannot make the seal that was noted before. */
  @Test
  void expectedSealShowsASessionThatWasSealedAgain() throws IOException {
    Path file = live();
    List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    String last = lines.get(lines.size() - 1).replaceAll(".*\"sha256\":\"(.*)\".*", "$1");
    lines.replaceAll(l -> l.replaceFirst("\"quote\",\"minute\"", "\"quot\",\"minute\""));
    lines.removeIf(l -> l.contains("\"close\""));
    Files.write(file, Sealing.resealed(lines), StandardCharsets.ISO_8859_1);
    assertThat(line.run("verify", directory.toString(), "--expect", last)).isEqualTo(3);
    assertThat(line.out()).contains("is in none of the files");
  }

  /** Damage before the seal touches what it covers; damage after it does not. */
  @Test
  void expectedSealAfterDamageIsAccused() throws IOException {
    Path first;
    try (var files = Files.list(directory)) {
      first = files.filter(f -> f.toString().endsWith(".gz")).sorted().findFirst().orElseThrow();
    }
    String last =
        Files.readAllLines(live()).stream()
            .filter(l -> l.contains("seal"))
            .reduce((a, b) -> b)
            .orElseThrow()
            .replaceAll(".*\"sha256\":\"(.*)\".*", "$1");
    Files.write(first, new byte[] {1, 2, 3});
    assertThat(line.run("verify", directory.toString(), "--expect", last)).isEqualTo(3);
    assertThat(line.out()).contains("but what it covers does not hold");
  }

  private void damaged(Path file) {
    assertThat(verify()).isEqualTo(3);
    assertThat(line.out())
        .containsPattern("DAMAGED   (no seal|[0-9a-f]{64})   .*" + file.getFileName())
        .contains("DAMAGE: ")
        .contains("The journals are not as they were written: ");
  }

  private Path live() throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(f -> f.toString().endsWith(".jsonl")).sorted().findFirst().orElseThrow();
    }
  }

  private int verify() {
    return line.run("verify", directory.toString());
  }
}
