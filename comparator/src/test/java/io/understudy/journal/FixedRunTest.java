package io.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.file.JournalReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journal of a fixed run has the bytes of revision 5 of the format. A changed byte is a change
 * of the format: describe it in docs/journal-format.md, raise the revision, and only then write new
 * golden files.
 */
final class FixedRunTest {
  private static final String[] NAMES = {
    "billing____-host_7-00c0ffee00c0ffee-20261120-1.jsonl.gz",
    "billing____-host_7-00c0ffee00c0ffee-20261120-2.jsonl.gz",
    "billing____-host_7-00c0ffee00c0ffee-20261121-3.jsonl"
  };

  @TempDir Path directory;

  @Test
  void filesHaveTheBytesOfTheRevision() throws IOException {
    FixedRun.write(directory);

    assertThat(directory.toFile().list()).containsExactlyInAnyOrder(NAMES);
    for (int i = 0; i < NAMES.length; i++) {
      Path file = directory.resolve(NAMES[i]);
      String golden = "fixed-run-" + (i + 1) + ".jsonl";
      try (InputStream expected = FixedRunTest.class.getResourceAsStream(golden);
          InputStream raw = Files.newInputStream(file);
          InputStream actual = NAMES[i].endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
        assertThat(text(actual)).as(golden).isEqualTo(text(Objects.requireNonNull(expected)));
      }
    }
  }

  @Test
  void filesAreCompleteAndFitTheSchema() throws IOException {
    FixedRun.write(directory);

    // The run lasts a day and has no beats.
    assertThat(JournalReader.over(directory).contents().problems())
        .extracting(JournalProblem::kind)
        .containsOnly(JournalProblem.Kind.GAP);
    Schema.holdsFor(directory);
  }

  private static String text(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes.write(buffer, 0, read);
    }
    return new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1);
  }
}
