package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.RuleUse;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleViewTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

  @TempDir Path directory;

  @Test
  void ruleInUse() {
    RuleView view = view(12, 1_000, 30, 100, true);
    assertThat(view.hits()).isEqualTo("12");
    assertThat(view.over()).isEqualTo("1,000 comparisons since 3 Nov");
    assertThat(view.share()).isEqualTo("30.00 %");
    assertThat(view.advice()).isEqualTo("in use");
    assertThat(view.needsAttention()).isFalse();
    assertThat(view.tone()).isEqualTo("soft");
  }

  @Test
  void ruleThatHidesHalf() {
    RuleView view = view(12, 1_000, 50, 100, true);
    assertThat(view.hidesHalf()).isTrue();
    assertThat(view.needsAttention()).isTrue();
    assertThat(view.tone()).isEqualTo("bad");
    assertThat(view.advice())
        .isEqualTo(
            "Hides at least half of the compared values, so faults in them stay hidden. Name only"
                + " the values that may differ, and compare the rest.");
  }

  @Test
  void ruleWithoutAHit() {
    RuleView view = view(0, 1, 0, 100, true);
    assertThat(view.over()).isEqualTo("1 comparison since 3 Nov");
    assertThat(view.share()).isEmpty();
    assertThat(view.needsAttention()).isTrue();
    assertThat(view.tone()).isEqualTo("none");
    assertThat(view.advice()).startsWith("Never had a hit. Check its path;");
  }

  @Test
  void ruleOfAnAgentThatCountsNoHits() {
    RuleView view = view(0, 0, 0, 0, true);
    assertThat(view.hits()).isEqualTo("–");
    assertThat(view.over()).isEqualTo("not counted");
    assertThat(view.advice()).isEqualTo("these journals do not count its hits");
    assertThat(view.needsAttention()).isFalse();
  }

  @Test
  void removedRule() {
    RuleView view = view(0, 10, 60, 100, false);
    assertThat(view.advice()).isEqualTo("no longer configured");
    assertThat(view.hidesHalf()).isFalse();
    assertThat(view.needsAttention()).isFalse();
    assertThat(view.tone()).isEqualTo("soft");
  }

  @Test
  void mostUrgentRulesFirst() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[`ignore /removed`]")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:1", "`leaves`:9")
        .to(directory, "a.jsonl");
    JournalText.countingHits("b")
        .pointWith("quote", "`rules`:[`ignore /used`,`ignore /idle`,`ignore /wide`]")
        .tally(
            "quote",
            "2026-11-02T09:00:00Z",
            1,
            "`matched`:1",
            "`leaves`:9",
            "`rules`:{`ignore /used`:1,`ignore /wide`:1}",
            "`hidden`:{`ignore /wide`:8}")
        .to(directory, "b.jsonl");
    assertThat(RuleRow.of(Summaries.of(directory)))
        .extracting(row -> row.point() + " " + row.rule().rule() + " " + row.rule().urgency())
        .containsExactly(
            "quote ignore /wide 0",
            "quote ignore /idle 1",
            "quote ignore /used 2",
            "quote ignore /removed 3");
    assertThat(RuleRow.needingAttention(Summaries.of(directory)))
        .extracting(row -> row.rule().rule())
        .containsExactly("ignore /wide", "ignore /idle");
  }

  @Test
  void ruleWithoutHitsAtSeveralCallPointsIsOneRow() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[`ignore /idle`,`ignore /used`]")
        .pointWith("order", "`rules`:[`ignore /idle`,`ignore /used`]")
        .tally("quote", "2026-11-01T09:00:00Z", 3, "`matched`:3", "`leaves`:9")
        .tally(
            "order",
            "2026-11-02T09:00:00Z",
            4,
            "`matched`:4",
            "`rules`:{`ignore /used`:2}",
            "`leaves`:9")
        .to(directory, "a.jsonl");

    assertThat(RuleRow.of(Summaries.of(directory)))
        .extracting(row -> row.point() + " " + row.rule().rule() + " " + row.rule().advice())
        .containsExactly(
            "2 call points ignore /idle Never had a hit. Check its path; if the path is right,"
                + " remove the rule, so that it cannot hide a fault later.",
            "order ignore /used in use",
            "quote ignore /used in use at another call point");
    assertThat(RuleRow.needingAttention(Summaries.of(directory)).get(0).rule().over())
        .isEqualTo("7 comparisons since 1 Nov");
  }

  private static RuleView view(long hits, long comparisons, long hidden, long leaves, boolean in) {
    return new RuleView(
        new RuleUse(
            "ignore /at", hits, comparisons, comparisons == 0 ? null : DAY, hidden, leaves, in));
  }
}
