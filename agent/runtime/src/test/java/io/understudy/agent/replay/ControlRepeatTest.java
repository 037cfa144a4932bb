package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Receiver;
import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Repeats of controls on the pool. */
@Timeout(120)
final class ControlRepeatTest {
  private static final Duration SHORT = Duration.ofMillis(60);
  private static volatile CountDownLatch release = new CountDownLatch(1);
  private static volatile boolean interrupted;

  /** Controls of every kind; the recorded first outcome of each is null. */
  static class Control {
    private final String name;
    private @Nullable ClassLoader seen;

    Control(String name) {
      this.name = name;
    }

    Object open(List<String> list) {
      list.add(name);
      seen = Thread.currentThread().getContextClassLoader();
      return new ArrayList<>(list);
    }

    private Object closed(List<String> list) {
      return name + list.size();
    }

    static Object ofClass(List<String> list) {
      return "static " + list;
    }

    Object fails(List<String> list) {
      throw new IllegalArgumentException(name + list);
    }

    Object hangs(List<String> list) {
      while (release.getCount() > 0) {
        interrupted |= Thread.interrupted();
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
      return list;
    }
  }

  static final class Overriding extends Control {
    Overriding() {
      super("overriding");
    }

    @Override
    Object open(List<String> list) {
      throw new AssertionError("the override was not captured");
    }
  }

  static final class Inheriting extends Control {
    Inheriting() {
      super("inheriting");
    }
  }

  static final class Candidate {
    private Candidate() {}

    static Object clears(List<String> list) {
      list.clear();
      return "cleared";
    }
  }

  private static CallPoint point(String control) {
    return Pools.repeatable(Control.class, control, Candidate.class, "clears", Pools.LONG);
  }

  private static List<Outcome> repeated(CallPoint point, @Nullable Object self) {
    try (Pools pools = new Pools(1, 1, p -> Control.class)) {
      List<String> list = new ArrayList<>(Arrays.asList("a"));
      pools.offer(Calls.repeatable(point, new Receiver(self, Control.class), list));
      Pools.awaitBalance(point);
      Pools.await(() -> pools.pool.busy() == 0 && repeats(point) == 1);
      assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
      assertThat(point.ledger().totalIntercepted()).isEqualTo(1);
      return pools.answers.repeats;
    }
  }

  /** The number of counted repeats, compared or not. */
  private static long repeats(CallPoint point) {
    long unrepeated =
        Calls.counted(point, TallyField.UNREPEATED).values().stream().mapToLong(n -> n).sum();
    return unrepeated + Calls.repeated(point);
  }

  @Test
  void controlReceivesTheOriginalArguments() {
    CallPoint point = point("open");
    Control control = new Control("x");
    List<Outcome> outcomes = repeated(point, control);
    assertThat(outcomes.get(0).value()).isEqualTo(Arrays.asList("a", "x"));
    assertThat(control.seen).isSameAs(Control.class.getClassLoader());
    assertThat(Calls.repeated(point)).isEqualTo(1);
  }

  @Test
  void privateMethodOfItsReceiver() {
    assertThat(repeated(point("closed"), new Control("x")).get(0).value()).isEqualTo("x1");
  }

  @Test
  void staticMethod() {
    assertThat(repeated(point("ofClass"), null).get(0).value()).isEqualTo("static [a]");
  }

  @Test
  void inheritedMethodOfASubclass() {
    List<Outcome> outcomes = repeated(point("open"), new Inheriting());
    assertThat(outcomes.get(0).value()).isEqualTo(Arrays.asList("a", "inheriting"));
  }

  @Test
  void exceptionIsTheSecondOutcome() {
    Outcome outcome = repeated(point("fails"), new Control("x")).get(0);
    assertThat(outcome.thrown()).isNotNull();
    assertThat(outcome.thrown().className()).isEqualTo("java.lang.IllegalArgumentException");
  }

  /** Reflection would run the override, which is not the captured body. */
  @Test
  void bodyCalledThroughSuperIsNotRepeated() {
    CallPoint point = point("open");
    assertThat(repeated(point, new Overriding())).isEmpty();
    assertThat(Calls.counted(point, TallyField.UNREPEATED))
        .containsExactly(
            entry(
                Overriding.class.getName()
                    + " overrides the control, which was called through super",
                1L));
  }

  @Test
  void controlThatHangsIsNotInterruptedAndNotRepeatedAgain() {
    release = new CountDownLatch(1);
    interrupted = false;
    CallPoint point = Pools.repeatable(Control.class, "hangs", Candidate.class, "clears", SHORT);
    Receiver receiver = new Receiver(new Control("x"), Control.class);
    try (Pools pools = new Pools(1, 1, p -> Control.class)) {
      pools.offer(Calls.repeatable(point, receiver, new ArrayList<>()));
      Pools.await(() -> pools.pool.abandoned() == 1);
      for (int i = 0; i < 40; i++) {
        pools.offer(Calls.repeatable(point, receiver, new ArrayList<>()));
      }
      Pools.awaitBalance(point);
      assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(41);
      assertThat(point.shedding()).isNull();
      assertThat(pools.pool.abandoned()).isEqualTo(1);
      assertThat(Calls.counted(point, TallyField.UNREPEATED))
          .containsOnly(
              entry("it took more than 60 ms", 1L),
              entry("switched off, since the control did not return when asked again", 40L));
      release.countDown();
      Pools.await(() -> pools.pool.abandoned() == 0);
      assertThat(interrupted).isFalse();
      assertThat(pools.answers.repeats).isEmpty();
      assertThat(Calls.repeated(point)).isZero();
    } finally {
      release.countDown();
    }
  }

  @Test
  void verdictDoesNotWaitForTheControl() {
    release = new CountDownLatch(1);
    CallPoint point =
        Pools.repeatable(Control.class, "hangs", Candidate.class, "clears", Pools.LONG);
    try (Pools pools = new Pools(1, 1, p -> Control.class)) {
      pools.offer(
          Calls.repeatable(
              point, new Receiver(new Control("x"), Control.class), new ArrayList<>()));
      Pools.awaitBalance(point);
      assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
      assertThat(repeats(point)).isZero();
      release.countDown();
      Pools.await(() -> repeats(point) == 1);
      assertThat(Calls.repeated(point)).isEqualTo(1);
    } finally {
      release.countDown();
    }
  }

  @Test
  void closingDoesNotWaitForTheControl() {
    release = new CountDownLatch(1);
    CallPoint point =
        Pools.repeatable(Control.class, "hangs", Candidate.class, "clears", Pools.LONG);
    Pools pools = new Pools(1, 1, p -> Control.class);
    try {
      pools.offer(
          Calls.repeatable(
              point, new Receiver(new Control("x"), Control.class), new ArrayList<>()));
      Pools.awaitBalance(point);
      Pools.await(() -> pools.pool.busy() == 0);
      pools.pool.close(Pools.LONG.toNanos());
      assertThat(Calls.repeated(point)).isZero();
    } finally {
      release.countDown();
      pools.close();
    }
  }
}
