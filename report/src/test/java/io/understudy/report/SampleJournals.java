package io.understudy.report;

import io.understudy.journal.CodeIdentity;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import io.understudy.journal.file.JournalWriter;
import io.understudy.journal.latency.LatencyHistogram;
import io.understudy.report.SampleCalls.Fault;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the journals of a billing system for a month: two hosts, eight call points, a better
 * candidate on the 12th day, other rules on the 21st day, one killed JVM and two that still run.
 * They are the same on every run. They serve for viewing reports and for measurements.
 */
public final class SampleJournals {
  /** A call point with its calls, its rates of faults with both builds, and its latencies. */
  private record Point(
      String name,
      String method,
      int callsPerMinute,
      double wrong,
      double wrongLater,
      double medianMicros,
      double candidateMicros,
      Fault fault) {}

  private static final List<Point> POINTS =
      List.of(
          new Point("quote", "Pricing#quote", 90, 0.012, 0.0004, 180, 95, Fault.ROUNDING),
          new Point("invoice", "Invoices#byId", 60, 0.002, 0.002, 900, 1_400, Fault.LOST_LINE),
          new Point("customer", "Customers#find", 120, 0.0006, 0, 60, 40, Fault.NULL_MAIL),
          new Point("search", "Catalogue#search", 40, 0.03, 0.0011, 2_500, 700, Fault.ORDER),
          new Point("refund", "Refunds#refund", 4, 0.006, 0.006, 4_000, 3_100, Fault.EXCEPTION),
          new Point("tax", "Tax#of", 200, 0, 0, 9, 6, Fault.NONE),
          new Point("statement", "Statements#monthly", 2, 0.004, 0.001, 40_000, 90_000, Fault.DATE),
          new Point("dunning", "Dunning#next", 0, 0, 0, 700, 500, Fault.NONE));

  /** A clock that the sample sets. */
  private static final class ManualClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final java.nio.file.Path directory;
  private final int days;
  private final int minutesPerTally;
  private final Random random = new Random(17);
  private final SampleCalls calls = new SampleCalls(random);

  private SampleJournals(java.nio.file.Path directory, int days, int minutesPerTally) {
    this.directory = directory;
    this.days = days;
    this.minutesPerTally = minutesPerTally;
  }

  /** Writes a number of days into a directory, with one tally for each interval of minutes. */
  public static void write(java.nio.file.Path directory, int days, int minutesPerTally)
      throws IOException {
    for (String host : List.of("billing-1", "billing-2")) {
      new SampleJournals(directory, days, minutesPerTally).host(host);
    }
  }

  /** Runs {@code SampleJournals DIR [DAYS [MINUTES-PER-TALLY]]}. */
  public static void main(String[] arguments) throws IOException {
    write(
        java.nio.file.Path.of(arguments[0]),
        arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30,
        arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1);
  }

  private void host(String host) throws IOException {
    random.setSeed(host.hashCode());
    int better = days * 11 / 30;
    int otherRules = days * 20 / 30;
    session(host, 1, 0, better, false, false, true);
    session(host, 2, better, otherRules, true, false, !host.equals("billing-2"));
    session(host, 3, otherRules, days, true, true, false);
  }

  private void session(
      String host, int number, int from, int to, boolean better, boolean rules, boolean closed)
      throws IOException {
    if (from >= to) {
      return;
    }
    ManualClock clock = new ManualClock();
    Instant begin = Instant.parse("2026-10-20T22:03:00Z");
    clock.now = begin.plusSeconds(from * 86_400L);
    SessionEntry session =
        SessionEntry.builder("billing", clock.now)
            .session(
                String.format(
                    "%s%08x%04x", host.equals("billing-1") ? "5e" : "c7", host.hashCode(), number))
            .host(host)
            .pid(4_000 + number)
            .jvm("OpenJDK 64-Bit Server VM 1.8.0_432")
            .os("Linux 6.1 amd64")
            .agent("0.1.0")
            .config(rules ? "9d1e47a0c2b85f36" : "4b7c02f19aa3e6d8")
            .zone("Europe/Berlin")
            // The sample has no beats.
            .revision(2)
            .build();
    SampleCaveats terms = new SampleCaveats(better, rules);
    JournalWriter writer = JournalWriter.builder(directory, session).clock(clock).open();
    for (Point point : POINTS) {
      writer.point(entry(point, better, terms));
    }
    for (long minute = from * 1_440L; minute < to * 1_440L; minute += minutesPerTally) {
      clock.now = begin.plusSeconds(minute * 60);
      for (Point point : POINTS) {
        minute(writer, point, clock.now, better, terms);
      }
      writer.flush();
    }
    if (closed) {
      writer.close("JVM shutdown");
    } else {
      writer.force();
    }
  }

  private static PointEntry entry(Point point, boolean better, SampleCaveats terms) {
    return terms.in(
        new PointEntry(
            point.name(),
            "com.acme.legacy." + point.method(),
            "com.acme.next." + point.method(),
            new CodeIdentity("billing-legacy-4.7.2.jar", "a41f".repeat(16)),
            new CodeIdentity(
                better ? "billing-next-1.4.0.jar" : "billing-next-1.3.1.jar",
                (better ? "77c0" : "19be").repeat(16)),
            1,
            2_000,
            terms.rules(point.name())));
  }

  private void minute(
      JournalWriter writer, Point point, Instant now, boolean better, SampleCaveats terms)
      throws IOException {
    double hour = now.atZone(ZoneId.of("Europe/Berlin")).getHour();
    double busy = 0.15 + Math.exp(-Math.pow((hour - 13) / 5, 2));
    double mean = point.callsPerMinute() * busy * minutesPerTally;
    int calls = (int) Math.round(mean + random.nextGaussian() * Math.sqrt(mean));
    if (point.callsPerMinute() == 0) {
      calls = random.nextInt(700) < minutesPerTally ? 1 : 0;
    }
    if (calls <= 0) {
      return;
    }
    TallyEntry.Builder tally =
        TallyEntry.builder(point.name(), Math.floorDiv(now.getEpochSecond(), 60))
            .intercepted(calls);
    int dropped = random.nextInt(400) == 0 ? Math.min(calls, 1 + random.nextInt(20)) : 0;
    int uncaptured = random.nextInt(900) == 0 && calls > dropped ? 1 : 0;
    int compared = calls - dropped - uncaptured;
    double rate = better ? point.wrongLater() : point.wrong();
    int late = point.fault() == Fault.DATE ? share(compared, 0.01) : 0;
    int wrong = share(compared - late, rate);
    tally
        .fate(Fate.DROPPED, dropped)
        .fate(Fate.UNCAPTURED, uncaptured)
        .fate(Fate.TIMED_OUT, late)
        .fate(Fate.MATCHED, compared - late - wrong);
    if (dropped > 0) {
      tally.reason("dropped: queue full", dropped);
    }
    if (uncaptured > 0) {
      tally.reason("uncaptured: more than 100000 nodes", uncaptured);
    }
    latencies(tally, point, compared, late);
    terms.count(tally, point.name(), compared - late, rate);
    for (int i = 0; i < wrong; i++) {
      wrong(writer, tally, point, now.toEpochMilli() + i, terms);
    }
    writer.tally(tally.build());
  }

  private void wrong(
      JournalWriter writer, TallyEntry.Builder tally, Point point, long at, SampleCaveats terms)
      throws IOException {
    String off = random.nextInt(8) == 0 ? "0.02" : "0.01";
    LocalDate day = Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate();
    List<String> ids = terms.covering(point.fault(), off, day);
    long nanos = lognormal(point.medianMicros(), 0.5);
    long candidateNanos = lognormal(point.candidateMicros(), 0.6);
    Example example =
        calls.example(point.name(), point.fault(), at, nanos, candidateNanos, ids, off);
    tally.fate(example.fate(), 1);
    ids.forEach(id -> tally.count(TallyField.ACCEPTED, id, 1));
    if (ids.isEmpty() && terms.lateFor(point.fault())) {
      tally.count(TallyField.LIMITS, "MONTH-END · expired", 1);
    }
    TreeSet<String> signatures = new TreeSet<>();
    example.differences().forEach(difference -> signatures.add(difference.signature()));
    String explanation = SampleCaveats.explanation(point.fault());
    for (String signature : ids.isEmpty() ? signatures : Set.<String>of()) {
      tally.signature(signature, 1);
      if (!explanation.isEmpty() && (point.fault() != Fault.ROUNDING || off.equals("0.01"))) {
        tally.count(TallyField.EXPLAINED, signature + " · " + explanation, 1);
      }
    }
    if (ids.isEmpty() && terms.repeats(point.name())) {
      tally.count(TallyField.TOGETHER, String.join(" + ", signatures), 1);
    }
    // The agent limits the number of examples, so only some are written.
    if (random.nextInt(6) == 0) {
      writer.example(example);
    }
  }

  private int share(int calls, double rate) {
    int n = 0;
    for (int i = 0; i < calls; i++) {
      n += random.nextDouble() < rate ? 1 : 0;
    }
    return n;
  }

  private void latencies(TallyEntry.Builder tally, Point point, int calls, int late) {
    LatencyHistogram control = new LatencyHistogram();
    LatencyHistogram candidate = new LatencyHistogram();
    LatencyHistogram caller = new LatencyHistogram();
    for (int i = 0; i < calls; i++) {
      control.record(lognormal(point.medianMicros(), 0.5));
      caller.record(lognormal(0.9, 0.4));
      if (i >= late) {
        candidate.record(lognormal(point.candidateMicros(), 0.6));
      }
    }
    tally.control(control.drain()).candidate(candidate.drain()).caller(caller.drain());
  }

  private long lognormal(double medianMicros, double sigma) {
    return (long) (medianMicros * 1_000 * Math.exp(sigma * random.nextGaussian()));
  }
}
