package io.understudy.agent.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QueueBudgetTest {
  @Test
  void roomIsReservedUpToBothBounds() {
    QueueBudget budget = new QueueBudget(2, 100);
    assertThat(budget.reserve(100)).isNull();
    assertThat(budget.refusal(0)).isEqualTo("queue full (bytes)");
    assertThat(budget.reserve(1)).isEqualTo("queue full (bytes)");
    budget.release(100);
    assertThat(budget.reserve(1)).isNull();
    assertThat(budget.reserve(1)).isNull();
    assertThat(budget.reserve(1)).isEqualTo("queue full (calls)");
    assertThat(budget.calls()).isEqualTo(2);
    assertThat(budget.bytes()).isEqualTo(2);
  }

  @Test
  void boundFollowsTheRoomInTheHeap() {
    QueueBudget budget = new QueueBudget(100, 1_000_000, 10_000_000);
    budget.limit(200_000);
    assertThat(budget.reserve(800_001)).isEqualTo("queue full (bytes)");
    assertThat(budget.reserve(150_000)).isNull();
    assertThat(budget.reserve(50_001)).isEqualTo("queue full (bytes)");
    budget.limit(0);
    assertThat(budget.refusal(0)).isEqualTo("queue full (bytes)");
    budget.limit(Long.MAX_VALUE);
    assertThat(budget.reserve(850_001)).isEqualTo("queue full (bytes)");
    assertThat(budget.reserve(850_000)).isNull();
  }

  @Test
  void sizeThatWouldOverflowIsRefused() {
    QueueBudget budget = new QueueBudget(10, Long.MAX_VALUE);
    assertThat(budget.reserve(QueueBudget.MOST_BYTES + 1)).isEqualTo("queue full (bytes)");
    assertThat(budget.reserve(QueueBudget.MOST_BYTES)).isNull();
    assertThat(budget.bytes()).isEqualTo(QueueBudget.MOST_BYTES);
    assertThat(budget.calls()).isEqualTo(1);
    assertThat(budget.reserve(Long.MAX_VALUE)).isEqualTo("queue full (bytes)");
  }

  @Test
  void maximalNumberOfCalls() {
    QueueBudget budget = new QueueBudget(QueueBudget.MOST_CALLS, 1);
    for (int i = 0; i < QueueBudget.MOST_CALLS; i++) {
      budget.reserve(0);
    }
    assertThat(budget.calls()).isEqualTo(QueueBudget.MOST_CALLS);
    assertThat(budget.reserve(0)).isEqualTo("queue full (calls)");
    assertThat(budget.isAbandoned()).as("the count does not overflow").isFalse();
  }

  @Test
  void closedBudgetRefusesAndStillReleases() {
    QueueBudget budget = new QueueBudget(2, 100);
    budget.reserve(40);
    budget.close();
    assertThat(budget.refusal(0)).isEqualTo("shutdown");
    assertThat(budget.reserve(1)).isEqualTo("shutdown");
    assertThat(budget.isAbandoned()).isFalse();
    budget.release(40);
    assertThat(budget.calls()).isZero();
    assertThat(budget.bytes()).isZero();
    assertThat(budget.refusal(0)).as("it stays closed").isEqualTo("shutdown");
  }

  @Test
  void abandonedBudgetIsClosed() {
    QueueBudget budget = new QueueBudget(2, 100);
    budget.abandon();
    assertThat(budget.isAbandoned()).isTrue();
    assertThat(budget.reserve(1)).isEqualTo("shutdown");
    assertThat(budget.calls()).isZero();
  }

  /** The packed word agrees with plain sums after any sequence of reservations and releases. */
  @Property
  void budgetAgreesWithPlainSums(
      @ForAll @IntRange(min = 1, max = 5) int calls,
      @ForAll @IntRange(min = 1, max = 300) int bytes,
      @ForAll @Size(max = 40) List<@IntRange(min = -1, max = 200) Integer> steps) {
    QueueBudget budget = new QueueBudget(calls, bytes);
    Deque<Integer> held = new ArrayDeque<>();
    int sum = 0;
    for (int step : steps) {
      if (step < 0) {
        if (!held.isEmpty()) {
          sum -= held.peek();
          budget.release(held.pop());
        }
        continue;
      }
      boolean fits = held.size() < calls && sum < bytes && sum + step <= bytes;
      assertThat(budget.reserve(step) == null).isEqualTo(fits);
      if (fits) {
        held.push(step);
        sum += step;
      }
      assertThat(budget.calls()).isEqualTo(held.size());
      assertThat(budget.bytes()).isEqualTo(sum);
    }
  }

  @Test
  void roomOfADeadThreadIsTakenBack() {
    QueueBudget budget = new QueueBudget(3, 100);
    budget.reserve(40); // and never released
    budget.reserve(7);
    budget.reclaim(0);
    budget.release(7);
    for (int i = 1; i < QueueBudget.RECLAIM_MOMENTS; i++) {
      budget.reclaim(i);
    }
    assertThat(budget.calls()).as("not long enough").isEqualTo(1);
    budget.reclaim(QueueBudget.RECLAIM_NANOS);
    assertThat(budget.calls()).isZero();
    assertThat(budget.bytes()).isZero();
  }

  @Test
  void roomThatIsReleasedMeanwhileIsNotTakenBack() {
    QueueBudget budget = new QueueBudget(3, 100);
    budget.reserve(40);
    budget.reclaim(0);
    budget.release(40);
    budget.reclaim(1);
    budget.reserve(5);
    for (int i = 0; i <= QueueBudget.RECLAIM_MOMENTS; i++) {
      budget.reclaim(2 + i);
    }
    budget.reclaim(QueueBudget.RECLAIM_NANOS);
    assertThat(budget.calls()).isEqualTo(1);
  }

  @Test
  void releaseOfASlowThreadLeavesNoNegativeRoom() {
    QueueBudget budget = new QueueBudget(3, 100);
    budget.close();
    budget.release(40);
    assertThat(budget.calls()).isZero();
    assertThat(budget.bytes()).isZero();
    assertThat(budget.refusal(0)).isEqualTo("shutdown");
  }
}
