package io.understudy.portable;

import java.math.BigInteger;
import java.util.Arrays;

/** Bytes that are being written, with the primitive types of the portable form. Not thread-safe. */
public final class PortableOutput {
  /** Arithmetic and decimal texts of longer integers take seconds. */
  static final int LONGEST_INTEGER = 64 << 10;

  private static final int FIRST = 256;

  private final int most;
  private byte[] bytes = new byte[FIRST];
  private int size;

  /** Creates an output without bytes, which takes at most {@code most} of them. */
  public PortableOutput(int most) {
    this.most = most;
  }

  /** The number of bytes so far. */
  public int size() {
    return size;
  }

  /** Returns a copy of the bytes so far. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private int reserve(int count) throws PortableFormException {
    if (count > most - size) {
      throw new PortableFormException("more than " + most + " bytes in portable form");
    }
    if (count > bytes.length - size) {
      long wanted = Math.max(2L * bytes.length, (long) size + count);
      bytes = Arrays.copyOf(bytes, (int) Math.min(most, wanted));
    }
    int at = size;
    size += count;
    return at;
  }

  /** Writes one byte. */
  public void u8(int value) throws PortableFormException {
    int at = reserve(1);
    bytes[at] = (byte) value;
  }

  /** Writes 4 bytes, the highest first. */
  public void fixed32(int value) throws PortableFormException {
    int at = reserve(Integer.BYTES);
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[at + i] = (byte) (value >>> (24 - 8 * i));
    }
  }

  /** Writes 8 bytes, the highest first. */
  public void fixed64(long value) throws PortableFormException {
    fixed32((int) (value >>> 32));
    fixed32((int) value);
  }

  /** Writes an unsigned number: 7 bits a byte, the lowest first, the high bit where more follow. */
  public void varint(long value) throws PortableFormException {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      u8((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    u8((int) rest);
  }

  /** Writes a signed number: zigzag, then as {@link #varint}. */
  public void signed(long value) throws PortableFormException {
    varint((value << 1) ^ (value >> 63));
  }

  /** Writes a length and bytes. */
  public void block(byte[] block) throws PortableFormException {
    varint(block.length);
    raw(block);
  }

  /** Writes bytes without a length. */
  public void raw(byte[] block) throws PortableFormException {
    int at = reserve(block.length);
    System.arraycopy(block, 0, bytes, at, block.length);
  }

  /** Writes an integer: its shortest two's complement, the highest byte first, as a block. */
  public void integer(BigInteger value) throws PortableFormException {
    if (value.bitLength() / Byte.SIZE >= LONGEST_INTEGER) {
      throw tooLong();
    }
    block(value.toByteArray());
  }

  static PortableFormException tooLong() {
    return new PortableFormException("an integer of more than " + LONGEST_INTEGER + " bytes");
  }

  /**
   * Writes a text: the number of bytes, then UTF-8. A surrogate without a partner is written as
   * three bytes, so every Java text can be carried.
   */
  public void text(String text) throws PortableFormException {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPair(text, i)) {
        length += 4;
        i++;
      } else {
        length += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      }
      if (length < 0 || length > most) {
        throw new PortableFormException("more than " + most + " bytes in portable form");
      }
    }
    varint(length);
    int at = reserve(length);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPair(text, i)) {
        int point = text.codePointAt(i++);
        bytes[at++] = (byte) (0xF0 | (point >> 18));
        bytes[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
        bytes[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        bytes[at++] = (byte) (0x80 | (point & 0x3F));
      } else if (c < 0x80) {
        bytes[at++] = (byte) c;
      } else if (c < 0x800) {
        bytes[at++] = (byte) (0xC0 | (c >> 6));
        bytes[at++] = (byte) (0x80 | (c & 0x3F));
      } else {
        bytes[at++] = (byte) (0xE0 | (c >> 12));
        bytes[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[at++] = (byte) (0x80 | (c & 0x3F));
      }
    }
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }
}
