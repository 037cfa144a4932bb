package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.PageCounts;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.weave.BridgeKeys;
import io.understudy.bridge.Token;
import io.understudy.journal.Fate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The day of a call is the day of its own clock reading, for all its counts and its example. */
final class DayBoundaryTest {
  private static final long MIDNIGHT = 20_000 * 86_400_000L;

  private final AtomicLong time = new AtomicLong(MIDNIGHT - 30_000);
  private final Ledger ledger = new Ledger(MIDNIGHT - 30_000);
  private final CallPoint point =
      new CallPoint(
          0,
          CallConfig.builder(
                  "quote", MethodRef.parse("app.Legacy#quote"), MethodRef.parse("app.Next#quote"))
              .build(),
          ledger);
  private final List<Call> calls = new ArrayList<>();
  private final CallSink sink =
      new CallSink() {
        @Override
        public @Nullable String refusal() {
          return null;
        }

        @Override
        public void accept(Call call) {
          calls.add(call);
          call.end(Fate.MATCHED, null);
        }
      };

  @AfterEach
  void close() {
    BridgeKeys.KEY.close();
  }

  /** Makes a call with a clock of its own, as if 0.1 s had passed since the last reading. */
  private void call(long at) throws Exception {
    time.set(at);
    PointCapture capture =
        new PointCapture(
            point,
            (live, meter, later) -> live,
            sink,
            new PendingCalls(10, 1_000),
            new WallClock(time::get),
            warning -> {});
    Token token = capture.take();
    if (token == null) {
      throw new AssertionError("not taken");
    }
    token.capture(new Object[] {1});
    token.exit(1, null);
  }

  private Map<Long, Long> callsByMinute() {
    Map<Long, Long> counts = new TreeMap<>();
    for (LedgerPage page : ledger.pages()) {
      assertThat(page.endedCount(Fate.MATCHED)).isEqualTo(page.interceptedCount());
      counts.merge(page.minute() - MIDNIGHT / 60_000, page.interceptedCount(), Long::sum);
    }
    return counts;
  }

  @Test
  void callsAfterMidnightCountOnTheNewDayBeforeTheTimerTurnsThePage() throws Exception {
    for (int i = -3; i < 5; i++) {
      call(MIDNIGHT + 5_000 * i);
    }
    assertThat(callsByMinute()).containsEntry(-1L, 3L).containsEntry(0L, 5L).hasSize(2);
    for (Call call : calls) {
      assertThat(call.page().minute()).isEqualTo(call.calledAtMillis() / 60_000);
    }
    ledger.turn(MIDNIGHT + 30_000);
    assertThat(callsByMinute()).hasSize(2);
  }

  @Test
  void callThatReadItsClockBeforeMidnightCountsOnTheOldDayAfterTheTurn() throws Exception {
    ledger.turn(MIDNIGHT);
    call(MIDNIGHT - 30_000);
    call(MIDNIGHT);
    assertThat(callsByMinute()).containsEntry(-1L, 1L).containsEntry(0L, 1L).hasSize(2);
  }

  @Test
  void timerBehindTheClockOfCallsDoesNotTurnThePageBack() throws Exception {
    call(MIDNIGHT);
    ledger.turn(MIDNIGHT - 1);
    call(MIDNIGHT + 1);
    assertThat(callsByMinute()).containsEntry(-1L, 0L).containsEntry(0L, 2L).hasSize(2);
  }

  @Test
  void clockThatIsSetBackByHoursBeginsFewPages() throws Exception {
    for (int i = 0; i < 100; i++) {
      call(MIDNIGHT - 3 * 3_600_000L);
    }
    assertThat(ledger.pages()).hasSize(2);
    assertThat(callsByMinute()).containsEntry(-180L, 100L);
  }

  @Test
  void pageOfEarlierCallsIsDroppedLater() throws Exception {
    call(MIDNIGHT - 30_000);
    call(MIDNIGHT);
    ledger.turn(MIDNIGHT + 60_000);
    ledger.turn(MIDNIGHT + 120_000);
    for (LedgerPage page : ledger.pages()) {
      PageCounts.of(page).written();
    }
    ledger.retire();
    assertThat(ledger.pages()).hasSize(1);
    call(MIDNIGHT + 60_000);
    assertThat(ledger.totalIntercepted()).as("on a page that was dropped").isEqualTo(3);
    assertThat(ledger.total(Fate.MATCHED)).isEqualTo(3);
  }

  @Test
  void manyThreadsAtTheBoundaryLoseNoCall() throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = -500; i < 500; i++) {
                  LedgerPage page = ledger.page(MIDNIGHT + i);
                  page.intercepted();
                  page.ended(Fate.MATCHED, null);
                }
              });
      thread.setUncaughtExceptionHandler((self, thrown) -> failures.add(thrown));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
    assertThat(callsByMinute()).containsEntry(-1L, 2_000L).containsEntry(0L, 2_000L).hasSize(2);
  }
}
