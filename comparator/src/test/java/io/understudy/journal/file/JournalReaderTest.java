package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.ExampleEntry;
import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.Samples;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalReaderTest {
  @TempDir Path directory;

  @Test
  void missingPlaceIsReported() {
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> JournalReader.over(missing).files())
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(missing + ": there is no journal here: give a directory or .jsonl files");
  }

  @Test
  void emptyDirectoryHasNoFiles() throws IOException {
    assertThat(JournalReader.over(directory).files()).isEmpty();
    assertThat(JournalReader.over().files()).isEmpty();
    assertThat(JournalReader.over(directory).contents().problems()).isEmpty();
  }

  @Test
  void filesAreFoundBelowTheDirectory() throws IOException {
    write(directory.resolve("a"), "one", 3);
    write(directory.resolve("b/c"), "two", 4);
    Files.createFile(directory.resolve("notes.txt"));
    Files.createFile(directory.resolve("x.jsonl.part"));
    Files.createDirectories(directory.resolve("directory.jsonl"));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.intercepted()).isEqualTo(7);
    assertThat(read.problems()).isEmpty();
    assertThat(read.sessions()).extracting(SessionEntry::session).containsExactly("one", "two");
  }

  @Test
  void placesThatOverlapAreReadOnce() throws IOException {
    Path file = write(directory.resolve("a"), "one", 3);
    JournalContents read = JournalReader.over(directory, directory, file).contents();
    assertThat(read.intercepted()).isEqualTo(3);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void singleFileMayHaveAnyName() throws IOException {
    Path file = write(directory, "one", 3);
    Path renamed = Files.move(file, directory.resolve("evidence.log"));
    assertThat(JournalReader.over(renamed).contents().intercepted()).isEqualTo(3);
    assertThat(JournalReader.over(directory).files()).isEmpty();
  }

  @Test
  void examplesAreSkippedForAVisitorThatDoesNotWantThem() throws IOException {
    write(directory, "one", 3);
    List<Object> delivered = new ArrayList<>();
    JournalReader.over(directory)
        .read(
            new JournalVisitor() {
              @Override
              public boolean wantsExamples() {
                return false;
              }

              @Override
              public void tally(TallyEntry tally) {
                delivered.add(tally);
              }

              @Override
              public void example(ExampleEntry example) {
                delivered.add(example);
              }

              @Override
              public void problem(JournalProblem problem) {
                delivered.add(problem);
              }
            });
    assertThat(delivered).hasSize(1).first().isInstanceOf(TallyEntry.class);
  }

  /** The methods of a visitor have defaults that ignore everything. */
  @Test
  void visitorMayIgnoreEverything() throws IOException {
    write(directory, "one", 3);
    JournalReader.over(directory).read(new JournalVisitor() {});
    assertThat(new JournalVisitor() {}.wantsExamples()).isTrue();
  }

  @Test
  void filesCanBeReadOneByOneAndCheckedLater() throws IOException {
    write(directory.resolve("a"), "one", 3);
    write(directory.resolve("b"), "two", 4);
    List<FileSummary> summaries = new ArrayList<>();
    for (JournalFile file : JournalReader.over(directory).files()) {
      JournalContents contents = new JournalContents();
      summaries.add(file.read(contents));
      assertThat(contents.sessions()).hasSize(1);
      assertThat(contents.problems()).isEmpty();
      assertThat(file).hasToString(file.path().toString());
    }
    List<JournalProblem> problems = new ArrayList<>();
    JournalReader.check(summaries, problems::add);
    assertThat(problems).isEmpty();
  }

  /** A file may disappear between listing and reading; the others are read. */
  @Test
  void fileDeletedAfterListingIsReported() throws IOException {
    Path file = write(directory, "one", 3);
    List<JournalFile> files = JournalReader.over(directory).files();
    Files.delete(file);
    JournalContents read = new JournalContents();
    FileSummary summary = files.get(0).read(read);
    assertThat(summary.session()).isNull();
    assertThat(Samples.kinds(read)).containsExactly(JournalProblem.Kind.REFUSED);
    assertThat(read.problems().get(0).what()).startsWith("the file cannot be read: ");
  }

  @Test
  void secondSessionEntryIsNamed() throws IOException {
    Path file = write(directory, "one", 3);
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    lines.add(2, lines.get(0));
    Files.write(file, lines, StandardCharsets.UTF_8);
    JournalContents read = JournalReader.over(file).contents();
    assertThat(read.tallies()).isEmpty();
    assertThat(Samples.kinds(read)).containsExactly(JournalProblem.Kind.CHAIN);

    lines.subList(2, lines.size()).clear();
    lines.remove(1);
    lines.add(lines.get(0));
    Samples.writeSealed(file, lines.toArray(new String[0]));
    assertThat(JournalReader.over(file).contents().problems().get(0))
        .hasToString(file + ":2: a second session entry; the line is skipped");
  }

  @Test
  void fileOfOneSealIsRefused() throws IOException {
    Path file = directory.resolve("a.jsonl");
    String seal =
        "{\"entry\":\"seal\",\"records\":1,\"bytes\":1,\"sha256\":\""
            + Samples.repeat("a", 64)
            + "\"}";
    Files.write(file, Collections.singletonList(seal), StandardCharsets.UTF_8);
    JournalContents read = JournalReader.over(file).withHashes(false).contents();
    assertThat(Samples.kinds(read)).containsExactly(JournalProblem.Kind.REFUSED);
    assertThat(read.problems().get(0).what())
        .isEqualTo(
            "line 1 is not a session entry, so nothing in this file can be attributed to a JVM;"
                + " none of it is used");
    assertThat(read.seals()).isEmpty();
  }

  @Test
  void emptyFileStatesWhy() throws IOException {
    Path file = Files.createFile(directory.resolve("a.jsonl"));
    assertThat(JournalReader.over(file).contents().problems())
        .extracting(JournalProblem::toString)
        .containsExactly(
            file + ": the file is empty: its JVM has not written yet, or could not write");
  }

  @Test
  void contentsAreUnmodifiable() throws IOException {
    write(directory, "one", 3);
    JournalContents read = JournalReader.over(directory).contents();
    assertThatThrownBy(() -> read.tallies().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> read.problems().add(null))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(read.fate(io.understudy.journal.Fate.MATCHED)).isEqualTo(2);
  }

  private static Path write(Path directory, String session, long calls) throws IOException {
    JournalWriter writer =
        JournalWriter.builder(
                directory, SessionEntry.builder("app", Samples.NOON).session(session).build())
            .clock(new Samples.ManualClock())
            .open();
    writer.tally(Samples.tally(Samples.NOON_MINUTE, calls));
    writer.example(Samples.example("a", "b"));
    writer.close("test");
    Path file = writer.file();
    assertThat(file).isNotNull();
    return file;
  }
}
