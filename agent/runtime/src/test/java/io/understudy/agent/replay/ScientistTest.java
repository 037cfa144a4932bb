package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.LedgerPage;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.Fate;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults of an experiment library that must not occur here. */
final class ScientistTest {
  private final Pools pools = new Pools(1, 1);

  @AfterEach
  void close() {
    pools.close();
  }

  static final class Candidates {
    static final CountDownLatch RELEASE = new CountDownLatch(1);

    private Candidates() {}

    static Object error(Object argument) {
      throw new AssertionError("broken");
    }

    static @Nullable Object nothing(Object argument) {
      return null;
    }

    static Object echo(Object argument) {
      return argument;
    }

    static Object waits(Object argument) throws InterruptedException {
      RELEASE.await();
      return argument;
    }
  }

  @Test
  void errorOfTheCandidateIsAnOutcomeAndThePoolContinues() {
    CallPoint broken = Pools.point(Candidates.class, "error");
    CallPoint sound = Pools.point(Candidates.class, "echo");
    pools.ask(broken, "a");
    pools.ask(sound, "a");
    assertThat(broken.ledger().total(Fate.MATCHED)).isEqualTo(1);
    assertThat(pools.answers.outcomes.get(0).thrown()).isNotNull();
    assertThat(pools.answers.outcomes.get(1).value()).isEqualTo("a");
  }

  @Test
  void nullOfTheCandidateIsAnAnswer() {
    CallPoint point = Pools.point(Candidates.class, "nothing");
    pools.ask(point, "a");
    assertThat(pools.answers.outcomes.get(0).toString()).isEqualTo("returned");
  }

  @Test
  void candidateIsCalledWhenTheControlThrew() {
    CallPoint point = Pools.point(Candidates.class, "echo");
    LedgerPage page = point.ledger().page();
    page.intercepted();
    Outcome threw = Outcome.threw(ThrownException.of(new IllegalStateException("legacy")));
    pools.queue.accept(new Call(point, page, 0, new Object[] {"a"}, threw, 1, 1));
    Pools.awaitBalance(point);
    assertThat(pools.answers.outcomes.get(0).value()).isEqualTo("a");
  }

  @Test
  void callerDoesNotWaitForTheCandidate() {
    CallPoint point = Pools.point(Candidates.class, "waits");
    pools.offer(point, "a");
    assertThat(Pools.inFlight(point)).isEqualTo(1);
    Candidates.RELEASE.countDown();
    Pools.awaitBalance(point);
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
  }
}
