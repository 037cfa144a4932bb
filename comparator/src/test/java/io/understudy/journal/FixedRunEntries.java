package io.understudy.journal;

import io.understudy.journal.latency.LatencyHistogram;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The session, call points and tallies of {@link FixedRun}. */
final class FixedRunEntries {
  private static final Instant NOON = Samples.NOON;
  private static final long MINUTE = Samples.NOON_MINUTE;
  private static final String EURO = "\u20ac";

  private FixedRunEntries() {}

  static SessionEntry session() {
    return SessionEntry.builder("billing \"" + EURO + "\"", NOON)
        .session("00c0ffee00c0ffee")
        .host("host/7")
        .pid(4711)
        .jvm("OpenJDK 64-Bit Server VM 17.0.9")
        .os("Linux 6.1")
        .agent("0.1.0")
        .config("9f86d081884c7d65")
        .zone("Europe/Berlin")
        .build();
  }

  static PointEntry quote(@Nullable String hash) {
    return new PointEntry(
            "quote",
            "com.acme.legacy.PricingService#quote",
            "com.acme.next.Pricing#quote",
            hash == null ? null : new CodeIdentity("legacy-1.2.jar", Samples.repeat(hash, 32)),
            hash == null ? null : new CodeIdentity("classes", null),
            0.25,
            2_000,
            Arrays.asList("ignore /quotedAt", "tolerate /total 0.005"))
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

  static PointEntry refund() {
    return new PointEntry(
        "refund",
        "com.acme.Old#refund",
        "com.acme.New#refund",
        null,
        null,
        1,
        500,
        Collections.emptyList());
  }

  static TallyEntry countsOfEachSort() {
    LatencyHistogram control = new LatencyHistogram();
    LatencyHistogram candidate = new LatencyHistogram();
    LatencyHistogram caller = new LatencyHistogram();
    for (long nanos = 1; nanos > 0 && nanos < 1L << 45; nanos = nanos * 3 + 7) {
      control.record(nanos);
      candidate.record(nanos + 11);
      caller.record(nanos % 1_000 - 1);
    }
    TallyEntry.Builder tally =
        TallyEntry.builder("quote", MINUTE).intercepted(1_000).leaves(640).repeated(3);
    long count = 1;
    for (Fate fate : Fate.values()) {
      tally.fate(fate, count++);
    }
    for (TallyField field : TallyField.values()) {
      tally.count(field, "first " + field.wireName(), count++);
      tally.count(field, "/lines/*/price \u00b7 VALUE", count++);
      tally.count(field, "first " + field.wireName(), 1);
    }
    return tally
        .control(control.drain())
        .candidate(candidate.drain())
        .caller(caller.drain())
        .build();
  }

  static TallyEntry oddTexts() {
    return TallyEntry.builder("refund", MINUTE + 1)
        .intercepted(2)
        .fate(Fate.MISMATCHED, 2)
        .signature(Samples.repeat("x", 1_001), 1)
        .signature(Samples.repeat("x", 1_002), 1)
        .reason("a\u0000b\u2028c\u0085d\u007fe\ud800f\ud83d\ude00\\\"", 1)
        .build();
  }

  static TallyEntry late() {
    return TallyEntry.builder("quote", MINUTE)
        .fate(Fate.TIMED_OUT, 1)
        .reason("timed-out: no answer within 2000 ms", 1)
        .build();
  }
}
