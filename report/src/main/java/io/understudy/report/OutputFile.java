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

/**
 * A file that a report is written to: whole or not at all, and never over something that is not a
 * report of the same kind, such as a journal or a configuration that a slip of the hand named.
 *
 * @param file to write
 * @param mark what a report of this kind holds near its beginning
 */
record OutputFile(Path file, String mark) {
  private static final int HEAD = 2_000;

  /** Why it must not be written; empty where it may. */
  Optional<String> refusal() {
    try {
      if (Files.isDirectory(file)) {
        return Optional.of(file + " is a directory: name a file in it");
      }
      Path directory = directory();
      if (!Files.isDirectory(directory)) {
        return Optional.of("there is no directory " + directory + " to write " + file + " to");
      }
      if (Files.exists(file) && Files.size(file) > 0 && !head().contains(mark)) {
        return Optional.of(
            file
                + " exists and is no report of this kind, so it is not overwritten: name another"
                + " file, or delete it");
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of(file + " cannot be looked into: " + unreadable);
    }
  }

  /** Writes the text beside the file, and moves it there when it is whole. */
  void write(String text) throws UnusableEvidenceException {
    try {
      Path whole = Files.createTempFile(directory(), ".understudy-", ".tmp");
      try {
        Files.write(whole, text.getBytes(StandardCharsets.UTF_8));
        makeReadable(whole);
        move(whole);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException failed) {
      throw new UnusableEvidenceException(
          "could not write " + file + ": " + failed + ". Is there room, and may you write there?",
          failed);
    }
  }

  // A temporary file is private to its owner. A report holds what users sent: it is for its group.
  private void makeReadable(Path whole) throws IOException {
    try {
      if (Files.exists(file)) {
        Files.setPosixFilePermissions(whole, Files.getPosixFilePermissions(file));
      } else {
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-r-----"));
      }
    } catch (UnsupportedOperationException notPosix) {
      // Where there are no such permissions, those of the directory hold.
    }
  }

  private void move(Path whole) throws IOException {
    try {
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException notHere) {
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path directory() {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private String head() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    }
  }
}
