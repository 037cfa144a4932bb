package io.understudy.journal.json;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Bytes of whole lines, counted. Grows as needed, and shrinks again when it is cleared. Not
 * thread-safe.
 */
public final class LineBuffer extends OutputStream {
  private static final int USUAL = 96 << 10;

  private byte[] bytes = new byte[USUAL];
  private int size;
  private long lines;

  /** An empty buffer. */
  public LineBuffer() {}

  @Override
  public void write(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  /** Counts a line, whose end has been written. */
  void line() {
    lines++;
  }

  /** Adds all of another. */
  public void add(LineBuffer other) {
    write(other.bytes, 0, other.size);
    lines += other.lines;
  }

  /** Forgets what was written after the buffer had this size. */
  void cutTo(int earlier) {
    size = earlier;
  }

  /** Makes the buffer empty. */
  public void clear() {
    size = 0;
    lines = 0;
    if (bytes.length > USUAL) {
      bytes = new byte[USUAL];
    }
  }

  /** The array that holds the bytes; valid up to {@link #size()}, until the next change. */
  public byte[] array() {
    return bytes;
  }

  /** How many bytes the buffer holds. */
  public int size() {
    return size;
  }

  /** How many lines the buffer holds. */
  public long lines() {
    return lines;
  }
}
