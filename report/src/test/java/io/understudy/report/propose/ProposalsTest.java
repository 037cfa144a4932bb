package io.understudy.report.propose;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalsTest {
  @TempDir Path directory;

  @Test
  void oneDraftForEachExplanationTheMostFrequentFirst() {
    mismatched(
            30,
            "`/tax · VALUE`:20,`/total · VALUE`:30",
            "`/tax · VALUE · rounding HALF_UP/DOWN`:12,`/tax · VALUE · truncated`:5,"
                + "`/total · VALUE · factor 100`:30")
        .example("/tax", "0.0149", "`rounding HALF_UP/DOWN`")
        .example("/tax", "-0.3", "")
        .to(directory, "a.jsonl");
    assertThat(proposal().drafts())
        .extracting(ProposalsTest::text)
        .containsExactly(
            "quote-1 30 /total VALUE explained factor 100",
            "quote-2 12 /tax VALUE explained rounding HALF_UP/DOWN by 0.015",
            "quote-3 5 /tax VALUE explained truncated",
            "quote-4 3 /tax VALUE by 0.3");
    assertThat(proposal().declined()).isEmpty();
  }

  @Test
  void explanationWithoutFurtherCallsIsDeclined() {
    mismatched(
            10, "`/tax · VALUE`:10", "`/tax · VALUE · truncated`:10,`/tax · VALUE · off by one`:9")
        .to(directory, "a.jsonl");
    assertThat(proposal().drafts())
        .extracting(ProposalsTest::text)
        .containsExactly("quote-1 10 /tax VALUE explained truncated");
    assertThat(proposal().declined())
        .containsExactly(
            new DeclinedDifference(
                "/tax · VALUE",
                "off by one",
                9,
                "the more frequent explanations already cover its calls"));
  }

  @Test
  void differencesThatAreNeverProposed() {
    JournalText.countingHits("a")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            20,
            "`mismatched`:16,`timed-out`:4",
            "`signatures`:{`/body · OPAQUE`:9,` · EXCEPTION`:8,`/name · VALUE`:7,"
                + "`/a//b · VALUE`:6,`/x · UNHEARD-OF`:5,`(other)`:3}")
        .to(directory, "a.jsonl");
    assertThat(proposal().drafts()).isEmpty();
    assertThat(proposal().declined())
        .extracting(d -> d.signature() + ": " + d.why())
        .containsExactly(
            "/body · OPAQUE: values that could not be compared cannot be accepted",
            " · EXCEPTION: exceptions must be accepted by hand, class by class",
            "/name · VALUE: it has no explanation and no delta, so an entry would cover every"
                + " difference there",
            "/a//b · VALUE: its path cannot be written as a pattern",
            "/x · UNHEARD-OF: this version does not know its kind",
            "timed-out: a timeout has no difference to accept",
            "(other): its path cannot be written as a pattern");
  }

  @Test
  void structuralDifferenceIsDescribedByItsKind() {
    mismatched(5, "`/lines/* · MISSING`:5,`/tags · ORDER`:4", "").to(directory, "a.jsonl");
    assertThat(proposal().drafts())
        .extracting(ProposalsTest::text)
        .containsExactly("quote-1 5 /lines/* MISSING", "quote-2 4 /tags ORDER");
    assertThat(proposal().drafts()).allMatch(AcceptanceDraft::isBroad);
  }

  @Test
  void noiseIsDeclined() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[],`noise`:0.01")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            100_000,
            "`matched`:98000,`mismatched`:2000",
            "`signatures`:{`/rank · ORDER`:2000}",
            "`repeated`:1000",
            "`noise`:{`/rank · ORDER`:20}",
            "`together`:{`/rank · ORDER`:2000}")
        .to(directory, "a.jsonl");
    assertThat(proposal().drafts()).isEmpty();
    assertThat(proposal().declined().get(0).why()).startsWith("it is noise");
  }

  @Test
  void idsOfExistingAcceptancesAreNotUsedAgain() {
    JournalText.countingHits("a")
        .pointWith(
            "2 quotes",
            "`rules`:[],`accepts`:[{`id`:`2-quotes-1`,`where`:``,`reason`:`r`,`owner`:`o`,`until`:`2027-01-31`}]")
        .tally(
            "2 quotes",
            "2026-11-01T09:00:00Z",
            1,
            "`mismatched`:1",
            "`signatures`:{`/tags · ORDER`:1}")
        .to(directory, "a.jsonl");
    assertThat(proposal().drafts()).extracting(AcceptanceDraft::id).containsExactly("2-quotes-2");
  }

  @Test
  void boundedInNumber() {
    StringBuilder signatures = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      signatures.append(i == 0 ? "" : ",").append("`/p").append(i).append(" · MISSING`:");
      signatures.append(200 - i);
    }
    mismatched(300, signatures.toString(), "").to(directory, "a.jsonl");
    assertThat(proposal().drafts()).hasSize(Proposals.MOST_DRAFTS);
    assertThat(proposal().drafts().get(0).calls()).isEqualTo(200);
    assertThat(proposal().declined())
        .hasSize(60)
        .allMatch(d -> d.why().equals("40 others are more frequent"));
  }

  @Test
  void signatureThatTheJournalCut() {
    mismatched(1, "`/" + "x".repeat(950) + " · VALUE`:1", "").to(directory, "a.jsonl");
    assertThat(proposal().declined().get(0).why()).isEqualTo("its path is too long for a pattern");
  }

  private static String text(AcceptanceDraft draft) {
    return draft.id()
        + " "
        + draft.calls()
        + " "
        + draft.path()
        + " "
        + draft.kind()
        + (draft.explanation().isEmpty() ? "" : " explained " + draft.explanation())
        + draft.delta().map(d -> " by " + d.toPlainString()).orElse("");
  }

  private static JournalText mismatched(long calls, String signatures, String explained) {
    return JournalText.countingHits("a")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            calls,
            "`mismatched`:" + calls,
            "`signatures`:{" + signatures + "}",
            "`explained`:{" + explained + "}");
  }

  private PointProposal proposal() {
    List<PointProposal> all = Proposals.of(Summaries.of(directory));
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
