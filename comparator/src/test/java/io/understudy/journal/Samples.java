package io.understudy.journal;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.value.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Entries and values that the tests of the journal share. */
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  public static final long NOON_MINUTE = NOON.getEpochSecond() / 60;

  private Samples() {}

  /** A session with everything set. */
  public static SessionEntry session() {
    return SessionEntry.builder("billing", NOON)
        .session("00c0ffee00c0ffee")
        .host("host-7")
        .pid(4711)
        .jvm("OpenJDK 64-Bit Server VM 17.0.9")
        .os("Linux 6.1")
        .agent("0.1.0")
        .config("9f86d081884c7d65")
        .zone("Europe/Berlin")
        .build();
  }

  /** A call point named {@code quote}. */
  public static PointEntry point() {
    return new PointEntry(
        "quote",
        "com.acme.legacy.PricingService#quote",
        "com.acme.next.Pricing#quote",
        new CodeIdentity("legacy-1.2.jar", repeat("ab", 32)),
        new CodeIdentity("next", null),
        0.25,
        2_000,
        Arrays.asList("ignore /quotedAt", "tolerate /total 0.005"));
  }

  /** A tally of {@code quote} with this number of calls; all but one matched. */
  public static TallyEntry tally(long minute, long calls) {
    return TallyEntry.builder("quote", minute)
        .intercepted(calls)
        .fate(Fate.MATCHED, calls - 1)
        .fate(Fate.MISMATCHED, 1)
        .signature("/lines/*/price · VALUE", 1)
        .control(LatencyCounts.of(new int[] {500}, new long[] {calls}, 7 * calls, 7, 7))
        .build();
  }

  /** An example of {@code quote} with these returned values. */
  public static Example example(Object control, Object candidate) {
    return Example.builder("quote", Fate.MISMATCHED, NOON.toEpochMilli())
        .arguments(new Object[] {"cart", 3})
        .control(Outcome.returned(control), 1_200)
        .candidate(Outcome.returned(candidate), 800)
        .differences(
            Collections.singletonList(
                new Difference(Path.root(), DifferenceKind.VALUE, control, candidate)),
            1)
        .build();
  }

  /** Returns an order with two lines. */
  public static Order order(String total) {
    Order order = new Order();
    order.total = new BigDecimal(total);
    order.placed = LocalDate.of(2026, 11, 20);
    order.attributes.put("channel", "web");
    order.lines.add(new Line("A7", 3));
    order.lines.add(new Line("B9", 1));
    return order;
  }

  /** Returns the kinds of the reported problems, in order. */
  public static List<JournalProblem.Kind> kinds(JournalContents read) {
    return read.problems().stream().map(JournalProblem::kind).collect(Collectors.toList());
  }

  public static String repeat(String text, int times) {
    return String.join("", Collections.nCopies(times, text));
  }

  /** A clock that changes only when a test sets it. */
  public static final class ManualClock extends Clock {
    public Instant now = NOON;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** A bean of a fictional shop. */
  static final class Order {
    BigDecimal total = BigDecimal.ZERO;
    LocalDate placed = LocalDate.MIN;
    Map<String, Object> attributes = new LinkedHashMap<>();
    List<Line> lines = new ArrayList<>();
  }

  /** A line of an order. */
  static final class Line {
    final String sku;
    final int quantity;

    Line(String sku, int quantity) {
      this.sku = sku;
      this.quantity = quantity;
    }
  }
}
