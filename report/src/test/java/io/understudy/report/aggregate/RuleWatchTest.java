package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.JournalReader;
import io.understudy.report.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleWatchTest {
  private static final String RULES =
      "`rules`:[`mode value`,`ignore /at`,`tolerate /fee within 0.005`]";

  @TempDir Path directory;

  @Test
  void hitsAndWhatIsHidden() throws IOException {
    Journal.watched("a")
        .terms("quote", RULES)
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
    List<RuleEvidence> rules = rules();
    assertThat(rules)
        .containsExactly(
            new RuleEvidence("ignore /at", 13, 13, first, 30, 60, true),
            new RuleEvidence("tolerate /fee within 0.005", 0, 13, first, 0, 60, true));
    assertThat(rules.get(0).hidesHalf()).isTrue();
    assertThat(rules.get(0).neverHit()).isFalse();
    assertThat(rules.get(1).neverHit()).isTrue();
    assertThat(rules.get(1).hidesHalf()).isFalse();
  }

  @Test
  void oneLeafLessThanHalfIsNotHalf() {
    assertThat(new RuleEvidence("ignore /at", 1, 1, null, 29, 59, true).hidesHalf()).isFalse();
    assertThat(new RuleEvidence("ignore /at", 1, 1, null, 30, 60, true).hidesHalf()).isTrue();
    assertThat(new RuleEvidence("ignore /at", 1, 1, null, 0, 0, true).hidesHalf()).isFalse();
  }

  /** The first agents did not watch rules: their silence must not look like rules that are idle. */
  @Test
  void sessionsThatDoNotWatchSayNothingOfRules() throws IOException {
    Journal.watched("a")
        .terms("quote", RULES)
        .tally("quote", "2026-11-01T09:00:00Z", 10, "`matched`:10")
        .to(directory, "a.jsonl");
    assertThat(rules()).extracting(RuleEvidence::comparisons).containsExactly(0L, 0L);
    assertThat(rules()).noneMatch(RuleEvidence::neverHit);
  }

  /** They make more count as a difference: idle or not, they hide nothing. */
  @Test
  void rulesThatOnlyMakeStricterAreNotIdle() throws IOException {
    Journal.watched("a")
        .terms(
            "quote",
            "`rules`:[`mode exact`,`class names`,`exception message compared`,`identity /id of order`,"
                + "`exception class a.Old as a.New`,`arguments after the call`]")
        .tally("quote", "2026-11-01T09:00:00Z", 3, "`matched`:3", "`leaves`:9")
        .to(directory, "a.jsonl");
    assertThat(rules())
        .extracting(RuleEvidence::rule)
        .containsExactly("exception class a.Old as a.New");
  }

  @Test
  void ruleThatOnlyAnEarlierSessionHad() throws IOException {
    Journal.watched("a")
        .terms("quote", "`rules`:[`mode exact`,`unordered /tags`]")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            3,
            "`matched`:3",
            "`rules`:{`unordered /tags`:2}",
            "`leaves`:9")
        .to(directory, "a.jsonl");
    Journal.watched("b")
        .terms("quote", "`rules`:[`mode exact`,`ignore /at`]")
        .tally("quote", "2026-11-01T10:00:00Z", 4, "`matched`:4", "`leaves`:12")
        .to(directory, "b.jsonl");
    assertThat(rules())
        .extracting(r -> r.rule() + " " + r.present() + " " + r.comparisons() + " " + r.leaves())
        .containsExactly("ignore /at true 4 12", "unordered /tags false 3 9");
  }

  @Test
  void daysOutsideThePeriodDoNotCount() throws IOException {
    Journal.watched("a")
        .terms("quote", RULES)
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            3,
            "`matched`:3",
            "`rules`:{`ignore /at`:3}",
            "`leaves`:9")
        .tally("quote", "2026-11-02T09:00:00Z", 2, "`matched`:2", "`leaves`:6")
        .to(directory, "a.jsonl");
    Period second = new Period(ZoneOffset.UTC, LocalDate.of(2026, 11, 2), null);
    RuleEvidence ignore = read(second).points().get(0).rules().get(0);
    assertThat(ignore)
        .isEqualTo(new RuleEvidence("ignore /at", 0, 2, LocalDate.of(2026, 11, 2), 0, 6, true));
  }

  private List<RuleEvidence> rules() throws IOException {
    return read(Period.all(ZoneOffset.UTC)).points().get(0).rules();
  }

  private Evidence read(Period period) throws IOException {
    return new Aggregator(period, 1).read(JournalReader.over(directory).files()).evidence();
  }
}
