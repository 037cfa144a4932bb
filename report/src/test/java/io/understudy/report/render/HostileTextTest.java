package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.propose.Proposals;
import io.understudy.report.summary.ParitySummary;
import java.nio.file.Path;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text from a journal cannot add markup to a report or entries to a proposal. */
class HostileTextTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String RLO = "\u202e";
  private static final String HOSTILE = "</td><script>alert(1)</script>\\u202e\\n- id: |x `#";

  @TempDir Path directory;

  @Test
  void everyTextOfAReport() {
    JournalText.countingHits("a")
        .raw(
            filled(
                "{'entry':'point','point':'@','control':{'method':'@'},'candidate':{'method':'@'},"
                    + "'sample':1.0,'timeoutMillis':1,'rules':['@'],'noise':0.5,'accepts':[{'id':'@',"
                    + "'where':'@','reason':'@','owner':'@','until':'2025-01-01','limit':'@'}]}"))
        .raw(
            filled(
                "{'entry':'tally','point':'@','minute':29700000,'intercepted':9,"
                    + "'fates':{'mismatched':8,'accepted':1},'signatures':{'/@ · EXTRA':8},"
                    + "'explained':{'/@ · EXTRA · @':3},'accepted':{'@':1},'limits':{'@ · near':1},"
                    + "'rules':{'@':1},'leaves':2,'hidden':{'@':1},'repeated':1,"
                    + "'noise':{'/@ · EXTRA':1},'unrepeated':{'@':1},'together':{'/@ · EXTRA':8}}"))
        .raw(
            filled(
                "{'entry':'example','point':'@','fate':'accepted','at':'2025-02-19T00:00:00Z',"
                    + "'differenceCount':2,'differences':[{'path':'/@','kind':'VALUE',"
                    + "'signature':'/@ · EXTRA','control':1,'candidate':2,'delta':'@',"
                    + "'explained':['@'],'accepted':'@'}],'arguments':[]}"))
        .to(directory, "a.jsonl");
    ParitySummary summary = Summaries.of(directory);
    assertThat(summary.losses() + summary.breaches()).isZero();
    assertThat(summary.points().get(0).acceptances()).hasSize(1);

    String html = HtmlReport.render(summary, NOW, "test");
    assertThat(html).doesNotContain("<script").doesNotContain(RLO);
    Document page = Jsoup.parse(html);
    for (String section : new String[] {"differences", "accepted", "noise", "rules"}) {
      assertThat(page.select("section[aria-labelledby=" + section + "]").text())
          .as(section)
          .contains("</td><script>alert(1)</script>\\u202E\\n");
    }
    assertThat(TerminalReport.render(summary, NOW, false)).doesNotContain(RLO);
    assertThat(MarkdownReport.render(summary, NOW, "test"))
        .doesNotContain("<script>")
        .doesNotContain(RLO);
    assertThat(JsonReport.render(summary, NOW, "test")).isASCII().contains("\"onlyNoise\" : 0");
  }

  @Test
  void everyTextOfAProposal() {
    JournalText.countingHits("a")
        .raw(
            filled(
                "{'entry':'tally','point':'@','minute':29700000,'intercepted':8,"
                    + "'fates':{'mismatched':8},'signatures':{'/@ · EXTRA':8},"
                    + "'explained':{'/@ · EXTRA · @':3}}"))
        .to(directory, "a.jsonl");
    ParitySummary summary = Summaries.of(directory);
    String yaml = ProposalYaml.render(summary, Proposals.of(summary), "test");
    assertThat(yaml).doesNotContain(RLO).contains("\\u202E\\u000A- id: |x `#");
    assertThat(yaml.lines())
        .allMatch(line -> line.matches(" *#.*|calls:| +(- )?[a-z]+:( .*)?|"))
        .filteredOn(line -> line.startsWith("- id"))
        .isEmpty();
  }

  private static String filled(String line) {
    return line.replace('\'', '"').replace("@", HOSTILE);
  }
}
