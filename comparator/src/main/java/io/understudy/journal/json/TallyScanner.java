package io.understudy.journal.json;

import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import io.understudy.journal.latency.LatencyCounts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads tallies in the form that this package writes, several times faster than a general parser.
 * Most of a journal is tallies, and most of a tally is numbers. For any other form (spaces,
 * escapes, unknown fields, numbers out of range) it returns null. Then {@link TallyJson} reads the
 * line or says what is wrong. Not thread-safe.
 */
final class TallyScanner {
  private static final byte[] HEAD = ascii("{\"entry\":\"tally\",\"point\":");

  private static final byte[] COUNT = ascii("{\"count\":");
  private static final byte[] SUM = ascii(",\"sum\":");
  private static final byte[] MIN = ascii(",\"min\":");
  private static final byte[] MAX = ascii(",\"max\":");
  private static final byte[] BUCKETS = ascii(",\"buckets\":[");
  private static final byte[] COUNTS = ascii(",\"counts\":[");
  private static final byte[] WIDTH = ascii(",\"width\":");
  private static final byte[] FIRST = ascii(",\"first\":");

  /** The fields of the latencies; those of both forms, of which a line has one. */
  private static final int LISTS = 1 << 4 | 1 << 5 | 1 << 6;

  private static final int RUNS = 1 << 7;

  private final TextCache known = new TextCache();
  private byte[] line = {};
  private int at;
  private int end;
  private final int[] buckets = new int[LatencyCounts.MOST_BUCKETS];

  /** Up to this many names are compared one by one. */
  private static final int FEW = 8;

  /** The names of the counts that were read; a name that occurs twice is not valid. */
  private final List<String> few = new ArrayList<>();

  private final Set<String> names = new HashSet<>();

  /** The fields that were read, one bit each. */
  private int fields;

  private final LatencyRun run = new LatencyRun();
  private final long[] read = new long[LatencyCounts.MOST_BUCKETS];

  /** Returns the tally in a line, its end included; null if the parser must read the line. */
  @Nullable TallyEntry read(byte[] array, int start, int length) {
    if (length < HEAD.length || array[start + length - 1] != '\n') {
      return null;
    }
    line = array;
    at = start;
    end = start + length - 1;
    try {
      return readTally();
    } catch (UnusualLineException unusual) {
      return null;
    } catch (IllegalArgumentException malformed) {
      // The parser reports it with the name of the field.
      return null;
    }
  }

  private TallyEntry readTally() throws UnusualLineException {
    expectWord(HEAD);
    String point = readText();
    expect(',');
    if (!"minute".equals(readName())) {
      throw UnusualLineException.INSTANCE;
    }
    long minute = readNumber();
    TallyEntry.Builder tally = TallyEntry.builder(point, minute);
    fields = 0;
    while (next() == ',') {
      readField(readName(), tally);
    }
    if (line[at - 1] != '}' || at != end || point.isEmpty()) {
      throw UnusualLineException.INSTANCE;
    }
    if ((fields & RUNS) != 0 && (fields & LISTS) != 0) {
      throw UnusualLineException.INSTANCE;
    }
    if (point.length() > Ranges.MOST_NAME || minute > Ranges.LAST_MINUTE) {
      throw UnusualLineException.INSTANCE;
    }
    return tally.build();
  }

  private void readField(String name, TallyEntry.Builder tally) throws UnusualLineException {
    switch (name) {
      case "intercepted":
        once(0);
        tally.intercepted(readCount());
        break;
      case "fates":
        once(1);
        readCounts((fate, count) -> tally.fate(FateNames.parse(fate), count));
        break;
      case "leaves":
        once(2);
        tally.leaves(readCount());
        break;
      case "repeated":
        once(3);
        tally.repeated(readCount());
        break;
      case "control":
        once(4);
        tally.control(readLatencies());
        break;
      case "candidate":
        once(5);
        tally.candidate(readLatencies());
        break;
      case "caller":
        once(6);
        tally.caller(readLatencies());
        break;
      case "latencies":
        once(7);
        readRuns(tally);
        break;
      default:
        readTexts(TallyJson.textField(name), tally);
    }
  }

  private void readTexts(@Nullable TallyField field, TallyEntry.Builder tally)
      throws UnusualLineException {
    if (field == null) {
      throw UnusualLineException.INSTANCE;
    }
    once(8 + field.ordinal());
    readCounts((text, count) -> tally.count(field, text, count));
  }

  /** Leaves a field that occurs a second time to the parser, which reports it. */
  private void once(int field) throws UnusualLineException {
    if ((fields & 1 << field) != 0) {
      throw UnusualLineException.INSTANCE;
    }
    fields |= 1 << field;
  }

  private void readCounts(Counter counter) throws UnusualLineException {
    expect('{');
    if (peek() == '}') {
      at++;
      return;
    }
    few.clear();
    names.clear();
    do {
      String text = readName();
      if (names.size() == Ranges.MOST_TEXTS || !isNew(text)) {
        throw UnusualLineException.INSTANCE;
      }
      try {
        counter.count(text, readCount());
      } catch (MalformedEntryException unknown) {
        throw UnusualLineException.INSTANCE;
      }
    } while (next() == ',');
    expectLast('}');
  }

  private boolean isNew(String text) {
    if (few.size() == FEW) {
      names.addAll(few);
      return names.add(text);
    }
    return !few.contains(text) && few.add(text);
  }

  private LatencyCounts readLatencies() throws UnusualLineException {
    expectWord(COUNT);
    final long count = readNumber();
    expectWord(SUM);
    final long sum = readNumber();
    expectWord(MIN);
    final long min = readNumber();
    expectWord(MAX);
    final long max = readNumber();
    expectWord(BUCKETS);
    final int size = readNumbers(read);
    for (int i = 0; i < size; i++) {
      if (read[i] >= LatencyCounts.MOST_BUCKETS) {
        throw UnusualLineException.INSTANCE;
      }
      buckets[i] = (int) read[i];
    }
    expectWord(COUNTS);
    final int counted = readNumbers(read);
    expect('}');
    for (int i = 0; i < counted; i++) {
      if (read[i] > Ranges.MOST_COUNT) {
        throw UnusualLineException.INSTANCE;
      }
    }
    if (counted != size) {
      throw UnusualLineException.INSTANCE;
    }
    LatencyCounts latencies = LatencyCounts.ofFirst(size, buckets, read, sum, min, max);
    if (latencies.count() != count) {
      throw UnusualLineException.INSTANCE;
    }
    return latencies;
  }

  private void readRuns(TallyEntry.Builder tally) throws UnusualLineException {
    expect('{');
    int before = 0;
    do {
      String side = readName();
      int place = side.equals("control") ? 1 : side.equals("candidate") ? 2 : 3;
      // In the order in which they are written, so that no side occurs twice.
      if (place <= before || (place == 3 && !side.equals("caller"))) {
        throw UnusualLineException.INSTANCE;
      }
      before = place;
      LatencyCounts latencies = readRun();
      if (place == 1) {
        tally.control(latencies);
      } else if (place == 2) {
        tally.candidate(latencies);
      } else {
        tally.caller(latencies);
      }
    } while (next() == ',');
    expectLast('}');
  }

  private LatencyCounts readRun() throws UnusualLineException {
    expectWord(COUNT);
    final long count = readNumber();
    expectWord(SUM);
    final long sum = readNumber();
    expectWord(MIN);
    final long min = readNumber();
    expectWord(MAX);
    final long max = readNumber();
    expectWord(WIDTH);
    final long width = readNumber();
    expectWord(FIRST);
    final long first = readNumber();
    expectWord(COUNTS);
    readItems();
    expect('}');
    LatencyCounts latencies = run.latencies(width, first, sum, min, max);
    if (latencies.count() != count) {
      throw UnusualLineException.INSTANCE;
    }
    return latencies;
  }

  private void readItems() throws UnusualLineException {
    // The end of the line stops the loop over digits.
    final byte[] in = line;
    final LatencyRun target = run;
    target.clear();
    int i = at;
    byte after;
    do {
      boolean isGap = in[i] == '-';
      final int start = isGap ? i + 1 : i;
      i = start;
      long item = 0;
      for (int digit = in[i] - '0'; digit >= 0 && digit <= 9; digit = in[++i] - '0') {
        item = item * 10 + digit;
      }
      // A number of more digits is beyond the limits. A gap of 0 is written without a sign.
      boolean plain = i > start && i - start <= 18 && (in[start] != '0' || i - start == 1);
      if (!plain
          || item > (isGap ? LatencyCounts.MOST_BUCKETS : Ranges.MOST_COUNT)
          || (isGap && item == 0)
          || i >= end
          || target.size() == LatencyCounts.MOST_BUCKETS) {
        throw UnusualLineException.INSTANCE;
      }
      target.add(isGap ? -item : item);
      after = in[i++];
    } while (after == ',');
    at = i;
    expectLast(']');
  }

  private void expectWord(byte[] expected) throws UnusualLineException {
    int from = at;
    if (end - from < expected.length) {
      throw UnusualLineException.INSTANCE;
    }
    for (int i = 0; i < expected.length; i++) {
      if (line[from + i] != expected[i]) {
        throw UnusualLineException.INSTANCE;
      }
    }
    at = from + expected.length;
  }

  private String readName() throws UnusualLineException {
    String name = readText();
    expect(':');
    return name;
  }

  private String readText() throws UnusualLineException {
    expect('"');
    // Local copies of fields: the loops below take most of the time.
    final byte[] in = line;
    final int stop = end;
    final int start = at;
    int i = start;
    while (i < stop && in[i] != '"') {
      // A backslash starts an escape; control characters are not valid in JSON.
      if (in[i] == '\\' || (in[i] >= 0 && in[i] < ' ')) {
        throw UnusualLineException.INSTANCE;
      }
      i++;
    }
    at = i;
    String text = known.text(in, start, i);
    if (text == null) {
      throw UnusualLineException.INSTANCE;
    }
    expect('"');
    return text;
  }

  private long readNumber() throws UnusualLineException {
    // The end of the line stops the loop.
    final byte[] in = line;
    final int start = at;
    int i = start;
    long number = 0;
    for (int digit = in[i] - '0'; digit >= 0 && digit <= 9; digit = in[++i] - '0') {
      number = number * 10 + digit;
    }
    at = i;
    // Up to 18 digits fit; a number with a leading zero is not valid JSON.
    if (i == start || i - start > 18 || (in[start] == '0' && i - start > 1)) {
      throw UnusualLineException.INSTANCE;
    }
    return number;
  }

  private long readCount() throws UnusualLineException {
    long count = readNumber();
    if (count > Ranges.MOST_COUNT) {
      throw UnusualLineException.INSTANCE;
    }
    return count;
  }

  /** Reads the numbers of a list up to its end and returns how many there are, at least one. */
  private int readNumbers(long[] target) throws UnusualLineException {
    // The end of the line stops the loop over digits.
    final byte[] in = line;
    final int stop = end;
    int i = at;
    int size = 0;
    byte after;
    do {
      final int start = i;
      long number = 0;
      for (int digit = in[i] - '0'; digit >= 0 && digit <= 9; digit = in[++i] - '0') {
        number = number * 10 + digit;
      }
      boolean plain = i > start && i - start <= 18 && (in[start] != '0' || i - start == 1);
      if (!plain || i >= stop || size == target.length) {
        throw UnusualLineException.INSTANCE;
      }
      target[size++] = number;
      after = in[i++];
    } while (after == ',');
    at = i;
    expectLast(']');
    return size;
  }

  private int peek() throws UnusualLineException {
    if (at >= end) {
      throw UnusualLineException.INSTANCE;
    }
    return line[at];
  }

  private int next() throws UnusualLineException {
    int next = peek();
    at++;
    return next;
  }

  private void expect(char c) throws UnusualLineException {
    if (next() != c) {
      throw UnusualLineException.INSTANCE;
    }
  }

  /** Requires that the last byte read is this character. */
  private void expectLast(char c) throws UnusualLineException {
    if (line[at - 1] != c) {
      throw UnusualLineException.INSTANCE;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Receives a count. */
  private interface Counter {
    Object count(String text, long count) throws MalformedEntryException;
  }

  /** The line has a form that this package does not write. */
  private static final class UnusualLineException extends Exception {
    static final UnusualLineException INSTANCE = new UnusualLineException();

    private static final long serialVersionUID = 1;

    private UnusualLineException() {
      super(null, null, false, false);
    }
  }
}
