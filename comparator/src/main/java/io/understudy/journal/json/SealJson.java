package io.understudy.journal.json;

import io.understudy.journal.SealEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A seal as JSON. */
final class SealJson {
  private static final byte[] RECORDS = ascii("{\"entry\":\"seal\",\"records\":");
  private static final byte[] BYTES = ascii(",\"bytes\":");
  private static final byte[] SHA256 = ascii(",\"sha256\":\"");
  private static final byte[] END = ascii("\"}\n");

  /** The length of a hash. Hexadecimal digits. */
  private static final int HASH = 64;

  private SealJson() {}

  /** Returns the complete line. */
  static byte[] line(SealEntry seal) {
    String line =
        "{\"entry\":\"seal\",\"records\":"
            + seal.records()
            + ",\"bytes\":"
            + seal.bytes()
            + ",\"sha256\":\""
            + seal.sha256()
            + "\"}\n";
    return line.getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns the seal of a line that has exactly the form of {@link #line}; null for any other. */
  static @Nullable SealEntry scan(byte[] array, int start, int length) {
    int end = start + length;
    int at = skip(RECORDS, array, start, end);
    int comma = at < 0 ? -1 : digits(array, at, end);
    int bytesAt = comma < 0 ? -1 : skip(BYTES, array, comma, end);
    int after = bytesAt < 0 ? -1 : digits(array, bytesAt, end);
    int hash = after < 0 ? -1 : skip(SHA256, array, after, end);
    if (hash < 0 || end - hash != HASH + END.length || skip(END, array, hash + HASH, end) != end) {
      return null;
    }
    for (int i = hash; i < hash + HASH; i++) {
      if ((array[i] < '0' || array[i] > '9') && (array[i] < 'a' || array[i] > 'f')) {
        return null;
      }
    }
    return new SealEntry(
        number(array, at, comma),
        number(array, bytesAt, after),
        new String(array, hash, HASH, StandardCharsets.US_ASCII));
  }

  private static int skip(byte[] expected, byte[] array, int at, int end) {
    if (end - at < expected.length) {
      return -1;
    }
    for (int i = 0; i < expected.length; i++) {
      if (array[at + i] != expected[i]) {
        return -1;
      }
    }
    return at + expected.length;
  }

  /** Returns the end of a number from 1 on with up to 18 digits; -1 if there is none. */
  private static int digits(byte[] array, int at, int end) {
    int i = at;
    while (i < end && array[i] >= '0' && array[i] <= '9') {
      i++;
    }
    return i == at || i - at > 18 || array[at] == '0' ? -1 : i;
  }

  private static long number(byte[] array, int at, int end) {
    long number = 0;
    for (int i = at; i < end; i++) {
      number = number * 10 + (array[i] - '0');
    }
    return number;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static SealEntry read(EntryParser in) throws IOException {
    long records = 0;
    long bytes = 0;
    String sha256 = "";
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "records":
          records = in.number(1, Long.MAX_VALUE);
          break;
        case "bytes":
          bytes = in.number(1, Long.MAX_VALUE);
          break;
        case "sha256":
          sha256 = in.sha256();
          break;
        default:
          in.skip(field);
      }
    }
    if (sha256.length() != 64) {
      throw new MalformedEntryException("a seal needs sha256 with 64 hexadecimal digits");
    }
    return new SealEntry(records, bytes, sha256);
  }
}
