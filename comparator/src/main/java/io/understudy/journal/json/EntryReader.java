package io.understudy.journal.json;

import com.fasterxml.jackson.core.JacksonException;
import io.understudy.journal.CloseEntry;
import io.understudy.journal.EntryText;
import io.understudy.journal.ExampleEntry;
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

/** Turns the lines of a journal file into entries, one line at a time. Not thread-safe. */
public final class EntryReader {
  /** A longer line is not read, so that no file can take the reader's memory. Bytes. */
  public static final int MOST_LINE_BYTES = Json.MOST_LINE_BYTES;

  private static final byte[] EXAMPLE =
      "{\"entry\":\"example\"".getBytes(StandardCharsets.US_ASCII);

  private final EntryParser parser = new EntryParser();
  private final TallyScanner scanner = new TallyScanner();
  private final Map<String, Long> unknown = new TreeMap<>();

  /** A reader that has read nothing. */
  public EntryReader() {}

  /** Whether a line is an example, found without parsing it. */
  public static boolean isExample(byte[] array, int start, int length) {
    if (length < EXAMPLE.length) {
      return false;
    }
    for (int i = 0; i < EXAMPLE.length; i++) {
      if (array[start + i] != EXAMPLE[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads one line.
   *
   * @param array holds the line
   * @param start where the line begins in the array
   * @param length bytes of the line, its end included
   * @return a {@link SessionEntry}, {@link PointEntry}, {@link TallyEntry}, {@link ExampleEntry},
   *     {@link SealEntry} or {@link CloseEntry}; null where the type of the entry is not known
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
      case "close":
        entry = CloseJson.read(parser);
        break;
      default:
        unknown.merge(EntryText.clip(type), 1L, Long::sum);
        return null;
    }
    parser.end();
    return entry;
  }

  /** How many entries of each unknown type were met so far. Unmodifiable. */
  public Map<String, Long> unknownEntries() {
    return Collections.unmodifiableMap(unknown);
  }

  /** The first unknown fields that were met so far, as {@code entry.field}. Unmodifiable. */
  public Set<String> unknownFields() {
    return Collections.unmodifiableSet(parser.unknown());
  }
}
