package io.understudy.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.value.Path;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  /** A session with everything set, of an agent that writes no beats. */
  public static SessionEntry session() {
    return fullSession().revision(2).build();
  }

  /** The same session of an agent that writes beats. */
  public static SessionEntry beatingSession() {
    return fullSession().build();
  }

  private static SessionEntry.Builder fullSession() {
    return SessionEntry.builder("billing", NOON)
        .session("00c0ffee00c0ffee")
        .host("host-7")
        .pid(4711)
        .jvm("OpenJDK 64-Bit Server VM 17.0.9")
        .os("Linux 6.1")
        .agent("0.1.0")
        .config("9f86d081884c7d65")
        .zone("Europe/Berlin");
  }

  /** Writes lines and a seal over all of them. */
  public static java.nio.file.Path writeSealed(java.nio.file.Path file, String... lines)
      throws IOException {
    String text = String.join("\n", lines) + "\n";
    return Files.write(file, (text + seal(text, lines.length)).getBytes(UTF_8));
  }

  /** Returns the line of a seal over this text. */
  public static String seal(String text, int lines) {
    try {
      byte[] bytes = text.getBytes(UTF_8);
      StringBuilder hash = new StringBuilder();
      for (byte b : MessageDigest.getInstance("SHA-256").digest(bytes)) {
        hash.append(String.format("%02x", b));
      }
      return "{\"entry\":\"seal\",\"records\":"
          + lines
          + ",\"bytes\":"
          + bytes.length
          + ",\"sha256\":\""
          + hash
          + "\"}\n";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
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

  /**
   * A tally of {@code quote} with this number of calls; all but one matched.
   *
   * @param minute since the epoch, or since noon if it is small
   */
  public static TallyEntry tally(long minute, long calls) {
    return TallyEntry.builder("quote", minute < 1_000_000 ? NOON_MINUTE + minute : minute)
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
