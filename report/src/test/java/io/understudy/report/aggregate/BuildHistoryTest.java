package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.BuildScore;
import io.understudy.report.summary.DayScore;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReportPeriod;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildHistoryTest {
  @TempDir Path directory;

  @Test
  void sessionsOfOneBuildAreSummed() {
    session("a", "new-1.jar", "2026-11-01T09:00:00Z", 10);
    session("b", "new-1.jar", "2026-11-03T09:00:00Z", 20);
    assertThat(builds()).containsExactly("new-1.jar@bb 2026-11-01 to 2026-11-03: 30");
  }

  @Test
  void orderIsThatOfAppearanceAndNotOfTheFiles() {
    session("z", "new-1.jar", "2026-11-01T09:00:00Z", 1);
    session("m", "new-3.jar", "2026-11-03T09:00:00Z", 3);
    session("a", "new-2.jar", "2026-11-02T09:00:00Z", 2);
    assertThat(builds())
        .containsExactly(
            "new-1.jar@bb 2026-11-01 to 2026-11-01: 1",
            "new-2.jar@bb 2026-11-02 to 2026-11-02: 2",
            "new-3.jar@bb 2026-11-03 to 2026-11-03: 3");
  }

  @Test
  void firstAndLastDayOfABuildThatCameBack() {
    session("a", "new-1.jar", "2026-11-05T09:00:00Z", 1);
    session("b", "new-2.jar", "2026-11-02T09:00:00Z", 2);
    session("c", "new-1.jar", "2026-11-01T09:00:00Z", 4);
    assertThat(builds())
        .containsExactly(
            "new-1.jar@bb 2026-11-01 to 2026-11-05: 5", "new-2.jar@bb 2026-11-02 to 2026-11-02: 2");
    assertThat(changes())
        .containsExactly("2026-11-01 []", "2026-11-02 [candidate]", "2026-11-05 []");
  }

  /** Both builds appear on one day; the session that started first decides. */
  @Test
  void startOfTheSessionDecidesBetweenBuildsOfOneDay() {
    started("a", "new-2.jar", "2026-11-01T08:00:00Z");
    started("b", "new-1.jar", "2026-11-01T12:00:00Z");
    assertThat(builds()).extracting(text -> text.substring(0, 5)).containsExactly("new-2", "new-1");
    started("a", "new-2.jar", "2026-11-01T12:00:00Z");
    started("b", "new-1.jar", "2026-11-01T08:00:00Z");
    assertThat(builds()).extracting(text -> text.substring(0, 5)).containsExactly("new-1", "new-2");
  }

  @Test
  void severalChangesOnOneDayAreNamedOnce() {
    session("a", "new-1.jar", "2026-11-01T09:00:00Z", 1);
    session("b", "new-2.jar", "2026-11-02T09:00:00Z", 1);
    session("c", "new-3.jar", "2026-11-02T10:00:00Z", 1);
    assertThat(changes()).containsExactly("2026-11-01 []", "2026-11-02 [candidate]");
  }

  @Test
  void sessionsWithoutCallsInThePeriodHaveNoBuild() {
    session("a", "new-1.jar", "2026-11-01T09:00:00Z", 1);
    session("b", "new-2.jar", "2026-11-02T09:00:00Z", 1);
    LocalDate second = LocalDate.of(2026, 11, 2);
    PointSummary quote =
        Summaries.of(directory, new ReportPeriod(ZoneOffset.UTC, second, null)).points().get(0);
    assertThat(quote.builds())
        .extracting(build -> build.build().candidate())
        .containsExactly("new-2.jar@bb");
    assertThat(quote.days().get(0).changes()).isEmpty();
  }

  @Test
  void pointWithoutADescriptionHasAnUnknownBuild() {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:1")
        .to(directory, "a.jsonl");
    BuildScore build = Summaries.of(directory).points().get(0).builds().get(0);
    assertThat(build.build().candidate()).isEmpty();
    assertThat(build.build().control()).isEmpty();
    assertThat(build.build().config()).isEqualTo("c0");
  }

  /** The overall trend marks a day on which any call point of the application changed. */
  @Test
  void changeOfOneCallPointIsAChangeOfTheApplication() {
    JournalText.of("a")
        .point("quote", "new-1.jar")
        .point("tax", "tax-1.jar")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:1")
        .tally("tax", "2026-11-01T09:00:00Z", 1, "`matched`:1")
        .to(directory, "a.jsonl");
    JournalText.of("b")
        .point("quote", "new-1.jar")
        .point("tax", "tax-2.jar")
        .tally("quote", "2026-11-02T09:00:00Z", 1, "`matched`:1")
        .tally("tax", "2026-11-03T09:00:00Z", 1, "`matched`:1")
        .to(directory, "b.jsonl");
    ParitySummary summary = Summaries.of(directory);
    assertThat(changes(summary.days()))
        .containsExactly("2026-11-01 []", "2026-11-02 [candidate]", "2026-11-03 []");
    assertThat(changes(summary.points().get(0).days()))
        .containsExactly("2026-11-01 []", "2026-11-02 []");
    assertThat(changes(summary.points().get(1).days()))
        .containsExactly("2026-11-01 []", "2026-11-03 [candidate]");
  }

  @Test
  void buildsOfAnotherApplicationDoNotCount() {
    session("a", "new-1.jar", "2026-11-01T09:00:00Z", 1);
    JournalText.of("b")
        .ofApplication("accounts")
        .point("quote", "new-2.jar")
        .tally("quote", "2026-11-02T09:00:00Z", 1, "`matched`:1")
        .to(directory, "b.jsonl");
    ParitySummary summary = Summaries.of(directory);
    assertThat(summary.points())
        .extracting(p -> p.key().application() + " " + p.builds().size())
        .containsExactly("accounts 1", "billing 1");
    assertThat(changes(summary.days())).containsExactly("2026-11-01 []", "2026-11-02 []");
  }

  @Test
  void scoresOfBuildsAreRefusedWithTheirCallPoint() {
    session("a", "new-1.jar", "2026-11-01T09:00:00Z", 10);
    JournalText.of("b")
        .point("quote", "new-2.jar")
        .tally("quote", "2026-11-02T09:00:00Z", 1, "`matched`:2")
        .to(directory, "b.jsonl");
    assertThat(Summaries.of(directory).points().get(0).builds())
        .hasSize(2)
        .allMatch(build -> build.score().parity().isEmpty());
  }

  private void session(String id, String jar, String minute, long calls) {
    JournalText.of(id)
        .point("quote", jar)
        .tally("quote", minute, calls, "`matched`:" + calls)
        .to(directory, id + ".jsonl");
  }

  private void started(String id, String jar, String start) {
    JournalText.of(id)
        .startedAt(start)
        .point("quote", jar)
        .tally("quote", "2026-11-01T13:00:00Z", 1, "`matched`:1")
        .to(directory, id + ".jsonl");
  }

  private List<String> builds() {
    return Summaries.of(directory).points().get(0).builds().stream()
        .map(
            b ->
                b.build().candidate()
                    + " "
                    + b.first()
                    + " to "
                    + b.last()
                    + ": "
                    + b.score().books().verdicts())
        .toList();
  }

  private List<String> changes() {
    return changes(Summaries.of(directory).points().get(0).days());
  }

  private static List<String> changes(List<DayScore> days) {
    return days.stream().map(day -> day.day() + " " + day.changes()).toList();
  }
}
