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
    LogFile file = new LogFile(path, full, 100);
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
    LogFile file = new LogFile(path, directory.resolve("a.1.log"), 1_000);
    assertThat(file.open()).isNull();
    file.close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void reopenedFileIsContinued() throws IOException {
    Path path = directory.resolve("a.log");
    for (int i = 1; i <= 2; i++) {
      LogFile file = new LogFile(path, directory.resolve("a.1.log"), 1_000);
      assertThat(file.open()).isNull();
      file.write(new LogLine(0, "main", true, "run " + i));
      file.close();
    }
    assertThat(Files.readAllLines(path))
        .containsExactly(
            "1970-01-01T00:00:00Z WARN [main] run 1", "1970-01-01T00:00:00Z WARN [main] run 2");
  }

  /** The size limit holds even when the full file cannot be moved. */
  @Test
  void fullFileThatCannotBeMovedIsTruncated() throws IOException {
    Path path = directory.resolve("a.log");
    Path full = Files.createDirectory(directory.resolve("a.1.log"));
    Files.write(full.resolve("occupied"), new byte[0]);
    LogFile file = new LogFile(path, full, 100);
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
    LogFile file = new LogFile(path, directory.resolve("a.1.log"), 1_000);
    assertThat(file.open()).isNull();
    assertThat(file.open()).isNull();
    file.write(new LogLine(0, "main", false, "once"));
    file.close();
    file.close();
    assertThat(Files.readAllLines(path)).hasSize(1);
  }
}
