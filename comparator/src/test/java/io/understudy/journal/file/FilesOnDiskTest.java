package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.SessionEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, order, output and compression of journal files. */
final class FilesOnDiskTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "billing, host-7, 1, billing-host-7-s-20261120-1.jsonl",
    "Bill.ing_2, h, 12, Bill.ing_2-h-s-20261120-12.jsonl",
    "'', '', 1, _-_-s-20261120-1.jsonl",
    "a/b\\c, h:1, 1, a_b_c-h_1-s-20261120-1.jsonl",
    "\u00fcber, \u4e16, 1, _ber-_-s-20261120-1.jsonl",
    "'a b\tc', '..', 1, a_b_c-..-s-20261120-1.jsonl",
  })
  void fileNameIsSafe(String application, String host, int number, String name) {
    SessionEntry session =
        SessionEntry.builder(application, Instant.EPOCH).host(host).session("s").build();
    assertThat(FileNames.of(session, LocalDate.of(2026, 11, 20), number)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "a.jsonl, true, false",
    "a.jsonl.gz, true, true",
    "a.jsonl.part, false, false",
    "a.jsonl.gz.part, false, false",
    "a.json, false, false",
    "jsonl, false, false",
    ".jsonl, true, false",
    "a.gz, false, true",
    "A.JSONL, true, false",
    "a.JSONL.gz, true, true",
    "a.jsonl.gz.gz, true, true",
  })
  void journalFilesAreKnownByName(String name, boolean journal, boolean compressed) {
    assertThat(FileNames.isJournal(Paths.get("d", name))).isEqualTo(journal);
    assertThat(FileNames.isCompressed(Paths.get("d", name))).isEqualTo(compressed);
  }

  @Test
  void bothFormsOfAFileHaveOneName() {
    Path plain = directory.resolve("a.jsonl");
    assertThat(FileNames.toPlain(FileNames.toCompressed(plain))).isEqualTo(plain);
    assertThat(FileNames.toPlain(plain)).isEqualTo(plain);
  }

  @Test
  void filesAreOrderedByNameAndNumber() {
    List<Path> files = new ArrayList<>();
    for (String name :
        Arrays.asList(
            "b-1.jsonl",
            "a-20261121-10.jsonl",
            "a-20261120-2.jsonl",
            "a-20261121-9.jsonl",
            "a-20261120-1.jsonl",
            "a.jsonl",
            "other")) {
      files.add(Paths.get(name));
    }
    Collections.sort(files, FileOrder.INSTANCE);
    assertThat(files)
        .extracting(Path::toString)
        .containsExactly(
            "a-20261120-1.jsonl",
            "a-20261120-2.jsonl",
            "a-20261121-9.jsonl",
            "a-20261121-10.jsonl",
            "a.jsonl",
            "b-1.jsonl",
            "other");
  }

  @Test
  void equalNumbersInOtherSpellingsAreStillOrdered() {
    Path one = Paths.get("a-1.jsonl");
    Path padded = Paths.get("a-01.jsonl");
    assertThat(FileOrder.INSTANCE.compare(one, padded))
        .isEqualTo(-FileOrder.INSTANCE.compare(padded, one))
        .isNotZero();
    assertThat(FileOrder.INSTANCE.compare(one, one)).isZero();
  }

  @Test
  void freshFileMustNotExist() throws IOException {
    Path file = Files.createFile(directory.resolve("a"));
    assertThatThrownBy(() -> FileOutput.open(file, true))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> FileOutput.open(directory.resolve("b"), false))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(directory.resolve("b")).doesNotExist();
  }

  @Test
  void outputAppendsAndCuts() throws IOException {
    Path file = directory.resolve("a");
    try (JournalOutput out = FileOutput.open(file, true)) {
      out.append(bytes("hello, world"), 5);
      out.append(bytes(" there"), 6);
      out.truncate(4);
      out.append(bytes("!"), 1);
      out.truncate(7);
      out.append(bytes("?"), 1);
      out.force();
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes("hell!\0\0?"));
    try (JournalOutput out = FileOutput.open(file, false)) {
      out.truncate(4);
      out.append(bytes("o"), 1);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes("hello"));
  }

  @Test
  void compressionReplacesThePlainFile() throws IOException {
    Path plain = directory.resolve("a.jsonl");
    byte[] content = new byte[300_000];
    Arrays.fill(content, (byte) 'x');
    Files.write(plain, content);
    assertThat(FileCompression.compress(plain)).isTrue();
    assertThat(plain).doesNotExist();
    assertThat(names()).containsExactly("a.jsonl.gz");
    assertThat(unzipped(directory.resolve("a.jsonl.gz"))).isEqualTo(content);
  }

  @Test
  void emptyFileCanBeCompressed() throws IOException {
    Path plain = Files.createFile(directory.resolve("a.jsonl"));
    assertThat(FileCompression.compress(plain)).isTrue();
    assertThat(unzipped(directory.resolve("a.jsonl.gz"))).isEmpty();
  }

  @Test
  void interruptedCompressionIsRepeated() throws IOException {
    Path plain = directory.resolve("a.jsonl");
    Files.write(plain, bytes("line\n"));
    Files.write(directory.resolve("a.jsonl.part"), bytes("half"));
    assertThat(FileCompression.compress(plain)).isTrue();
    assertThat(names()).containsExactly("a.jsonl.gz");
    assertThat(unzipped(directory.resolve("a.jsonl.gz"))).isEqualTo(bytes("line\n"));
  }

  @Test
  void missingFileIsNotCompressed() throws IOException {
    assertThat(FileCompression.compress(directory.resolve("a.jsonl"))).isFalse();
    assertThat(names()).isEmpty();
  }

  /** A directory cannot be read as a file: the copy fails after the partial file was created. */
  @Test
  void failedCopyLeavesNoPartialFile() throws IOException {
    Path plain = Files.createDirectories(directory.resolve("a.jsonl"));
    assertThat(FileCompression.compress(plain)).isFalse();
    assertThat(names()).containsExactly("a.jsonl");
  }

  @Test
  void failedMoveLeavesThePlainFile() throws IOException {
    Path plain = directory.resolve("a.jsonl");
    Files.write(plain, bytes("line\n"));
    Files.createDirectories(directory.resolve("a.jsonl.gz/occupied"));
    assertThat(FileCompression.compress(plain)).isFalse();
    assertThat(names()).containsExactly("a.jsonl", "a.jsonl.gz");
    assertThat(Files.readAllBytes(plain)).isEqualTo(bytes("line\n"));
  }

  @Test
  void hashesArePrintedInLowerCase() {
    assertThat(Sha256.hex(new byte[] {0, 1, 15, 16, -1})).isEqualTo("00010f10ff");
    assertThat(Sha256.hex(Sha256.digest().digest(bytes("abc"))))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] unzipped(Path file) throws IOException {
    byte[] all = new byte[1 << 20];
    int length = 0;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      for (int read = in.read(all); read > 0; read = in.read(all, length, all.length - length)) {
        length += read;
      }
    }
    return Arrays.copyOf(all, length);
  }

  private List<String> names() {
    String[] names = directory.toFile().list();
    assertThat(names).isNotNull();
    Arrays.sort(names);
    return Arrays.asList(names);
  }
}
