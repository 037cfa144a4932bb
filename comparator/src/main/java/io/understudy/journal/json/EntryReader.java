package io.understudy.journal.json;

import com.fasterxml.jackson.core.JacksonException;
import io.understudy.journal.CloseEntry;
import io.understudy.journal.EntryText;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SealEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parses the lines of a journal file into entries, one line at a time. Not thread-safe. */
public final class EntryReader {
  /**
   * The greatest length of a line that is read, so that no file fills the reader's memory. Bytes.
   */
  public static final int MOST_LINE_BYTES = Json.MOST_LINE_BYTES;

  private static final byte[] EXAMPLE =
      "{\"entry\":\"example\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SEAL = "{\"entry\":\"seal\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEGIN = "{\"entry\":\"".getBytes(StandardCharsets.US_ASCII);

  /** The greatest number of unknown types that are counted one by one. */
  private static final int MOST_UNKNOWN = 20;

  private final EntryParser parser = new EntryParser();
  private final TallyScanner scanner = new TallyScanner();
  private final Map<String, Long> unknown = new TreeMap<>();

  /** Creates a reader for one file. */
  public EntryReader() {}

  /** Returns whether a line is an example, without parsing it. */
  public static boolean isExample(byte[] array, int start, int length) {
    return begins(EXAMPLE, array, start, length);
  }

  /** Returns whether a line claims to be a seal, without parsing it. */
  public static boolean isSeal(byte[] array, int start, int length) {
    return begins(SEAL, array, start, length);
  }

  /**
   * Returns whether a line begins and ends as the agent writes it: without a byte order mark,
   * another encoding, blanks at its ends, or another line end.
   */
  public static boolean isPlain(byte[] array, int start, int length) {
    return begins(BEGIN, array, start, length)
        && array[start + length - 1] == '\n'
        && array[start + length - 2] == '}';
  }

  private static boolean begins(byte[] with, byte[] array, int start, int length) {
    if (length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if (array[start + i] != with[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the seal of a line that has exactly the form in which the agent writes it; null if it
   * is no seal or has another form, which {@link #read} reads.
   */
  public static @Nullable SealEntry readPlainSeal(byte[] array, int start, int length) {
    return SealJson.scan(array, start, length);
  }

  /**
   * Reads one line.
   *
   * @param array the array that contains the line
   * @param start the start of the line in the array
   * @param length the length of the line in bytes, its end included
   * @return a {@link SessionEntry}, {@link PointEntry}, {@link TallyEntry}, {@link ExampleEntry},
   *     {@link SealEntry}, {@link HeartbeatEntry} or {@link CloseEntry}; null for an unknown type
   *     of entry
   * @throws IOException when the line is not valid JSON or not an entry; the message says what was
   *     expected
   * @throws RuntimeException when the values of the entry do not fit together; the message says how
   */
  public @Nullable Object read(byte[] array, int start, int length) throws IOException {
    TallyEntry tally = scanner.read(array, start, length);
    if (tally != null) {
      return tally;
    }
    try {
      return parse(array, start, length);
    } catch (JacksonException malformed) {
      throw new MalformedEntryException("not valid JSON: " + malformed.getOriginalMessage());
    }
  }

  private @Nullable Object parse(byte[] array, int start, int length) throws IOException {
    String type = parser.open(array, start, length);
    Object entry;
    switch (type) {
      case "session":
        entry = SessionJson.read(parser);
        break;
      case "point":
        entry = PointJson.read(parser);
        break;
      case "tally":
        entry = TallyJson.read(parser);
        break;
      case "example":
        entry = ExampleReader.read(parser);
        break;
      case "seal":
        entry = SealJson.read(parser);
        break;
      case "beat":
        entry = HeartbeatJson.read(parser);
        break;
      case "close":
        entry = CloseJson.read(parser);
        break;
      default:
        String known = EntryText.clip(type);
        boolean room = unknown.size() < MOST_UNKNOWN || unknown.containsKey(known);
        unknown.merge(room ? known : "(other)", 1L, Long::sum);
        return null;
    }
    parser.end();
    return entry;
  }

  /** The number of entries of each unknown type so far. Unmodifiable. */
  public Map<String, Long> unknownEntries() {
    return Collections.unmodifiableMap(unknown);
  }

  /** Whether any entry or field so far was unknown. */
  public boolean hasUnknown() {
    return !unknown.isEmpty() || !parser.unknown().isEmpty();
  }

  /** Names the unknown entries and fields so far. */
  public String unknownText() {
    return unknown.isEmpty()
        ? "the field " + String.join(", ", parser.unknown())
        : "an entry " + String.join(", ", unknown.keySet());
  }

  /** The first unknown fields so far, as {@code entry.field}. Unmodifiable. */
  public Set<String> unknownFields() {
    return Collections.unmodifiableSet(parser.unknown());
  }
}
