package io.understudy.agent.isolated;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The central directory of a zip file, and its entries (PKWARE APPNOTE.TXT 6.3.9, sections 4.3 and
 * 4.4). {@code java.util.zip.ZipFile} is not used: Java 8 maps the directory of the file into
 * memory, and a jar that is overwritten then ends the JVM by SIGBUS (JDK-8142508). This reader
 * notices a changed entry by its checksum. It has no channel, since an interrupt would close it.
 * Thread-safe.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_LOCATOR = 0x07064b50;
  private static final int ENTRY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_SIZE = 22;
  private static final int LOCATOR_SIZE = 20;
  private static final int END_64_SIZE = 56;
  private static final int ENTRY_SIZE = 46;
  private static final int LOCAL_SIZE = 30;
  private static final int MOST_COMMENT = 65_535;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int ENCRYPTED = 1;

  private final RandomAccessFile file;
  private final Map<String, Place> places = new LinkedHashMap<>();

  /** Where an entry is, and how long. */
  private static final class Place {
    final long offset;
    final long packed;
    final long size;
    final int method;
    final int crc;

    Place(long offset, long packed, long size, int method, int crc) {
      this.offset = offset;
      this.packed = packed;
      this.size = size;
      this.method = method;
      this.crc = crc;
    }
  }

  private ZipDirectory(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Reads the central directory.
   *
   * @param file stays open as long as entries are read; the caller closes it
   * @throws IOException if the file is no zip file, or has entries that this reader does not know
   */
  static ZipDirectory read(RandomAccessFile file) throws IOException {
    ZipDirectory directory = new ZipDirectory(file);
    directory.read();
    return directory;
  }

  /** The names of the entries, in the order of the directory. */
  Iterable<String> names() {
    return places.keySet();
  }

  boolean contains(String name) {
    return places.containsKey(name);
  }

  private void read() throws IOException {
    long length = file.length();
    int tail = (int) Math.min(length, END_SIZE + MOST_COMMENT);
    ByteBuffer end = bytes(length - tail, tail);
    int at = tail - END_SIZE;
    while (at >= 0 && (end.getInt(at) != END || at + END_SIZE + u16(end, at + 20) != tail)) {
      at--;
    }
    if (at < 0) {
      throw new IOException("it is no jar, or it is cut off");
    }
    long endAt = length - tail + at;
    long size = u32(end, at + 12);
    long offset = u32(end, at + 16);
    if (u16(end, at + 10) == 0xffff || size == 0xffffffffL || offset == 0xffffffffL) {
      ByteBuffer large = largeEnd(endAt);
      endAt = large.getLong(0);
      size = large.getLong(8);
      offset = large.getLong(16);
    }
    // Something may precede the first entry, such as a script that starts the jar.
    long before = endAt - size - offset;
    if (size < 0 || size > Integer.MAX_VALUE - 8 || before < 0) {
      throw new IOException("its directory is damaged");
    }
    readEntries(bytes(before + offset, (int) size), before);
  }

  /** Returns position, size and offset of the directory of a file with 65,535 entries or more. */
  private ByteBuffer largeEnd(long endAt) throws IOException {
    ByteBuffer locator = bytes(Math.max(0, endAt - LOCATOR_SIZE), LOCATOR_SIZE);
    long largeAt = endAt - LOCATOR_SIZE - END_64_SIZE;
    if (locator.getInt(0) != END_64_LOCATOR || largeAt < 0) {
      throw new IOException("its directory is damaged");
    }
    ByteBuffer end = bytes(largeAt, END_64_SIZE);
    if (end.getInt(0) != END_64) {
      throw new IOException("its directory has extensions that are not supported");
    }
    ByteBuffer found = ByteBuffer.allocate(24);
    found.putLong(0, largeAt).putLong(8, end.getLong(40)).putLong(16, end.getLong(48));
    return found;
  }

  private void readEntries(ByteBuffer in, long before) throws IOException {
    int at = 0;
    while (at + ENTRY_SIZE <= in.limit() && in.getInt(at) == ENTRY) {
      int nameLength = u16(in, at + 28);
      int next = at + ENTRY_SIZE + nameLength + u16(in, at + 30) + u16(in, at + 32);
      if (next > in.limit()) {
        throw new IOException("its directory is damaged");
      }
      String name = new String(in.array(), at + ENTRY_SIZE, nameLength, StandardCharsets.UTF_8);
      long packed = u32(in, at + 20);
      long size = u32(in, at + 24);
      long offset = u32(in, at + 42);
      if ((u16(in, at + 8) & ENCRYPTED) != 0) {
        throw new IOException("its entry " + name + " is encrypted");
      }
      if (Math.max(packed, size) > Integer.MAX_VALUE - 8 || offset == 0xffffffffL) {
        throw new IOException("its entry " + name + " is larger than 2 GB, or behind 4 GB");
      }
      places.put(
          name, new Place(before + offset, packed, size, u16(in, at + 10), in.getInt(at + 16)));
      at = next;
    }
  }

  /**
   * Reads an entry.
   *
   * @throws IOException if the file has changed since its directory was read, or cannot be read
   */
  byte[] read(String name) throws IOException {
    Place place = places.get(name);
    if (place == null) {
      throw new IOException("it has no entry " + name);
    }
    byte[] packed;
    synchronized (file) {
      ByteBuffer local = bytes(place.offset, LOCAL_SIZE);
      if (local.getInt(0) != LOCAL) {
        throw changed();
      }
      long data = place.offset + LOCAL_SIZE + u16(local, 26) + u16(local, 28);
      packed = bytes(data, (int) place.packed).array();
    }
    byte[] content = unpack(packed, place, name);
    CRC32 crc = new CRC32();
    crc.update(content, 0, content.length);
    if ((int) crc.getValue() != place.crc) {
      throw changed();
    }
    return content;
  }

  private static byte[] unpack(byte[] packed, Place place, String name) throws IOException {
    if (place.method == STORED) {
      return packed;
    }
    if (place.method != DEFLATED) {
      throw new IOException("its entry " + name + " has an unknown compression");
    }
    byte[] content = new byte[(int) place.size];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      int at = 0;
      while (at < content.length) {
        int n = inflater.inflate(content, at, content.length - at);
        if (n == 0) {
          throw changed();
        }
        at += n;
      }
      return content;
    } catch (DataFormatException damaged) {
      throw changed();
    } finally {
      inflater.end();
    }
  }

  private static IOException changed() {
    return new IOException("it has changed since it was opened; reload the configuration");
  }

  private ByteBuffer bytes(long at, int count) throws IOException {
    byte[] bytes = new byte[count];
    try {
      synchronized (file) {
        file.seek(at);
        file.readFully(bytes);
      }
    } catch (EOFException cut) {
      throw changed();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int u16(ByteBuffer in, int at) {
    return in.getShort(at) & 0xffff;
  }

  private static long u32(ByteBuffer in, int at) {
    return in.getInt(at) & 0xffffffffL;
  }
}
