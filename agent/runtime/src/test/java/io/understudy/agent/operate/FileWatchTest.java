package io.understudy.agent.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
  @TempDir Path directory;

  private Path write(String name, String text) throws Exception {
    return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void unchangedFile() throws Exception {
    FileWatch watch = new FileWatch(write("u.yaml", "one"));
    assertThat(watch.hasChanged()).isFalse();
    Files.setLastModifiedTime(directory.resolve("u.yaml"), FileTime.fromMillis(1_000));
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isFalse();
  }

  @Test
  void changeIsDetectedOnceAtTheSecondCheck() throws Exception {
    FileWatch watch = new FileWatch(write("u.yaml", "one"));
    write("u.yaml", "two");
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isTrue();
    assertThat(watch.hasChanged()).isFalse();
  }

  @Test
  void fileThatIsBeingWrittenIsNotAccepted() throws Exception {
    FileWatch watch = new FileWatch(write("u.yaml", "one"));
    for (String part : new String[] {"t", "tw", "two", "two,", "two, three"}) {
      write("u.yaml", part);
      assertThat(watch.hasChanged()).as(part).isFalse();
    }
    assertThat(watch.hasChanged()).isTrue();
  }

  @Test
  void sameSizeInTheSameMillisecond() throws Exception {
    Path file = write("u.yaml", "one");
    FileTime time = Files.getLastModifiedTime(file);
    FileWatch watch = new FileWatch(file);
    write("u.yaml", "two");
    Files.setLastModifiedTime(file, time);
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isTrue();
  }

  @Test
  void fileReplacedByAnEditor() throws Exception {
    Path file = write("u.yaml", "one");
    FileWatch watch = new FileWatch(file);
    Files.delete(file);
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isFalse();
    Files.move(write("u.yaml.tmp", "two"), file, StandardCopyOption.ATOMIC_MOVE);
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isTrue();
  }

  @Test
  void revertedChange() throws Exception {
    FileWatch watch = new FileWatch(write("u.yaml", "one"));
    write("u.yaml", "two");
    assertThat(watch.hasChanged()).isFalse();
    write("u.yaml", "one");
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isFalse();
  }

  @Test
  void missingFileThatIsCreatedLater() throws Exception {
    FileWatch watch = new FileWatch(directory.resolve("u.yaml"));
    assertThat(watch.hasChanged()).isFalse();
    write("u.yaml", "one");
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isTrue();
  }

  @Test
  void directoryAndHugeFileAreNotRead() throws Exception {
    Path file = write("u.yaml", "one");
    FileWatch watch = new FileWatch(file);
    Files.write(file, new byte[(4 << 20) + 1]);
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isFalse();
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isFalse();
  }
}
