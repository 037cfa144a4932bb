package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConclusionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path directory;

  @Test
  void everyCallAgreed() {
    tally("quote", 40, "`matched`:40");
    Conclusion conclusion = conclusion();
    assertThat(conclusion.tone()).isEqualTo(Conclusion.Tone.AGREE);
    assertThat(conclusion.headline()).isEqualTo("Every compared call agreed.");
    assertThat(conclusion.confidence())
        .isEqualTo(
            "100 % of 40 compared calls agreed. With 95 % confidence, at least 92.78 % of such calls"
                + " agree.");
    assertThat(texts(conclusion))
        .containsExactly(
            "Agrees: 1 of 1 call point agreed in every call: quote. The one with the fewest calls,"
                + " quote, has 40 calls, which prove 92.78 %.",
            "Covered: Every intercepted call was compared.");
  }

  @Test
  void someCallsDiffered() {
    tally("quote", 1_000, "`matched`:998,`mismatched`:1,`timed-out`:1");
    tally("tax", 3, "`matched`:3");
    tally("refund", 2, "`mismatched`:2");
    Conclusion conclusion = conclusion();
    assertThat(conclusion.tone()).isEqualTo(Conclusion.Tone.DIFFER);
    assertThat(conclusion.headline()).isEqualTo("4 of 1,005 compared calls did not agree.");
    assertThat(texts(conclusion))
        .containsExactly(
            "Agrees: 1 of 3 call points agreed in every call: tax. The one with the fewest calls,"
                + " tax, has 3 calls, which prove 36.84 %.",
            "Differs: 2 call points differed: quote (2), refund (2). 2 kinds of difference in all,"
                + " ranked below.",
            "Covered: Every intercepted call was compared.");
  }

  @Test
  void oneCallOfOne() {
    tally("quote", 1, "`mismatched`:1");
    assertThat(conclusion().headline()).isEqualTo("1 of 1 compared call did not agree.");
    assertThat(conclusion().confidence())
        .isEqualTo(
            "0 % of 1 compared call agreed. With 95 % confidence, at least 0 % of such calls agree.");
  }

  @Test
  void callsWithoutAVerdict() {
    tally(
        "quote",
        100,
        "`sampled-out`:10,`shed`:9,`uncaptured`:8,`dropped`:7,`unanswered`:6,`matched`:50");
    tally("tax", 1, "`dropped`:1");
    assertThat(texts(conclusion()))
        .endsWith(
            "Not covered: 51 of 101 intercepted calls (50.49 %) reached no verdict: 10 sampled-out,"
                + " 9 shed, 8 uncaptured, 8 dropped, 6 unanswered, 10 in flight or lost.",
            "Unknown: Nothing was compared for tax.");
  }

  @Test
  void nothingWasCompared() {
    tally("quote", 1, "`dropped`:1");
    Conclusion conclusion = conclusion();
    assertThat(conclusion.tone()).isEqualTo(Conclusion.Tone.REFUSE);
    assertThat(conclusion.headline()).isEqualTo("No score: no call was compared.");
    assertThat(conclusion.confidence())
        .isEqualTo(
            "1 call was intercepted, and none of them reached a verdict; the reasons are below.");
  }

  @Test
  void noCallAtAll() {
    JournalText.of("a").point("quote", "new.jar").to(directory, "a.jsonl");
    assertThat(conclusion().confidence())
        .isEqualTo("The journals have no intercepted call in this period.");
    assertThat(texts(conclusion())).containsExactly("Unknown: Nothing was compared for quote.");
  }

  @Test
  void booksThatDoNotBalanceAreQuotedUpToSix() {
    for (int i = 1; i <= 8; i++) {
      tally("p" + i, 1, "`matched`:2");
    }
    Conclusion conclusion = conclusion();
    assertThat(conclusion.headline()).isEqualTo("No score: the books do not balance.");
    assertThat(conclusion.confidence())
        .startsWith("p1: Session p1 on host-p1 counts more ended calls than intercepted calls")
        .contains("p6: ")
        .doesNotContain("p7: ")
        .endsWith(" and 2 more");
  }

  @Test
  void longListsOfNamesAreCut() {
    for (int i = 1; i <= 9; i++) {
      tally("ok" + i, 10 + i, "`matched`:" + (10 + i));
      tally("bad" + i, i, "`mismatched`:" + i);
    }
    assertThat(texts(conclusion()))
        .startsWith(
            "Agrees: 9 of 18 call points agreed in every call: ok1, ok2, ok3, ok4, ok5, ok6 and 3"
                + " more. The one with the fewest calls, ok1, has 11 calls, which prove 76.15 %.",
            "Differs: 9 call points differed: bad9 (9), bad8 (8), bad7 (7), bad6 (6), bad5 (5), bad4"
                + " (4) and 3 more. 0 kinds of difference in all, ranked below.");
  }

  @Test
  void presentBuildsHaveTheirOwnResult() {
    build("a", "new-1.jar", "2026-11-01", "`mismatched`:10");
    build("b", "new-2.jar", "2026-11-02", "`matched`:9,`mismatched`:1");
    assertThat(texts(conclusion()))
        .endsWith(
            "Several builds: Builds or rules changed within the period, and results belong to one"
                + " build each. The latest builds, the newest since 2 November 2026, agreed in 90.00"
                + " % of 10 calls, which proves 60.58 %.");
  }

  @Test
  void damageIsStatedFirst() {
    JournalText.of("a", 1, "c0")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:1")
        .raw("broken")
        .to(directory, "a.jsonl");
    JournalText.of("b", 3, "c0")
        .tally("quote", "2026-11-01T09:00:00Z", 2, "`matched`:2")
        .to(directory, "b.jsonl");
    assertThat(conclusion().headline())
        .isEqualTo("Evidence is breached: 1 session does not count. Every compared call agreed.");
    assertThat(conclusion().tone()).isEqualTo(Conclusion.Tone.DIFFER);
    assertThat(texts(conclusion()))
        .startsWith(
            "Not intact: 1 place in the journals changed after writing, or contradict each other. Do"
                + " not rely on these figures before the cause is known; the list is at the end.",
            "Not counted: 1 session with 1 intercepted call in no figure, because who changed one"
                + " line could seal all others again: a on host-a.",
            "Incomplete: 1 part of the evidence could not be read or is missing; the rest was"
                + " counted.");
  }

  private void tally(String point, long intercepted, String fates) {
    JournalText journal = JournalText.of(point);
    if (fates.contains("mismatched") && point.equals("quote")) {
      journal.tally(
          point, "2026-11-01T09:00:00Z", intercepted, fates, "`signatures`:{`/x · VALUE`:1}");
    } else {
      journal.tally(point, "2026-11-01T09:00:00Z", intercepted, fates);
    }
    journal.to(directory, point + ".jsonl");
  }

  private void build(String session, String jar, String day, String fates) {
    JournalText.of(session)
        .point("quote", jar)
        .tally("quote", day + "T09:00:00Z", 10, fates)
        .to(directory, session + ".jsonl");
  }

  private Conclusion conclusion() {
    return Conclusion.of(Summaries.of(directory), NOW);
  }

  private static List<String> texts(Conclusion conclusion) {
    return conclusion.statements().stream().map(s -> s.subject() + ": " + s.text()).toList();
  }
}
