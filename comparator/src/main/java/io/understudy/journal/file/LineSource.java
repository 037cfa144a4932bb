package io.understudy.journal.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines, in place and in bounded memory. A line that is too long is given with
 * its first bytes only and marked so.
 */
final class LineSource implements Closeable {
  private static final int CHUNK = 256 << 10;

  private final InputStream in;
  private final int most;
  private byte[] buffer = new byte[CHUNK];
  private int start;
  private int length;
  private int filled;
  private boolean whole;
  private boolean tooLong;

  LineSource(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /** Goes to the next line; false at the end. */
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
        // Kept out of memory; its end is still looked for, so that lines are counted right.
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

  /** Reads more behind what is unread, making room for it; false at the end of the stream. */
  private boolean fill() throws IOException {
    if (filled == buffer.length) {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
      } else {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
      }
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read > 0) {
      filled += read;
    }
    return read >= 0;
  }

  /** The array that the line stands in; valid until the next line. */
  byte[] array() {
    return buffer;
  }

  /** Where in the array the line starts. */
  int start() {
    return start;
  }

  /** How many bytes the line has, its end included. */
  int length() {
    return length;
  }

  /** Whether the line has an end; else the stream ended within it. */
  boolean isWhole() {
    return whole;
  }

  /** Whether the line was too long, so that only a part of it is given. */
  boolean isTooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
