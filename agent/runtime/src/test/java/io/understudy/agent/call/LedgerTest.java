package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.compare.Outcome;
import io.understudy.compare.rule.RuleCounts;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class LedgerTest {
  private static final long NOON = 43_200_000;
  private static final long MINUTE = 60_000;

  private final Ledger ledger = new Ledger(NOON);

  @Test
  void pageOfTheMinuteOfTheCall() {
    LedgerPage first = ledger.page();
    ledger.turn(NOON + MINUTE - 1);
    assertThat(ledger.page()).isSameAs(first);
    ledger.turn(NOON + MINUTE);
    assertThat(ledger.page().minute()).isEqualTo(first.minute() + 1);
  }

  @Test
  void clockThatIsSetBackIsFollowed() {
    long minute = ledger.page().minute();
    ledger.turn(NOON + 1_000_000 * MINUTE);
    ledger.page().intercepted();
    ledger.turn(NOON);
    ledger.page().intercepted();
    assertThat(ledger.page().minute()).isEqualTo(minute);
    assertThat(ledger.totalIntercepted()).isEqualTo(2);
  }

  @Test
  void lateFateIsCountedOnThePageOfItsCall() {
    LedgerPage first = ledger.page();
    first.intercepted();
    ledger.turn(NOON + MINUTE);
    first.ended(Fate.MATCHED, null);
    assertThat(first.endedCount(Fate.MATCHED)).isEqualTo(1);
    assertThat(ledger.page().endedCount(Fate.MATCHED)).isZero();
    assertThat(ledger.total(Fate.MATCHED)).isEqualTo(1);
  }

  @Test
  void pageWithACallInFlightIsKept() {
    LedgerPage first = ledger.page();
    first.intercepted();
    ledger.turn(NOON + MINUTE);
    PageCounts.of(first).written();
    ledger.retire();
    assertThat(ledger.pages()).contains(first);
    first.ended(Fate.DROPPED, "shutdown");
    ledger.retire();
    assertThat(ledger.pages()).as("ended, but not yet written").contains(first);
    PageCounts.of(first).written();
    ledger.retire();
    assertThat(ledger.pages()).containsExactly(ledger.page());
    assertThat(ledger.totalIntercepted()).isEqualTo(1);
    assertThat(ledger.total(Fate.DROPPED)).isEqualTo(1);
  }

  @Test
  void pageWhoseTimeOfRestIsNotWrittenIsKept() {
    LedgerPage first = ledger.page();
    first.count(TallyField.PAUSED, "by a person", 57_000);
    PageCounts.of(first).written();
    first.count(TallyField.PAUSED, "by a person", 3_000);
    ledger.turn(NOON + MINUTE);
    ledger.retire();
    assertThat(ledger.pages()).contains(first);
    PageCounts.of(first).written();
    ledger.retire();
    assertThat(ledger.pages()).doesNotContain(first);
  }

  @Test
  void callCountedOnARetiredPageIsNotLost() {
    LedgerPage first = ledger.page();
    first.intercepted();
    first.ended(Fate.MATCHED, null);
    PageCounts.of(first).written();
    ledger.turn(NOON + MINUTE);
    ledger.retire();
    assertThat(ledger.pages()).doesNotContain(first);

    first.intercepted();
    first.ended(Fate.MISMATCHED, null);

    assertThat(ledger.pages()).contains(first);
    assertThat(ledger.totalIntercepted()).isEqualTo(2);
    PageCounts late = PageCounts.of(first);
    assertThat(late.tally("p").intercepted()).isEqualTo(1);
    assertThat(late.tally("p").fate(Fate.MISMATCHED)).isEqualTo(1);
    assertThat(late.tally("p").fate(Fate.MATCHED)).isZero();
    late.written();
    ledger.retire();
    assertThat(ledger.pages()).doesNotContain(first);
    assertThat(ledger.totalIntercepted()).isEqualTo(2);
    assertThat(ledger.total(Fate.MATCHED)).isEqualTo(1);
    assertThat(ledger.total(Fate.MISMATCHED)).isEqualTo(1);
  }

  @Test
  void unwrittenCountsAreOfferedAgain() {
    LedgerPage page = ledger.page();
    page.intercepted();
    page.ended(Fate.SHED, "breaker open");
    page.signature("/total · VALUE");
    page.count(TallyField.ACCEPTED, "ROUND-17");
    page.repeatOpened();
    page.repeatEnded(null);
    page.control().record(5_000);
    assertThat(PageCounts.of(page).tally("p").isEmpty()).isFalse();
    page.intercepted();
    page.control().record(7_000);

    PageCounts retried = PageCounts.of(page);
    TallyEntry tally = retried.tally("p");
    assertThat(tally.intercepted()).isEqualTo(2);
    assertThat(tally.fate(Fate.SHED)).isEqualTo(1);
    assertThat(tally.reasons()).containsEntry("shed: breaker open", 1L);
    assertThat(tally.signatures()).containsEntry("/total · VALUE", 1L);
    assertThat(tally.accepted()).containsExactly(entry("ROUND-17", 1L));
    assertThat(tally.repeated()).isEqualTo(1);
    assertThat(tally.control().count()).isEqualTo(2);
    retried.written();
    assertThat(PageCounts.of(page).tally("p").isEmpty()).isTrue();
  }

  @Test
  void textsBeyondTheBoundShareOneEntry() {
    LedgerPage page = ledger.page();
    for (int i = 0; i < LedgerPage.MOST_TEXTS + 50; i++) {
      page.signature("/" + i + " · VALUE");
    }
    assertThat(PageCounts.of(page).tally("p").signatures())
        .hasSize(LedgerPage.MOST_TEXTS + 1)
        .containsEntry(LedgerPage.OTHER, 50L);
  }

  @Test
  void ruleCountsAreOfferedUntilTheyAreWritten() {
    Rules rules = Rules.builder().ignore(PathPattern.parse("/at")).build();
    LedgerPage page = ledger.page();
    Differ differ = Differ.with(rules);
    compare(differ, page.rules(rules));
    assertThat(PageCounts.of(page).tally("p").rules()).containsExactly(entry("ignore /at", 1L));
    compare(differ, page.rules(rules));

    PageCounts retried = PageCounts.of(page);
    TallyEntry tally = retried.tally("p");
    assertThat(tally.rules()).containsExactly(entry("ignore /at", 2L));
    assertThat(tally.hidden()).containsExactly(entry("ignore /at", 1L));
    assertThat(tally.leaves()).isEqualTo(2);
    retried.written();
    assertThat(PageCounts.of(page).tally("p").isEmpty()).isTrue();
  }

  private static void compare(Differ differ, RuleCounts counts) {
    Map<String, Integer> sides = new HashMap<>();
    sides.put("at", 1);
    sides.put("total", 2);
    Outcome same = Outcome.returned(sides);
    differ.compare(same, same, null, counts);
  }

  @Test
  void eachKindOfTextHasItsOwnBound() {
    LedgerPage page = ledger.page();
    for (int i = 0; i < LedgerPage.MOST_TEXTS; i++) {
      page.count(TallyField.TOGETHER, "/" + i + " · VALUE");
    }
    page.count(TallyField.TOGETHER, "/more · VALUE", 7);
    page.count(TallyField.NOISE, "/more · VALUE");
    TallyEntry tally = PageCounts.of(page).tally("p");
    assertThat(tally.together())
        .containsEntry(LedgerPage.OTHER, 7L)
        .doesNotContainKey("/more · VALUE");
    assertThat(tally.noise()).containsExactly(entry("/more · VALUE", 1L));
  }

  /** Threads count while pages are opened, written and retired as fast as possible. */
  @Test
  void ledgerBalancesWhilePagesAreRetired() throws InterruptedException {
    int threads = 4;
    int calls = 50_000;
    AtomicBoolean done = new AtomicBoolean();
    List<Thread> writers = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; i < calls; i++) {
                  LedgerPage page = ledger.page();
                  page.intercepted();
                  page.ended(Fate.MATCHED, null);
                }
              });
      writers.add(writer);
      writer.start();
    }
    long[] written = new long[2];
    Thread scribe =
        new Thread(
            () -> {
              long now = NOON;
              while (!done.get()) {
                ledger.turn(now += MINUTE);
                write(written);
                ledger.retire();
              }
            });
    scribe.start();
    for (Thread writer : writers) {
      writer.join();
    }
    done.set(true);
    scribe.join();
    write(written);
    assertThat(ledger.totalIntercepted()).isEqualTo((long) threads * calls);
    assertThat(ledger.total(Fate.MATCHED)).isEqualTo((long) threads * calls);
    assertThat(written).containsExactly((long) threads * calls, (long) threads * calls);
  }

  private void write(long[] written) {
    for (LedgerPage page : ledger.pages()) {
      PageCounts counts = PageCounts.of(page);
      written[0] += counts.tally("p").intercepted();
      written[1] += counts.tally("p").fate(Fate.MATCHED);
      counts.written();
    }
  }
}
