package io.understudy.report.aggregate;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportPeriod;
import io.understudy.report.summary.RuleUse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleHistoryTest {
  private static final String RULES =
      "`rules`:[`mode value`,`ignore /at`,`tolerate /fee within 0.005`]";

  @TempDir Path directory;

  @Test
  void hitsAndHiddenLeaves() {
    JournalText.countingHits("a")
        .pointWith("quote", RULES)
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            10,
            "`matched`:7,`mismatched`:1,`timed-out`:2",
            "`rules`:{`ignore /at`:8}",
            "`leaves`:40",
            "`hidden`:{`ignore /at`:3}")
        .tally(
            "quote",
            "2026-11-02T09:00:00Z",
            5,
            "`accepted`:5",
            "`rules`:{`ignore /at`:5}",
            "`leaves`:20",
            "`hidden`:{`ignore /at`:27}")
        .to(directory, "a.jsonl");
    LocalDate first = LocalDate.of(2026, 11, 1);
    List<RuleUse> rules = rules();
    assertThat(rules)
        .containsExactly(
            new RuleUse("ignore /at", 13, 13, first, 30, 60, true),
            new RuleUse("tolerate /fee within 0.005", 0, 13, first, 0, 60, true));
    assertThat(rules.get(0).hidesHalf()).isTrue();
    assertThat(rules.get(0).neverHit()).isFalse();
    assertThat(rules.get(1).neverHit()).isTrue();
    assertThat(rules.get(1).hidesHalf()).isFalse();
  }

  @Test
  void oneLeafLessThanHalfIsNotHalf() {
    assertThat(new RuleUse("ignore /at", 1, 1, null, 29, 59, true).hidesHalf()).isFalse();
    assertThat(new RuleUse("ignore /at", 1, 1, null, 30, 60, true).hidesHalf()).isTrue();
    assertThat(new RuleUse("ignore /at", 1, 1, null, 0, 0, true).hidesHalf()).isFalse();
  }

  /** The first agents counted no hits. Their rules must not look unused. */
  @Test
  void sessionsThatCountNoHitsAreLeftOut() {
    JournalText.countingHits("a")
        .pointWith("quote", RULES)
        .tally("quote", "2026-11-01T09:00:00Z", 10, "`matched`:10")
        .to(directory, "a.jsonl");
    assertThat(rules()).extracting(RuleUse::comparisons).containsExactly(0L, 0L);
    assertThat(rules()).noneMatch(RuleUse::neverHit);
  }

  /** A stricter rule hides no difference, so it needs no hit. */
  @Test
  void stricterRulesWithoutHitsAreNotListed() {
    JournalText.countingHits("a")
        .pointWith(
            "quote",
            "`rules`:[`mode exact`,`class names`,`exception message compared`,`identity /id of order`,"
                + "`exception class a.Old as a.New`,`arguments after the call`]")
        .tally("quote", "2026-11-01T09:00:00Z", 3, "`matched`:3", "`leaves`:9")
        .to(directory, "a.jsonl");
    assertThat(rules()).extracting(RuleUse::rule).containsExactly("exception class a.Old as a.New");
  }

  /** A rule for all call points need not have hits at each of them. */
  @Test
  void ruleWithHitsAtAnotherCallPointIsInUse() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[`ignore /at`,`ignore /x`]")
        .pointWith("order", "`rules`:[`ignore /at`,`ignore /x`]")
        .tally("quote", "2026-11-01T09:00:00Z", 3, "`matched`:3", "`leaves`:9")
        .tally(
            "order",
            "2026-11-01T09:00:00Z",
            3,
            "`matched`:3",
            "`rules`:{`ignore /at`:2}",
            "`leaves`:9")
        .to(directory, "a.jsonl");
    assertThat(read(ReportPeriod.all(ZoneOffset.UTC)).points())
        .extracting(
            point ->
                point.key().name()
                    + point.rules().stream().map(r -> " " + r.neverHit()).collect(joining()))
        .containsExactly("order false true", "quote false true");
  }

  @Test
  void removedRuleIsListedLast() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[`mode exact`,`unordered /tags`]")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            3,
            "`matched`:3",
            "`rules`:{`unordered /tags`:2}",
            "`leaves`:9")
        .to(directory, "a.jsonl");
    JournalText.countingHits("b")
        .pointWith("quote", "`rules`:[`mode exact`,`ignore /at`]")
        .tally("quote", "2026-11-01T10:00:00Z", 4, "`matched`:4", "`leaves`:12")
        .to(directory, "b.jsonl");
    assertThat(rules())
        .extracting(r -> r.rule() + " " + r.present() + " " + r.comparisons() + " " + r.leaves())
        .containsExactly("ignore /at true 4 12", "unordered /tags false 3 9");
  }

  @Test
  void daysOutsideThePeriodDoNotCount() {
    JournalText.countingHits("a")
        .pointWith("quote", RULES)
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            3,
            "`matched`:3",
            "`rules`:{`ignore /at`:3}",
            "`leaves`:9")
        .tally("quote", "2026-11-02T09:00:00Z", 2, "`matched`:2", "`leaves`:6")
        .to(directory, "a.jsonl");
    ReportPeriod second = new ReportPeriod(ZoneOffset.UTC, LocalDate.of(2026, 11, 2), null);
    RuleUse ignore = read(second).points().get(0).rules().get(0);
    assertThat(ignore)
        .isEqualTo(new RuleUse("ignore /at", 0, 2, LocalDate.of(2026, 11, 2), 0, 6, true));
  }

  private List<RuleUse> rules() {
    return read(ReportPeriod.all(ZoneOffset.UTC)).points().get(0).rules();
  }

  private ParitySummary read(ReportPeriod period) {
    return Summaries.of(directory, period);
  }
}
