package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.SampleJournals;
import io.understudy.report.Summaries;
import io.understudy.report.summary.ParitySummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final String RLO = "\u202e";
  private static final String HOSTILE =
      "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
          + RLO
          + "gnp.exe&amp;`${7*7}`";

  @TempDir static Path samples;
  private static String sample = "";

  @TempDir Path directory;

  @BeforeAll
  static void sampleOnce() throws IOException {
    SampleJournals.write(samples, 3, 120);
    sample = html(samples);
  }

  @Test
  void oneFileWithoutScriptOrReference() {
    Document page = sample();
    noScriptAndNothingLoaded(page);
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.select("[style]")).isEmpty();
  }

  @Test
  void policyAllowsOnlyTheStyleSheet() throws Exception {
    Document page = sample();
    String style = page.expectFirst("style").data();
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "'; base-uri 'none'; form-action 'none'");
  }

  @Test
  void headingsInOrderAndIdsUnique() {
    Document page = sample();
    List<Integer> levels =
        page.select("h1,h2,h3,h4,h5,h6").stream().map(h -> h.tagName().charAt(1) - '0').toList();
    assertThat(levels.get(0)).isEqualTo(1);
    assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates().contains("points", "differences", "trend", "books");
    for (String reference : page.select("a[href]").eachAttr("href")) {
      assertThat(ids).contains(reference.substring(1));
    }
    for (String label : page.select("[aria-labelledby]").eachAttr("aria-labelledby")) {
      assertThat(ids).contains(label);
    }
  }

  @Test
  void tablesForScreenReaders() {
    Document page = sample();
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    for (Element table : page.select("table")) {
      int columns = table.select("thead th[scope=col]").size();
      assertThat(columns).isPositive();
      for (Element row : table.select("tbody tr")) {
        assertThat(row.select("th[scope]")).isNotEmpty();
        assertThat(row.children().size()).isBetween(columns - 1, columns);
      }
      assertThat(table.parents().get(0).attr("tabindex"))
          .as("can be scrolled by keyboard")
          .isEqualTo("0");
    }
    for (Element chart : page.select("svg")) {
      assertThat(chart.hasAttr("aria-label") || chart.attr("aria-hidden").equals("true")).isTrue();
    }
  }

  @Test
  void figuresOfTheSampleInTheTable() {
    Document page = sample();
    Element sum = page.expectFirst("section[aria-labelledby=points] tr.sum");
    assertThat(sum.text()).startsWith("All call points").contains("%");
    assertThat(page.select("section[aria-labelledby=points] tbody th[scope=row]").eachText())
        .hasSize(9)
        .anyMatch(name -> name.startsWith("quote com.acme.legacy.Pricing#quote"));
    assertThat(page.select("details.diff")).isNotEmpty();
    assertThat(page.select("details.diff mark")).isNotEmpty();
    assertThat(page.select(".side.control"))
        .hasSameSizeAs(page.select(".side.candidate"))
        .isNotEmpty();
    assertThat(page.select("svg.chart path.line[d]").eachAttr("d"))
        .anyMatch(d -> d.startsWith("M"));
  }

  @Test
  void hostileValuesEverywhere() {
    String value = json(HOSTILE);
    JournalText.of("a")
        .raw(
            "{\"entry\":\"point\",\"point\":"
                + value
                + ",\"control\":{\"method\":"
                + value
                + "},\"candidate\":{\"method\":"
                + value
                + "},\"sample\":1.0,\"timeoutMillis\":1,\"rules\":["
                + value
                + "]}")
        .raw(
            "{\"entry\":\"tally\",\"point\":"
                + value
                + ",\"minute\":29700000,\"intercepted\":2,\"fates\":{\"mismatched\":1,\"uncaptured\":1},\"reasons\":{"
                + value
                + ":1},\"signatures\":{"
                + value
                + ":1}}")
        .raw(
            "{\"entry\":\"example\",\"point\":"
                + value
                + ",\"fate\":\"mismatched\",\"at\":\"2025-02-19T00:00:00Z\",\"differenceCount\":1,\"differences\":[{\"path\":"
                + value
                + ",\"kind\":"
                + value
                + ",\"signature\":"
                + value
                + ",\"control\":"
                + value
                + ",\"candidate\":{"
                + value
                + ":"
                + value
                + "}}],\"arguments\":["
                + value
                + "],\"control\":{\"threw\":{\"class\":"
                + value
                + ",\"message\":"
                + value
                + "}},\"candidate\":{\"returned\":{"
                + value
                + ":["
                + value
                + ",\""
                + "z".repeat(9_000)
                + "\"]}}}")
        .raw(
            "{\"entry\":\""
                + "close\",\"at\":\"2026-11-02T00:00:00Z\",\"why\":"
                + value
                + ",\"totals\":{"
                + value
                + ":{\"intercepted\":2,\"fates\":{\"mismatched\":1,\"uncaptured\":1}}}}")
        .to(directory, "<img src=x>.jsonl");
    JournalText.of("<b>b</b>").raw("<script>alert(3)</script>").to(directory, "<i>.jsonl");
    String html = html(directory);
    Document page = Jsoup.parse(html);
    noScriptAndNothingLoaded(page);
    assertThat(html).doesNotContain(RLO).doesNotContain("<script").doesNotContain("<img");
    assertThat(page.text())
        .contains("</script><script>alert(1)</script>")
        .contains("\\u202Egnp.exe&amp;`${7*7}`");
    assertThat(page.select("details.diff pre").text()).contains("… (cut: 9,000 characters in all)");
    ParitySummary summary = summary(directory);
    assertThat(TerminalReport.render(summary, Instant.EPOCH, false)).doesNotContain(RLO);
    assertThat(MarkdownReport.render(summary, Instant.EPOCH, "test"))
        .doesNotContain("<script>")
        .doesNotContain("<img")
        .doesNotContain(RLO);
    assertThat(JsonReport.render(summary, Instant.EPOCH, "test"))
        .doesNotContain(RLO)
        .contains("\\u202Egnp.exe")
        .isASCII();
  }

  @Test
  void unpairedSurrogatesAndControlCharacters() {
    JournalText.of("a")
        .line(
            "{`entry`:`tally`,`point`:`a\\ud800b\\u0000c\\u001b[31m`,`minute`:29700000,`intercepted`:1,`fates`:{`matched`:1}}")
        .to(directory, "a.jsonl");
    String html = html(directory);
    assertThat(html).contains("a\\uD800b\\u0000c\\u001B[31m");
    assertThat(new String(html.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(html);
    String json = JsonReport.render(summary(directory), Instant.EPOCH, "test");
    assertThat(json).contains("a\\uD800b\\u0000c\\u001B[31m");
  }

  @Test
  void fullParityHasItsCountAndBound() {
    JournalText.of("a")
        .tally("tax", "2026-11-01T09:00:00Z", 40, "`matched`:40")
        .to(directory, "a.jsonl");
    Document page = Jsoup.parse(html(directory));
    assertThat(page.select("h2#answer").text()).isEqualTo("Every compared call agreed.");
    assertThat(page.select(".facts").text())
        .contains("100 % at least 92.78 % (95 % confidence), of 40 calls");
    assertThat(page.select("section.answer").hasClass("agree")).isTrue();
  }

  @Test
  void nothingToShow() {
    JournalText.of("a").to(directory, "a.jsonl");
    Document page = Jsoup.parse(html(directory));
    assertThat(page.select("h2#answer").text()).isEqualTo("No score: no call was compared.");
    assertThat(page.text()).contains("No calls in this period.");
  }

  @Test
  void sizeIsBounded() {
    assertThat(sample.length()).isLessThan(400_000);
  }

  private static void noScriptAndNothingLoaded(Document page) {
    assertThat(
            page.select(
                "script, iframe, object, embed, img, link, base, form, audio, video, foreignObject"))
        .isEmpty();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey())
            .doesNotStartWith("on")
            .isNotIn("src", "srcset", "xlink:href", "action");
        if (attribute.getKey().equals("href")) {
          assertThat(attribute.getValue()).startsWith("#");
        }
      }
    }
    assertThat(page.expectFirst("style").data()).doesNotContain("url(").doesNotContain("@import");
  }

  private static Document sample() {
    return Jsoup.parse(sample);
  }

  private static ParitySummary summary(Path journals) {
    return Summaries.of(journals);
  }

  private static String html(Path journals) {
    return HtmlReport.render(summary(journals), Instant.parse("2026-11-20T12:00:00Z"), "test");
  }

  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** The agent translates generated ids, so the arguments of both sides can differ. */
  @Test
  void argumentsOfTheCandidateBesideThoseOfTheControl() throws Exception {
    JournalText.of("s1")
        .tally(
            "read", "2026-11-01T10:00:00Z", 1, "`mismatched`:1", "`signatures`:{`/id · VALUE`:1}")
        .line(
            "{`entry`:`example`,`point`:`read`,`fate`:`mismatched`,`at`:`2026-11-01T10:00:00Z`,`differenceCount`:1,`differences`:[{`path`:`/id`,`kind`:`VALUE`,`signature`:`/id · VALUE`,`control`:1001,`candidate`:2,`explained`:[`id of another`]}],`arguments`:[1001],`given`:[`n-1`]}")
        .to(directory, "s1.jsonl");
    String text = Jsoup.parse(html(directory)).text();
    assertThat(text)
        .contains("1 argument, as the control received it 1001")
        .contains("as the candidate received it, with its own ids \"n-1\"")
        .contains("id of another");
    assertThat(JsonReport.render(summary(directory), Instant.EPOCH, "test"))
        .containsPattern("\"given\"\\s*:\\s*\\[\\s*\"\\\\\"n-1");
  }
}
