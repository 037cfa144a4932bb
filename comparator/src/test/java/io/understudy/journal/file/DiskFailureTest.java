package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.Samples;
import io.understudy.journal.Schema;
import io.understudy.journal.SessionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskFailureTest {
  @TempDir Path directory;

  private final Samples.ManualClock clock = new Samples.ManualClock();
  private final FailingDisk disk = new FailingDisk();

  @AfterEach
  void everyLineFitsTheSchema() throws IOException {
    Schema.holdsFor(directory);
  }

  @Test
  void fullDiskIsReportedWithAHintAndLosesNothing() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    for (long room : new long[] {0, 1, 100, 250}) {
      disk.room = room;
      assertThatThrownBy(writer::flush)
          .isInstanceOf(IOException.class)
          .hasMessage(
              "cannot write the journal at "
                  + writer.file()
                  + " (No space left on device): free space on that disk, or set"
                  + " journal.directory to one that has some; what was accepted so far is kept and"
                  + " written with the next flush");
      assertThat(Samples.kinds(JournalReader.over(directory).contents()))
          .as("whole lines only, with room for " + room)
          .containsExactly(JournalProblem.Kind.UNCLOSED);
    }
    disk.room = Long.MAX_VALUE;
    writer.tally(Samples.tally(Samples.NOON_MINUTE + 1, 5));
    writer.close("test");
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(15);
  }

  @Test
  void tornLineIsCutByTheNextOpen() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    disk.room = 100;
    disk.stuck = true;
    assertThatThrownBy(writer::flush).isInstanceOf(IOException.class);
    assertThat(Samples.kinds(JournalReader.over(directory).contents()))
        .contains(JournalProblem.Kind.LIVE);
    assertThatThrownBy(writer::flush)
        .hasMessageContaining("(Input/output error): check the disk, or set");
    disk.stuck = false;
    disk.room = Long.MAX_VALUE;
    writer.close("test");
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(10);
  }

  @Test
  void entryIsRefusedOnlyWhenBufferAndDiskAreFull() throws IOException {
    JournalWriter writer = open();
    disk.room = 0;
    long accepted = 0;
    IOException refusal = null;
    for (int i = 0; i < 10_000 && refusal == null; i++) {
      try {
        writer.tally(Samples.tally(i, 10));
        accepted += 10;
      } catch (IOException full) {
        refusal = full;
      }
    }
    assertThat(refusal).isNotNull();
    assertThat(accepted).isLessThan(10_000);
    disk.room = Long.MAX_VALUE;
    writer.tally(Samples.tally(99_999, 10));
    writer.close("test");
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(accepted + 10);
  }

  @Test
  void closingCanBeTriedAgain() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    disk.room = 10;
    assertThatThrownBy(() -> writer.close("test")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> writer.tally(Samples.tally(Samples.NOON_MINUTE + 1, 10)))
        .isInstanceOf(IllegalStateException.class);
    disk.room = Long.MAX_VALUE;
    writer.close("test");
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.closes()).hasSize(1);
  }

  @Test
  void failedRotationIsContinued() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    writer.flush();
    clock.now = clock.now.plus(Duration.ofDays(1));
    writer.tally(Samples.tally(Samples.NOON_MINUTE + 1, 5));
    disk.openable = false;
    assertThatThrownBy(writer::flush).hasMessageContaining("Too many open files");
    assertThatThrownBy(writer::flush).hasMessageContaining("Too many open files");
    disk.openable = true;
    disk.room = 20;
    assertThatThrownBy(writer::flush).hasMessageContaining("No space left on device");
    disk.room = Long.MAX_VALUE;
    writer.close("test");
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(15);
    assertThat(read.sessions()).extracting(SessionEntry::file).containsExactly(1, 2);
  }

  @Test
  void fileThatCannotBeCompressedStaysPlain() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    writer.flush();
    Path first = Objects.requireNonNull(writer.file());
    // A directory has the name of the partial compressed file.
    Files.createDirectories(first.resolveSibling(first.getFileName() + ".part").resolve("x"));
    clock.now = clock.now.plus(Duration.ofDays(1));
    writer.tally(Samples.tally(Samples.NOON_MINUTE + 1, 5));
    writer.close("test");
    assertThat(first).exists();
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(15);
  }

  @Test
  void interruptedThreadCanWrite() throws IOException {
    JournalWriter writer = JournalWriter.builder(directory, Samples.session()).clock(clock).open();
    Thread.currentThread().interrupt();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    writer.force();
    assertThat(Thread.interrupted()).isTrue();
    writer.close("test");
    assertThat(JournalReader.over(directory).contents().problems()).isEmpty();
  }

  @Test
  void failedOpenLeavesNoFile() throws IOException {
    disk.openable = false;
    assertThatThrownBy(this::open).hasMessageContaining("cannot write the journal at " + directory);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  private JournalWriter open() throws IOException {
    return JournalWriter.builder(directory, Samples.session()).clock(clock).opener(disk).open();
  }
}
