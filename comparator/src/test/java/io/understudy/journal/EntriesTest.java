package io.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.latency.LatencyCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Equality, text and rules of the entries. */
final class EntriesTest {
  @ParameterizedTest
  @CsvSource({
    "SAMPLED_OUT, sampled-out, false, false",
    "SHED, shed, false, false",
    "UNCAPTURED, uncaptured, false, false",
    "DROPPED, dropped, false, false",
    "UNANSWERED, unanswered, false, false",
    "TIMED_OUT, timed-out, true, false",
    "MATCHED, matched, true, true",
    "ACCEPTED, accepted, true, true",
    "MISMATCHED, mismatched, true, false",
  })
  void fateHasANameAndAPlaceInParity(Fate fate, String name, boolean verdict, boolean agrees) {
    assertThat(fate.wireName()).isEqualTo(name);
    assertThat(fate.isVerdict()).isEqualTo(verdict);
    assertThat(fate.agrees()).isEqualTo(agrees);
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE, false",
    "UNCLOSED, false",
    "UNSEALED, false",
    "UNKNOWN, false",
    "REFUSED, true",
    "BROKEN, true",
    "CHAIN, true",
    "MISSING, true",
    "BOOKS, true"
  })
  void problemIsDamageOrNot(JournalProblem.Kind kind, boolean damage) {
    assertThat(kind.isDamage()).isEqualTo(damage);
  }

  @Test
  void problemPrintsItsPlace() {
    assertThat(new JournalProblem(JournalProblem.Kind.BROKEN, "a.jsonl", 7, "wrong"))
        .hasToString("a.jsonl:7: wrong");
    assertThat(new JournalProblem(JournalProblem.Kind.MISSING, "a.jsonl", 0, "wrong"))
        .hasToString("a.jsonl: wrong");
  }

  @ParameterizedTest
  @EnumSource(TallyField.class)
  void tallyCountsByText(TallyField field) {
    TallyEntry tally =
        TallyEntry.builder("p", 1)
            .count(field, "a", 2)
            .count(field, "b", 0)
            .count(field, "a", 3)
            .build();
    assertThat(tally.counted(field)).containsOnlyKeys("a").containsEntry("a", 5L);
    assertThat(tally.isEmpty()).isFalse();
    for (TallyField other : TallyField.values()) {
      if (other != field) {
        assertThat(tally.counted(other)).isEmpty();
      }
    }
    assertThatThrownBy(() -> tally.counted(field).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void tallyNamesItsTextFields() {
    TallyEntry.Builder builder = TallyEntry.builder("p", 1);
    for (TallyField field : TallyField.values()) {
      builder.count(field, field.wireName(), 1);
    }
    TallyEntry tally = builder.build();
    assertThat(tally.reasons()).containsOnlyKeys("reasons");
    assertThat(tally.signatures()).containsOnlyKeys("signatures");
    assertThat(tally.rules()).containsOnlyKeys("rules");
    assertThat(tally.hidden()).containsOnlyKeys("hidden");
    assertThat(tally.accepted()).containsOnlyKeys("accepted");
    assertThat(tally.limits()).containsOnlyKeys("limits");
    assertThat(tally.explained()).containsOnlyKeys("explained");
    assertThat(tally.noise()).containsOnlyKeys("noise");
    assertThat(tally.unrepeated()).containsOnlyKeys("unrepeated");
    assertThat(tally.together()).containsOnlyKeys("together");
  }

  @Test
  void tallyOfZeroesIsEmpty() {
    TallyEntry tally =
        TallyEntry.builder("p", 1)
            .intercepted(0)
            .fate(Fate.MATCHED, 0)
            .reason("r", 0)
            .leaves(0)
            .repeated(0)
            .control(LatencyCounts.empty())
            .build();
    assertThat(tally.isEmpty()).isTrue();
    assertThat(tally.fate(Fate.MATCHED)).isZero();
    assertThat(TallyEntry.builder("p", 1).leaves(1).build().isEmpty()).isFalse();
    assertThat(TallyEntry.builder("p", 1).repeated(1).build().isEmpty()).isFalse();
    assertThat(TallyEntry.builder("p", 1).fate(Fate.SHED, 1).build().isEmpty()).isFalse();
    LatencyCounts one = LatencyCounts.of(new int[] {1}, new long[] {1}, 1, 1, 1);
    assertThat(TallyEntry.builder("p", 1).control(one).build().isEmpty()).isFalse();
    assertThat(TallyEntry.builder("p", 1).candidate(one).build().isEmpty()).isFalse();
    assertThat(TallyEntry.builder("p", 1).caller(one).build().isEmpty()).isFalse();
  }

  @Test
  void tallyCountsUpwardsOnly() {
    List<Runnable> wrong =
        Arrays.asList(
            () -> TallyEntry.builder("p", 1).intercepted(-1),
            () -> TallyEntry.builder("p", 1).fate(Fate.SHED, -1),
            () -> TallyEntry.builder("p", 1).signature("s", -1),
            () -> TallyEntry.builder("p", 1).leaves(-1),
            () -> TallyEntry.builder("p", 1).repeated(-1));
    for (Runnable each : wrong) {
      assertThatThrownBy(each::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a tally counts upwards, not by -1");
    }
  }

  @Test
  void builtTallyDoesNotChangeWithItsBuilder() {
    TallyEntry.Builder builder = TallyEntry.builder("p", 1).signature("a", 1);
    TallyEntry first = builder.build();
    builder.signature("a", 1).signature("b", 1).fate(Fate.MATCHED, 1);
    assertThat(first.signatures()).containsOnlyKeys("a").containsEntry("a", 1L);
    assertThat(first.fate(Fate.MATCHED)).isZero();
  }

  @Test
  void totalsAddUp() {
    Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    fates.put(Fate.MATCHED, 3L);
    PointTotals totals =
        new PointTotals(5, fates)
            .plus(TallyEntry.builder("p", 1).intercepted(2).fate(Fate.SHED, 1).build())
            .plus(new PointTotals(1, fates));
    assertThat(totals.intercepted()).isEqualTo(8);
    assertThat(totals.fate(Fate.MATCHED)).isEqualTo(6);
    assertThat(totals.fate(Fate.SHED)).isEqualTo(1);
    assertThat(totals.inFlight()).isEqualTo(1);
    assertThat(totals).hasToString("8 intercepted, {SHED=1, MATCHED=6}, 1 in flight");
    assertThat(PointTotals.none().inFlight()).isZero();
    assertThat(PointTotals.none()).isEqualTo(new PointTotals(0, Collections.emptyMap()));
  }

  @Test
  void exampleNeedsPointAndFate() {
    assertThatThrownBy(() -> new ExampleEntry.Builder().point("p").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an example needs point and fate");
    assertThatThrownBy(() -> new ExampleEntry.Builder().fate(Fate.MATCHED).build())
        .isInstanceOf(IllegalStateException.class);
    assertThat(new ExampleEntry.Builder().point("p").fate(Fate.MATCHED).build())
        .hasToString("p matched, 0 differences");
  }

  @Test
  void sessionContinuesInAnotherFile() {
    SessionEntry first = Samples.session();
    SessionEntry second = first.inFile(2, "seal", Samples.NOON.plusSeconds(60));
    assertThat(second.session()).isEqualTo(first.session());
    assertThat(second.file()).isEqualTo(2);
    assertThat(second.previous()).isEqualTo("seal");
    assertThat(second.start()).isEqualTo(first.start());
    assertThat(second.opened()).isEqualTo(Samples.NOON.plusSeconds(60));
    assertThat(second).isNotEqualTo(first);
    assertThat(second.inFile(1, null, Samples.NOON)).isEqualTo(first);
    assertThat(first).hasToString("billing on host-7, session 00c0ffee00c0ffee, file 1");
  }

  @Test
  void randomSessionIdsHaveSixteenDigits() {
    assertThat(SessionEntry.builder("a", Samples.NOON).build().session()).matches("[0-9a-f]{16}");
  }

  /** Each list: two equal objects, then objects that differ from them in one field. */
  @Test
  void entriesAreEqualByContent() {
    assertEquality(
        () -> new CodeIdentity("a", "h"), new CodeIdentity("b", "h"), new CodeIdentity("a", null));
    assertEquality(
        () -> new SealEntry(1, 2, "h"),
        new SealEntry(2, 2, "h"),
        new SealEntry(1, 3, "h"),
        new SealEntry(1, 2, "i"));
    assertEquality(
        () -> thrown("a.X", "m"),
        thrown("a.Y", "m"),
        thrown("a.X", null),
        new RecordedThrown("a.X", "m", Arrays.asList(thrown("b.Z", null))));
    assertEquality(
        () -> new RecordedOutcome("1", null, null),
        new RecordedOutcome("2", null, null),
        new RecordedOutcome(null, thrown("a.X", null), null),
        new RecordedOutcome("1", null, Collections.singletonList("1")));
    assertEquality(
        () -> new CloseEntry(Samples.NOON, "w", Collections.emptyMap()),
        new CloseEntry(Samples.NOON.plusNanos(1), "w", Collections.emptyMap()),
        new CloseEntry(Samples.NOON, "v", Collections.emptyMap()),
        new CloseEntry(Samples.NOON, "w", Collections.singletonMap("p", PointTotals.none())));
    assertEquality(
        () -> acceptance("A", "/a", "l"),
        acceptance("B", "/a", "l"),
        acceptance("A", "/b", "l"),
        acceptance("A", "/a", null));
    assertEquality(
        () -> new JournalProblem(JournalProblem.Kind.CHAIN, "f", 1, "w"),
        new JournalProblem(JournalProblem.Kind.CHAIN, "g", 1, "w"),
        new JournalProblem(JournalProblem.Kind.CHAIN, "f", 2, "w"));
    assertEquality(
        () -> difference().build(),
        difference().path("/x").build(),
        difference().kind("TYPE").build(),
        difference().signature("x").build(),
        difference().control("9").build(),
        difference().candidate("9").build(),
        difference().controlType("x").build(),
        difference().candidateType("x").build(),
        difference().delta("9").build(),
        difference().explained("x").build(),
        difference().accepted("x").build());
    assertEquality(
        () -> example().build(),
        example().point("q").build(),
        example().fate(Fate.MATCHED).build(),
        example().atMillis(9).build(),
        example().reason("x").build(),
        example().controlNanos(9).build(),
        example().candidateNanos(9).build(),
        example().differenceCount(9).build(),
        example().arguments(Arrays.asList("1")).build(),
        example().given(Arrays.asList("1")).build(),
        example().control(new RecordedOutcome("9", null, null)).build(),
        example().candidate(new RecordedOutcome("9", null, null)).build(),
        example().difference(difference().build()).build());
  }

  @Test
  void entriesPrintTheirContent() {
    assertThat(new CodeIdentity("a.jar", "ab")).hasToString("a.jar@ab");
    assertThat(new CodeIdentity("classes", null)).hasToString("classes");
    assertThat(new SealEntry(3, 9, "ab")).hasToString("seal ab over 3 lines, 9 bytes");
    assertThat(thrown("a.X", "m")).hasToString("a.X: m");
    assertThat(thrown("a.X", null)).hasToString("a.X");
    assertThat(new RecordedOutcome("1", null, null)).hasToString("returned 1");
    assertThat(new RecordedOutcome(null, thrown("a.X", null), null)).hasToString("threw a.X");
    assertThat(new CloseEntry(Samples.NOON, "w", Collections.emptyMap()))
        .hasToString("closed at 2026-11-20T12:00:00Z: w, {}");
    assertThat(acceptance("A", "/a", null)).hasToString("A: /a, until 2027-01-31, ops: agreed");
    assertThat(difference().build()).hasToString("/a VALUE: 1 / 2");
    assertThat(Samples.point())
        .hasToString("quote: com.acme.legacy.PricingService#quote -> com.acme.next.Pricing#quote");
    assertThat(Samples.tally(7, 3))
        .hasToString("quote at minute 29919607: 3 intercepted, {MATCHED=2, MISMATCHED=1}");
  }

  @Test
  void totalsOfACloseAreCopied() {
    Map<String, PointTotals> totals = new LinkedHashMap<>();
    CloseEntry close = new CloseEntry(Samples.NOON, "w", totals);
    totals.put("p", PointTotals.none());
    assertThat(close.totals()).isEmpty();
    assertThatThrownBy(() -> close.totals().put("p", PointTotals.none()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void listsOfAPointAreCopied() {
    List<String> rules = new ArrayList<>(Arrays.asList("a"));
    PointEntry point = new PointEntry("p", "a", "b", null, null, 1, 1, rules);
    rules.add("b");
    assertThat(point.rules()).containsExactly("a");
    List<RecordedAcceptance> accepts = new ArrayList<>();
    PointEntry accepting = point.withAcceptances(accepts);
    accepts.add(acceptance("A", "/a", null));
    assertThat(accepting.accepts()).isEmpty();
    assertThat(accepting.withNoise(0.5).rules()).containsExactly("a");
  }

  private static void assertEquality(Supplier<Object> one, Object... others) {
    assertThat(one.get()).isEqualTo(one.get()).hasSameHashCodeAs(one.get());
    for (Object other : others) {
      assertThat(one.get()).isNotEqualTo(other);
      assertThat(other).isNotEqualTo(one.get());
    }
    assertThat(one.get()).isNotEqualTo("text").isNotEqualTo(null);
  }

  private static RecordedThrown thrown(String className, @Nullable String message) {
    return new RecordedThrown(className, message, Collections.emptyList());
  }

  private static RecordedAcceptance acceptance(String id, String where, @Nullable String limit) {
    return new RecordedAcceptance(id, where, "agreed", "ops", LocalDate.of(2027, 1, 31), limit);
  }

  private static RecordedDifference.Builder difference() {
    return new RecordedDifference.Builder()
        .path("/a")
        .kind("VALUE")
        .signature("/a · VALUE")
        .control("1")
        .candidate("2");
  }

  private static ExampleEntry.Builder example() {
    return new ExampleEntry.Builder().point("p").fate(Fate.MISMATCHED);
  }
}
