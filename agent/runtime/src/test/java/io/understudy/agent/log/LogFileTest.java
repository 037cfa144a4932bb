package io.understudy.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {
  @TempDir Path directory;

  @Test
  void fullFileReplacesThePreviousFullFile() throws IOException {
    Path path = directory.resolve("a%d.log");
    Path full = directory.resolve("a%d.1.log");
    LogFile file = new LogFile(directory, "a%d", 80);
    assertThat(file.open()).isNull();
    for (int i = 1; i <= 5; i++) {
      file.write(new LogLine(0, "main", false, "message " + i));
    }
    file.close();
    assertThat(Files.readAllLines(full))
        .containsExactly(
            "1970-01-01T00:00:00Z INFO [main] message 3",
            "1970-01-01T00:00:00Z INFO [main] message 4");
    assertThat(Files.readAllLines(path))
        .containsExactly("1970-01-01T00:00:00Z INFO [main] message 5");
  }

  @Test
  void fileIsReadableForItsOwnerOnly() throws IOException {
    Path path = directory.resolve("a.log");
    LogFile file = new LogFile(directory, "a", 1_000);
    assertThat(file.open()).isNull();
    file.close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void existingFileIsNeverContinued() throws IOException {
    Path path = Files.write(directory.resolve("a.log"), new byte[] {1});
    LogFile file = new LogFile(directory, "a", 1_000);
    assertThat(file.open()).isNull();
    file.write(new LogLine(0, "main", true, "run"));
    file.close();
    assertThat(path).hasBinaryContent(new byte[] {1});
    assertThat(Files.readAllLines(directory.resolve("a-2.log")))
        .containsExactly("1970-01-01T00:00:00Z WARN [main] run");
  }

  @Test
  void fullFileThatIsALinkIsReplaced() throws IOException {
    Path victim = Files.write(directory.resolve("victim"), new byte[] {1});
    Files.createSymbolicLink(directory.resolve("a.1.log"), victim);
    LogFile file = new LogFile(directory, "a", 80);
    assertThat(file.open()).isNull();
    for (int i = 1; i <= 5; i++) {
      file.write(new LogLine(0, "main", false, "message " + i));
    }
    file.close();
    assertThat(victim).hasBinaryContent(new byte[] {1});
    assertThat(Files.isSymbolicLink(directory.resolve("a.1.log"))).isFalse();
  }

  /** The size limit holds even when the full file cannot be moved. */
  @Test
  void fullFileThatCannotBeMovedIsTruncated() throws IOException {
    Path path = directory.resolve("a.log");
    Path full = Files.createDirectory(directory.resolve("a.1.log"));
    Files.write(full.resolve("occupied"), new byte[0]);
    LogFile file = new LogFile(directory, "a", 80);
    assertThat(file.open()).isNull();
    for (int i = 1; i <= 3; i++) {
      file.write(new LogLine(0, "main", false, "message " + i));
    }
    file.close();
    assertThat(Files.readAllLines(path))
        .containsExactly("1970-01-01T00:00:00Z INFO [main] message 3");
  }

  @Test
  void openFileIsNotOpenedAgain() throws IOException {
    Path path = directory.resolve("a.log");
    LogFile file = new LogFile(directory, "a", 1_000);
    assertThat(file.open()).isNull();
    assertThat(file.open()).isNull();
    file.write(new LogLine(0, "main", false, "once"));
    file.close();
    file.close();
    assertThat(Files.readAllLines(path)).hasSize(1);
  }
}
