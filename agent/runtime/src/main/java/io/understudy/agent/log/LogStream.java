package io.understudy.agent.log;

import io.understudy.journal.file.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes one file, which it locks as long as it is open: another JVM deletes only logs without a
 * lock. Bytes that the disk refuses are lost; the stream never throws, because Logback would give
 * up its appender. Not thread-safe.
 */
final class LogStream extends OutputStream {
  private final RandomAccessFile file;
  private final @Nullable Object key;
  private long size;
  private boolean refused;

  /**
   * Opens a file.
   *
   * @param fresh whether the file must not exist yet; else it must exist, and is truncated
   */
  LogStream(Path path, boolean fresh) throws IOException {
    file = PrivateFiles.open(path, fresh);
    try {
      key = PrivateFiles.regular(path).fileKey();
      file.setLength(0);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
    OldLogs.lock(file.getChannel());
  }

  /** Whether something else has deleted or replaced the file. */
  boolean isLost(Path path) {
    try {
      return !PrivateFiles.isSame(key, PrivateFiles.regular(path));
    } catch (IOException gone) {
      return true;
    }
  }

  /** Whether the last write failed, for example at a limit of the file size. */
  boolean isRefused() {
    return refused;
  }

  /** The number of written bytes. */
  long size() {
    return size;
  }

  @Override
  public void write(int single) {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      file.write(bytes, offset, length);
      size += length;
      refused = false;
    } catch (IOException full) {
      refused = true;
      // A part of a line would make the next one unreadable.
      try {
        file.setLength(size);
        file.seek(size);
      } catch (IOException again) {
        // The next line continues the torn one.
      }
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException ignored) {
      // The operating system has every byte already.
    }
  }
}
