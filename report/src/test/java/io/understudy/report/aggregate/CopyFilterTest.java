package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.file.JournalFile;
import io.understudy.journal.file.JournalReader;
import io.understudy.report.JournalText;
import io.understudy.report.summary.ReportProblem;
import io.understudy.report.summary.ReportProblem.Weight;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyFilterTest {
  @TempDir Path directory;
  private final List<ReportProblem> problems = new ArrayList<>();

  @Test
  void longerFileIsTheLaterState() throws IOException {
    JournalText journal = minutes(1);
    journal.to(directory, "a.jsonl");
    JournalText longer = minutes(2);
    longer.to(directory, "b.jsonl");
    assertThat(kept()).containsExactly("b.jsonl");
    assertThat(problems)
        .containsExactly(
            new ReportProblem(
                Weight.LOSS,
                directory.resolve("a.jsonl").toString(),
                0,
                "is another state of "
                    + directory.resolve("b.jsonl")
                    + ": the same file of the same session; only that one was counted"));
  }

  @Test
  void compressedFileIsCompleteThoughItIsShorter() throws IOException {
    minutes(1).to(directory, "a.jsonl");
    Path plain = minutes(40).to(directory, "b.jsonl");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("c.jsonl.gz")))) {
      Files.copy(plain, out);
    }
    assertThat(kept()).containsExactly("c.jsonl.gz");
    assertThat(problems).extracting(ReportProblem::weight).containsOnly(Weight.LOSS);
  }

  @Test
  void identicalCopyIsANote() throws IOException {
    minutes(1).to(directory, "b.jsonl");
    minutes(1).to(directory, "a.jsonl");
    assertThat(kept()).containsExactly("a.jsonl");
    assertThat(problems)
        .containsExactly(
            new ReportProblem(
                Weight.NOTE,
                directory.resolve("b.jsonl").toString(),
                0,
                "is a copy of "
                    + directory.resolve("a.jsonl")
                    + ": the same file of the same session; only that one was counted"));
  }

  @Test
  void otherFilesAndOtherSessionsAreNoCopies() throws IOException {
    JournalText.of("s", 1, "c0").to(directory, "a.jsonl");
    JournalText.of("s", 2, "c0").to(directory, "b.jsonl");
    JournalText.of("t", 1, "c0").to(directory, "c.jsonl");
    assertThat(kept()).containsExactly("a.jsonl", "b.jsonl", "c.jsonl");
    assertThat(problems).isEmpty();
  }

  @Test
  void filesWithoutAReadableFirstLineAreKept() throws IOException {
    Files.writeString(directory.resolve("a.jsonl"), "");
    Files.writeString(directory.resolve("b.jsonl"), "no journal\n");
    Files.writeString(directory.resolve("c.jsonl"), "no journal\n");
    assertThat(kept()).containsExactly("a.jsonl", "b.jsonl", "c.jsonl");
    assertThat(problems).isEmpty();
  }

  private static JournalText minutes(int count) {
    JournalText journal = JournalText.of("s");
    for (int i = 0; i < count; i++) {
      journal.tally("quote", "2026-11-01T09:0" + i % 10 + ":00Z", 1, "`matched`:1");
    }
    return journal;
  }

  private List<String> kept() throws IOException {
    return CopyFilter.withoutCopies(JournalReader.over(directory).files(), problems::add).stream()
        .map(JournalFile::path)
        .map(path -> path.getFileName().toString())
        .toList();
  }
}
