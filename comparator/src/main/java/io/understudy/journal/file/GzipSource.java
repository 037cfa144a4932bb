package io.understudy.journal.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses one gzip member (RFC 1952) and refuses what the JDK's stream reads over: a second
 * member, bytes after the end, and data that expands beyond any journal. Not thread-safe.
 */
final class GzipSource extends InputStream {
  /** Up to this size no ratio is suspicious. Bytes. */
  static final long ALWAYS_ALLOWED = 256L << 20;

  /** The greatest ratio of a journal; deflate reaches 1,032, tallies about 20. */
  static final long MOST_RATIO = 300;

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream raw;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input = new byte[1 << 16];
  private int filled;
  private long in;
  private long out;
  private boolean ended;

  /** Reads the header; closes the stream if it is damaged. */
  GzipSource(InputStream raw) throws IOException {
    this.raw = raw;
    try {
      readHeader();
    } catch (IOException damaged) {
      inflater.end();
      raw.close();
      throw damaged;
    }
  }

  private void readHeader() throws IOException {
    CheckedInputStream head = new CheckedInputStream(raw, new CRC32());
    if (octet(head) != 0x1f || octet(head) != 0x8b || octet(head) != 8) {
      throw new DamagedGzipException("the name says that the file is compressed, but it is not");
    }
    int flags = octet(head);
    for (int i = 0; i < 6; i++) {
      octet(head);
    }
    if ((flags & EXTRA) != 0) {
      for (int left = octet(head) | octet(head) << 8; left > 0; left--) {
        octet(head);
      }
    }
    for (int field = flags & (NAME | COMMENT); field != 0; field &= field - 1) {
      skipText(head);
    }
    if ((flags & HEADER_CRC) != 0) {
      long crcOfHeader = head.getChecksum().getValue() & 0xffff;
      if ((octet(head) | octet(head) << 8) != crcOfHeader) {
        throw damaged();
      }
    }
  }

  private static void skipText(InputStream head) throws IOException {
    int length = 0;
    while (octet(head) != 0) {
      if (++length > 1 << 16) {
        throw damaged();
      }
    }
  }

  private static int octet(InputStream from) throws IOException {
    int octet = from.read();
    if (octet < 0) {
      throw damaged();
    }
    return octet;
  }

  private static DamagedGzipException damaged() {
    return new DamagedGzipException(
        "the compressed data ends early or is damaged after this line; restore the file");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (ended || length == 0) {
      return ended ? -1 : 0;
    }
    try {
      int read = inflater.inflate(to, offset, length);
      while (read == 0) {
        if (inflater.finished()) {
          checkTrailer();
          ended = true;
          return -1;
        }
        if (inflater.needsDictionary() || !fill()) {
          throw damaged();
        }
        read = inflater.inflate(to, offset, length);
      }
      crc.update(to, offset, read);
      out += read;
      if (out > ALWAYS_ALLOWED && out / MOST_RATIO > in) {
        throw new DamagedGzipException(
            "the compressed data expands to more than "
                + MOST_RATIO
                + " times its size, which no journal does");
      }
      return read;
    } catch (DataFormatException broken) {
      throw damaged();
    }
  }

  private boolean fill() throws IOException {
    filled = Math.max(0, raw.read(input, 0, input.length));
    in += filled;
    inflater.setInput(input, 0, filled);
    return filled > 0;
  }

  private void checkTrailer() throws IOException {
    int left = inflater.getRemaining();
    int at = filled - left;
    long stated = 0;
    for (int i = 0; i < 8; i++) {
      long octet = at < filled ? input[at++] & 0xff : octet(raw);
      stated |= octet << 8 * i;
    }
    if ((stated & 0xffffffffL) != crc.getValue() || stated >>> 32 != (out & 0xffffffffL)) {
      throw damaged();
    }
    if (at < filled || raw.read() >= 0) {
      throw new DamagedGzipException(
          "there are bytes after the end of the compressed data, such as a second compressed"
              + " part: they were added");
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    raw.close();
  }
}
