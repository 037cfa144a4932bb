package io.understudy.journal.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines since the last seal of a file. They are kept as bytes until the next seal shows whether
 * they count. Its size is bounded. Not thread-safe.
 */
final class LineBatch {
  /** More than the agent writes at once: 64 KB, one entry, and the call points of a new file. */
  static final int MOST_BYTES = 16 << 20;

  static final int MOST_LINES = 100_000;

  private static final int BLOCK = 256 << 10;

  /** Receives the lines. */
  interface Reader {
    /** Reads a line; returns whether to go on. */
    boolean read(long line, byte[] array, int start, int length);
  }

  private final List<byte[]> blocks = new ArrayList<>();
  private int filled;
  private long bytes;
  private int size;

  // The place of each line: its number, block, start and length.
  private long[] lines = new long[64];
  private int[] places = new int[3 * 64];

  /** Adds a line; false if there is no room. */
  boolean add(long line, byte[] array, int start, int length) {
    if (size == MOST_LINES || bytes + length > MOST_BYTES) {
      return false;
    }
    byte[] block = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    if (block == null || block.length - filled < length) {
      block = new byte[Math.max(BLOCK, length)];
      blocks.add(block);
      filled = 0;
    }
    System.arraycopy(array, start, block, filled, length);
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, 2 * size);
      places = Arrays.copyOf(places, 6 * size);
    }
    lines[size] = line;
    places[3 * size] = blocks.size() - 1;
    places[3 * size + 1] = filled;
    places[3 * size + 2] = length;
    size++;
    filled += length;
    bytes += length;
    return true;
  }

  /** Passes the lines in their order, until the reader has enough. */
  void forEach(Reader reader) {
    for (int i = 0; i < size; i++) {
      byte[] block = blocks.get(places[3 * i]);
      if (!reader.read(lines[i], block, places[3 * i + 1], places[3 * i + 2])) {
        return;
      }
    }
  }

  int size() {
    return size;
  }

  /** Removes all lines; memory for the usual batch stays. */
  void clear() {
    byte[] first = blocks.isEmpty() ? null : blocks.get(0);
    blocks.clear();
    if (first != null && first.length == BLOCK) {
      blocks.add(first);
    }
    filled = 0;
    bytes = 0;
    size = 0;
    if (lines.length > 1_024) {
      lines = new long[64];
      places = new int[3 * 64];
    }
  }
}
