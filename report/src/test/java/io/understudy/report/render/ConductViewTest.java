package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.ParitySummary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConductViewTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path directory;

  private ParitySummary summary() {
    return Summaries.of(directory);
  }

  private void tally(String point, String fates, String conduct) {
    JournalText.of(point)
        .tally(point, "2026-11-01T09:00:00Z", 12, fates, "`conduct`:{" + conduct + "}")
        .to(directory, point + ".jsonl");
  }

  private List<String> texts() {
    return Conclusion.of(summary(), NOW).statements().stream()
        .map(s -> s.subject() + ": " + s.text())
        .toList();
  }

  @Test
  void candidateThatCallsTheControlGivesNoComfort() {
    tally("quote", "`matched`:12", "`called the control`:3");
    Conclusion conclusion = Conclusion.of(summary(), NOW);
    assertThat(conclusion.tone()).isEqualTo(Conclusion.Tone.DIFFER);
    assertThat(conclusion.headline())
        .isEqualTo(
            "Every compared call agreed. 3 of them prove nothing: the candidate called the control.");
    assertThat(texts())
        .containsExactly(
            "Proves nothing: In 3 of 12 compared calls of quote, the candidate called the control.",
            "Covered: Every intercepted call was compared.");
  }

  @Test
  void candidateOfTheSameClassFileGivesNoComfort() {
    tally("quote", "`matched`:12", "`has the same class file as the control`:12");
    assertThat(texts())
        .contains(
            "Proves nothing: In 12 of 12 compared calls of quote, both methods came from equal class"
                + " files in two class loaders.");
  }

  @Test
  void callsAfterTheirOwnCall() {
    tally("quote", "`matched`:12", "`called the control after its call`:2");
    assertThat(texts())
        .contains(
            "Proves nothing: Threads of the candidate of quote called the control 2 times after"
                + " their own call.");
  }

  @Test
  void attemptsToEndTheJvm() {
    tally(
        "quote",
        "`mismatched`:12",
        "`refused: Runtime.exit`:2,`refused: Runtime.addShutdownHook`:1");
    assertThat(texts())
        .contains(
            "Refused: The candidate of quote tried to end the JVM or to keep it alive: Runtime.exit"
                + " (2 times), Runtime.addShutdownHook (1 time).");
  }

  @Test
  void changesOfTheJvm() {
    tally(
        "quote",
        "`matched`:12",
        "`prevented: java.util.Locale.setDefault`:2,`restored: the default locale`:1");
    assertThat(texts())
        .contains(
            "Prevented: The candidate of quote tried to change what the whole JVM shares, without"
                + " effect: java.util.Locale.setDefault (2 times). Calls in which it did so have no"
                + " verdict. During calls of the candidate of quote, settings of the JVM were changed"
                + " and restored: the default locale (1 time). Calls of that time have no verdict.");
  }

  @Test
  void breakerThatOpened() {
    JournalText.of("quote")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            12,
            "`matched`:2,`shed`:10",
            "`reasons`:{`shed: breaker open`:7,`shed: paused`:3},"
                + "`conduct`:{`opened the breaker`:2,`closed the breaker`:1}")
        .to(directory, "quote.jsonl");
    assertThat(texts())
        .contains(
            "Breaker: The breaker of quote opened 2 times and closed 1 time, since the candidate did"
                + " not answer; 7 calls were shed meanwhile.");
  }

  @Test
  void controlThatIsNotWoven() {
    JournalText.of("s1")
        .pointWith("quote", "`rules`:[],`unwoven`:`a.Old#quote is native`")
        .to(directory, "s1.jsonl");
    assertThat(texts())
        .contains(
            "Not woven: quote is not woven, so none of its calls was intercepted: a.Old#quote is"
                + " native.");
    assertThat(TerminalReport.render(summary(), NOW, false)).contains("not woven");
    assertThat(HtmlReport.render(summary(), NOW, "1")).contains("not woven: a.Old#quote is native");
  }

  @Test
  void controlThatWasWovenLater() {
    JournalText.of("s1")
        .pointWith("quote", "`rules`:[],`unwoven`:`a.Old#quote is native`")
        .pointWith("quote", "`rules`:[]")
        .to(directory, "s1.jsonl");
    assertThat(texts()).noneMatch(text -> text.startsWith("Not woven"));
  }
}
