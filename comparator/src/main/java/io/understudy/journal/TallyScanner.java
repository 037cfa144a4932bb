package io.understudy.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads tallies as this package writes them, at several times the speed of a general parser:
 * tallies are nearly all of a journal, and numbers are nearly all of a tally. Whatever else it
 * meets (spaces, escapes, unknown fields, numbers that do not fit), it gives up, and the line is
 * left to {@link TallyJson}, which reads it or says what is wrong. Not thread-safe.
 */
final class TallyScanner {
  private static final byte[] HEAD = ascii("{\"entry\":\"tally\",\"point\":");

  private byte[] line = {};
  private int at;
  private int end;
  private int[] buckets = new int[LatencyBuckets.COUNT];
  private long[] counts = new long[LatencyBuckets.COUNT];

  /** The tally in a line, its end included; null when the line is left to the parser. */
  @Nullable TallyEntry read(byte[] array, int start, int length) {
    if (length < HEAD.length || array[start + length - 1] != '\n') {
      return null;
    }
    line = array;
    at = start;
    end = start + length - 1;
    try {
      return tally();
    } catch (Unusual unusual) {
      return null;
    } catch (IllegalArgumentException malformed) {
      // Told by the parser, with the field that it met.
      return null;
    }
  }

  private TallyEntry tally() throws Unusual {
    for (byte expected : HEAD) {
      expect((char) expected);
    }
    String point = text();
    expect(',');
    if (!"minute".equals(name())) {
      throw Unusual.LINE;
    }
    TallyEntry.Builder tally = TallyEntry.builder(point, number());
    while (next() == ',') {
      field(name(), tally);
    }
    if (line[at - 1] != '}' || at != end || point.isEmpty()) {
      throw Unusual.LINE;
    }
    return tally.build();
  }

  private void field(String name, TallyEntry.Builder tally) throws Unusual {
    switch (name) {
      case "intercepted":
        tally.intercepted(number());
        break;
      case "fates":
        counts((fate, count) -> tally.fate(Fates.named(fate), count));
        break;
      case "leaves":
        tally.leaves(number());
        break;
      case "repeated":
        tally.repeated(number());
        break;
      case "control":
        tally.control(latencies());
        break;
      case "candidate":
        tally.candidate(latencies());
        break;
      case "caller":
        tally.caller(latencies());
        break;
      default:
        texts(TallyJson.tallied(name), tally);
    }
  }

  private void texts(@Nullable Tallied what, TallyEntry.Builder tally) throws Unusual {
    if (what == null) {
      throw Unusual.LINE;
    }
    counts((text, count) -> tally.count(what, text, count));
  }

  private void counts(Counter counter) throws Unusual {
    expect('{');
    if (peek() == '}') {
      at++;
      return;
    }
    do {
      String text = name();
      try {
        counter.count(text, number());
      } catch (MalformedEntry unknown) {
        throw Unusual.LINE;
      }
    } while (next() == ',');
    closed('}');
  }

  private LatencyCounts latencies() throws Unusual {
    word("{\"count\":");
    final long count = number();
    word(",\"sum\":");
    final long sum = number();
    word(",\"min\":");
    final long min = number();
    word(",\"max\":");
    final long max = number();
    word(",\"buckets\":[");
    int size = 0;
    do {
      long bucket = number();
      if (size == buckets.length || bucket >= LatencyBuckets.COUNT) {
        throw Unusual.LINE;
      }
      buckets[size++] = (int) bucket;
    } while (next() == ',');
    closed(']');
    word(",\"counts\":[");
    int counted = 0;
    do {
      if (counted == size) {
        throw Unusual.LINE;
      }
      counts[counted++] = number();
    } while (next() == ',');
    closed(']');
    expect('}');
    LatencyCounts read =
        LatencyCounts.of(
            Arrays.copyOf(buckets, size), Arrays.copyOf(counts, counted), sum, min, max);
    if (read.count() != count) {
      throw Unusual.LINE;
    }
    return read;
  }

  private void word(String expected) throws Unusual {
    for (int i = 0; i < expected.length(); i++) {
      expect(expected.charAt(i));
    }
  }

  private String name() throws Unusual {
    String name = text();
    expect(':');
    return name;
  }

  private String text() throws Unusual {
    expect('"');
    int start = at;
    while (at < end && line[at] != '"') {
      // A backslash begins an escape; bytes of control characters are not JSON.
      if (line[at] == '\\' || (line[at] >= 0 && line[at] < ' ')) {
        throw Unusual.LINE;
      }
      at++;
    }
    String text = new String(line, start, at - start, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') >= 0) {
      // Perhaps not valid UTF-8.
      throw Unusual.LINE;
    }
    expect('"');
    return text;
  }

  private long number() throws Unusual {
    int start = at;
    long number = 0;
    while (at < end && line[at] >= '0' && line[at] <= '9') {
      number = number * 10 + (line[at++] - '0');
    }
    // Up to 18 digits fit; a number with a leading zero is not JSON.
    if (at == start || at - start > 18 || (line[start] == '0' && at - start > 1)) {
      throw Unusual.LINE;
    }
    return number;
  }

  private int peek() throws Unusual {
    if (at >= end) {
      throw Unusual.LINE;
    }
    return line[at];
  }

  private int next() throws Unusual {
    int next = peek();
    at++;
    return next;
  }

  private void expect(char c) throws Unusual {
    if (next() != c) {
      throw Unusual.LINE;
    }
  }

  /** What was last gone over must be this. */
  private void closed(char c) throws Unusual {
    if (line[at - 1] != c) {
      throw Unusual.LINE;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes a count. */
  private interface Counter {
    Object count(String text, long count) throws MalformedEntry;
  }

  /** The line is not as this package writes it. */
  private static final class Unusual extends Exception {
    static final Unusual LINE = new Unusual();

    private static final long serialVersionUID = 1;

    private Unusual() {
      super(null, null, false, false);
    }
  }
}
