package io.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.file.JournalReader;
import io.understudy.journal.file.JournalWriter;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.journal.latency.LatencyHistogram;
import io.understudy.journal.redact.Redaction;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Journals of format 1, revisions 0 to 5. Every later version must read them with the same meaning.
 * The last test shows when the written form changes: then add a revision and its golden file.
 */
final class GoldenJournalTest {
  private static final String FIRST = "golden-1.0.jsonl";
  private static final String SECOND = "golden-1.1.jsonl";
  private static final String THIRD = "golden-1.2.jsonl";
  private static final String FOURTH = "golden-1.3.jsonl";
  private static final String FIFTH = "golden-1.4.jsonl";
  private static final String GOLDEN = "golden-1.5.jsonl";

  @TempDir java.nio.file.Path directory;

  @Test
  void entriesOfRevisionZeroKeepTheirMeaning() throws IOException {
    JournalContents read = read(FIRST);

    assertThat(read.problems()).isEmpty();
    assertThat(read.sessions()).extracting(SessionEntry::revision).containsExactly(0);
    assertThat(read.sessions().get(0)).hasToString(Samples.session().toString());
    assertThat(read.points()).containsExactly(Samples.point());
    assertThat(read.tallies()).containsExactly(firstTally(), lateTally());
    assertThat(read.seals()).hasSize(3);
    assertThat(read.seals().get(0).records()).isEqualTo(1);

    ExampleEntry example = read.examples().get(0);
    assertThat(example.point()).isEqualTo("quote");
    assertThat(example.fate()).isEqualTo(Fate.MISMATCHED);
    assertThat(example.atMillis()).isEqualTo(Samples.NOON.toEpochMilli() + 1_234);
    assertThat(example.controlNanos()).isEqualTo(41_200);
    assertThat(example.candidateNanos()).isEqualTo(38_900);
    assertThat(example.differenceCount()).isEqualTo(2);
    assertThat(example.differences())
        .extracting(RecordedDifference::toString)
        .containsExactly(
            "/total VALUE: 2.50 / 2.51", "/customer MISSING: {\"$redacted\":true} / null");
    assertThat(example.arguments()).containsExactly("{\"customer\":{\"$redacted\":true}}", "3");

    ExampleEntry threw = read.examples().get(1);
    assertThat(threw.fate()).isEqualTo(Fate.TIMED_OUT);
    assertThat(threw.reason()).isEqualTo("no answer within 2000 ms");
    assertThat(threw.candidate()).isNull();
    RecordedThrown thrown =
        Objects.requireNonNull(Objects.requireNonNull(threw.control()).thrown());
    assertThat(thrown.className()).isEqualTo("java.lang.IllegalStateException");
    assertThat(thrown.message()).isEqualTo("no price for A7");

    PointTotals totals = Objects.requireNonNull(read.closes().get(0).totals().get("quote"));
    assertThat(totals.intercepted()).isEqualTo(20);
    assertThat(totals.fate(Fate.MATCHED)).isEqualTo(16);
    assertThat(totals.inFlight()).isEqualTo(1);
  }

  @Test
  void additionsOfRevisionOneKeepTheirMeaning() throws IOException {
    JournalContents read = read(SECOND);

    assertThat(read.problems()).isEmpty();
    assertThat(read.sessions()).extracting(SessionEntry::revision).containsExactly(1);
    assertThat(read.points()).containsExactly(pointWithAcceptances());
    assertThat(read.tallies()).containsExactly(firstTally(), lateTally(), watchedTally());
    assertThat(read.examples()).hasSize(3);
    ExampleEntry accepted = read.examples().get(2);
    assertThat(accepted.fate()).isEqualTo(Fate.ACCEPTED);
    RecordedDifference tax = accepted.differences().get(0);
    assertThat(tax.delta()).isEqualTo("6.73");
    assertThat(tax.accepted()).isEqualTo("ROUND-17");
    assertThat(accepted.differences().get(2).explained()).containsExactly("case");
    assertThat(accepted.differences().get(1).explained()).isEmpty();
    assertThat(accepted.differences().get(1).delta()).isNull();
  }

  @Test
  void additionsOfRevisionTwoKeepTheirMeaning() throws IOException {
    JournalContents read = read(THIRD);

    assertThat(read.problems()).isEmpty();
    assertThat(read.sessions()).extracting(SessionEntry::revision).containsExactly(2);
    assertThat(read.points()).containsExactly(pointWithAcceptances(), unwovenPoint());
    assertThat(read.points().get(1).unwoven()).isEqualTo("app.Legacy#book is native");
    assertThat(read.tallies())
        .containsExactly(firstTally(), lateTally(), watchedTally(), tallyOfConduct());
    assertThat(read.tallies().get(3).conduct())
        .containsEntry(Conduct.CALLED_CONTROL, 3L)
        .containsEntry("refused: Runtime.exit", 1L);
  }

  @Test
  void additionsOfRevisionThreeKeepTheirMeaning() throws IOException {
    JournalContents read = read(FOURTH);

    assertThat(read.problems())
        .extracting(JournalProblem::what)
        .containsExactly(
            "only 1 of 2 call points took calls, though 0 were paused: calls of the others were"
                + " not counted",
            "the agent's threads failed 2 times and were restarted 1 time in this session, and went"
                + " on");
    assertThat(read.sessions()).extracting(SessionEntry::revision).containsExactly(3);
    assertBeats(read);
  }

  private static void assertBeats(JournalContents read) {
    assertThat(read.tallies())
        .containsExactly(firstTally(), lateTally(), watchedTally(), tallyOfConduct());
    assertThat(read.heartbeats())
        .containsExactly(
            new HeartbeatEntry(Samples.NOON_MINUTE, 1, 2, 1, 0),
            new HeartbeatEntry(Samples.NOON_MINUTE + 1, 2, 2, 0, 1).withThreads(2, 1));
  }

  @Test
  void latenciesOfRevisionFourKeepTheirMeaning() throws IOException {
    JournalContents read = read(FIFTH);

    assertThat(read.sessions()).extracting(SessionEntry::revision).containsExactly(4);
    assertBeats(read);
    LatencyCounts control = read.tallies().get(0).control();
    assertThat(control.size()).isEqualTo(15);
    assertThat(control.bucket(0)).isEqualTo(359);
    assertThat(control.count(0)).isEqualTo(1);
    assertThat(control.quantile(0.5)).isBetween(46_300L, 47_700L);
  }

  @Test
  void breaksOfRevisionFiveKeepTheirMeaning() throws IOException {
    JournalContents read = read(GOLDEN);

    assertThat(read.sessions()).containsExactly(Samples.beatingSession());
    assertThat(read.tallies())
        .containsExactly(
            firstTally(), lateTally(), watchedTally(), tallyOfConduct(), tallyOfBreaks());
    assertThat(read.tallies().get(4).broken())
        .containsEntry("dropped", 2L)
        .containsEntry("timed-out", 1L);
  }

  private static TallyEntry tallyOfBreaks() {
    return TallyEntry.builder("quote", Samples.NOON_MINUTE + 2)
        .intercepted(4)
        .fate(Fate.DROPPED, 1)
        .fate(Fate.MATCHED, 3)
        .reason("dropped: queue full (calls)", 1)
        .count(TallyField.BROKEN, "dropped", 2)
        .count(TallyField.BROKEN, "timed-out", 1)
        .build();
  }

  private static PointEntry unwovenPoint() {
    return new PointEntry(
            "book",
            "app.Legacy#book",
            "app.Next#book",
            null,
            null,
            1,
            2_000,
            Collections.emptyList())
        .withUnwoven("app.Legacy#book is native");
  }

  private static TallyEntry tallyOfConduct() {
    return TallyEntry.builder("quote", Samples.NOON_MINUTE + 2)
        .intercepted(12)
        .fate(Fate.MATCHED, 11)
        .fate(Fate.MISMATCHED, 1)
        .count(TallyField.CONDUCT, Conduct.CALLED_CONTROL, 3)
        .count(TallyField.CONDUCT, Conduct.refused("Runtime.exit(3)"), 1)
        .build();
  }

  private JournalContents read(String golden) throws IOException {
    java.nio.file.Path file = directory.resolve(golden);
    try (InputStream in = GoldenJournalTest.class.getResourceAsStream(golden)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    Schema.holdsFor(directory);
    return JournalReader.over(file).contents();
  }

  @Test
  void writtenFormIsUnchanged() throws IOException {
    java.nio.file.Path written = write();
    try (InputStream in = GoldenJournalTest.class.getResourceAsStream(GOLDEN)) {
      byte[] golden = new byte[1 << 16];
      int length = Objects.requireNonNull(in).read(golden);
      assertThat(written).hasBinaryContent(Arrays.copyOf(golden, length));
    }
  }

  private java.nio.file.Path write() throws IOException {
    Samples.ManualClock clock = new Samples.ManualClock();
    JournalWriter writer =
        JournalWriter.builder(directory, Samples.beatingSession())
            .clock(clock)
            .redaction(Redaction.of(Collections.singletonList(PathPattern.parse("/**/customer"))))
            .open();
    writer.point(pointWithAcceptances());
    writer.point(unwovenPoint());
    writer.tally(firstTally());
    writer.example(mismatch());
    writer.heartbeat(new HeartbeatEntry(Samples.NOON_MINUTE, 1, 2, 1, 0));
    writer.flush();
    writer.tally(lateTally());
    writer.example(timeout());
    writer.tally(watchedTally());
    writer.example(accepted());
    writer.tally(tallyOfConduct());
    writer.tally(tallyOfBreaks());
    writer.heartbeat(new HeartbeatEntry(Samples.NOON_MINUTE + 1, 2, 2, 0, 1).withThreads(2, 1));
    clock.now = Samples.NOON.plusSeconds(90);
    writer.close("JVM shutdown");
    return Objects.requireNonNull(writer.file());
  }

  private static TallyEntry firstTally() {
    LatencyHistogram control = new LatencyHistogram();
    LatencyHistogram candidate = new LatencyHistogram();
    LatencyHistogram caller = new LatencyHistogram();
    for (int i = 0; i < 16; i++) {
      control.record(40_000 + 1_000L * i);
      candidate.record(38_000 + 1_000L * i);
      caller.record(60 + i % 3);
    }
    return TallyEntry.builder("quote", Samples.NOON_MINUTE)
        .intercepted(20)
        .fate(Fate.SAMPLED_OUT, 1)
        .fate(Fate.MATCHED, 15)
        .fate(Fate.MISMATCHED, 1)
        .signature("/customer · MISSING", 1)
        .signature("/total · VALUE", 1)
        .control(control.drain())
        .candidate(candidate.drain())
        .caller(caller.drain())
        .build();
  }

  private static TallyEntry lateTally() {
    return TallyEntry.builder("quote", Samples.NOON_MINUTE)
        .fate(Fate.TIMED_OUT, 1)
        .fate(Fate.MATCHED, 1)
        .reason("timed-out: no answer within 2000 ms", 1)
        .build();
  }

  private static PointEntry pointWithAcceptances() {
    return Samples.point()
        .withAcceptances(
            Arrays.asList(
                new RecordedAcceptance(
                    "ROUND-17",
                    "/tax VALUE by at most 0.01",
                    "legacy truncated",
                    "tax-team",
                    LocalDate.of(2027, 1, 31),
                    "1000 calls a day"),
                new RecordedAcceptance(
                    "DATE-3", "/placed", "agreed", "ops", LocalDate.of(2026, 12, 31), null)))
        .withNoise(0.01);
  }

  private static TallyEntry watchedTally() {
    return TallyEntry.builder("quote", Samples.NOON_MINUTE + 1)
        .intercepted(3)
        .fate(Fate.ACCEPTED, 2)
        .fate(Fate.MISMATCHED, 1)
        .signature("/customer · MISSING", 1)
        .count(TallyField.RULES, "ignore /quotedAt", 3)
        .count(TallyField.HIDDEN, "ignore /quotedAt", 1)
        .count(TallyField.ACCEPTED, "ROUND-17", 2)
        .count(TallyField.LIMITS, "DATE-3 · expired", 1)
        .count(TallyField.LIMITS, "ROUND-17 · near", 1)
        .count(TallyField.EXPLAINED, "/tax · VALUE · truncated", 2)
        .count(TallyField.NOISE, "/customer · MISSING", 1)
        .count(TallyField.TOGETHER, "/customer · MISSING", 1)
        .leaves(14)
        .repeated(2)
        .build();
  }

  private static Example accepted() {
    return Example.builder("quote", Fate.ACCEPTED, Samples.NOON.toEpochMilli() + 61_000)
        .arguments(new Object[0])
        .control(Outcome.returned("a"), 9_000)
        .candidate(Outcome.returned("b"), 8_000)
        .differences(
            Arrays.asList(
                new Difference(
                        Path.root().part("tax"),
                        DifferenceKind.VALUE,
                        new BigDecimal("1.20"),
                        new BigDecimal("7.93"))
                    .acceptedBy("ROUND-17"),
                new Difference(Path.root().part("customer"), DifferenceKind.VALUE, 1000, 2000)
                    .acceptedBy("DATE-3"),
                new Difference(Path.root().part("city"), DifferenceKind.VALUE, "Ulm", "ULM")
                    .acceptedBy("DATE-3")),
            3)
        .build();
  }

  private static Example mismatch() {
    Samples.Order order = Samples.order("2.50");
    Samples.Order other = Samples.order("7.93");
    return Example.builder("quote", Fate.MISMATCHED, Samples.NOON.toEpochMilli() + 1_234)
        .arguments(new Object[] {Collections.singletonMap("customer", "ann@acme.example"), 3})
        .control(Outcome.returned(order), 41_200)
        .candidate(Outcome.returned(other), 38_900)
        .differences(
            Arrays.asList(
                new Difference(
                    Path.root().part("total"),
                    DifferenceKind.VALUE,
                    new BigDecimal("2.50"),
                    new BigDecimal("7.93")),
                new Difference(
                    Path.root().part("customer"),
                    DifferenceKind.MISSING,
                    "ann@acme.example",
                    null)),
            2)
        .build();
  }

  private static Example timeout() {
    return Example.builder("quote", Fate.TIMED_OUT, Samples.NOON.toEpochMilli() + 2_345)
        .reason("no answer within 2000 ms")
        .arguments(new Object[] {Collections.emptyMap(), 1})
        .control(
            Outcome.threw(ThrownException.of(new IllegalStateException("no price for A7"))), 9_000)
        .candidate(null, 2_000_000_000L)
        .build();
  }
}
