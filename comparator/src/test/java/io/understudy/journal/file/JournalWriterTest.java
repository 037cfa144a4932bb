package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.PointTotals;
import io.understudy.journal.Samples;
import io.understudy.journal.Schema;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalWriterTest {
  @TempDir Path directory;

  private final Samples.ManualClock clock = new Samples.ManualClock();

  @AfterEach
  void everyLineFitsTheSchema() throws IOException {
    Schema.holdsFor(directory);
  }

  @Test
  void entriesAreReadAsWritten() throws IOException {
    JournalWriter writer = open();
    writer.point(Samples.point());
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 12));
    writer.example(Samples.example(Samples.order("2.50"), Samples.order("2.51")));
    writer.close("JVM shutdown");

    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.sessions()).containsExactly(Samples.session());
    assertThat(read.points()).containsExactly(Samples.point());
    assertThat(read.tallies()).containsExactly(Samples.tally(Samples.NOON_MINUTE, 12));
    assertThat(read.examples()).hasSize(1);
    assertThat(read.closes()).hasSize(1);
    CloseEntry close = read.closes().get(0);
    assertThat(close.at()).isEqualTo(Samples.NOON);
    assertThat(close.why()).isEqualTo("JVM shutdown");
    assertThat(close.totals())
        .containsEntry("quote", PointTotals.none().plus(Samples.tally(Samples.NOON_MINUTE, 12)));
  }

  @Test
  void exampleContainsBothOutcomes() throws IOException {
    JournalWriter writer = open();
    writer.example(Samples.example(Samples.order("2.50"), Samples.order("2.51")));
    writer.close("test");

    ExampleEntry example = JournalReader.over(directory).contents().examples().get(0);
    assertThat(example.point()).isEqualTo("quote");
    assertThat(example.fate()).isEqualTo(Fate.MISMATCHED);
    assertThat(example.atMillis()).isEqualTo(Samples.NOON.toEpochMilli());
    assertThat(example.controlNanos()).isEqualTo(1_200);
    assertThat(example.candidateNanos()).isEqualTo(800);
    assertThat(example.arguments()).containsExactly("\"cart\"", "3");
    assertThat(Objects.requireNonNull(example.control()).value())
        .isEqualTo(
            "{\"$type\":\"io.understudy.journal.Samples$Order\",\"total\":2.50,"
                + "\"placed\":{\"$type\":\"java.time.LocalDate\",\"$value\":\"2026-11-20\"},"
                + "\"attributes\":{\"channel\":\"web\"},\"lines\":["
                + "{\"$type\":\"io.understudy.journal.Samples$Line\",\"sku\":\"A7\",\"quantity\":3},"
                + "{\"$type\":\"io.understudy.journal.Samples$Line\",\"sku\":\"B9\",\"quantity\":1}"
                + "]}");
    assertThat(example.differences()).hasSize(1);
    assertThat(example.differences().get(0).signature()).isEqualTo(" · VALUE");
  }

  @Test
  void openWritesTheSession() throws IOException {
    JournalWriter writer = open();
    assertThat(files()).containsExactly("billing-host-7-00c0ffee00c0ffee-20261120-1.jsonl");
    assertThat(JournalReader.over(directory).contents().sessions())
        .containsExactly(Samples.session());
    assertThat(writer.lastSeal()).hasSize(64);
  }

  @Test
  void flushWritesTheEntries() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 12));
    assertThat(JournalReader.over(directory).contents().tallies()).isEmpty();
    writer.flush();
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.tallies()).hasSize(1);
    assertThat(Samples.kinds(read)).containsExactly(JournalProblem.Kind.UNCLOSED);
  }

  @Test
  void emptyFlushWritesNothing() throws IOException {
    JournalWriter writer = open();
    writer.tally(TallyEntry.builder("quote", 1).build());
    writer.flush();
    writer.flush();
    assertThat(JournalReader.over(directory).contents().seals()).hasSize(1);
  }

  @Test
  void fullBufferIsFlushedByTheNextEntry() throws IOException {
    JournalWriter writer = open();
    for (int i = 0; i < 2_000; i++) {
      writer.tally(Samples.tally(Samples.NOON_MINUTE + i, 12));
    }
    assertThat(JournalReader.over(directory).contents().tallies().size()).isBetween(1, 1_999);
    writer.close("test");
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.tallies()).hasSize(2_000);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void newDayStartsAFileAndCompressesTheOldOne() throws IOException {
    JournalWriter writer = open();
    writer.point(Samples.point());
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 12));
    writer.flush();
    clock.now = clock.now.plus(Duration.ofDays(1));
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 5));
    writer.close("test");

    assertThat(files())
        .containsExactly(
            "billing-host-7-00c0ffee00c0ffee-20261120-1.jsonl.gz",
            "billing-host-7-00c0ffee00c0ffee-20261121-2.jsonl");
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(17);
    assertThat(read.sessions()).extracting(SessionEntry::file).containsExactly(1, 2);
    assertThat(read.sessions().get(1).previous()).isNotNull();
    assertThat(read.points()).containsExactly(Samples.point(), Samples.point());
  }

  @Test
  void fullFileIsFollowedByAnother() throws IOException {
    JournalWriter writer =
        JournalWriter.builder(directory, Samples.session()).clock(clock).rotateBytes(1).open();
    for (int i = 0; i < 3_000; i++) {
      writer.tally(Samples.tally(Samples.NOON_MINUTE + i, 2));
    }
    writer.close("test");
    assertThat(files().size()).isGreaterThan(5);
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).isEmpty();
    assertThat(read.intercepted()).isEqualTo(6_000);
    assertThat(read.sessions()).extracting(SessionEntry::file).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void deletedFileIsFollowedByAnother() throws IOException {
    JournalWriter writer = open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 12));
    writer.flush();
    Files.delete(Objects.requireNonNull(writer.file()));
    Files.delete(directory);
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 5));
    writer.close("test");
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.intercepted()).isEqualTo(5);
    assertThat(read.problems())
        .extracting(JournalProblem::what)
        .containsExactly("file 1 of its session is missing");
  }

  @Test
  void onlyTheOwnerCanReadFiles() throws IOException {
    Path below = directory.resolve("a/b");
    JournalWriter writer = JournalWriter.builder(below, Samples.session()).clock(clock).open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, 1));
    writer.flush();
    clock.now = clock.now.plus(Duration.ofDays(1));
    writer.tally(Samples.tally(Samples.NOON_MINUTE + 1, 1));
    writer.close("test");
    assertThat(permissions(below)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(below)) {
      assertThat(files.collect(Collectors.toList()))
          .hasSize(2)
          .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void sessionsNeverShareAFile() throws IOException {
    JournalWriter one = open();
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot write the journal at " + directory)
        .hasMessageContaining("nothing else writes files with these names");
    one.tally(Samples.tally(Samples.NOON_MINUTE, 3));
    one.close("test");
    assertThat(JournalReader.over(directory).contents().problems()).isEmpty();
    assertThat(SessionEntry.builder("a", Samples.NOON).build().session())
        .isNotEqualTo(SessionEntry.builder("a", Samples.NOON).build().session());
  }

  @Test
  void hostileNamesStayInTheDirectory() throws IOException {
    SessionEntry session =
        SessionEntry.builder("../../etc/\u00fcber app", Samples.NOON)
            .session("s")
            .host(Samples.repeat("h", 300))
            .build();
    JournalWriter writer = JournalWriter.builder(directory, session).clock(clock).open();
    writer.close("test");
    assertThat(files())
        .containsExactly(".._.._etc__ber_app-" + Samples.repeat("h", 60) + "-s-20261120-1.jsonl");
    assertThat(JournalReader.over(directory).contents().sessions().get(0).application())
        .isEqualTo("../../etc/\u00fcber app");
  }

  @Test
  void closedJournalRefusesEntries() throws IOException {
    JournalWriter writer = open();
    writer.close("test");
    writer.close("again");
    assertThatThrownBy(() -> writer.tally(Samples.tally(Samples.NOON_MINUTE, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the journal in " + directory + " is closed");
    assertThat(JournalReader.over(directory).contents().closes()).hasSize(1);
  }

  @Test
  void fileInPlaceOfTheDirectoryIsReportedWithAHint() throws IOException {
    Path file = Files.createFile(directory.resolve("taken"));
    assertThatThrownBy(() -> JournalWriter.builder(file, Samples.session()).open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot write the journal at " + file)
        .hasMessageContaining("make sure that the journal's directory is a directory");
  }

  private JournalWriter open() throws IOException {
    return JournalWriter.builder(directory, Samples.session()).clock(clock).open();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException unreadable) {
      return String.valueOf(unreadable);
    }
  }
}
