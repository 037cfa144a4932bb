package io.understudy.portable;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Bytes that are being read, with the primitive types of the portable form. Every method throws if
 * the bytes end too early or are not in the one form that {@link PortableOutput} writes; no method
 * allocates more than the bytes that are left. Not thread-safe.
 */
public final class PortableInput {
  private final byte[] bytes;
  private final int end;
  private int at;

  /** Starts at {@code from}; {@code bytes} must not change meanwhile. */
  public PortableInput(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** The number of bytes that are not read yet. */
  public int left() {
    return end - at;
  }

  /** Checks that all bytes are read. */
  public void end() throws PortableFormException {
    if (at != end) {
      throw new PortableFormException("bytes after the end");
    }
  }

  private int take(int count) throws PortableFormException {
    if (count < 0 || count > end - at) {
      throw new PortableFormException("the bytes end too early");
    }
    int from = at;
    at += count;
    return from;
  }

  /** Reads one byte, from 0 to 255. */
  public int u8() throws PortableFormException {
    int from = take(1);
    return bytes[from] & 0xFF;
  }

  /** Reads 4 bytes. */
  public int fixed32() throws PortableFormException {
    int from = take(Integer.BYTES);
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = value << 8 | (bytes[from + i] & 0xFF);
    }
    return value;
  }

  /** Reads 8 bytes. */
  public long fixed64() throws PortableFormException {
    long high = fixed32();
    return high << 32 | (fixed32() & 0xFFFF_FFFFL);
  }

  /** Reads an unsigned number of 64 bits, in its shortest form. */
  public long varint() throws PortableFormException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        if ((next == 0 && shift > 0) || (shift == 63 && next > 1)) {
          throw new PortableFormException("a number is not in its shortest form");
        }
        return value;
      }
    }
    throw new PortableFormException("a number of more than 64 bits");
  }

  /** Reads a signed number. */
  public long signed() throws PortableFormException {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Reads a signed number of at most 32 bits. */
  public int signed32() throws PortableFormException {
    long value = signed();
    if (value != (int) value) {
      throw new PortableFormException("a number of more than 32 bits");
    }
    return (int) value;
  }

  /**
   * Reads a count.
   *
   * @param most the largest that is allowed
   */
  public int count(int most) throws PortableFormException {
    long count = varint();
    if (count < 0 || count > most) {
      throw new PortableFormException("a count is out of its bounds");
    }
    return (int) count;
  }

  /** Reads a length and bytes. */
  public byte[] block() throws PortableFormException {
    return raw(count(left()));
  }

  /** Reads bytes without a length. */
  public byte[] raw(int count) throws PortableFormException {
    int from = take(count);
    return Arrays.copyOfRange(bytes, from, from + count);
  }

  /** Reads an integer. */
  public BigInteger integer() throws PortableFormException {
    byte[] block = block();
    if (block.length == 0) {
      throw new PortableFormException("an integer without bytes");
    }
    if (block.length > PortableOutput.LONGEST_INTEGER) {
      throw PortableOutput.tooLong();
    }
    if (block.length > 1 && (block[0] == 0 || block[0] == -1) && block[0] == block[1] >> 7) {
      throw new PortableFormException("a number is not in its shortest form");
    }
    return new BigInteger(block);
  }

  /** Reads a text. */
  public String text() throws PortableFormException {
    int length = count(left());
    int from = take(length);
    char[] chars = new char[length];
    int size = 0;
    int to = from + length;
    for (int i = from; i < to; ) {
      int first = bytes[i] & 0xFF;
      int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
      int point = decode(first, i, more, to);
      i += more + 1;
      if (point >= 0x10000) {
        chars[size++] = Character.highSurrogate(point);
        chars[size++] = Character.lowSurrogate(point);
        continue;
      }
      chars[size] = (char) point;
      // Both halves came alone: a pair that was written as one has not come here.
      if (size > 0 && isPair(chars[size - 1], chars[size])) {
        throw new PortableFormException("a text is not in its shortest form");
      }
      size++;
    }
    return new String(chars, 0, size);
  }

  private static boolean isPair(char high, char low) {
    return Character.isHighSurrogate(high) && Character.isLowSurrogate(low);
  }

  private int decode(int first, int i, int more, int to) throws PortableFormException {
    if (more == 0) {
      return first;
    }
    if (first < 0xC2 || first > 0xF4 || i + more >= to) {
      throw new PortableFormException("a text is not UTF-8");
    }
    int point = first & (0x3F >> more);
    for (int k = 1; k <= more; k++) {
      int next = bytes[i + k] & 0xFF;
      if ((next & 0xC0) != 0x80) {
        throw new PortableFormException("a text is not UTF-8");
      }
      point = point << 6 | (next & 0x3F);
    }
    if ((more == 2 && point < 0x800)
        || (more == 3 && (point < 0x10000 || point > Character.MAX_CODE_POINT))) {
      throw new PortableFormException("a text is not UTF-8");
    }
    return point;
  }
}
