package io.understudy.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures and answers that a record computes from its own fields. */
class RecordsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @CsvSource({
    "10, 2000, 0.005",
    "10, 1000, 0.01",
    "10, 999,  0.01", // a base of at least 1,000 verdicts
    "6,  6,    0.006",
    "0,  0,    0.0"
  })
  void shareOfAPeak(long calls, long verdicts, double share) {
    assertThat(new AcceptancePeak(FIRST, calls, verdicts).share()).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, true, false",
        "2026-11-02, -, true, true",
        "2026-11-03, -, false, true",
        "-, 2026-11-02, true, true",
        "-, 2026-11-01, false, true",
        "2026-11-02, 2026-11-02, true, true",
        "2026-11-03, 2026-11-01, false, true"
      })
  void periodThatCoversTheSecondOfNovember(
      LocalDate from, LocalDate to, boolean covers, boolean limited) {
    ReportPeriod period = new ReportPeriod(ZoneOffset.UTC, from, to);
    assertThat(period.covers(LocalDate.of(2026, 11, 2))).isEqualTo(covers);
    assertThat(period.isLimited()).isEqualTo(limited);
  }

  @ParameterizedTest
  @CsvSource({
    "old, new,   c0, r, ''",
    "old, newer, c0, r, candidate",
    "oldest, new, c0, r, control",
    "old, new,   c1, r, configuration",
    "old, new,   c0, q, rules",
    "old, new,   c1, q, rules",
    "oldest, newer, c1, q, 'candidate,control,rules'"
  })
  void changesToALaterBuild(
      String control, String candidate, String config, String rules, String changes) {
    Build build = new Build("old", "new", "c0", "r");
    assertThat(String.join(",", build.changesTo(new Build(control, candidate, config, rules))))
        .isEqualTo(changes);
  }

  @Test
  void buildsAndKeysAreOrderedByEveryField() {
    Build build = new Build("b", "b", "b", "b");
    assertThat(build).isEqualByComparingTo(new Build("b", "b", "b", "b"));
    for (Build less :
        List.of(
            new Build("a", "c", "c", "c"),
            new Build("b", "a", "c", "c"),
            new Build("b", "b", "a", "c"),
            new Build("b", "b", "b", "a"))) {
      assertThat(less).isLessThan(build);
    }
    assertThat(new PointKey("a", "z")).isLessThan(new PointKey("b", "a"));
    assertThat(new PointKey("a", "a")).isLessThan(new PointKey("a", "b"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0,  0,   0,   false, false",
    "0, 10, 0,   100, true,  false",
    "1, 10, 0,   100, false, false",
    "1, 10, 49,  100, false, false",
    "1, 10, 50,  100, false, true",
    "1, 10, 100, 100, false, true"
  })
  void ruleWithoutHitsAndRuleThatHidesHalf(
      long hits, long comparisons, long hidden, long leaves, boolean never, boolean half) {
    RuleUse rule = new RuleUse("ignore /at", hits, comparisons, FIRST, hidden, leaves, true);
    assertThat(rule.neverHit()).isEqualTo(never);
    assertThat(rule.hidesHalf()).isEqualTo(half);
    assertThat(rule.since()).contains(FIRST);
  }

  @Test
  void acceptanceThatNeverCoveredADifference() {
    assertThat(use(10, days(0), days(0), days(0)).neverHit()).isTrue();
    assertThat(use(0, days(0), days(0), days(0)).neverHit()).isFalse();
    assertThat(use(10, days(1), days(0), days(0)).neverHit()).isFalse();
    assertThat(use(10, days(0), days(1), days(0)).neverHit()).isFalse();
    assertThat(use(10, days(0), days(0), days(1)).neverHit()).isFalse();
    assertThat(use(10, days(3), days(0), days(0)).calls()).isEqualTo(3);
    assertThat(use(10, days(3), days(0), days(0)).agreed()).isEmpty();
    assertThat(use(10, days(3), days(0), days(0)).peak()).isEmpty();
    assertThat(use(10, days(3), days(0), days(0)).sharePeak()).isEmpty();
  }

  @Test
  void sumOverDays() {
    TreeMap<LocalDate, Long> days = new TreeMap<>(Map.of(FIRST, 3L, FIRST.plusDays(1), 4L));
    assertThat(AcceptanceUse.sum(days)).isEqualTo(7);
    assertThat(AcceptanceUse.sum(new TreeMap<>())).isZero();
  }

  @Test
  void collectionsCannotBeChangedFromOutside() {
    List<String> changes = new ArrayList<>(List.of("candidate"));
    DayScore day = new DayScore(FIRST, new Score(Books.NONE, List.of()), changes);
    changes.add("rules");
    assertThat(day.changes()).containsExactly("candidate");
    SortedMap<LocalDate, Long> accepted = new TreeMap<>(Map.of(FIRST, 1L));
    AcceptanceUse use = use(1, accepted, days(0), days(0));
    accepted.clear();
    assertThat(use.calls()).isEqualTo(1);
    assertThatThrownBy(() -> use.accepted().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void reasonsRankedByCountThenByText() {
    assertThat(ReasonCount.ranked(Map.of("b", 2L, "a", 2L, "c", 9L, "d", 1L)))
        .containsExactly(
            new ReasonCount("c", 9),
            new ReasonCount("a", 2),
            new ReasonCount("b", 2),
            new ReasonCount("d", 1));
  }

  private static SortedMap<LocalDate, Long> days(long calls) {
    return calls == 0 ? new TreeMap<>() : new TreeMap<>(Map.of(FIRST, calls));
  }

  private static AcceptanceUse use(
      long compared,
      SortedMap<LocalDate, Long> accepted,
      SortedMap<LocalDate, Long> expired,
      SortedMap<LocalDate, Long> breached) {
    return new AcceptanceUse(
        "R-1",
        null,
        true,
        compared,
        FIRST,
        accepted,
        expired,
        breached,
        new TreeMap<>(),
        null,
        null,
        List.of());
  }
}
