package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.journal.JournalContents;
import io.understudy.journal.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that something else changes while they are written, and names that are taken. */
final class LostFileTest {
  @TempDir Path parent;

  private final Samples.ManualClock clock = new Samples.ManualClock();

  @Test
  void replacedFileIsFollowedByAnother() throws IOException {
    JournalWriter writer = open(journal());
    writer.tally(Samples.tally(1, 10));
    writer.flush();
    Path first = Objects.requireNonNull(writer.file());
    byte[] foreign = "something else\n".getBytes(StandardCharsets.UTF_8);
    Files.delete(first);
    Files.write(first, foreign);
    writer.tally(Samples.tally(2, 5));
    writer.close("test");
    assertThat(first).as("the file of others").hasBinaryContent(foreign);
    assertThat(writer.file()).isNotEqualTo(first);
    assertThat(writer.takeNotices())
        .singleElement()
        .asString()
        .startsWith(first + " was deleted, replaced or changed by something else; its last seal");
  }

  @Test
  void linkInPlaceOfTheFileIsNotFollowed() throws IOException {
    JournalWriter writer = open(journal());
    writer.tally(Samples.tally(1, 10));
    writer.flush();
    Path first = Objects.requireNonNull(writer.file());
    Path victim = Files.write(parent.resolve("victim"), new byte[] {1, 2, 3});
    Files.delete(first);
    Files.createSymbolicLink(first, victim);
    writer.tally(Samples.tally(2, 5));
    writer.close("test");
    assertThat(victim).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(String.valueOf(writer.file())).endsWith("-2.jsonl");
  }

  @Test
  void cutFileIsFollowedByAnother() throws IOException {
    JournalWriter writer = open(journal());
    writer.tally(Samples.tally(1, 10));
    writer.flush();
    Path first = Objects.requireNonNull(writer.file());
    Files.write(first, new byte[0]);
    writer.tally(Samples.tally(2, 5));
    writer.close("test");
    assertThat(Files.size(first)).as("no zeros before the next batch").isZero();
    assertThat(read(journal()).intercepted()).isEqualTo(5);
  }

  @Test
  void continuedFileIsFollowedByAnother() throws IOException {
    JournalWriter writer = open(journal());
    writer.tally(Samples.tally(1, 10));
    writer.flush();
    Path first = Objects.requireNonNull(writer.file());
    String before = text(first);
    Files.write(first, "{}\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    writer.tally(Samples.tally(2, 5));
    writer.close("test");
    assertThat(text(first)).isEqualTo(before + "{}\n");
    assertThat(writer.file()).isNotEqualTo(first);
    assertThat(read(journal()).intercepted()).isEqualTo(15);
  }

  @Test
  void nameThatIsALinkIsNotFollowed() throws IOException {
    Path directory = Files.createDirectory(journal());
    Path victim = parent.resolve("victim");
    Files.createSymbolicLink(
        directory.resolve("billing-host-7-00c0ffee00c0ffee-20261120-1.jsonl"), victim);
    assertThatThrownBy(() -> open(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nothing else writes files with these names");
    assertThat(victim).doesNotExist();
  }

  @Test
  void existingCompressedFileIsNotReplaced() throws IOException {
    JournalWriter writer = open(journal());
    writer.tally(Samples.tally(1, 10));
    writer.flush();
    Path first = Objects.requireNonNull(writer.file());
    Path taken = Files.write(first.resolveSibling(first.getFileName() + ".gz"), new byte[] {7});
    clock.now = clock.now.plusSeconds(86_400);
    writer.tally(Samples.tally(2, 5));
    writer.close("test");
    assertThat(taken).hasBinaryContent(new byte[] {7});
    assertThat(first).exists();
    assertThat(writer.takeNotices()).singleElement().asString().endsWith("could not be compressed");
  }

  @Test
  void partialFileThatIsALinkIsNotFollowed() throws IOException {
    JournalWriter writer = open(journal());
    writer.tally(Samples.tally(1, 10));
    writer.flush();
    Path first = Objects.requireNonNull(writer.file());
    Path victim = Files.write(parent.resolve("victim"), new byte[] {1, 2, 3});
    Files.createSymbolicLink(first.resolveSibling(first.getFileName() + ".part"), victim);
    clock.now = clock.now.plusSeconds(86_400);
    writer.tally(Samples.tally(2, 5));
    writer.close("test");
    assertThat(victim).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(read(journal()).problems()).isEmpty();
  }

  @Test
  void linkToADirectoryIsFollowed() throws IOException {
    Path real = Files.createDirectory(parent.resolve("real"));
    Path link = Files.createSymbolicLink(parent.resolve("link"), real);
    open(link.resolve("below")).close("test");
    open(link).close("test");
    assertThat(names(real)).hasSize(2);
  }

  @Test
  void deviceInPlaceOfTheDirectoryIsRefused() {
    Path device = parent.getFileSystem().getPath("/dev/null");
    assumeTrue(Files.exists(device));
    assertThatThrownBy(() -> open(device))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("make sure that the journal's directory is a directory");
  }

  @Test
  void parentsAreForTheOwnerToo() throws IOException {
    assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
    PrivateFiles.createDirectories(parent.resolve("a/b/c"));
    for (String level : new String[] {"a", "a/b", "a/b/c"}) {
      assertThat(Files.getPosixFilePermissions(parent.resolve(level)))
          .as(level)
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
    }
  }

  private Path journal() {
    return parent.resolve("journal");
  }

  private JournalWriter open(Path directory) throws IOException {
    return JournalWriter.builder(directory, Samples.session()).clock(clock).open();
  }

  private static JournalContents read(Path directory) throws IOException {
    return JournalReader.over(directory).contents();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toList());
    }
  }
}
