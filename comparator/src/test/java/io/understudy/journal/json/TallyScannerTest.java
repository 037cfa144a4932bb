package io.understudy.journal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.Fate;
import io.understudy.journal.Samples;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.journal.latency.LatencyHistogram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The scanner returns the same tally as the parser, or null. */
final class TallyScannerTest {
  private static final String LISTS =
      "\"caller\":{\"count\":12,\"sum\":84,\"min\":7,\"max\":7,\"buckets\":[500],\"counts\":[12]}";

  /** A line of revision 3. */
  private static final String LISTED =
      "{\"entry\":\"tally\",\"point\":\"quote\",\"minute\":7,\"intercepted\":12,\"fates\":{},"
          + LISTS
          + "}\n";

  @Provide
  Arbitrary<TallyEntry> tallies() {
    Arbitrary<LatencyCounts> latencies =
        Arbitraries.longs()
            .greaterOrEqual(0)
            .list()
            .ofMaxSize(20)
            .map(
                values -> {
                  LatencyHistogram histogram = new LatencyHistogram();
                  values.forEach(histogram::record);
                  return histogram.drain();
                });
    Arbitrary<Long> counts = Arbitraries.longs().between(0, 1L << 40);
    return Combinators.combine(
            Arbitraries.strings().ofMinLength(1).ofMaxLength(10),
            Arbitraries.longs().between(-100, 1L << 30),
            counts,
            Arbitraries.maps(Arbitraries.of(Fate.class), counts),
            Arbitraries.maps(Arbitraries.strings().ofMaxLength(10), counts),
            latencies,
            latencies)
        .as(
            (point, minute, intercepted, fates, texts, control, caller) -> {
              TallyEntry.Builder tally = TallyEntry.builder(point, minute).intercepted(intercepted);
              fates.forEach(tally::fate);
              for (TallyField field : TallyField.values()) {
                texts.forEach((text, count) -> tally.count(field, text, count));
              }
              tally.leaves(intercepted / 3).repeated(intercepted / 5);
              return tally.control(control).candidate(caller).caller(caller).build();
            });
  }

  @Property(tries = 500)
  void scannerAndParserReadTheSame(@ForAll("tallies") TallyEntry tally) throws IOException {
    byte[] line = line(tally);
    TallyEntry scanned = new TallyScanner().read(line, 0, line.length);
    if (scanned != null) {
      assertThat(scanned).isEqualTo(parsed(line));
    }
  }

  @Property(tries = 2_000)
  void scannerAndParserReadAChangedLineAlike(
      @ForAll("tallies") TallyEntry tally,
      @ForAll @IntRange(max = 100_000) int place,
      @ForAll("bytes") byte change) {
    byte[] line = line(tally);
    line[place % (line.length - 1)] = change;
    TallyEntry scanned = new TallyScanner().read(line, 0, line.length);
    if (scanned != null) {
      assertThat(scanned).isEqualTo(parsedOrNull(line));
    }
  }

  @Provide
  Arbitrary<Byte> bytes() {
    return Arbitraries.of((byte) '0', (byte) '9', (byte) ',', (byte) '}', (byte) ']', (byte) '"');
  }

  @Example
  void whatThisPackageWritesIsScanned() {
    for (TallyEntry tally :
        Arrays.asList(
            Samples.tally(Samples.NOON_MINUTE, 12),
            TallyEntry.builder("quote", 0).build(),
            TallyEntry.builder("\u4e16\u754c", 7)
                .fate(Fate.SHED, 3)
                .reason("shed: x", 3)
                .count(TallyField.ACCEPTED, "ROUND-17", 2)
                .leaves(120)
                .repeated(4)
                .build())) {
      byte[] line = line(tally);
      assertThat(new TallyScanner().read(line, 0, line.length)).isEqualTo(tally);
    }
  }

  @Example
  void whatEarlierRevisionsWroteIsScanned() throws IOException {
    byte[] line = LISTED.getBytes(StandardCharsets.UTF_8);

    TallyEntry scanned = new TallyScanner().read(line, 0, line.length);
    assertThat(scanned)
        .isEqualTo(
            TallyEntry.builder("quote", 7)
                .intercepted(12)
                .caller(LatencyCounts.of(new int[] {500}, new long[] {12}, 84, 7, 7))
                .build());
    assertThat(scanned).isEqualTo(parsed(line));
  }

  @Example
  void latenciesInBothFormsAreRefused() {
    String tally = new String(line(Samples.tally(1, 12)), StandardCharsets.UTF_8);
    byte[] both = tally.replace("}}}", "}}," + LISTS + "}").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> parsed(both)).hasMessageContaining("in one of two forms, not both");
  }

  @Example
  void whatIsUnusualIsLeftToTheParser() {
    String tally = new String(line(Samples.tally(1, 12)), StandardCharsets.UTF_8);
    List<String> unusual =
        Arrays.asList(
            tally.replace(":12", ": 12"),
            tally.replace("quote", "qu\\u006fte"),
            tally.replace("quote", ""),
            tally.replace("\"intercepted\":12", "\"intercepted\":012"),
            tally.replace("\"intercepted\":12", "\"intercepted\":-12"),
            tally.replace("\"intercepted\":12", "\"intercepted\":1.2"),
            tally.replace("\"intercepted\":12", "\"intercepted\":9223372036854775808"),
            tally.replace("intercepted", "unknown"),
            tally.replace("matched", "lost"),
            tally.replace("\"count\":12", "\"count\":13"),
            tally.replace(":500,", ":1888,"),
            tally.replace("[12]", "[]"),
            tally.replace("[12]", "[5,-1,7]"),
            tally.replace("[12]", "[5,-0,7]"),
            tally.replace("[12]", "[5,0,-2,7]"),
            tally.replace("[12]", "[12,0]"),
            tally.replace("[12]", "[0,12]"),
            tally.replace("\"width\":1", "\"width\":3"),
            tally.replace("\"control\"", "\"wall\""),
            tally.replace("}}}", "}," + LISTS.replace("caller", "control") + "}}"),
            tally.replace("}}}", "}}," + LISTS + "}"),
            LISTED.replace("[500]", "[1888]"),
            LISTED.replace("[500]", "[]"),
            LISTED.replace("\"count\":12", "\"count\":13"),
            tally.replace("}\n", "}}\n"),
            tally.replace("}\n", "\n"),
            tally.replace("}\n", "}"),
            "\n",
            "{\"entry\":\"tally\"}\n");
    for (String line : unusual) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      assertThat(new TallyScanner().read(bytes, 0, bytes.length)).as(line).isNull();
    }
  }

  private static byte[] line(TallyEntry tally) {
    LineBuffer lines = new LineBuffer();
    new EntryWriter(lines).line(out -> TallyJson.write(out, tally));
    return Arrays.copyOf(lines.array(), lines.size());
  }

  private static @Nullable TallyEntry parsedOrNull(byte[] line) {
    try {
      return parsed(line);
    } catch (IOException | RuntimeException malformed) {
      return null;
    }
  }

  private static TallyEntry parsed(byte[] line) throws IOException {
    EntryParser parser = new EntryParser();
    assertThat(parser.open(line, 0, line.length)).isEqualTo("tally");
    TallyEntry tally = TallyJson.read(parser);
    parser.end();
    return tally;
  }
}
