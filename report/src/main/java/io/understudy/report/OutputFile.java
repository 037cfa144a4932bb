package io.understudy.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import picocli.CommandLine;

/**
 * A file that a report is written to, completely or not at all. It never replaces a file that is
 * not a report of the same kind, such as a journal or a configuration named by mistake.
 *
 * @param file to write
 * @param mark a text near the beginning of every report of this kind
 */
record OutputFile(Path file, String mark) {
  private static final int HEAD_BYTES = 2_000;

  /**
   * Returns the file if a report may be written there.
   *
   * @throws CommandLine.ParameterException with the reason where it may not
   */
  static OutputFile checked(Path file, String mark, CommandLine line) {
    OutputFile output = new OutputFile(file, mark);
    Optional<String> refusal = output.refusal();
    if (refusal.isPresent()) {
      throw new CommandLine.ParameterException(line, refusal.get());
    }
    return output;
  }

  /** Says why the file must not be written; empty where it may be. */
  private Optional<String> refusal() {
    try {
      if (Files.isDirectory(file)) {
        return Optional.of(file + " is a directory: name a file in it");
      }
      Path directory = directory();
      if (!Files.isDirectory(directory)) {
        return Optional.of("the directory " + directory + " of " + file + " does not exist");
      }
      if (Files.exists(file) && Files.size(file) > 0 && !head().contains(mark)) {
        return Optional.of(
            file
                + " exists and is not a report of this kind, so it is not overwritten: name another"
                + " file, or delete it");
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of(file + " cannot be read: " + unreadable);
    }
  }

  /**
   * Writes the text to a temporary file in the same directory, then moves it to its place.
   *
   * @throws UnusableEvidenceException where the file system refuses
   */
  void write(String text) throws UnusableEvidenceException {
    try {
      Path temporary = Files.createTempFile(directory(), ".understudy-", ".tmp");
      try {
        Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
        copyPermissions(temporary);
        move(temporary);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failed) {
      throw new UnusableEvidenceException(
          "Cannot write "
              + file
              + ": "
              + failed
              + ". Check the free space and your permissions there.",
          failed);
    }
  }

  // A temporary file is private to its owner. A report holds user data, so only the group may read
  // it, unless the file that it replaces allows more.
  private void copyPermissions(Path temporary) throws IOException {
    try {
      if (Files.exists(file)) {
        Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
      } else {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r-----"));
      }
    } catch (UnsupportedOperationException notPosix) {
      // On other file systems the permissions of the directory apply.
    }
  }

  private void move(Path temporary) throws IOException {
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException notHere) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path directory() {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private String head() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
    }
  }
}
