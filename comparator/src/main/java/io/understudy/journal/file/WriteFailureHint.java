package io.understudy.journal.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Adds a hint to a failed write: what the reader of the message can do. */
final class WriteFailureHint {
  private WriteFailureHint() {}

  /** Returns an exception with the hint in its message and the failure as its cause. */
  static IOException on(IOException failed, Path where) {
    return new IOException(
        "cannot write the journal at "
            + where
            + " ("
            + reason(failed)
            + "): "
            + hint(failed)
            + "; what was accepted so far is kept and written with the next flush",
        failed);
  }

  /** Returns the operating system's reason. */
  static String reason(IOException failed) {
    if (failed instanceof FileSystemException) {
      String reason = ((FileSystemException) failed).getReason();
      return reason == null ? failed.getClass().getSimpleName() : reason;
    }
    return String.valueOf(failed.getMessage());
  }

  private static String hint(IOException failed) {
    String text = String.valueOf(failed.getMessage());
    if (text.contains("No space left")
        || text.contains("quota")
        || text.contains("not enough space")) {
      return "free space on that disk, or set journal.directory to one that has some";
    }
    if (failed instanceof AccessDeniedException
        || text.contains("Permission denied")
        || text.contains("Read-only")) {
      return "let the user that runs this JVM ("
          + System.getProperty("user.name")
          + ") create files in that directory, or set journal.directory to one where it may";
    }
    if (failed instanceof FileAlreadyExistsException
        || failed instanceof NotDirectoryException
        || failed instanceof NoSuchFileException) {
      return "make sure that the journal's directory is a directory, and that nothing else writes"
          + " files with these names there; else set journal.directory to another";
    }
    if (text.contains("File too large")) {
      return "the operating system limits the size of files: raise that limit (ulimit -f)";
    }
    return "check the disk, or set journal.directory to another";
  }
}
