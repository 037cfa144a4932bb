package io.understudy.journal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is written from its end, and can be cut back to a known length. */
interface JournalOutput extends Closeable {
  /** Writes all these bytes at the end; after a failure any part of them may be there. */
  void append(byte[] bytes, int length) throws IOException;

  /** Cuts the file to a length, at which the next bytes go. */
  void truncate(long length) throws IOException;

  /** Returns when everything written is on the device. */
  void force() throws IOException;

  /** Makes outputs. */
  interface Opener {
    /**
     * Opens a file for writing.
     *
     * @param fresh whether it must not exist yet; else it must
     */
    JournalOutput open(Path file, boolean fresh) throws IOException;
  }
}
