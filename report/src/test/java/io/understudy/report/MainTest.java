package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final String CLOSE =
      "`quote`:{`intercepted`:1000,`fates`:{`matched`:998,`mismatched`:1,`dropped`:1}}";

  @TempDir Path directory;
  private Path journals = Path.of("");
  private final CommandLineRun line = new CommandLineRun();

  @BeforeEach
  void journals() throws IOException {
    journals = Files.createDirectory(directory.resolve("journals"));
    JournalText.of("a")
        .point("quote", "new.jar")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            1_000,
            "`matched`:998,`mismatched`:1,`dropped`:1",
            "`signatures`:{`/total · VALUE`:1}")
        .close(CLOSE)
        .to(journals, "a.jsonl");
  }

  @Test
  void summaryOnTheTerminal() {
    assertThat(line.run("report", journals.toString(), "--zone", "UTC")).isZero();
    assertThat(line.out())
        .startsWith(
            """
            1 of 999 compared calls did not agree.
            99.89 % of 999 compared calls agreed. With 95 % confidence, at least 99.52 % of such calls agree.
            Differs: 1 call point differed: quote (1). 1 kind of difference in all, ranked below.
            Not covered: 1 of 1,000 intercepted calls (0.10 %) reached no verdict: 1 dropped.

            call point        intercepted   compared   mismatched   timed out    parity   at least   coverage
            quote                   1,000        999            1           0   99.89 %    99.52 %    99.90 %
            all call points         1,000        999            1           0   99.89 %    99.52 %    99.90 %
            """)
        .contains("1   quote · /total · VALUE")
        .doesNotContain("\u001b");
  }

  @Test
  void reasonsOnTheTerminal() throws IOException {
    Path unanswered = Files.createDirectory(directory.resolve("unanswered"));
    JournalText.of("b")
        .point("quote", "new.jar")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            1_200,
            "`unanswered`:1195,`dropped`:5",
            "`reasons`:{`dropped: queue full (calls)`:5,"
                + "`unanswered: class not found: com.acme.Nxt`:1195}")
        .to(unanswered, "b.jsonl");
    assertThat(line.run("report", unanswered.toString())).isEqualTo(5);
    assertThat(line.out())
        .contains("1,200 calls were intercepted, and none of them reached a verdict")
        .contains(
            """
            why calls reached no verdict
            1,195   quote · unanswered: class not found: com.acme.Nxt
                5   quote · dropped: queue full (calls)
            """);
  }

  @Test
  void everyFormIsWritten() {
    Path html = directory.resolve("r.html");
    Path json = directory.resolve("r.json");
    Path markdown = directory.resolve("r.md");
    assertThat(
            line.run(
                "report",
                journals.toString(),
                "--out",
                html.toString(),
                "--json",
                json.toString(),
                "--markdown",
                markdown.toString()))
        .isZero();
    assertThat(html).content().startsWith("<!DOCTYPE html>");
    assertThat(json).content().contains("\"mismatched\" : 1,").contains("\"parity\" : 0.99899");
    assertThat(markdown)
        .content()
        .contains("| quote | 1,000 | 999 | 1 | 99.89 % | 99.52 % | 99.90 % |");
    assertThat(line.out()).contains("Report: " + html);
    assertThat(directory.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    // A report may replace a report.
    assertThat(
            line.run(
                "report",
                journals.toString(),
                "--out",
                html.toString(),
                "--json",
                json.toString(),
                "--markdown",
                markdown.toString()))
        .isZero();
  }

  @Test
  void otherFilesAreNotOverwritten() throws IOException {
    Path yaml = Files.writeString(directory.resolve("understudy.yaml"), "application: billing\n");
    assertThat(line.run("report", journals.toString(), "--out", yaml.toString())).isEqualTo(2);
    assertThat(line.err()).contains("understudy.yaml exists and is not a report of this kind");
    assertThat(yaml).content().isEqualTo("application: billing\n");
    assertThat(
            line.run(
                "report", journals.toString(), "--json", journals.resolve("a.jsonl").toString()))
        .isEqualTo(2);
  }

  @Test
  void parityAboveTheThreshold() {
    assertThat(line.run("report", journals.toString(), "--fail-under", "99.8")).isZero();
    assertThat(line.err()).isEmpty();
  }

  @Test
  void parityJustBelowTheThreshold() {
    // 998 / 999 = 99.8998998…; printed as 99.89, it is below 99.9 and above 99.8998.
    assertThat(line.run("report", journals.toString(), "--fail-under", "99.9")).isEqualTo(1);
    assertThat(line.err()).contains("overall parity is below 99.9 %");
    assertThat(line.run("report", journals.toString(), "--fail-under", "99.8998")).isZero();
  }

  @Test
  void lowerBoundAsThreshold() {
    assertThat(
            line.run(
                "report", journals.toString(), "--fail-under", "99.8", "--fail-on-lower-bound"))
        .isEqualTo(1);
    assertThat(line.err()).contains("the lower bound of overall parity is below 99.8 %");
    assertThat(
            line.run(
                "report", journals.toString(), "--fail-under", "99.5", "--fail-on-lower-bound"))
        .isZero();
  }

  @Test
  void emptyDirectory() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertThat(line.run("report", empty.toString())).isEqualTo(5);
    assertThat(line.err())
        .startsWith("No journal (*.jsonl, *.jsonl.gz) in " + empty)
        .contains("the application ran with the agent")
        .doesNotContain("Exception");
  }

  @Test
  void directoryThatDoesNotExist() {
    assertThat(line.run("report", directory.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(line.err()).contains("nowhere does not exist: expected a directory of journals");
  }

  @Test
  void wrongUsage() {
    for (List<String> wrong :
        List.of(
            List.<String>of(),
            List.of("report"),
            List.of("reprot", "x"),
            List.of("report", journals.toString(), "--zone", "Mars/Olympus"),
            List.of("report", journals.toString(), "--from", "yesterday"),
            List.of("report", journals.toString(), "--from", "2026-11-02", "--to", "2026-11-01"),
            List.of("report", journals.toString(), "--fail-under", "101"),
            List.of("report", journals.toString(), "--fail-on-lower-bound"),
            List.of("report", journals.toString(), "--threads", "0"),
            List.of(
                "report",
                journals.toString(),
                "--out",
                directory.resolve("no/r.html").toString()))) {
      assertThat(line.run(wrong.toArray(new String[0]))).as(wrong.toString()).isEqualTo(2);
      assertThat(line.err()).as(wrong.toString()).isNotEmpty().doesNotContain("at io.understudy");
    }
  }

  @Test
  void unbalancedBooksGiveAReportWithoutAScore() {
    JournalText.of("b")
        .tally("quote", "2026-11-01T09:00:00Z", 5, "`matched`:5")
        .close("`quote`:{`intercepted`:6,`fates`:{`matched`:5,`mismatched`:1}}")
        .to(journals, "b.jsonl");
    Path html = directory.resolve("r.html");
    assertThat(line.run("report", journals.toString(), "--out", html.toString())).isEqualTo(3);
    assertThat(line.out())
        .startsWith(
            "No score: the books do not balance.\nquote: Session b on host-b closed with 6");
    assertThat(html)
        .content()
        .contains("No score: the books do not balance.")
        .contains("does not balance");
  }

  @Test
  void editedJournalCannotPassAThreshold() throws IOException {
    SampleJournals.write(journals, 1, 120);
    assertThat(line.run("verify", journals.toString())).isZero();
    Path file;
    try (var all = Files.list(journals)) {
      file =
          all.filter(f -> f.toString().endsWith(".jsonl") && f.toString().contains("billing-1"))
              .findFirst()
              .orElseThrow();
    }
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"intercepted\":([0-9]+)", "\"intercepted\":9$1"));
    assertThat(line.run("verify", journals.toString())).isEqualTo(3);
    assertThat(line.out())
        .contains("DAMAGED")
        .contains(file.toString())
        .contains("The journals are not as they were written");
    assertThat(line.run("report", journals.toString(), "--fail-under", "1")).isEqualTo(3);
    assertThat(line.out())
        .contains("problems of the evidence")
        .containsPattern(Pattern.quote(file.toString()) + ":[0-9]+: ");
    assertThat(line.err()).contains("the evidence is not intact");
  }

  @Test
  void sealedJournalsAreVerified() throws IOException {
    Path sealed = Files.createDirectory(directory.resolve("sealed"));
    SampleJournals.write(sealed, 2, 120);
    assertThat(line.run("verify", sealed.toString())).isZero();
    assertThat(line.out())
        .contains("intact    ")
        .containsPattern("Every seal of [0-9]+ files holds.");
  }

  @Test
  void daysOutsideThePeriod() {
    assertThat(line.run("report", journals.toString(), "--zone", "UTC", "--from", "2026-12-01"))
        .isEqualTo(5);
    assertThat(line.out())
        .startsWith(
            "No score: no call was compared.\nThe journals have no intercepted call in this period.");
  }

  @Test
  void helpNamesOptionsAndExitCodes() {
    assertThat(line.run("report", "--help")).isZero();
    assertThat(line.out())
        .contains("Usage: understudy-report report", "DIR...", "--out=FILE", "--json=FILE")
        .contains("--markdown=FILE", "--zone=ZONE", "--from=DAY", "--to=DAY", "--threads=N")
        .contains("--fail-under=PERCENT", "--fail-on-lower-bound")
        .contains("Exit codes:", "overall parity is below --fail-under");
    assertThat(line.run("propose", "--help")).isZero();
    assertThat(line.out())
        .contains("DIR...", "--output=FILE", "--zone=ZONE", "--from=DAY", "--to=DAY");
    assertThat(line.run("verify", "--help")).isZero();
    assertThat(line.out()).contains("DIR...", "every seal holds and no file is missing");
    assertThat(line.run("--version")).isZero();
    assertThat(line.out()).startsWith("Understudy report ");
  }
}
