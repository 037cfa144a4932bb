package io.understudy.journal.json;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * A buffer of complete lines that counts them. It grows as needed and shrinks when it is cleared.
 * Not thread-safe.
 */
public final class LineBuffer extends OutputStream {
  private static final int USUAL = 96 << 10;

  private byte[] bytes = new byte[USUAL];
  private int size;
  private long lines;

  /** Creates an empty buffer. */
  public LineBuffer() {}

  @Override
  public void write(int b) {
    ensureRoom(1);
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    ensureRoom(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  private void ensureRoom(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  /** Counts a line whose end was written. */
  void line() {
    lines++;
  }

  /** Appends all lines of another buffer. */
  public void add(LineBuffer other) {
    write(other.bytes, 0, other.size);
    lines += other.lines;
  }

  /** Removes everything after this size, with which the buffer had this number of lines. */
  public void cutTo(int earlierSize, long earlierLines) {
    size = earlierSize;
    lines = earlierLines;
  }

  /** Removes all bytes and lines. */
  public void clear() {
    size = 0;
    lines = 0;
    if (bytes.length > USUAL) {
      shrink();
    }
  }

  private void shrink() {
    try {
      bytes = new byte[USUAL];
    } catch (OutOfMemoryError noMemory) {
      // The large array is as good, and will be dropped at a later time.
      return;
    }
  }

  /** The array with the bytes; valid up to {@link #size()}, until the next change. */
  public byte[] array() {
    return bytes;
  }

  /** The number of bytes. */
  public int size() {
    return size;
  }

  /** The number of lines. */
  public long lines() {
    return lines;
  }
}
