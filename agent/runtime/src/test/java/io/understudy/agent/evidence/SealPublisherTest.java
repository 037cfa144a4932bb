package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealPublisherTest {
  @TempDir Path directory;

  private final WarningLog log = new WarningLog();
  private final SealPublisher seals = new SealPublisher("00c0ffee", log);

  private JournalWriter open() throws IOException {
    return JournalWriter.builder(
            directory,
            SessionEntry.builder("billing", Instant.parse("2026-11-20T10:00:00Z")).build())
        .open();
  }

  @Test
  void lastSealFollowsEachFlushAndTheHourlyOneDoesNot() throws IOException {
    JournalWriter writer = open();
    assertThat(seals.last()).isNull();
    seals.flushed(writer);
    PublishedSeal first = Objects.requireNonNull(seals.last());
    assertThat(first.hash()).isEqualTo(writer.lastSeal());
    assertThat(first.session()).isEqualTo("00c0ffee");
    assertThat(directory.resolve(first.file())).exists();
    writer.tally(TallyEntry.builder("quote", 1).intercepted(3).build());
    writer.flush();
    seals.flushed(writer);
    assertThat(Objects.requireNonNull(seals.last()).hash())
        .isEqualTo(writer.lastSeal())
        .isNotEqualTo(first.hash());
    assertThat(Objects.requireNonNull(seals.hourly()).hash()).isEqualTo(first.hash());
    writer.close("test");
    seals.closed(writer);
    assertThat(Objects.requireNonNull(seals.hourly()).hash()).isEqualTo(writer.lastSeal());
    assertThat(seals.last())
        .hasToString(
            "the last seal is "
                + writer.lastSeal()
                + ", in "
                + first.file()
                + " of session 00c0ffee");
  }

  @Test
  void directoryThatOthersCanWriteIsWarnedOfOnce() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    JournalWriter writer = open();
    seals.flushed(writer);
    seals.flushed(writer);
    assertThat(seals.exposure()).isEqualTo("other users can write " + directory + " (rwxrwxrwx)");
    assertThat(log.texts)
        .containsExactly(
            "journal: other users can write "
                + directory
                + " (rwxrwxrwx), and so remove evidence; run chmod go-w");
  }
}
