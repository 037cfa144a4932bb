package io.understudy.journal;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.file.JournalWriter;
import io.understudy.journal.redact.Redaction;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Writes one journal of three files with every kind of entry and value, the same at each run. The
 * first file ends because of its size, the second because of the day. It uses the public interface
 * only, so that any version of the library can write the same journal.
 */
final class FixedRun {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final long MINUTE = NOON.getEpochSecond() / 60;

  private FixedRun() {}

  /** Writes the journal into a directory. */
  static void write(java.nio.file.Path directory) throws IOException {
    Samples.ManualClock clock = new Samples.ManualClock();
    JournalWriter writer =
        JournalWriter.builder(directory, FixedRunEntries.session())
            .clock(clock)
            .rotateBytes(1)
            .redaction(
                Redaction.of(
                    Arrays.asList(
                        PathPattern.parse("/**/ssn"),
                        PathPattern.parse("/arguments/1/card/*"),
                        PathPattern.parse("/exception/message"),
                        PathPattern.parse("/lines/*/note"))))
            .open();
    writer.point(FixedRunEntries.quote(null));
    writer.point(FixedRunEntries.refund());
    writer.tally(FixedRunEntries.countsOfEachSort());
    writer.tally(TallyEntry.builder("quote", MINUTE).build());
    writer.flush();
    writer.point(FixedRunEntries.quote("ab"));
    writer.example(mismatchWithEachKindOfValue());
    writer.example(tooMuch());
    clock.now = NOON.plusSeconds(61);
    writer.flush();
    // The size limit is reached: the second file begins.
    writer.tally(FixedRunEntries.oddTexts());
    writer.example(masked());
    writer.example(threw());
    writer.flush();
    writer.example(accepted());
    writer.example(unanswered());
    clock.now = NOON.plusSeconds(86_400);
    // The day is over: the third file begins.
    writer.tally(FixedRunEntries.late());
    writer.force();
    writer.example(mutated());
    clock.now = NOON.plusSeconds(86_461);
    writer.close("JVM shutdown");
  }

  private static Example mismatchWithEachKindOfValue() {
    Order order = order("2.50");
    Order other = order("7.93");
    other.self = null;
    return Example.builder("quote", Fate.MISMATCHED, NOON.toEpochMilli() + 1_234)
        .arguments(new Object[] {scalars(), containers(), null})
        .given(new Object[] {"translated", 7L, null})
        .control(Outcome.returned(order), 41_200)
        .candidate(Outcome.returned(other), 38_900)
        .differences(eachKind(order, other), 70)
        .build();
  }

  private static List<Difference> eachKind(Order order, Order other) {
    List<Difference> differences = new ArrayList<>();
    for (DifferenceKind kind : DifferenceKind.values()) {
      differences.add(
          new Difference(
              Path.root().part("lines").element("sku=A7").part("of" + kind), kind, order, other));
    }
    Path map = Path.root().part("attributes").key("a/b~c").index(3);
    differences.add(
        new Difference(
            map, DifferenceKind.VALUE, new BigDecimal("2.50"), new BigDecimal("2.510000")));
    differences.add(new Difference(map, DifferenceKind.VALUE, 1.5, Double.NaN));
    differences.add(new Difference(map, DifferenceKind.VALUE, "Ulm", "ULM"));
    differences.add(new Difference(map, DifferenceKind.VALUE, "Ulm ", "Ulm"));
    differences.add(new Difference(map, DifferenceKind.MISSING, order.placed, null));
    differences.add(new Difference(Path.root(), DifferenceKind.VALUE, 1_000, 2_000));
    return differences;
  }

  private static List<Object> scalars() {
    return Arrays.asList(
        null,
        true,
        'c',
        (byte) -1,
        (short) 2,
        3,
        Long.MIN_VALUE,
        0.1f,
        -0.0,
        Double.NaN,
        Float.NEGATIVE_INFINITY,
        new BigDecimal("1E+40"),
        BigInteger.ONE.shiftLeft(64),
        BigInteger.ONE.shiftLeft(4_000),
        "text \u0000 \u2028 \ud800 \ud83d\ude00 \u20ac \"\\",
        Samples.repeat("long ", 1_000),
        new StringBuilder("built"),
        Instant.ofEpochMilli(1_234_567_890_123L),
        new java.util.Date(1_234_567_890_123L),
        LocalDate.of(2026, 11, 20),
        NOON.atOffset(ZoneOffset.ofHours(2)),
        Colour.RED,
        String.class,
        TimeZone.getTimeZone("UTC").toZoneId());
  }

  private static Map<String, Object> containers() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("chars", "secret?".toCharArray());
    all.put("bytes", new byte[] {1, 2, 3, -1});
    all.put("manyBytes", new byte[5_000]);
    all.put("ints", new int[] {1, 2, 3});
    all.put("matrix", new double[][] {{0.5}, {}});
    all.put("set", new LinkedHashSet<>(Arrays.asList(3, 1, 2)));
    all.put("optional", Optional.of("x"));
    all.put("empty", Optional.empty());
    all.put("$dollar", Collections.singletonMap("$type", "mine"));
    Map<Object, Object> keyed = new LinkedHashMap<>();
    keyed.put(1, "one");
    keyed.put(null, "null");
    keyed.put(Arrays.asList(1, 2), "list");
    keyed.put(new Line("K1", 1, "key"), "bean");
    all.put("keyed", keyed);
    all.put("longKey", Collections.singletonMap(Samples.repeat("k", 300), 1));
    Object deep = "bottom";
    for (int i = 0; i < 80; i++) {
      deep = Collections.singletonList(deep);
    }
    all.put("deep", deep);
    all.put("iterator", new ArrayList<>(Arrays.asList(1, 2)).iterator());
    all.put("thread", new Thread("never started"));
    all.put("colour", Colour.RED);
    return all;
  }

  private static Example tooMuch() {
    List<Object> numbers = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      numbers.add(i);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < 700; i++) {
      map.put("name" + i, "value " + i);
    }
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      differences.add(
          new Difference(Path.root().part("map").index(i), DifferenceKind.VALUE, map, numbers));
    }
    return Example.builder("quote", Fate.MISMATCHED, NOON.toEpochMilli())
        .arguments(new Object[] {numbers, "behind"})
        .control(Outcome.returned(map), 1)
        .candidate(Outcome.returned(null), 0)
        .differences(differences, 1_000_000)
        .build();
  }

  private static Example masked() {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("number", "4111111111111111");
    card.put("expires", 1_227);
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("card", card);
    request.put("text", "pay with 4111111111111111 or 4111-1111");
    request.put("ssn", "078-05-1120");
    request.put("078-05-1120", "as a key");
    Order order = order("1.00");
    order.lines.get(0).note = "Leave At The Door";
    return Example.builder("refund", Fate.MISMATCHED, NOON.toEpochMilli() + 61_000)
        .arguments(new Object[] {"078-05-1120", request, "leave at the door, please"})
        .control(Outcome.returned(order), 9_000)
        .candidate(Outcome.returned(Collections.singletonMap("ssn", 123_456_789)), 8_000)
        .differences(
            Arrays.asList(
                new Difference(
                    Path.root().part("ssn"), DifferenceKind.VALUE, 123_456_789, 123_456_788),
                new Difference(
                    Path.root().part("lines").element("note=Leave At The Door").part("quantity"),
                    DifferenceKind.VALUE,
                    1,
                    2),
                new Difference(
                    Path.root().key("078-05-1120").part("x"), DifferenceKind.TYPE, 123456789L, "y"),
                new Difference(Path.root().part("other"), DifferenceKind.EXTRA, null, request)),
            4)
        .build();
  }

  private static Example threw() {
    Exception failure =
        new IllegalStateException(
            "no price for A7",
            new IllegalArgumentException("cause " + Samples.repeat("long ", 1_000)));
    return Example.builder("refund", Fate.MISMATCHED, NOON.toEpochMilli() + 62_000)
        .arguments(new Object[] {"no price for A7"})
        .control(Outcome.threw(ThrownException.of(failure)), 9_000)
        .candidate(Outcome.threw(ThrownException.of(new UnsupportedOperationException())), 8_000)
        .differences(
            Collections.singletonList(
                new Difference(
                    Path.root(),
                    DifferenceKind.EXCEPTION,
                    ThrownException.of(failure),
                    ThrownException.of(new UnsupportedOperationException()))),
            1)
        .build();
  }

  private static Example accepted() {
    return Example.builder("quote", Fate.ACCEPTED, NOON.toEpochMilli() + 63_000)
        .control(Outcome.returned("a"), 9_000)
        .candidate(Outcome.returned("b"), 8_000)
        .differences(
            Arrays.asList(
                new Difference(
                        Path.root().part("tax"),
                        DifferenceKind.VALUE,
                        new BigDecimal("1.20"),
                        new BigDecimal("1.21"))
                    .acceptedBy("ROUND-17"),
                new Difference(Path.root().part("city"), DifferenceKind.VALUE, "Ulm", "ULM")
                    .acceptedBy("DATE-3")),
            2)
        .build();
  }

  private static Example unanswered() {
    return Example.builder("quote", Fate.TIMED_OUT, NOON.toEpochMilli() + 64_000)
        .reason("no answer within 2000 ms " + Samples.repeat("r", 1_000))
        .control(Outcome.returned(null), 9_000)
        .candidate(null, 2_000_000_000L)
        .build();
  }

  private static Example mutated() {
    return Example.builder("quote", Fate.MATCHED, NOON.toEpochMilli() + 86_400_000L)
        .arguments(new Object[] {new ArrayList<>(Collections.singletonList("before"))})
        .control(
            Outcome.returned(1).withArguments(new Object[] {Collections.singletonList("after")}),
            10)
        .candidate(Outcome.returned(1).withArguments(new Object[] {Collections.emptyList()}), 20)
        .build();
  }

  private static Order order(String total) {
    Order order = new Order();
    order.total = new BigDecimal(total);
    order.attributes.put("channel", "web");
    order.lines.add(new Line("A7", 3, "gift"));
    order.lines.add(new Line("B9", 1, null));
    order.self = order;
    return order;
  }

  /** A bean with a reference to itself. */
  static final class Order {
    BigDecimal total = BigDecimal.ZERO;
    LocalDate placed = LocalDate.of(2026, 11, 20);
    Map<String, Object> attributes = new LinkedHashMap<>();
    List<Line> lines = new ArrayList<>();
    @Nullable Order self;
    private final int $type = 1;
  }

  /** A line of an order. */
  static final class Line {
    final String sku;
    final int quantity;
    @Nullable String note;

    Line(String sku, int quantity, @Nullable String note) {
      this.sku = sku;
      this.quantity = quantity;
      this.note = note;
    }
  }

  /** An enum of an application. */
  enum Colour {
    RED
  }
}
