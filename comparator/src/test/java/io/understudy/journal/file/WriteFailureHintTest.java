package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Paths;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WriteFailureHintTest {
  private static final String SPACE =
      "free space on that disk, or set journal.directory to one that has some";
  private static final String RIGHTS =
      "let the user that runs this JVM ("
          + System.getProperty("user.name")
          + ") create files in that directory, or set journal.directory to one where it may";
  private static final String NAMES =
      "make sure that the journal's directory is a directory, and that nothing else writes files"
          + " with these names there; else set journal.directory to another";
  private static final String DISK = "check the disk, or set journal.directory to another";

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new IOException("No space left on device"), "No space left on device", SPACE),
        Arguments.of(new IOException("Disk quota exceeded"), "Disk quota exceeded", SPACE),
        Arguments.of(
            new IOException("There is not enough space on the disk"),
            "There is not enough space on the disk",
            SPACE),
        Arguments.of(
            new FileSystemException("/j/a", null, "No space left on device"),
            "No space left on device",
            SPACE),
        Arguments.of(new AccessDeniedException("/j"), "AccessDeniedException", RIGHTS),
        Arguments.of(
            new IOException("/j/a (Permission denied)"), "/j/a (Permission denied)", RIGHTS),
        Arguments.of(
            new FileSystemException("/j/a", null, "Read-only file system"),
            "Read-only file system",
            RIGHTS),
        Arguments.of(new FileAlreadyExistsException("/j"), "FileAlreadyExistsException", NAMES),
        Arguments.of(new NotDirectoryException("/j"), "NotDirectoryException", NAMES),
        Arguments.of(new NoSuchFileException("/j/a"), "NoSuchFileException", NAMES),
        Arguments.of(new IOException("Input/output error"), "Input/output error", DISK),
        Arguments.of(new IOException((String) null), "null", DISK));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failureHasAHint(IOException failure, String reason, String hint) {
    IOException hinted = WriteFailureHint.on(failure, Paths.get("/j"));
    assertThat(hinted)
        .hasMessage(
            "cannot write the journal at /j ("
                + reason
                + "): "
                + hint
                + "; what was accepted so far is kept and written with the next flush")
        .hasCauseReference(failure);
  }

  @Test
  void hintNamesThePlaceOfTheFailure() {
    assertThat(WriteFailureHint.on(new IOException("x"), Paths.get("/j/file.jsonl")))
        .hasMessageStartingWith("cannot write the journal at /j/file.jsonl (x): ");
  }
}
