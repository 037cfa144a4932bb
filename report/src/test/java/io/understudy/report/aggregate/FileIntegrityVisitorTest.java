package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.SampleJournals;
import io.understudy.report.Summaries;
import io.understudy.report.summary.FileIntegrity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIntegrityVisitorTest {
  @TempDir Path directory;

  @Test
  void everyKindOfEntryIsCounted() {
    JournalText.of("a")
        .point("quote", "new.jar")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`mismatched`:1")
        .example("/tax", "0.01", "")
        .close("`quote`:{`intercepted`:1,`fates`:{`mismatched`:1}}")
        .to(directory, "a.jsonl");
    assertThat(files()).extracting(FileIntegrity::entries).containsExactly(6L);
    assertThat(files().get(0).sealed()).isTrue();
  }

  @Test
  void filesOfTheWriterEndWithASeal() throws IOException {
    SampleJournals.write(directory, 2, 240);
    assertThat(files()).hasSizeGreaterThan(3).allMatch(FileIntegrity::intact);
    assertThat(files()).allSatisfy(file -> assertThat(file.seal()).matches("[0-9a-f]{64}"));
    assertThat(files()).allMatch(FileIntegrity::sealed);
  }

  @Test
  void entryAfterTheLastSeal() throws IOException {
    SampleJournals.write(directory, 2, 240);
    FileIntegrity before = live();
    assertThat(before.entries()).isEqualTo(Files.readAllLines(Path.of(before.name())).size());
    Files.writeString(
        Path.of(before.name()),
        "{\"entry\":\"tally\",\"point\":\"tax\",\"minute\":29700000,\"intercepted\":1,"
            + "\"fates\":{\"matched\":1}}\n",
        StandardOpenOption.APPEND);
    FileIntegrity after = live();
    assertThat(after.entries()).isEqualTo(before.entries());
    assertThat(after.seal()).isEqualTo(before.seal());
    // Its session was closed before.
    assertThat(after.intact()).isFalse();
  }

  private FileIntegrity live() {
    return files().stream().filter(f -> f.name().endsWith(".jsonl")).findFirst().orElseThrow();
  }

  private List<FileIntegrity> files() {
    return Summaries.of(directory).files();
  }
}
