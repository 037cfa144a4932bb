package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.ParitySummary;
import java.nio.file.Path;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules, acceptances, explanations and noise in the four forms of the report. */
class CaveatsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path directory;

  @BeforeEach
  void journal() {
    JournalText.countingHits("a")
        .pointWith(
            "quote",
            "`rules`:[`mode value`,`ignore /breakdown`,`tolerate /fee within 0.005`],"
                + "`accepts`:[{`id`:`R-17`,`where`:`/tax VALUE by at most 0.01`,"
                + "`reason`:`half-even is law`,`owner`:`tax-team`,`until`:`2026-11-25`,"
                + "`limit`:`at most 1000 calls a day`}],`noise`:0.01")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            100_000,
            "`matched`:97000,`accepted`:500,`mismatched`:2500",
            "`signatures`:{`/at · VALUE`:2000,`/tax · VALUE`:500}",
            "`explained`:{`/tax · VALUE · rounding HALF_UP/HALF_EVEN`:412}",
            "`accepted`:{`R-17`:500}",
            "`rules`:{`ignore /breakdown`:99000}",
            "`leaves`:2000",
            "`hidden`:{`ignore /breakdown`:1220}",
            "`repeated`:1000",
            "`noise`:{`/at · VALUE`:20}",
            "`together`:{`/at · VALUE`:2000,`/tax · VALUE`:500}")
        .line(
            "{`entry`:`example`,`point`:`quote`,`fate`:`mismatched`,`at`:`2026-11-01T09:00:01Z`,`differenceCount`:1,`differences`:[{`path`:`/tax`,`kind`:`VALUE`,`signature`:`/tax · VALUE`,`control`:2.50,`candidate`:2.51,`delta`:`0.01`,`explained`:[`rounding HALF_UP/HALF_EVEN`]}],`control`:{`returned`:{`tax`:2.50}},`candidate`:{`returned`:{`tax`:2.51}},`arguments`:[]}")
        .line(
            "{`entry`:`example`,`point`:`quote`,`fate`:`accepted`,`at`:`2026-11-01T09:00:01Z`,`differenceCount`:1,`differences`:[{`path`:`/tax`,`kind`:`VALUE`,`signature`:`/tax · VALUE`,`control`:3.50,`candidate`:3.51,`delta`:`0.01`,`accepted`:`R-17`}],`control`:{`returned`:{`tax`:3.50}},`candidate`:{`returned`:{`tax`:3.51}},`arguments`:[]}")
        .to(directory, "a.jsonl");
  }

  @Test
  void html() {
    Document page = Jsoup.parse(HtmlReport.render(summary(), NOW, "test"));
    assertThat(page.select(".facts").text())
        .contains("strict, without 500 accepted: 97.00 %")
        .contains("without noise: 99.50 %");
    assertThat(page.select("section[aria-labelledby=points] tbody tr").eachText().get(0))
        .contains("97,500 500 accepted")
        .contains("2,500 2,000 only in noise")
        .contains("97.50 % 99.50 % without noise");
    assertThat(page.select("details.diff").get(0).text()).contains("/at VALUE noise");
    assertThat(page.select("details.diff").get(1).text())
        .contains("412 rounding HALF_UP/HALF_EVEN, 88 not explained")
        .contains("rounding HALF_UP/HALF_EVEN 412 0.01 in 1 recorded difference")
        .contains("2.50 2.51 +0.01 rounding HALF_UP/HALF_EVEN");
    assertThat(page.select("section[aria-labelledby=accepted]").text())
        .contains("R-17 quote /tax VALUE by at most 0.01 half-even is law (tax-team)")
        .contains("500 of 100,000 comparisons since 1 Nov")
        .contains("at most 1000 calls a day used at most: 500 calls on 1 Nov (50.00 % of it)")
        .contains("25 November 2026 5 days left ends soon")
        .contains("+0.01 accepted as R-17");
    assertThat(page.select("section[aria-labelledby=noise]").text())
        .contains("quote 1,000 2,500 2,000 97.50 % 97.41 % 99.50 % 99.46 %")
        .contains("2.00 % 20 of 1,000 2.00 % 2,000 of 100,000 0.69 to 1.51 noise");
    assertThat(page.select("section[aria-labelledby=rules] tbody tr").eachText())
        .containsExactly(
            "quote ignore /breakdown 99,000 100,000 comparisons since 1 Nov 61.00 % Hides at"
                + " least half of the compared values, so faults in them stay hidden. Name only"
                + " the values that may differ, and compare the rest.",
            "quote tolerate /fee within 0.005 0 100,000 comparisons since 1 Nov Never had a hit."
                + " Check its path; if the path is right, remove the rule, so that it cannot hide a"
                + " fault later.");
  }

  @Test
  void terminal() {
    assertThat(TerminalReport.render(summary(), NOW, false))
        .contains(
            """
            Accepted: 500 calls differed only in accepted ways, and count as agreed. Without them, strict parity is 97.00 % instead of 97.50 %, at least 96.90 %.
            Acceptances: R-17 of quote (ends soon) needs attention; the report says what to do.
            Noise: 2,000 of the 2,500 disagreements (quote) show only differences in which the control differs from itself as often. Without noise, parity would be 99.50 % instead of 97.50 %, at least 99.46 %; the score still counts them.
            Rules: ignore /breakdown of quote hides at least half of the compared values there, so faults in them stay hidden. 1 rule of 2 never had a hit.
            """)
        .contains("2,000   quote · /at · VALUE (noise)")
        .contains("500   quote · /tax · VALUE (412 rounding HALF_UP/HALF_EVEN, 88 not explained)")
        .contains(
            """
            accepted differences
            quote · R-17: 500 calls, 5 days left: ends soon
               5 days left; after that its differences are mismatched again.

            noise
            quote · /at · VALUE: control with itself 2.00 % (20 of 1,000), candidate with control 2.00 % (2,000 of 100,000): noise
            quote · /tax · VALUE: control with itself 0 % (0 of 1,000), candidate with control 0.50 % (500 of 100,000): the candidate's

            rules to look at
            quote · ignore /breakdown: 61.00 % of what is compared; 100,000 comparisons since 1 Nov
               Hides at least half""");
  }

  @Test
  void markdown() {
    assertThat(MarkdownReport.render(summary(), NOW, "test"))
        .contains("| 2,000 | quote | /at | VALUE | noise |")
        .contains("| R-17: /tax VALUE by at most 0.01 (tax-team: half-even is law) | quote | 500 |")
        .contains("| quote | /at | VALUE | 2.00 % (20 of 1,000) | 2.00 % (2,000 of 100,000) |")
        .contains(
            "quote: 2,000 calls differ only in noise; raw parity 97.50 %, without noise 99.50 %.")
        .contains(
            "| tolerate /fee within 0.005 | quote | 0 | 100,000 comparisons since 1 Nov |  | Never");
  }

  @Test
  void json() {
    assertThat(JsonReport.render(summary(), NOW, "test"))
        .contains("\"onlyNoise\" : 2000,", "\"adjustedParity\" : 0.995,")
        .contains("\"strictParity\" : 0.97,", "\"parity\" : 0.975,")
        .contains("\"rule\" : \"tolerate /fee within 0.005\",", "\"neverHit\" : true,")
        .contains("\"hidden\" : 1220,", "\"leaves\" : 2000,", "\"hidesHalf\" : true")
        .contains("\"id\" : \"R-17\",", "\"until\" : \"2026-11-25\",", "\"state\" : \"expiring\",")
        .contains(
            "\"explanation\" : \"rounding HALF_UP/HALF_EVEN\",", "\"largestDelta\" : \"0.01\"")
        .contains("\"finding\" : \"noise\"", "\"finding\" : \"candidate\"")
        .contains("\"delta\" : \"0.01\",", "\"accepted\" : \"R-17\"");
  }

  @Test
  void noSectionsWithoutCaveats() {
    JournalText.of("b")
        .tally("tax", "2026-11-01T09:00:00Z", 40, "`matched`:40")
        .to(directory, "a.jsonl");
    Document page = Jsoup.parse(HtmlReport.render(summary(), NOW, "test"));
    assertThat(page.select("#accepted, #noise, #rules")).isEmpty();
    assertThat(page.text()).doesNotContain("strict").doesNotContain("without noise");
    assertThat(TerminalReport.render(summary(), NOW, false))
        .doesNotContain("accepted differences")
        .doesNotContain("rules to look at");
  }

  private ParitySummary summary() {
    return Summaries.of(directory);
  }
}
