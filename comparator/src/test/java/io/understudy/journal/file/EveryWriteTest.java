package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails at every byte of a session in turn: start, batches, rotation and close. */
final class EveryWriteTest {
  @TempDir Path parent;

  @Test
  void diskThatIsFullAtAnyByteLosesNothing() throws IOException {
    long bytes = session(parent.resolve("all"), Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(bytes).isGreaterThan(1_000);
    for (long room = 0; room <= bytes; room += 23) {
      session(parent.resolve("room" + room), room, Long.MAX_VALUE);
    }
  }

  @Test
  void limitOfTheFileSizeAtAnyByteLosesNothing() throws IOException {
    // Below this size no file has room for its first lines and a batch.
    for (long most = 1_500; most < 3_500; most += 37) {
      session(parent.resolve("most" + most), Long.MAX_VALUE, most);
    }
  }

  @Test
  void fileOfLimitedSizeIsContinuedOnceInTheNext() throws IOException {
    FailingDisk disk = new FailingDisk();
    disk.mostOfAFile = 3_000;
    JournalWriter writer =
        JournalWriter.builder(parent, Samples.session())
            .clock(new Samples.ManualClock())
            .opener(disk)
            .open();
    for (int i = 0; i < 40; i++) {
      writer.tally(Samples.tally(i, 10));
      writer.flush();
    }
    writer.close("test");
    List<String> notices = writer.takeNotices();
    assertThat(notices).hasSize(names(parent).size() - 1).hasSizeBetween(2, 20);
    assertThat(notices.get(0))
        .contains(" could not be continued (File too large), its last seal is ");
    JournalContents read = JournalReader.over(parent).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(400);
  }

  @Test
  void fullDiskAtStartLeavesNoFile() throws IOException {
    FailingDisk disk = new FailingDisk();
    disk.room = 100;
    JournalWriter writer =
        JournalWriter.builder(parent, Samples.session())
            .clock(new Samples.ManualClock())
            .opener(disk)
            .openLater();
    for (int i = 0; i < 50; i++) {
      writer.tally(Samples.tally(i, 10));
      disk.room = i;
      assertThat(fails(writer)).isTrue();
      assertThat(names(parent)).isEmpty();
    }
    disk.room = Long.MAX_VALUE;
    writer.close("test");
    assertThat(names(parent)).hasSize(1);
    JournalContents read = JournalReader.over(parent).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(500);
  }

  /** Runs a session whose disk has this room until it fails, and much room then. */
  private static long session(Path directory, long room, long mostOfAFile) throws IOException {
    FailingDisk disk = new FailingDisk();
    disk.room = room;
    disk.mostOfAFile = mostOfAFile;
    Samples.ManualClock clock = new Samples.ManualClock();
    JournalWriter writer =
        JournalWriter.builder(directory, Samples.session()).clock(clock).opener(disk).openLater();
    for (int i = 0; i < 6; i++) {
      writer.tally(Samples.tally(i, 10));
      if (i == 3) {
        clock.now = clock.now.plus(Duration.ofDays(1));
      }
      if (fails(writer)) {
        onlyCompleteLines(directory);
        disk.room = Long.MAX_VALUE;
      }
    }
    if (closeFails(writer)) {
      onlyCompleteLines(directory);
      disk.room = Long.MAX_VALUE;
      writer.close("test");
    }
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).as("room " + room + ", limit " + mostOfAFile).isEmpty();
    assertThat(read.intercepted()).isEqualTo(60);
    return Long.MAX_VALUE - disk.room;
  }

  private static void onlyCompleteLines(Path directory) throws IOException {
    for (String name : names(directory)) {
      if (name.endsWith(".jsonl")) {
        assertThat(new String(Files.readAllBytes(directory.resolve(name)), StandardCharsets.UTF_8))
            .endsWith("\n");
      }
    }
    assertThat(Samples.kinds(JournalReader.over(directory).contents()))
        .isSubsetOf(JournalProblem.Kind.UNCLOSED);
  }

  private static boolean fails(JournalWriter writer) {
    try {
      writer.force();
      return false;
    } catch (IOException full) {
      return true;
    }
  }

  private static boolean closeFails(JournalWriter writer) {
    try {
      writer.close("test");
      return false;
    } catch (IOException full) {
      return true;
    }
  }

  private static List<String> names(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return java.util.Collections.emptyList();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .collect(Collectors.toList());
    }
  }
}
