package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.Samples;
import io.understudy.journal.SessionEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Failures at a change of files, and any sequence of failures: no entry is lost or doubled. */
final class RotationFailureTest {
  private Path directory = Paths.get(".");
  private FailingDisk disk = new FailingDisk();
  private Samples.ManualClock clock = new Samples.ManualClock();

  @BeforeTry
  void createDirectory() throws IOException {
    directory = Files.createTempDirectory("journal");
    disk = new FailingDisk();
    clock = new Samples.ManualClock();
  }

  @AfterTry
  void deleteDirectory() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException stays) {
                  throw new UncheckedIOException(stays);
                }
              });
    }
  }

  @Example
  void failedForceIsReportedAndCanBeRepeated() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    disk.stuck = true;
    assertThatThrownBy(writer::force)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot write the journal at " + writer.file());
    assertThat(read().intercepted()).as("flushed before").isEqualTo(10);
    disk.stuck = false;
    writer.force();
    writer.close("test");
    assertThat(read().problems()).isEmpty();
    assertThat(read().intercepted()).isEqualTo(10);
  }

  @Example
  void failedForceOfTheOldFileDelaysTheNewOne() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    writer.flush();
    Path first = writer.file();
    nextDay();
    writer.tally(Samples.tally(Samples.NOON_MINUTE + 1, 5));
    disk.stuck = true;
    assertThatThrownBy(writer::flush).hasMessageContaining("Input/output error");
    assertThat(writer.file()).isEqualTo(first);
    disk.stuck = false;
    writer.close("test");
    assertThat(writer.file()).isNotEqualTo(first);
    assertThat(read().problems()).isEmpty();
    assertThat(read().intercepted()).isEqualTo(15);
  }

  /** The disk neither stored nor cut the batch, and the day changed before the next flush. */
  @Example
  void tornLineIsCutBeforeTheFileIsCompressed() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    disk.room = 30;
    disk.stuck = true;
    assertThatThrownBy(writer::flush).isInstanceOf(IOException.class);
    assertThat(Samples.kinds(read())).contains(JournalProblem.Kind.LIVE);
    nextDay();
    disk.room = Long.MAX_VALUE;
    disk.stuck = false;
    writer.close("test");
    assertThat(read().problems()).isEmpty();
    assertThat(read().intercepted()).isEqualTo(10);
  }

  @Example
  void failedOpenOfTheNewFileIsRepeated() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    writer.flush();
    nextDay();
    writer.tally(Samples.tally(Samples.NOON_MINUTE + 1, 5));
    disk.openable = false;
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(writer::flush).hasMessageContaining("Too many open files");
    }
    disk.openable = true;
    nextDay();
    writer.close("test");
    assertThat(read().problems()).isEmpty();
    assertThat(read().intercepted()).isEqualTo(15);
    assertThat(read().sessions()).extracting(SessionEntry::file).containsExactly(1, 2);
  }

  /** The file was created but its first batch failed: the file is deleted until the next flush. */
  @Example
  void newFileWithoutItsHeadIsDeleted() throws IOException {
    JournalWriter writer = open();
    writer.point(Samples.point());
    writer.flush();
    nextDay();
    writer.tally(Samples.tally(Samples.NOON_MINUTE + 1, 5));
    disk.room = 40;
    assertThatThrownBy(writer::flush).hasMessageContaining("No space left on device");
    assertThat(names()).containsExactly("billing-host-7-00c0ffee00c0ffee-20261120-1.jsonl.gz");
    assertThat(Samples.kinds(read())).containsExactly(JournalProblem.Kind.UNCLOSED);
    disk.room = Long.MAX_VALUE;
    writer.close("test");
    assertThat(String.valueOf(writer.file())).endsWith("-20261121-2.jsonl");
    assertThat(read().problems()).isEmpty();
    assertThat(read().points()).containsExactly(Samples.point(), Samples.point());
  }

  @Example
  void fileThatCannotBeCompressedIsFollowedByTheNext() throws IOException {
    JournalWriter writer = open();
    for (int day = 0; day < 3; day++) {
      writer.tally(Samples.tally(day, 10));
      writer.flush();
      Path live = Objects.requireNonNull(writer.file());
      Files.createDirectories(live.resolveSibling(live.getFileName() + ".gz").resolve("occupied"));
      nextDay();
    }
    writer.close("test");
    JournalContents read = read();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(30);
  }

  @Example
  void clockSetBackStartsAFileOfThatDay() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    writer.flush();
    clock.now = clock.now.minus(Duration.ofDays(1));
    writer.tally(Samples.tally(Samples.NOON_MINUTE + 1, 5));
    writer.close("test");
    assertThat(Objects.requireNonNull(writer.file()).getFileName().toString())
        .isEqualTo("billing-host-7-00c0ffee00c0ffee-20261119-2.jsonl");
    assertThat(read().problems()).isEmpty();
  }

  @Example
  void sizeLimitHasAMinimum() throws IOException {
    JournalWriter writer =
        JournalWriter.builder(directory, Samples.session())
            .clock(clock)
            .rotateBytes(Long.MIN_VALUE)
            .open();
    for (int i = 0; i < 20; i++) {
      writer.tally(Samples.tally(i, 10));
      writer.flush();
    }
    writer.close("test");
    assertThat(read().sessions()).hasSize(1);
  }

  @Example
  void closeRepeatsOnlyWhatFailed() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
    disk.stuck = true;
    assertThatThrownBy(() -> writer.close("first")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> writer.close("second")).isInstanceOf(IOException.class);
    disk.stuck = false;
    writer.close("third");
    writer.flush();
    writer.force();
    JournalContents read = read();
    assertThat(read.problems()).isEmpty();
    assertThat(read.closes()).hasSize(1);
    assertThat(read.closes().get(0).why()).isEqualTo("first");
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Long> room = Arbitraries.longs().between(-400, 1_200);
    return Combinators.combine(
            Arbitraries.of(Arrays.asList("write", "flush", "day", "force")),
            room,
            Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(true)), Tuple.of(1, Arbitraries.just(false))),
            Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
        .as(Step::new)
        .list()
        .ofMaxSize(25);
  }

  /**
   * After any failures the journal has every accepted entry once. It has no problem but empty
   * files: a disk that takes nothing on a whole day leaves one.
   */
  @Property(tries = 200)
  void anyFailuresLoseNoEntry(@ForAll("steps") List<Step> steps) throws IOException {
    JournalWriter writer = open();
    long accepted = 0;
    for (Step step : steps) {
      disk.room = step.room < 0 ? Long.MAX_VALUE : step.room;
      disk.openable = step.openable;
      disk.stuck = step.stuck;
      try {
        switch (step.name) {
          case "write":
            writer.tally(Samples.tally(accepted, 10));
            accepted += 10;
            break;
          case "flush":
            writer.flush();
            break;
          case "day":
            nextDay();
            break;
          default:
            writer.force();
        }
      } catch (IOException failed) {
        assertThat(failed).hasMessageStartingWith("cannot write the journal at ");
      }
    }
    disk.room = Long.MAX_VALUE;
    disk.openable = true;
    disk.stuck = false;
    writer.close("test");
    JournalContents read = read();
    assertThat(read.problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.kind()).isEqualTo(JournalProblem.Kind.LIVE);
              assertThat(problem.toString()).contains("the file is empty");
            });
    assertThat(read.intercepted()).isEqualTo(accepted);
  }

  @Example
  void fileWhoseCreationFailsIsWrittenWhenTheDiskRecovers() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(0, 10));
    writer.flush();
    nextDay();
    writer.tally(Samples.tally(10, 10));
    disk.openable = false;
    assertThatThrownBy(writer::flush).isInstanceOf(IOException.class);
    disk.openable = true;
    disk.stuck = true;
    assertThatThrownBy(writer::flush).isInstanceOf(IOException.class);
    disk.stuck = false;
    writer.close("test");
    JournalContents read = read();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(20);
  }

  @Example
  void dayOnWhichTheDiskTakesNothingLeavesAnEmptyFile() throws IOException {
    anyFailuresLoseNoEntry(
        Arrays.asList(
            new Step("write", 0, true, false),
            new Step("day", 0, true, false),
            new Step("flush", 0, false, false),
            new Step("flush", 0, true, true),
            new Step("day", 0, true, false)));
  }

  private JournalWriter open() throws IOException {
    return JournalWriter.builder(directory, Samples.session()).clock(clock).opener(disk).open();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private JournalContents read() throws IOException {
    return JournalReader.over(directory).contents();
  }

  private void nextDay() {
    clock.now = clock.now.plus(Duration.ofDays(1));
  }

  /** One call of the writer and the state of the disk during it. */
  static final class Step {
    final String name;
    final long room;
    final boolean openable;
    final boolean stuck;

    Step(String name, long room, boolean openable, boolean stuck) {
      this.name = name;
      this.room = room;
      this.openable = openable;
      this.stuck = stuck;
    }

    @Override
    public String toString() {
      return name
          + " with room "
          + room
          + (openable ? "" : ", not openable")
          + (stuck ? ", stuck" : "");
    }
  }
}
