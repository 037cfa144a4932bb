package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalProblem.Kind;
import io.understudy.journal.Samples;
import io.understudy.journal.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages the files of one session of three days. Files 1 and 2 are compressed; file 3 is plain and
 * has the close. Every file has a session entry and two batches of two tallies and a seal; the
 * session entry of the first file has its own seal.
 */
final class JournalDamageTest {
  @TempDir Path directory;

  private final Samples.ManualClock clock = new Samples.ManualClock();

  @BeforeEach
  void writeThreeDays() throws IOException {
    JournalWriter writer = JournalWriter.builder(directory, Samples.session()).clock(clock).open();
    for (int day = 0; day < 3; day++) {
      for (int batch = 0; batch < 2; batch++) {
        writer.tally(Samples.tally(Samples.NOON_MINUTE + day * 1440 + batch, 10));
        writer.tally(Samples.tally(Samples.NOON_MINUTE + day * 1440 + batch + 60, 10));
        writer.flush();
      }
      if (day < 2) {
        clock.now = clock.now.plus(Duration.ofDays(1));
      }
    }
    writer.close("test");
  }

  @Test
  void unchangedJournalHasNoProblems() throws IOException {
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(120);
  }

  @Test
  void editedLineIsFound() throws IOException {
    edit(
        3, lines -> lines.set(1, lines.get(1).replace("\"intercepted\":10", "\"intercepted\":11")));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.CHAIN);
    assertThat(read.problems().get(0))
        .hasToString(
            file(3)
                + ":4: lines 1 to 3 are not those that were sealed: their SHA-256 is different; at"
                + " least one of them was changed or moved");
  }

  @Test
  void editedLineInACompressedFileIsFound() throws IOException {
    edit(1, lines -> lines.set(2, lines.get(2).replace("\"mismatched\":1", "\"mismatched\":2")));
    assertThat(Samples.kinds(JournalReader.over(directory).contents())).contains(Kind.CHAIN);
  }

  @Test
  void editWithARecomputedSealIsFoundAtTheNextFile() throws IOException {
    edit(
        1,
        lines -> {
          lines.set(
              lines.size() - 2,
              lines.get(lines.size() - 2).replace("\"intercepted\":10", "\"intercepted\":11"));
          String seal = lines.get(lines.size() - 1);
          List<String> covered =
              lines.subList(lastSealBefore(lines, lines.size() - 1), lines.size() - 1);
          lines.set(lines.size() - 1, seal.replaceAll("[0-9a-f]{64}", sha256(covered)));
        });
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.CHAIN, Kind.BOOKS);
    assertThat(read.problems().get(0).what())
        .contains("the last seal is not the one that file 2 names as its predecessor");
  }

  @Test
  void swappedLinesAreFound() throws IOException {
    edit(2, lines -> lines.add(1, lines.remove(2)));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.CHAIN);
    assertThat(read.intercepted()).isEqualTo(80);
  }

  @Test
  void missingLineIsFound() throws IOException {
    edit(2, lines -> lines.remove(1));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.CHAIN);
    assertThat(read.problems().get(0).what())
        .contains("lines 1 to 2 are not those that were sealed: the file has 2 lines and")
        .endsWith("; a line or a seal was added or removed");
  }

  @Test
  void missingBatchWithItsSealIsFound() throws IOException {
    edit(2, lines -> lines.subList(1, 4).clear());
    assertThat(Samples.kinds(JournalReader.over(directory).contents())).contains(Kind.CHAIN);
  }

  @Test
  void missingFileIsFound() throws IOException {
    Files.delete(file(2));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems())
        .extracting(JournalProblem::toString)
        .containsExactly(file(3) + ": file 2 of its session is missing");
  }

  @Test
  void missingFirstFileIsFound() throws IOException {
    Files.delete(file(1));
    assertThat(Samples.kinds(JournalReader.over(directory).contents()))
        .containsExactly(Kind.MISSING);
  }

  @Test
  void missingLastFileLeavesTheSessionUnclosed() throws IOException {
    Files.delete(file(3));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.UNCLOSED);
    assertThat(read.problems().get(0).what())
        .isEqualTo(
            "session 00c0ffee00c0ffee has no close: it still runs, was killed, or its last files"
                + " are missing");
  }

  @Test
  void copiedFileIsCountedOnce() throws IOException {
    Files.copy(file(3), directory.resolve("copy.jsonl"));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.COPY);
    assertThat(read.intercepted()).isEqualTo(120);
  }

  @Test
  void fileCutAtASealIsFoundAtTheNextFile() throws IOException {
    edit(
        1,
        lines -> lines.subList(lastSealBefore(lines, lines.size() - 1) + 1, lines.size()).clear());
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.CHAIN, Kind.BOOKS);
    assertThat(read.problems().get(0).file()).isEqualTo(file(1).toString());
  }

  @Test
  void linesAfterTheLastSealAreFound() throws IOException {
    edit(1, lines -> lines.add(lines.get(2)));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.CHAIN);
    assertThat(read.problems().get(0).what())
        .isEqualTo(
            "lines after the last seal: 1; they do not count, because anyone could have added"
                + " them; they would say quote: 10 intercepted, {MATCHED=9, MISMATCHED=1}, 0 in"
                + " flight");
    assertThat(read.problems().get(0).line()).isEqualTo(9);
    assertThat(read.intercepted()).isEqualTo(120);
  }

  @Test
  void tornLastLineIsReportedAsLive() throws IOException {
    byte[] bytes = Files.readAllBytes(file(3));
    Files.write(file(3), Arrays.copyOf(bytes, bytes.length - 30));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.LIVE, Kind.UNSEALED, Kind.UNCLOSED);
    assertThat(read.intercepted()).isEqualTo(120);
    assertThat(read.problems().get(0).what())
        .isEqualTo(
            "the last line is incomplete: the file is still being written, or its JVM was"
                + " killed");
  }

  @Test
  void everyCutOfTheLiveFileIsReported() throws IOException {
    byte[] bytes = Files.readAllBytes(file(3));
    for (int cut = 0; cut < bytes.length; cut += 7) {
      Files.write(file(3), Arrays.copyOf(bytes, cut));
      JournalContents read = JournalReader.over(directory).contents();
      assertThat(read.problems()).as("cut at " + cut).isNotEmpty();
      assertThat(read.intercepted()).isIn(80L, 100L, 120L);
    }
  }

  @Test
  void brokenLineIsReportedByNumber() throws IOException {
    edit(3, lines -> lines.set(2, "{\"entry\":\"tally\",\"point\":"));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.intercepted()).isEqualTo(80);
    assertThat(Samples.kinds(read)).containsExactly(Kind.CHAIN, Kind.BROKEN);
    assertThat(read.problems().get(1).line()).isEqualTo(3);
    assertThat(read.problems().get(1).what()).startsWith("not valid JSON: ");
  }

  @Test
  void everyMalformedLineIsReported() throws IOException {
    for (String line :
        Arrays.asList(
            "",
            "null",
            "[]",
            "\u0000\u0000\u0000",
            "{}",
            "{\"entry\":7}",
            "{\"point\":\"quote\",\"entry\":\"tally\"}",
            "{\"entry\":\"tally\",\"point\":\"quote\"}",
            "{\"entry\":\"tally\",\"point\":\"quote\",\"minute\":\"x\"}",
            "{\"entry\":\"tally\",\"point\":\"quote\",\"minute\":1,\"intercepted\":-3}",
            "{\"entry\":\"tally\",\"point\":\"quote\",\"minute\":1,\"fates\":{\"lost\":3}}",
            "{\"entry\":\"tally\",\"point\":\"quote\",\"minute\":99999999999999999999}",
            "{\"entry\":\"tally\",\"point\":\"quote\",\"minute\":1} {}",
            "{\"entry\":\"tally\",\"point\":\"q\",\"minute\":1,\"control\":{\"count\":2,"
                + "\"buckets\":[1],\"counts\":[1]}}",
            "{\"entry\":\"seal\",\"records\":1,\"bytes\":1}",
            "{\"entry\":\"example\",\"at\":\"yesterday\"}",
            "{\"entry\":\"session\",\"format\":1}",
            "{\"entry\":\"point\"}",
            Samples.repeat("[", 5_000))) {
      edit(3, lines -> lines.set(2, line));
      JournalContents read = JournalReader.over(directory).contents();
      assertThat(Samples.kinds(read)).as(line).contains(Kind.CHAIN);
      assertThat(read.intercepted()).as(line).isEqualTo(80);
    }
  }

  @Test
  void veryLongLineEndsTheReadingOfItsFile() throws IOException {
    edit(3, lines -> lines.set(2, "{\"entry\":\"" + Samples.repeat("x", 20 << 20) + "\"}"));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.intercepted()).isEqualTo(80);
    assertThat(read.problems().get(0))
        .hasToString(
            file(3) + ":3: the line has more than 8388608 bytes; the rest of the file is not read");
  }

  @Test
  void fileWithoutSessionEntryIsRefused() throws IOException {
    edit(3, lines -> lines.remove(0));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.intercepted()).isEqualTo(80);
    assertThat(Samples.kinds(read)).containsExactly(Kind.REFUSED, Kind.UNCLOSED);
  }

  @Test
  void truncatedCompressedFileIsReadUpToItsEnd() throws IOException {
    byte[] bytes = Files.readAllBytes(file(1));
    Files.write(file(1), Arrays.copyOf(bytes, bytes.length - 20));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).contains(Kind.BROKEN);
    assertThat(read.problems().get(0).what())
        .isEqualTo(
            "the compressed data ends early or is damaged after this line; restore the file");
  }

  @Test
  void plainFileWithCompressedNameIsRefused() throws IOException {
    Files.write(file(1), "hello".getBytes(StandardCharsets.UTF_8));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.REFUSED, Kind.MISSING);
    assertThat(read.intercepted()).isEqualTo(80);
  }

  @Test
  void emptyFileIsReportedAsLive() throws IOException {
    Files.createFile(directory.resolve("new.jsonl"));
    assertThat(Samples.kinds(JournalReader.over(directory).contents())).containsExactly(Kind.LIVE);
  }

  @Test
  void fileInBothFormsIsReadOnce() throws IOException {
    Files.write(FileNames.toPlain(file(1)), Schema.lines(file(1)));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(Samples.kinds(read)).containsExactly(Kind.COPY);
    assertThat(read.intercepted()).isEqualTo(120);
  }

  @Test
  void fileCompressedAfterListingIsFound() throws IOException {
    List<JournalFile> files = JournalReader.over(directory).files();
    assertThat(FileCompression.compress(file(3))).isTrue();
    JournalContents read = new JournalContents();
    files.forEach(file -> file.read(read));
    assertThat(read.intercepted()).isEqualTo(120);
  }

  @Test
  void withoutHashesOnlyMissingLinesAreFound() throws IOException {
    edit(
        3, lines -> lines.set(1, lines.get(1).replace("\"intercepted\":10", "\"intercepted\":11")));
    edit(2, lines -> lines.remove(1));
    JournalContents read = new JournalContents();
    JournalReader.over(directory).withHashes(false).read(read);
    assertThat(read.problems())
        .extracting(JournalProblem::file)
        .containsExactly(file(2).toString());
    assertThat(Samples.kinds(read)).containsExactly(Kind.CHAIN);
  }

  private interface LineEdit {
    void apply(List<String> lines);
  }

  private void edit(int number, LineEdit edit) throws IOException {
    Path file = file(number);
    List<String> lines = new ArrayList<>(Schema.lines(file));
    edit.apply(lines);
    byte[] bytes = text(lines).getBytes(StandardCharsets.UTF_8);
    if (FileNames.isCompressed(file)) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(bytes);
      }
      bytes = packed.toByteArray();
    }
    Files.write(file, bytes);
  }

  private static String text(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String sha256(List<String> lines) {
    return Sha256.hex(Sha256.digest().digest(text(lines).getBytes(StandardCharsets.UTF_8)));
  }

  private static int lastSealBefore(List<String> lines, int before) {
    int line = before - 1;
    while (!lines.get(line).startsWith("{\"entry\":\"seal\"")) {
      line--;
    }
    return line;
  }

  private Path file(int number) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().matches(".*-2026\\d{4}-" + number + "\\.jsonl(\\.gz)?"))
          .findFirst()
          .orElseThrow(IllegalStateException::new);
    }
  }
}
