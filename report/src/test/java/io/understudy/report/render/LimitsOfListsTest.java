package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.ParitySummary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of the report shows a limited number of rows and counts the others. */
class LimitsOfListsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path directory;

  @BeforeEach
  void journal() {
    JournalText.countingHits("a")
        .pointWith(
            "quote",
            "`rules`:["
                + each("`ignore /r%d`")
                + "],`accepts`:["
                + each("{`id`:`R-%d`,`where`:`/tax`,`reason`:`r`,`owner`:`o`,`until`:`2027-01-31`}")
                + "],`noise`:0.01")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            10_000,
            "`matched`:9000,`mismatched`:1000",
            "`leaves`:9",
            "`signatures`:{" + each("`/s%d · VALUE`:9") + "}",
            "`reasons`:{" + each("`dropped: reason %d`:3") + "}",
            "`repeated`:1000",
            "`noise`:{" + each("`/s%d · VALUE`:2") + "}",
            "`unrepeated`:{" + each("`reason %d`:4") + "}")
        .to(directory, "a.jsonl");
  }

  @Test
  void terminal() {
    String text = TerminalReport.render(summary(), NOW, false);
    assertThat(between(text, "differences, by calls", "accepted differences"))
        .hasLineCount(15 + 1)
        .endsWith("and 10 more in the report");
    assertThat(between(text, "accepted differences", "noise\n"))
        .hasLineCount(2 * 10 + 1)
        .endsWith("and 15 more in the report");
    assertThat(between(text, "noise\n", "rules to look at"))
        .hasLineCount(10 + 2)
        .contains("and 15 more in the report")
        .endsWith("quote · not repeated: 4 reason 100; 4 reason 101; 4 reason 102; …");
    assertThat(between(text, "rules to look at", "why calls"))
        .hasLineCount(2 * 10 + 1)
        .endsWith("and 15 more in the report");
    assertThat(text).endsWith("and 15 more in the report\n");
  }

  @Test
  void markdown() {
    String text = MarkdownReport.render(summary(), NOW, "0.4.0");
    assertThat(text).contains("\n\nand 5 more kinds of difference.\n");
    assertThat(text.lines().filter(line -> line.equals("and 5 more."))).hasSize(3);
    assertThat(text.lines().filter(line -> line.startsWith("| 9 | quote | /s"))).hasSize(20);
    assertThat(text.lines().filter(line -> line.startsWith("| quote | /s"))).hasSize(20);
  }

  @Test
  void page() {
    Document page = Jsoup.parse(HtmlReport.render(summary(), NOW, "0.4.0"));
    assertThat(page.select("details.diff")).hasSize(25);
    assertThat(page.select("section[aria-labelledby=accepted] tbody tr")).hasSize(25);
    assertThat(page.select("section[aria-labelledby=rules] tbody tr")).hasSize(25);
    assertThat(page.text()).doesNotContain("the JSON report has them all");
  }

  private static String each(String format) {
    return IntStream.range(100, 125)
        .mapToObj(i -> String.format(format, i))
        .collect(Collectors.joining(","));
  }

  /** The lines after one heading and before the next, without empty ones at the end. */
  private static String between(String text, String heading, String next) {
    int from = text.indexOf('\n', text.indexOf("\n" + heading) + 1) + 1;
    return text.substring(from, text.indexOf("\n" + next, from)).stripTrailing();
  }

  private ParitySummary summary() {
    return Summaries.of(directory);
  }
}
