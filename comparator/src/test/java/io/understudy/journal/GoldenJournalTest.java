package io.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.Thrown;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A journal of format 1, revision 0, kept for ever: every later version must read it so. The second
 * test shows when the written form changes; that wants a new revision and a golden file of its own.
 */
final class GoldenJournalTest {
  private static final String GOLDEN = "golden-1.0.jsonl";

  @TempDir java.nio.file.Path directory;

  @Test
  void everyEntryIsReadAsItWasMeant() throws IOException {
    java.nio.file.Path file = directory.resolve(GOLDEN);
    try (InputStream in = GoldenJournalTest.class.getResourceAsStream(GOLDEN)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    Schema.holdsFor(directory);
    Read read = Read.of(file);

    assertThat(read.problems).isEmpty();
    assertThat(read.sessions).containsExactly(Samples.session());
    assertThat(read.points).containsExactly(Samples.point());
    assertThat(read.tallies).containsExactly(firstTally(), lateTally());
    assertThat(read.seals).hasSize(3);
    assertThat(read.seals.get(0).records()).isEqualTo(1);

    ExampleEntry example = read.examples.get(0);
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

    ExampleEntry threw = read.examples.get(1);
    assertThat(threw.fate()).isEqualTo(Fate.TIMED_OUT);
    assertThat(threw.reason()).isEqualTo("no answer within 2000 ms");
    assertThat(threw.candidate()).isNull();
    RecordedThrown thrown =
        Objects.requireNonNull(Objects.requireNonNull(threw.control()).thrown());
    assertThat(thrown.className()).isEqualTo("java.lang.IllegalStateException");
    assertThat(thrown.message()).isEqualTo("no price for A7");

    PointTotals totals = Objects.requireNonNull(read.closes.get(0).totals().get("quote"));
    assertThat(totals.intercepted()).isEqualTo(20);
    assertThat(totals.fate(Fate.MATCHED)).isEqualTo(16);
    assertThat(totals.inFlight()).isEqualTo(1);
  }

  @Test
  void theSameEntriesAreWrittenAsTheyWere() throws IOException {
    java.nio.file.Path written = write();
    try (InputStream in = GoldenJournalTest.class.getResourceAsStream(GOLDEN)) {
      byte[] golden = new byte[1 << 16];
      int length = Objects.requireNonNull(in).read(golden);
      assertThat(written).hasBinaryContent(Arrays.copyOf(golden, length));
    }
  }

  private java.nio.file.Path write() throws IOException {
    Samples.Hands clock = new Samples.Hands();
    JournalWriter writer =
        JournalWriter.builder(directory, Samples.session())
            .clock(clock)
            .redaction(Redaction.of(Collections.singletonList(PathPattern.parse("/**/customer"))))
            .open();
    writer.point(Samples.point());
    writer.tally(firstTally());
    writer.example(mismatch());
    writer.flush();
    writer.tally(lateTally());
    writer.example(timeout());
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

  private static Example mismatch() {
    Samples.Order order = Samples.order("2.50");
    Samples.Order other = Samples.order("2.51");
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
                    new BigDecimal("2.51")),
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
        .control(Outcome.threw(Thrown.of(new IllegalStateException("no price for A7"))), 9_000)
        .candidate(null, 2_000_000_000L)
        .build();
  }
}
