package io.understudy.journal.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream into lines, in place and in bounded memory. A line that is too long is marked,
 * and only a part of it is available.
 */
final class LineSource implements Closeable {
  private static final int CHUNK = 256 << 10;

  private final InputStream in;
  private final int most;
  private byte[] buffer;
  private int start;
  private int length;
  private int filled;
  private boolean ended;
  private boolean whole;
  private boolean tooLong;

  LineSource(InputStream in, int most) {
    this(in, most, CHUNK);
  }

  /** Creates a source that begins with a buffer of this size, for a reader of few lines. */
  LineSource(InputStream in, int most, int begin) {
    this.in = in;
    this.most = most;
    this.buffer = new byte[begin];
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    start += length;
    int at = start;
    tooLong = false;
    while (true) {
      int end = newline(at);
      if (end >= 0) {
        length = end + 1 - start;
        whole = true;
        return true;
      }
      at = filled;
      if (at - start > most) {
        // The line is dropped from memory, but its end is still found, so that lines count right.
        tooLong = true;
        at = start;
        filled = start;
      }
      int before = start;
      if (!fill()) {
        length = filled - start;
        whole = false;
        return length > 0 || tooLong;
      }
      at -= before - start;
    }
  }

  private int newline(int from) {
    byte[] bytes = buffer;
    for (int i = from; i < filled; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /**
   * Reads more bytes after the unread ones and makes room for them; false at the end of the stream.
   */
  private boolean fill() throws IOException {
    if (ended) {
      // A live file grows. What comes after its end is no new line, but the rest of the last one.
      return false;
    }
    if (filled == buffer.length) {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
      } else {
        // A line of more than the limit is dropped before the buffer would have to grow again.
        buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, most + CHUNK));
      }
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read > 0) {
      filled += read;
    }
    ended = read < 0;
    return !ended;
  }

  /** Returns the array that contains the line; valid until the next line. */
  byte[] array() {
    return buffer;
  }

  /** Returns the start of the line in the array. */
  int start() {
    return start;
  }

  /** Returns the length of the line in bytes, its end included. */
  int length() {
    return length;
  }

  /** Returns whether the line has an end; else the stream ended within it. */
  boolean isWhole() {
    return whole;
  }

  /** Returns whether the line was too long, so that only a part of it is available. */
  boolean isTooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
