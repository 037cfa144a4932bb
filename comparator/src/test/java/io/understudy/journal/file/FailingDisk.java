package io.understudy.journal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk that fails on request: on open, after some bytes, or on truncation. */
final class FailingDisk implements JournalOutput.Opener {
  /** The free bytes. A longer write stores only those bytes and fails. */
  long room = Long.MAX_VALUE;

  /** The greatest size of a file. A longer write fills the file and fails. */
  long mostOfAFile = Long.MAX_VALUE;

  /** Whether truncate and force fail. */
  boolean stuck;

  /** Whether files can be opened. */
  boolean openable = true;

  @Override
  public JournalOutput open(Path file, boolean fresh) throws IOException {
    if (!openable) {
      throw new IOException("Too many open files");
    }
    JournalOutput real = FileOutput.open(file, fresh);
    return new JournalOutput() {
      @Override
      public void append(byte[] bytes, int length) throws IOException {
        long left = mostOfAFile - Files.size(file);
        if (length > left) {
          real.append(bytes, (int) left);
          throw new IOException("File too large");
        }
        int fits = (int) Math.min(length, room);
        real.append(bytes, fits);
        room -= fits;
        if (fits < length) {
          throw new IOException("No space left on device");
        }
      }

      @Override
      public void truncate(long length) throws IOException {
        if (stuck) {
          throw new IOException("Input/output error");
        }
        real.truncate(length);
      }

      @Override
      public void force() throws IOException {
        if (stuck) {
          throw new IOException("Input/output error");
        }
        real.force();
      }

      @Override
      public void close() throws IOException {
        real.close();
      }
    };
  }
}
