package io.understudy.journal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A file to which bytes are appended, and that can be cut to a known length. */
interface JournalOutput extends Closeable {
  /** Appends all these bytes; after a failure any part of them may be in the file. */
  void append(byte[] bytes, int length) throws IOException;

  /** Cuts the file to a length; the next bytes follow there. */
  void truncate(long length) throws IOException;

  /** Returns when all written bytes are on the device. */
  void force() throws IOException;

  /** Opens outputs. */
  interface Opener {
    /**
     * Opens a file for writing.
     *
     * @param fresh whether the file must not exist yet; else it must exist
     */
    JournalOutput open(Path file, boolean fresh) throws IOException;
  }
}
