package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.compare.Differ;
import io.understudy.compare.Outcome;
import io.understudy.compare.RuleCounts;
import io.understudy.compare.Rules;
import io.understudy.journal.Fate;
import io.understudy.journal.Tallied;
import io.understudy.journal.TallyEntry;
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
    Page first = ledger.page();
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
  void lateFateStandsOnThePageOfItsCall() {
    Page first = ledger.page();
    first.intercepted();
    ledger.turn(NOON + MINUTE);
    first.ended(Fate.MATCHED, null);
    assertThat(first.endedCount(Fate.MATCHED)).isEqualTo(1);
    assertThat(ledger.page().endedCount(Fate.MATCHED)).isZero();
    assertThat(ledger.total(Fate.MATCHED)).isEqualTo(1);
  }

  @Test
  void pageWithACallInFlightIsKept() {
    Page first = ledger.page();
    first.intercepted();
    ledger.turn(NOON + MINUTE);
    Counts.of(first).written();
    ledger.retire();
    assertThat(ledger.pages()).contains(first);
    first.ended(Fate.DROPPED, "shutdown");
    ledger.retire();
    assertThat(ledger.pages()).as("ended, but not yet written").contains(first);
    Counts.of(first).written();
    ledger.retire();
    assertThat(ledger.pages()).containsExactly(ledger.page());
    assertThat(ledger.totalIntercepted()).isEqualTo(1);
    assertThat(ledger.total(Fate.DROPPED)).isEqualTo(1);
  }

  @Test
  void callCountedOnARetiredPageIsNotLost() {
    Page first = ledger.page();
    first.intercepted();
    first.ended(Fate.MATCHED, null);
    Counts.of(first).written();
    ledger.turn(NOON + MINUTE);
    ledger.retire();
    assertThat(ledger.pages()).doesNotContain(first);

    first.intercepted();
    first.ended(Fate.MISMATCHED, null);

    assertThat(ledger.pages()).contains(first);
    assertThat(ledger.totalIntercepted()).isEqualTo(2);
    Counts late = Counts.of(first);
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
  void countsThatWereNotWrittenAreOfferedAgain() {
    Page page = ledger.page();
    page.intercepted();
    page.ended(Fate.SHED, "breaker open");
    page.signature("/total · VALUE");
    page.count(Tallied.ACCEPTED, "ROUND-17");
    page.repeatOpened();
    page.repeatEnded(null);
    page.control().record(5_000);
    assertThat(Counts.of(page).tally("p").isEmpty()).isFalse();
    page.intercepted();
    page.control().record(7_000);

    Counts retried = Counts.of(page);
    TallyEntry tally = retried.tally("p");
    assertThat(tally.intercepted()).isEqualTo(2);
    assertThat(tally.fate(Fate.SHED)).isEqualTo(1);
    assertThat(tally.reasons()).containsEntry("shed: breaker open", 1L);
    assertThat(tally.signatures()).containsEntry("/total · VALUE", 1L);
    assertThat(tally.accepted()).containsExactly(entry("ROUND-17", 1L));
    assertThat(tally.repeated()).isEqualTo(1);
    assertThat(tally.control().count()).isEqualTo(2);
    retried.written();
    assertThat(Counts.of(page).tally("p").isEmpty()).isTrue();
  }

  @Test
  void textsBeyondTheBoundShareOneEntry() {
    Page page = ledger.page();
    for (int i = 0; i < Page.MOST_TEXTS + 50; i++) {
      page.signature("/" + i + " · VALUE");
    }
    assertThat(Counts.of(page).tally("p").signatures())
        .hasSize(Page.MOST_TEXTS + 1)
        .containsEntry(Page.OTHER, 50L);
  }

  @Test
  void whatRulesDidIsOfferedUntilItIsWritten() {
    Rules rules = Rules.builder().ignore(PathPattern.parse("/at")).build();
    Page page = ledger.page();
    Differ differ = Differ.with(rules);
    compare(differ, page.rules(rules));
    assertThat(Counts.of(page).tally("p").rules()).containsExactly(entry("ignore /at", 1L));
    compare(differ, page.rules(rules));

    Counts retried = Counts.of(page);
    TallyEntry tally = retried.tally("p");
    assertThat(tally.rules()).containsExactly(entry("ignore /at", 2L));
    assertThat(tally.hidden()).containsExactly(entry("ignore /at", 1L));
    assertThat(tally.leaves()).isEqualTo(2);
    retried.written();
    assertThat(Counts.of(page).tally("p").isEmpty()).isTrue();
  }

  private static void compare(Differ differ, RuleCounts counts) {
    Map<String, Integer> sides = new HashMap<>();
    sides.put("at", 1);
    sides.put("total", 2);
    Outcome same = Outcome.returned(sides);
    differ.compare(same, same, null, counts);
  }

  @Test
  void eachSortOfTextHasItsOwnBound() {
    Page page = ledger.page();
    for (int i = 0; i < Page.MOST_TEXTS; i++) {
      page.count(Tallied.TOGETHER, "/" + i + " · VALUE");
    }
    page.count(Tallied.TOGETHER, "/more · VALUE", 7);
    page.count(Tallied.NOISE, "/more · VALUE");
    TallyEntry tally = Counts.of(page).tally("p");
    assertThat(tally.together()).containsEntry(Page.OTHER, 7L).doesNotContainKey("/more · VALUE");
    assertThat(tally.noise()).containsExactly(entry("/more · VALUE", 1L));
  }

  /** Writers count while pages turn, are written and retired as fast as they can be. */
  @Test
  void booksBalanceUnderRetiring() throws InterruptedException {
    int threads = 4;
    int calls = 50_000;
    AtomicBoolean done = new AtomicBoolean();
    List<Thread> writers = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; i < calls; i++) {
                  Page page = ledger.page();
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
    for (Page page : ledger.pages()) {
      Counts counts = Counts.of(page);
      written[0] += counts.tally("p").intercepted();
      written[1] += counts.tally("p").fate(Fate.MATCHED);
      counts.written();
    }
  }
}
