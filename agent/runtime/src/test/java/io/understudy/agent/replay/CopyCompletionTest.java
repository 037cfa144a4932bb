package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.CopyCompletion;
import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last steps of the copies run on the pool, before the candidate and under a time limit. */
final class CopyCompletionTest {
  private final Pools pools = new Pools(1, 1);

  @AfterEach
  void close() {
    pools.close();
  }

  /** A candidate that answers with the first element of its argument. */
  static final class First {
    private First() {}

    static Object of(Object argument) {
      return ((Object[]) argument)[0];
    }
  }

  private Call call(CallPoint point, Object argument, CopyCompletion completion) {
    Call call = Calls.call(point, argument);
    call.completedBy(completion);
    return call;
  }

  @Test
  void copiesAreCompleteWhenTheCandidateBegins() {
    CallPoint point = Pools.point(First.class, "of");
    Object[] argument = new Object[1];
    pools.offer(call(point, argument, () -> argument[0] = "complete"));
    Pools.awaitBalance(point);
    assertThat(pools.answers.outcomes.get(0).value()).isEqualTo("complete");
  }

  @Test
  void copiesThatCannotBeCompletedAreUncaptured() {
    CallPoint point = Pools.point(First.class, "of");
    pools.offer(
        call(
            point,
            new Object[1],
            () -> {
              throw new Uncapturable("a key cannot be hashed");
            }));
    Pools.awaitBalance(point);
    assertThat(point.ledger().total(Fate.UNCAPTURED)).isEqualTo(1);
    assertThat(Calls.reasons(point)).containsExactly("uncaptured: a key cannot be hashed");
  }

  @Test
  void completionThatDoesNotEndIsNoVerdict() {
    try (Pools hasty = new Pools(1, 1, () -> {}, Duration.ofMillis(100))) {
      CallPoint point = Pools.point(First.class, "of");
      hasty.offer(
          call(
              point,
              new Object[1],
              () -> {
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException overdue) {
                  throw new Uncapturable("interrupted");
                }
              }));
      Pools.awaitBalance(point);
      assertThat(Calls.reasons(point))
          .containsExactly(
              "unanswered: hashing the keys of its arguments takes more than 100 ms");
    }
  }
}
