package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One literal journal, and the complete documents that it gives. The JSON document is an interface:
 * a change of an expected file is a change that users see.
 */
class GoldenReportTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path directory;

  @BeforeEach
  void journals() {
    JournalText.countingHits("a")
        .pointWith(
            "quote",
            "`rules`:[`mode value`,`ignore /at`],`accepts`:[{`id`:`R-17`,"
                + "`where`:`/tax VALUE by at most 0.01`,`reason`:`half-even is law`,"
                + "`owner`:`tax-team`,`until`:`2026-11-25`,`limit`:`at most 10 calls a day`}],"
                + "`noise`:0.01")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            1_000,
            "`matched`:980,`accepted`:8,`mismatched`:5,`timed-out`:2,`dropped`:3",
            "`reasons`:{`dropped: queue full`:3}",
            "`signatures`:{`/tax · VALUE`:4,`/lines/* · MISSING`:1}",
            "`explained`:{`/tax · VALUE · rounding HALF_UP/HALF_EVEN`:3}",
            "`accepted`:{`R-17`:8}",
            "`limits`:{`R-17 · near`:1}",
            "`rules`:{`ignore /at`:990}",
            "`leaves`:200",
            "`hidden`:{`ignore /at`:10}",
            "`repeated`:100",
            "`noise`:{`/tax · VALUE`:1}",
            "`together`:{`/tax · VALUE`:4,`/lines/* · MISSING`:1}",
            "`control`:{`count`:1,`sum`:50,`min`:50,`max`:50,`buckets`:[50],`counts`:[1]}",
            "`candidate`:{`count`:1,`sum`:20,`min`:20,`max`:20,`buckets`:[20],`counts`:[1]}")
        .line(
            "{`entry`:`example`,`point`:`quote`,`fate`:`mismatched`,`at`:`2026-11-01T09:00:01Z`,"
                + "`controlNanos`:1200,`candidateNanos`:3400,`differenceCount`:1,`differences`:["
                + "{`path`:`/tax`,`kind`:`VALUE`,`signature`:`/tax · VALUE`,`control`:2.50,"
                + "`candidate`:2.51,`delta`:`0.01`,`explained`:[`rounding HALF_UP/HALF_EVEN`]}],"
                + "`control`:{`returned`:{`tax`:2.50}},`candidate`:{`returned`:{`tax`:2.51}},"
                + "`arguments`:[17]}")
        .close(
            "`quote`:{`intercepted`:1000,`fates`:{`matched`:980,`accepted`:8,`mismatched`:5,"
                + "`timed-out`:2,`dropped`:3}}")
        .to(directory, "a.jsonl");
    JournalText.countingHits("b")
        .point("tax", "new.jar")
        .tally("tax", "2026-11-02T09:00:00Z", 40, "`matched`:40", "`leaves`:80")
        .tally("tax", "2026-11-02T09:01:00Z", 2, "`matched`:1")
        .to(directory, "b.jsonl");
  }

  @Test
  void json() throws IOException {
    assertThat(shown(JsonReport.render(summary(), NOW, "0.4.0")))
        .isEqualTo(expected("golden.json"));
  }

  @Test
  void markdown() throws IOException {
    assertThat(shown(MarkdownReport.render(summary(), NOW, "0.4.0")))
        .isEqualTo(expected("golden.md"));
  }

  @Test
  void terminal() throws IOException {
    assertThat(shown(TerminalReport.render(summary(), NOW, false)))
        .isEqualTo(expected("golden.txt"));
  }

  @Test
  void coloursOfTheTerminalChangeNoWord() {
    String coloured = TerminalReport.render(summary(), NOW, true);
    assertThat(coloured).contains("\u001b[1m\u001b[31m7 of 1,036 compared calls");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
        .isEqualTo(TerminalReport.render(summary(), NOW, false));
  }

  /** The text of the page, one block a line; markup and styles are tested elsewhere. */
  @Test
  void page() throws IOException {
    Document page = Jsoup.parse(HtmlReport.render(summary(), NOW, "0.4.0"));
    page.select("style, svg").remove();
    StringBuilder text = new StringBuilder();
    for (var block :
        page.select("h1, h2, h3, h4, h5, p, dt, dd, tr, li, summary, figcaption, pre")) {
      if (!block.text().isEmpty()) {
        text.append(block.normalName()).append(": ").append(block.text()).append('\n');
      }
    }
    assertThat(shown(text.toString())).isEqualTo(expected("golden.page.txt"));
  }

  private ParitySummary summary() {
    return Summaries.of(directory);
  }

  /** The directory and the texts of the journal reader are not part of the expected documents. */
  private String shown(String document) {
    String shown = document.replace(directory.toString(), "DIR");
    for (ReportProblem problem : summary().problems()) {
      shown = shown.replace(problem.what(), "(" + problem.weight() + ")");
    }
    return shown;
  }

  private static String expected(String name) throws IOException {
    try (InputStream in = GoldenReportTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
