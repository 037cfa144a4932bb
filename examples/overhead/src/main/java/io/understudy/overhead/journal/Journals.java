package io.understudy.overhead.journal;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.journal.CodeIdentity;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalWriter;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.journal.latency.LatencyHistogram;
import io.understudy.value.Path;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Writes journals of a given size, as four hosts with eight busy call points write them: a file for
 * each host and day, with a flush each ten seconds, latencies each minute, and some mismatches with
 * examples. The calls are invented, the format is the agent's.
 */
public final class Journals {
  private static final int HOSTS = 4;
  private static final int POINTS = 8;
  private static final int CALLS_PER_SECOND = 200;
  private static final int FLUSH_SECONDS = 10;
  private static final int MOST_SAMPLES = 6_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);
  private static final long LAST_SECOND = 86_380;

  private final java.nio.file.Path directory;
  private final Random random = new Random(12);
  private final ManualClock clock = new ManualClock();
  private final List<LatencyCounts[]> latencies = new ArrayList<>();

  private Journals(java.nio.file.Path directory) {
    this.directory = directory;
    for (int i = 0; i < 32; i++) {
      latencies.add(minuteOfLatencies());
    }
  }

  /**
   * Writes journals.
   *
   * @param arguments the directory, which is created, and the size in megabytes
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: Journals DIRECTORY MEGABYTES");
      System.exit(2);
    }
    Journals journals = new Journals(java.nio.file.Path.of(arguments[0]));
    long left = Long.parseLong(arguments[1]) << 20;
    for (int number = 0; left > 0; number++) {
      left -= journals.write(number, left);
    }
  }

  private LatencyCounts[] minuteOfLatencies() {
    LatencyHistogram[] sides = {
      new LatencyHistogram(), new LatencyHistogram(), new LatencyHistogram()
    };
    for (int i = 0; i < MOST_SAMPLES; i++) {
      long nanos = (long) (40_000 * Math.exp(0.6 * random.nextGaussian()));
      sides[0].record(nanos);
      sides[1].record(nanos * 4 / 5);
      sides[2].record((long) (400 * Math.exp(0.5 * random.nextGaussian())));
    }
    return new LatencyCounts[] {sides[0].counts(), sides[1].counts(), sides[2].counts()};
  }

  /** Writes the journal of one host and day, or less; returns its size. */
  private long write(int number, long most) throws IOException {
    Instant midnight = FIRST_DAY.plusDays(number / HOSTS).atStartOfDay(ZoneOffset.UTC).toInstant();
    clock.now = midnight;
    SessionEntry session =
        SessionEntry.builder("billing", midnight)
            .session(String.format("%016x", number))
            .host("host-" + number % HOSTS)
            .zone("UTC")
            .agent("example")
            .build();
    JournalWriter writer =
        JournalWriter.builder(directory, session).clock(clock).rotateBytes(1L << 40).open();
    java.nio.file.Path file = Objects.requireNonNull(writer.file());
    for (int point = 0; point < POINTS; point++) {
      writer.point(point(point));
    }
    for (long second = 0; second < LAST_SECOND && Files.size(file) < most; ) {
      second += FLUSH_SECONDS;
      clock.now = midnight.plusSeconds(second);
      writeFlush(writer, second);
      writer.flush();
    }
    writer.close("shutdown");
    return Files.size(file);
  }

  private void writeFlush(JournalWriter writer, long second) throws IOException {
    long minute = clock.now.getEpochSecond() / 60;
    boolean begins = second % 60 == 0;
    for (int point = 0; point < POINTS; point++) {
      int mismatches = random.nextInt(20) == 0 ? 1 + random.nextInt(3) : 0;
      int calls = CALLS_PER_SECOND * FLUSH_SECONDS;
      TallyEntry.Builder tally =
          TallyEntry.builder(name(point), minute)
              .intercepted(calls)
              .fate(Fate.MATCHED, calls - mismatches)
              .fate(Fate.MISMATCHED, mismatches)
              .signature("/lines/*/price \u00b7 VALUE", mismatches);
      if (begins) {
        LatencyCounts[] sides = latencies.get(random.nextInt(latencies.size()));
        tally.control(sides[0]).candidate(sides[1]).caller(sides[2]);
      }
      if (mismatches > 0 && random.nextInt(8) == 0) {
        writer.example(example(point));
      }
      writer.tally(tally.build());
    }
    if (begins) {
      writer.heartbeat(new HeartbeatEntry(minute, second / FLUSH_SECONDS, POINTS, POINTS, 0));
    }
  }

  private static String name(int point) {
    return "point-" + point;
  }

  private static PointEntry point(int point) {
    return new PointEntry(
        name(point),
        "com.acme.legacy.Service" + point + "#quote",
        "com.acme.next.Service" + point + "#quote",
        new CodeIdentity("legacy-1.2.jar", "ab".repeat(32)),
        new CodeIdentity("next-2.0.jar", "cd".repeat(32)),
        1,
        2_000,
        List.of("ignore /quotedAt", "tolerate /total 0.005"));
  }

  private Example example(int point) {
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("sku", "A" + random.nextInt(1_000));
      line.put("quantity", random.nextInt(9));
      line.put("price", BigDecimal.valueOf(random.nextInt(10_000), 2));
      lines.add(line);
    }
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("id", "O-" + random.nextInt(1_000_000));
    order.put("lines", lines);
    return Example.builder(name(point), Fate.MISMATCHED, clock.now.toEpochMilli())
        .arguments(new Object[] {order, 3})
        .control(Outcome.returned(order), 41_200)
        .candidate(Outcome.returned(order), 38_900)
        .differences(
            List.of(
                new Difference(
                    Path.root().part("lines").index(0).part("price"),
                    DifferenceKind.VALUE,
                    new BigDecimal("2.50"),
                    new BigDecimal("2.51"))),
            1)
        .build();
  }

  private static final class ManualClock extends Clock {
    Instant now = Instant.EPOCH;

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
}
