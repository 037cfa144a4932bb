package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.compare.Outcome;
import io.understudy.compare.accept.Acceptance;
import io.understudy.compare.accept.AcceptanceCondition;
import io.understudy.compare.accept.AcceptanceLimit;
import io.understudy.compare.accept.Acceptances;
import io.understudy.compare.accept.DeltaRange;
import io.understudy.compare.identity.Identities;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalContents;
import io.understudy.journal.RecordedAcceptance;
import io.understudy.journal.RecordedDifference;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import io.understudy.value.PathPattern;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AcceptedEvidenceTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final long NOON = at(MONDAY, LocalTime.NOON);

  @TempDir Path directory;
  private final WarningLog warned = new WarningLog();

  @Test
  void acceptedCallsAreNeitherMatchedNorMismatched() throws IOException {
    Point point = new Point(by("ROUND-17", "/tax", "0.01"));
    point.answered(NOON, taxed("1.20", "a"), taxed("1.19", "a"));
    point.answered(NOON, taxed("1.20", "a"), taxed("1.20", "a"));
    point.answered(NOON, taxed("1.20", "a"), taxed("1.19", "b"));
    JournalContents journal = point.closed();
    assertThat(journal.fate(Fate.ACCEPTED)).isEqualTo(1);
    assertThat(journal.fate(Fate.MATCHED)).isEqualTo(1);
    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(1);
    assertThat(journal.intercepted()).isEqualTo(3);
    assertThat(counted(journal, TallyField.ACCEPTED)).containsExactly(entry("ROUND-17", 1L));
    assertThat(counted(journal, TallyField.SIGNATURES)).containsExactly(entry("/* · VALUE", 1L));
  }

  @Test
  void journalNamesAcceptancesAndTheirOwners() throws IOException {
    Point point =
        new Point(by("ROUND-17", "/tax", "0.01").within(AcceptanceLimit.none().calls(1_000)));
    point.answered(NOON, taxed("1.20", "a"), taxed("1.19", "a"));
    JournalContents journal = point.closed();
    assertThat(journal.points().get(0).accepts())
        .containsExactly(
            new RecordedAcceptance(
                "ROUND-17",
                "/tax by 0.01",
                "legacy truncated",
                "tax-team",
                LocalDate.of(2027, 1, 31),
                "at most 1000 calls a day"));
    ExampleEntry example = journal.examples().get(0);
    assertThat(example.fate()).isEqualTo(Fate.ACCEPTED);
    RecordedDifference difference = example.differences().get(0);
    assertThat(difference.accepted()).isEqualTo("ROUND-17");
    assertThat(difference.delta()).isEqualTo("-0.01");
    // The calls are of a fixed day, the session of today.
    assertThat(journal.problems())
        .allMatch(problem -> problem.what().contains("when the session did not count"));
  }

  @Test
  void acceptedCallsHaveFewExamples() throws IOException {
    Point point = new Point(by("ROUND-17", "/tax", "0.01"));
    for (int i = 0; i < 50; i++) {
      point.answered(NOON, taxed("1.20", "a"), taxed("1.19", "a"));
    }
    point.answered(NOON, taxed("1.20", "a"), taxed("1.50", "a"));
    JournalContents journal = point.closed();
    assertThat(journal.examples())
        .extracting(ExampleEntry::fate)
        .containsExactly(Fate.ACCEPTED, Fate.ACCEPTED, Fate.MISMATCHED);
    assertThat(counted(journal, TallyField.ACCEPTED)).containsExactly(entry("ROUND-17", 50L));
  }

  @Test
  void callAfterTheLastDayIsMismatchedByItsOwnTime() throws IOException {
    Point point = new Point(by("ROUND-17", "/tax", "0.01"));
    LocalDate last = LocalDate.of(2027, 1, 31);
    point.answered(at(last, LocalTime.MAX), taxed("1.20", "a"), taxed("1.19", "a"));
    point.answered(at(last.plusDays(1), LocalTime.MIN), taxed("1.20", "a"), taxed("1.19", "a"));
    JournalContents journal = point.closed();
    assertThat(journal.fate(Fate.ACCEPTED)).isEqualTo(1);
    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(1);
    assertThat(counted(journal, TallyField.LIMITS))
        .containsExactly(entry("ROUND-17 · expired", 1L));
  }

  @Test
  void limitIsBreachedByTheFirstCallBeyondIt() throws IOException {
    Point point = new Point(by("ROUND-17", "/tax", "0.01").within(AcceptanceLimit.none().calls(5)));
    for (int i = 0; i < 8; i++) {
      point.answered(NOON, taxed("1.20", "a"), taxed("1.19", "a"));
    }
    point.answered(at(MONDAY.plusDays(1), LocalTime.NOON), taxed("1.20", "a"), taxed("1.19", "a"));
    JournalContents journal = point.closed();
    assertThat(journal.fate(Fate.ACCEPTED)).isEqualTo(6);
    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(3);
    assertThat(journal.intercepted()).isEqualTo(9);
    assertThat(counted(journal, TallyField.LIMITS))
        .containsExactly(entry("ROUND-17 · breached", 3L), entry("ROUND-17 · near", 1L));
    assertThat(warned.limits())
        .containsExactly(
            "quote: accepted difference ROUND-17 (tax-team): 80 % of the limit of 5 calls a day are"
                + " used up for calls of 2026-11-23 UTC",
            "quote: accepted difference ROUND-17 (tax-team): the limit of 5 calls a day is breached"
                + " for calls of 2026-11-23 UTC; its differences count as mismatched for the rest"
                + " of that day");
  }

  @Test
  void rulesAreCountedOnceIfABreachComparesTwice() throws IOException {
    Point point =
        new Point(
            Rules.builder().ignore(PathPattern.parse("/at")).build(),
            by("ROUND-17", "/tax", "0.01").within(AcceptanceLimit.none().calls(1)));
    for (int i = 0; i < 3; i++) {
      point.answered(
          NOON,
          sides("at", i, "tax", new BigDecimal("1.20")),
          sides("at", -i, "tax", new BigDecimal("1.19")));
    }
    JournalContents journal = point.closed();
    assertThat(journal.fate(Fate.ACCEPTED)).isEqualTo(1);
    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(2);
    assertThat(counted(journal, TallyField.RULES)).containsExactly(entry("ignore /at", 3L));
    assertThat(counted(journal, TallyField.HIDDEN)).containsExactly(entry("ignore /at", 1L));
  }

  @Test
  void explanationsOfUnacceptedDifferencesAreCounted() throws IOException {
    Point point = new Point(by("NAME", "/name", null));
    point.answered(NOON, sides("name", "Ann", "city", "Ulm"), sides("name", "B", "city", "ULM"));
    point.answered(NOON, sides("name", "Ann"), sides("name", "ANN"));
    JournalContents journal = point.closed();
    assertThat(counted(journal, TallyField.EXPLAINED))
        .containsExactly(entry("/* · VALUE · case", 1L));
  }

  @Test
  void redactedDifferencesHaveNoExplanations() throws IOException {
    Point point = new Point(by("NAME", "/name", null));
    point.answered(NOON, sides("ssn", "abcdef"), sides("ssn", "ABCDEF"));
    JournalContents journal = point.closed();
    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(1);
    assertThat(counted(journal, TallyField.EXPLAINED)).isEmpty();
    assertThat(journal.examples().get(0).differences().get(0).explained()).isEmpty();
  }

  @Test
  void expiryIsWarnedOfOnceADay() {
    Point point =
        new Point(
            until("SOON", MONDAY.plusDays(14)),
            until("LATER", MONDAY.plusDays(15)),
            until("TODAY", MONDAY),
            until("ENDED", MONDAY.minusDays(1)));
    ExpiryWarnings expiries = new ExpiryWarnings(Collections.singletonList(point.point), warned);
    expiries.warn(MONDAY);
    expiries.warn(MONDAY);
    assertThat(warned.texts)
        .containsExactly(
            "quote: accepted difference SOON (ops) ends in 14 days: after 2026-12-07 UTC its"
                + " differences count as mismatched",
            "quote: accepted difference TODAY (ops) ends today: after 2026-11-23 UTC its"
                + " differences count as mismatched",
            "quote: accepted difference ENDED (ops) ended on 2026-11-22 UTC: its differences"
                + " count as mismatched");
    warned.texts.clear();
    expiries.warn(MONDAY.plusDays(1));
    assertThat(warned.texts).hasSize(4);
  }

  private static long at(LocalDate day, LocalTime time) {
    return day.atTime(time).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static Map<String, Long> counted(JournalContents journal, TallyField what) {
    Map<String, Long> sum = new TreeMap<>();
    for (TallyEntry tally : journal.tallies()) {
      tally.counted(what).forEach((text, count) -> sum.merge(text, count, Long::sum));
    }
    return sum;
  }

  private static Outcome taxed(String tax, String name) {
    return sides("tax", new BigDecimal(tax), "name", name);
  }

  private static Outcome sides(Object... entries) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(entries[i], entries[i + 1]);
    }
    return Outcome.returned(map);
  }

  private static Acceptance by(String id, String path, @Nullable String delta) {
    AcceptanceCondition.Builder where = AcceptanceCondition.builder().path(PathPattern.parse(path));
    if (delta != null) {
      where.delta(DeltaRange.parse(delta));
    }
    return Acceptance.of(
        id, where.build(), "legacy truncated", "tax-team", LocalDate.of(2027, 1, 31));
  }

  private static Acceptance until(String id, LocalDate day) {
    AcceptanceCondition where =
        AcceptanceCondition.builder().path(PathPattern.parse("/" + id)).build();
    return Acceptance.of(id, where, "agreed", "ops", day);
  }

  /** A call point with acceptances, and the evidence of its calls. */
  private final class Point {
    final CallPoint point;
    final Evidence evidence;

    Point(Acceptance... acceptances) {
      this(Rules.none(), acceptances);
    }

    Point(Rules rules, Acceptance... acceptances) {
      Config config = Journals.config(directory);
      CallConfig plain = config.calls().get(0);
      point =
          new CallPoint(
              0,
              CallConfig.builder(plain.name(), plain.control(), plain.candidate())
                  .rules(rules)
                  .acceptances(Acceptances.of(Arrays.asList(acceptances)))
                  .build(),
              new Ledger(NOON));
      evidence =
          new Evidence(
              config,
              "1.2.3",
              Collections.singletonList(point),
              Identities.empty(),
              control -> null,
              new IsolatedLoaders(),
              () -> 1,
              new AgentThreads(warned),
              warned);
    }

    void answered(long atMillis, Outcome control, Outcome candidate) {
      point.ledger().page().intercepted();
      Call call =
          new Call(point, point.ledger().page(), atMillis, new Object[0], control, 1_000, 100);
      assertThat(call.claim()).isTrue();
      evidence.answers().answered(call, new Object[0], candidate, 2_000);
    }

    JournalContents closed() throws IOException {
      evidence.start();
      evidence.close("test", TimeUnit.SECONDS.toNanos(20));
      assertThat(Calls.reasons(point)).isEmpty();
      return Journals.read(directory);
    }
  }
}
