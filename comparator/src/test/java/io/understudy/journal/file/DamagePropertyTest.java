package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalProblem.Kind;
import io.understudy.journal.Samples;
import io.understudy.journal.SessionEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Any damage of the bytes of a closed journal is found, and reading never fails. */
final class DamagePropertyTest {
  private static final byte[] JOURNAL = write();

  private Path directory = Paths.get(".");

  private static byte[] write() {
    try {
      Path directory = Files.createTempDirectory("journal");
      JournalWriter writer =
          JournalWriter.builder(directory, Samples.session())
              .clock(new Samples.ManualClock())
              .open();
      writer.point(Samples.point());
      writer.tally(Samples.tally(Samples.NOON_MINUTE, 10));
      writer.flush();
      writer.example(Samples.example(Samples.order("2.50"), "x"));
      writer.tally(Samples.tally(Samples.NOON_MINUTE + 1, 5));
      writer.close("test");
      Path file = writer.file();
      assertThat(file).isNotNull();
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      Files.delete(directory);
      return bytes;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @BeforeTry
  void createDirectory() throws IOException {
    directory = Files.createTempDirectory("journal");
  }

  @AfterTry
  void deleteDirectory() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
        Files.delete(file);
      }
    }
  }

  @Example
  void undamagedJournalHasNoProblems() throws IOException {
    assertThat(read(JOURNAL).problems()).isEmpty();
    assertThat(read(JOURNAL).intercepted()).isEqualTo(15);
  }

  @Property(tries = 60)
  void changedByteIsFound(
      @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 255) int by)
      throws IOException {
    byte[] changed = JOURNAL.clone();
    changed[place % changed.length] ^= (byte) by;
    assertThat(read(changed).problems()).isNotEmpty();
  }

  @Property(tries = 30)
  void missingByteIsFound(@ForAll @IntRange(max = 1_000_000) int place) throws IOException {
    int at = place % JOURNAL.length;
    byte[] shorter = new byte[JOURNAL.length - 1];
    System.arraycopy(JOURNAL, 0, shorter, 0, at);
    System.arraycopy(JOURNAL, at + 1, shorter, at, shorter.length - at);
    assertThat(read(shorter).problems()).isNotEmpty();
  }

  @Property(tries = 30)
  void addedByteIsFound(@ForAll @IntRange(max = 1_000_000) int place, @ForAll byte added)
      throws IOException {
    int at = place % (JOURNAL.length + 1);
    byte[] longer = new byte[JOURNAL.length + 1];
    System.arraycopy(JOURNAL, 0, longer, 0, at);
    longer[at] = added;
    System.arraycopy(JOURNAL, at, longer, at + 1, JOURNAL.length - at);
    // No seal covers the last seal, but a blank in its line changes nothing that it states.
    boolean blankInLastSeal = at > JOURNAL.length - lastLine().length() && added <= ' ';
    assertThat(!read(longer).problems().isEmpty() || blankInLastSeal).isTrue();
  }

  @Property(tries = 30)
  void cutFileIsFound(@ForAll @IntRange(max = 1_000_000) int length) throws IOException {
    JournalContents read = read(Arrays.copyOf(JOURNAL, length % JOURNAL.length));
    assertThat(read.problems()).isNotEmpty();
    assertThat(read.intercepted()).isIn(0L, 10L, 15L);
  }

  @Property(tries = 30)
  void cutCompressedFileIsFound(@ForAll @IntRange(max = 1_000_000) int length) throws IOException {
    byte[] packed = compressed(JOURNAL);
    JournalContents read = read("a.jsonl.gz", Arrays.copyOf(packed, length % packed.length));
    assertThat(read.problems()).isNotEmpty();
    assertThat(read.problems()).anyMatch(problem -> problem.kind().isDamage());
  }

  /** A few bits of a gzip header have no meaning; any other change is found. */
  @Property(tries = 60)
  void changedCompressedFileNeverGivesWrongCounts(
      @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 255) int by)
      throws IOException {
    byte[] packed = compressed(JOURNAL);
    packed[place % packed.length] ^= (byte) by;
    JournalContents read = read("a.jsonl.gz", packed);
    if (read.problems().isEmpty()) {
      assertThat(read.intercepted()).isEqualTo(15);
      assertThat(read.closes()).hasSize(1);
    }
  }

  @Property(tries = 30)
  void swappedLinesAreFound(
      @ForAll @IntRange(max = 100) int one, @ForAll @IntRange(max = 100) int other)
      throws IOException {
    List<String> lines = lines();
    int a = one % lines.size();
    int b = other % lines.size();
    String first = lines.get(a);
    lines.set(a, lines.get(b));
    lines.set(b, first);
    assertThat(read(text(lines)).problems().isEmpty()).isEqualTo(a == b);
  }

  @Property(tries = 30)
  void repeatedLineIsFound(@ForAll @IntRange(max = 100) int line) throws IOException {
    List<String> lines = lines();
    int at = line % lines.size();
    lines.add(at, lines.get(at));
    assertThat(read(text(lines)).problems()).anyMatch(problem -> problem.kind().isDamage());
  }

  @Property(tries = 30)
  void missingLineIsFound(@ForAll @IntRange(max = 100) int line) throws IOException {
    List<String> lines = lines();
    lines.remove(line % lines.size());
    assertThat(read(text(lines)).problems()).isNotEmpty();
  }

  @Property(tries = 30)
  void foreignBytesAreReported(@ForAll byte[] bytes) throws IOException {
    assertThat(read(bytes).intercepted()).isZero();
    assertThat(read(bytes).problems()).isNotEmpty();
    assertThat(read("a.jsonl.gz", bytes).problems()).isNotEmpty();
  }

  /** Editors and tools that change a whole file: each change is found. */
  @Example
  void rewrittenFileIsFound() throws IOException {
    String text = new String(JOURNAL, StandardCharsets.UTF_8);
    for (String changed :
        new String[] {
          "\ufeff" + text,
          text.replace("\n", "\r\n"),
          text.replace(":", ": "),
          text.replace(",", ", "),
          text.substring(0, text.length() - 1),
          text + "\n",
          text + text,
          text.trim(),
          text.replace("2.50", "2.5"),
          text.replace("billing", "Billing"),
          "\n" + text,
          text.replace("\n", "\n\n"),
        }) {
      assertThat(read(changed.getBytes(StandardCharsets.UTF_8)).problems())
          .as(changed.substring(0, 20))
          .isNotEmpty();
    }
  }

  @Example
  void twoFilesInOneAreFound() throws IOException {
    List<String> lines = lines();
    lines.addAll(lines());
    JournalContents read = read(text(lines));
    assertThat(read.sessions()).hasSize(1);
    assertThat(Samples.kinds(read)).containsExactly(Kind.CHAIN);
  }

  /** A copy under another name is the same file of the same session. */
  @Example
  void copyUnderAnotherNameIsCountedOnce() throws IOException {
    Files.write(directory.resolve("a.jsonl"), JOURNAL);
    Files.write(directory.resolve("b.jsonl.gz"), compressed(JOURNAL));
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems())
        .extracting(JournalProblem::toString)
        .contains(
            directory.resolve("b.jsonl.gz")
                + ": has the same content as "
                + directory.resolve("a.jsonl")
                + "; it is counted once");
    assertThat(read.sessions()).extracting(SessionEntry::file).containsExactly(1);
  }

  private JournalContents read(byte[] bytes) throws IOException {
    return read("a.jsonl", bytes);
  }

  private JournalContents read(String name, byte[] bytes) throws IOException {
    Path file = directory.resolve(name);
    Files.write(file, bytes);
    return JournalReader.over(file).contents();
  }

  private static List<String> lines() {
    return Stream.of(new String(JOURNAL, StandardCharsets.UTF_8).split("\n"))
        .collect(Collectors.toList());
  }

  private static String lastLine() {
    List<String> lines = lines();
    return lines.get(lines.size() - 1) + "\n";
  }

  private static byte[] text(List<String> lines) {
    return lines.stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
