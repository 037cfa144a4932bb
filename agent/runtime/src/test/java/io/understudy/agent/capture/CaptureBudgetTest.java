package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.budget.Admissions;
import io.understudy.agent.budget.Budgets;
import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.PageCounts;
import io.understudy.agent.config.BudgetConfig;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.bridge.Token;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyEntry;
import io.understudy.value.Uncapturable;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A point that has just begun takes one call until the budget's thread has looked. */
class CaptureBudgetTest {
  private static final MethodRef METHOD = MethodRef.parse("app.Legacy#quote");

  private final CallPoint point =
      new CallPoint(
          0, CallConfig.builder("quote", METHOD, METHOD).sample(1).build(), new Ledger(60_000));
  private final AtomicInteger copies = new AtomicInteger();
  private final CallSink sink =
      new CallSink() {
        @Override
        public @Nullable String refusal() {
          return null;
        }

        @Override
        public void accept(Call call) {
          call.end(Fate.MATCHED, null);
        }
      };
  private final PointCapture capture =
      new PointCapture(
          point,
          new Admissions(Collections.singletonList(point), BudgetConfig.STANDARD).of(point),
          (live, meter, later) -> {
            copies.incrementAndGet();
            return live;
          },
          sink,
          new PendingCalls(10, 1_000),
          new WallClock(() -> 60_000),
          warning -> {});

  private void call() {
    Token token = capture.take();
    if (token != null) {
      token.capture(new Object[] {1});
      token.exit(1, null);
    }
  }

  private long total(Fate fate) {
    return point.ledger().total(fate);
  }

  @Test
  void callsBeyondTheFirstAreShedAndNotCopied() {
    for (int i = 0; i < 100; i++) {
      call();
    }

    assertThat(copies).hasValue(4);
    assertThat(total(Fate.MATCHED)).isEqualTo(4);
    assertThat(total(Fate.SHED)).isEqualTo(96);
    assertThat(point.ledger().totalIntercepted()).isEqualTo(100);
    assertThat(point.ledger().inFlight()).isZero();
  }

  @Test
  void shedCallsAreInTheTallyWithTheirReason() {
    for (int i = 0; i < 6; i++) {
      call();
    }
    LedgerPage page = point.ledger().pages().get(0);
    PageCounts counts = PageCounts.of(page);
    TallyEntry tally = counts.tally("quote");

    assertThat(tally.fate(Fate.SHED)).isEqualTo(2);
    assertThat(tally.reasons()).containsEntry("shed: warming up", 2L);
    counts.written();
    assertThat(PageCounts.of(page).tally("quote").isEmpty()).isTrue();
  }

  @Test
  void pausedCallsAreCountedAsPaused() {
    point.pause(true);
    call();
    call();

    assertThat(copies).hasValue(0);
    assertThat(total(Fate.SHED)).isEqualTo(2);
    assertThat(reasons()).containsEntry("shed: paused", 2L);
  }

  @Test
  void pointThatTakesNoCallsShedsThemUnderItsOwnReasonAlsoBeyondTheBudget() {
    for (int i = 0; i < 10; i++) {
      call();
    }
    point.stop(true);
    call();
    point.stop(false);
    point.shed("breaker open");
    call();
    call();

    assertThat(reasons())
        .containsEntry("shed: warming up", 6L)
        .containsEntry("shed: stopped", 1L)
        .containsEntry("shed: breaker open", 2L);
  }

  private Map<String, Long> reasons() {
    return PageCounts.of(point.ledger().pages().get(0)).tally("quote").reasons();
  }

  @Test
  void failedCopiesCountAgainstTheTimeOfCallers() {
    Admissions admissions =
        new Admissions(
            Collections.singletonList(point), new BudgetConfig(BudgetConfig.UNLIMITED, 0.01));
    PointCapture failing =
        new PointCapture(
            point,
            admissions.of(point),
            (live, meter, later) -> {
              copies.incrementAndGet();
              throw new Uncapturable("too large");
            },
            sink,
            new PendingCalls(10, 1_000),
            new WallClock(() -> 60_000),
            warning -> {});
    for (int period = 0; period < 20; period++) {
      for (int i = 0; i < 1_000; i++) {
        Token token = failing.take();
        if (token != null) {
          token.capture(new Object[] {1});
          token.exit(1, null);
        }
      }
      Budgets.turn(admissions);
    }

    // A control that does nothing has no time to spare.
    assertThat(copies.get()).isBetween(1, 2_000);
    assertThat(total(Fate.UNCAPTURED)).isEqualTo(copies.get());
    assertThat(point.ledger().totalIntercepted()).isEqualTo(20_000);
    assertThat(point.ledger().inFlight()).isZero();
  }
}
