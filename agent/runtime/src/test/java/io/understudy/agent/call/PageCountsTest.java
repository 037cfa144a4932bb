package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.journal.Fate;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Counts that are offered to the journal, written, and closed with the calls in flight. */
class PageCountsTest {
  private final Ledger ledger = new Ledger(0);
  private final LedgerPage page = ledger.page();

  private static void write(LedgerPage page) {
    PageCounts.of(page).written();
  }

  @Test
  void onlyNewCountsAreOffered() {
    page.intercepted();
    page.ended(Fate.MATCHED, null);
    write(page);
    page.intercepted();
    page.ended(Fate.SHED, "paused");
    TallyEntry tally = PageCounts.of(page).tally("quote");
    assertThat(tally.intercepted()).isEqualTo(1);
    assertThat(tally.fate(Fate.MATCHED)).isZero();
    assertThat(tally.fate(Fate.SHED)).isEqualTo(1);
    assertThat(tally.reasons()).containsExactly(entry("shed: paused", 1L));
  }

  @Test
  void lastTallyDropsTheCallsInFlight() {
    for (int i = 0; i < 5; i++) {
      page.intercepted();
    }
    page.ended(Fate.MATCHED, null);
    TallyEntry tally = PageCounts.of(page).lastTally("quote", "detached");
    assertThat(tally.intercepted()).isEqualTo(5);
    assertThat(tally.fate(Fate.MATCHED)).isEqualTo(1);
    assertThat(tally.fate(Fate.DROPPED)).isEqualTo(4);
    assertThat(tally.reasons()).containsExactly(entry("dropped: detached", 4L));
  }

  /** A call whose entry is written already is in flight too. */
  @Test
  void lastTallyCountsCallsOfEarlierEntries() {
    page.intercepted();
    page.intercepted();
    write(page);
    page.ended(Fate.MATCHED, null);
    TallyEntry tally = PageCounts.of(page).lastTally("quote", "shutdown");
    assertThat(tally.intercepted()).isZero();
    assertThat(tally.fate(Fate.MATCHED)).isEqualTo(1);
    assertThat(tally.fate(Fate.DROPPED)).isEqualTo(1);
  }

  @Test
  void lastTallyOfABalancedPageDropsNothing() {
    page.intercepted();
    page.ended(Fate.MATCHED, null);
    TallyEntry tally = PageCounts.of(page).lastTally("quote", "shutdown");
    assertThat(tally.fate(Fate.DROPPED)).isZero();
    assertThat(tally.reasons()).isEmpty();
  }

  @Test
  void unsettledCallsAreUncaptured() {
    page.intercepted();
    page.unsettled++;
    TallyEntry tally = PageCounts.of(page).tally("quote");
    assertThat(tally.fate(Fate.UNCAPTURED)).isEqualTo(1);
    write(page);
    assertThat(PageCounts.of(page).tally("quote").isEmpty()).isTrue();
    assertThat(page.isBalanced()).isTrue();
  }

  @Test
  void openRepeatKeepsThePage() {
    page.intercepted();
    page.repeatOpened();
    page.ended(Fate.MATCHED, null);
    assertThat(page.isBalanced()).isFalse();
    page.repeatEnded("the receiver has changed");
    assertThat(page.isBalanced()).isTrue();
    assertThat(page.isWritten()).isFalse();
    TallyEntry tally = PageCounts.of(page).tally("quote");
    assertThat(tally.repeated()).isZero();
    assertThat(tally.counted(TallyField.UNREPEATED))
        .containsExactly(entry("the receiver has changed", 1L));
    write(page);
    assertThat(page.isWritten()).isTrue();
  }

  @Test
  void latenciesOfAllSidesAreDrainedOnce() {
    page.control().record(1_000);
    page.candidate().record(2_000);
    page.candidate().record(3_000);
    page.caller().record(4_000);
    PageCounts counts = PageCounts.of(page);
    TallyEntry tally = counts.tally("quote");
    assertThat(tally.control().count()).isEqualTo(1);
    assertThat(tally.candidate().count()).isEqualTo(2);
    assertThat(tally.caller().count()).isEqualTo(1);
    counts.written();
    assertThat(PageCounts.of(page).tally("quote").candidate().count()).isZero();
    assertThat(ledger.latencies(LatencySide.CANDIDATE).count()).isEqualTo(2);
    assertThat(ledger.latencies(LatencySide.CALLER).count()).isEqualTo(1);
  }

  @Test
  void ledgerWithoutLatenciesIsEmpty() {
    assertThat(ledger.latencies(LatencySide.CONTROL).isEmpty()).isTrue();
  }

  /** Counts are needed after a kill at once; latencies are written when their minute is over. */
  @Test
  void latenciesWaitForTheEndOfTheMinute() {
    page.intercepted();
    page.control().record(1_000);
    TallyEntry first = write(System.nanoTime());
    assertThat(first.intercepted()).isEqualTo(1);
    assertThat(first.hasLatencies()).isFalse();

    ledger.turn(60_000);
    assertThat(write(System.nanoTime()).isEmpty()).as("a call is in flight").isTrue();

    page.ended(Fate.MATCHED, null);
    page.candidate().record(2_000);
    TallyEntry last = write(System.nanoTime());
    assertThat(last.control().count()).isEqualTo(1);
    assertThat(last.candidate().count()).isEqualTo(1);
    assertThat(last.fate(Fate.MATCHED)).isEqualTo(1);
    ledger.retire();
    assertThat(ledger.pages()).doesNotContain(page);
  }

  @Test
  void pageWithUnwrittenLatenciesIsKept() {
    page.intercepted();
    page.ended(Fate.MATCHED, null);
    page.control().record(1_000);
    write(System.nanoTime());
    ledger.turn(60_000);
    ledger.retire();
    assertThat(ledger.pages()).contains(page);
    assertThat(write(System.nanoTime()).control().count()).isEqualTo(1);
    ledger.retire();
    assertThat(ledger.pages()).doesNotContain(page);
    assertThat(ledger.latencies(LatencySide.CONTROL).count()).isEqualTo(1);
  }

  @Test
  void latenciesOfCallsThatDoNotEndAreWrittenAfterAMinute() {
    long minute = TimeUnit.SECONDS.toNanos(71);
    long now = System.nanoTime();
    page.intercepted();
    page.control().record(1_000);
    ledger.turn(60_000);
    assertThat(write(now).hasLatencies()).isFalse();
    assertThat(write(now + minute).control().count()).isEqualTo(1);

    page.control().record(1_000);
    assertThat(write(System.nanoTime()).hasLatencies()).isFalse();
    assertThat(write(System.nanoTime() + minute).control().count()).isEqualTo(1);
  }

  private TallyEntry write(long nowNanos) {
    PageCounts counts = PageCounts.of(page, nowNanos);
    TallyEntry tally = counts.tally("quote");
    counts.written();
    return tally;
  }
}
