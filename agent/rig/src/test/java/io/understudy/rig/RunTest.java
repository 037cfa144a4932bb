package io.understudy.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.PointTotals;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunTest {
  @TempDir Path directory;

  private Run run() {
    return new Run(0, "out", "err", directory.resolve("journal"));
  }

  private void write(String name, String text) throws Exception {
    Files.createDirectories(directory.resolve("journal"));
    Path file = directory.resolve("journal").resolve(name);
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void missingJournalIsEmpty() throws Exception {
    assertThat(run().journal()).isEmpty();
    assertThat(run().journalFiles()).isEmpty();
    assertThat(run().log()).isEmpty();
  }

  @Test
  void linesOfAllFilesInOrder() throws Exception {
    write("b.jsonl", "third\n");
    write("a.jsonl.gz", "first\nsecond\n");
    write("understudy-agent-1.log", "started\n");
    assertThat(run().journal()).containsExactly("first", "second", "third");
    assertThat(run().log()).isEqualTo("started\n");
  }

  @Test
  void callPointThatWasNeverCalledHasNoTotals() throws Exception {
    Files.createDirectories(directory.resolve("journal"));
    assertThat(run().books("quote").intercepted()).isEqualTo(PointTotals.none().intercepted());
  }

  @Test
  void textForMessages() {
    assertThat(run()).hasToString("exit 0\n--- stdout\nout--- stderr\nerr");
  }
}
