package io.understudy.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ConditionTest {
  @Test
  void conditionIsEvaluatedUntilItHolds() throws Exception {
    AtomicInteger evaluations = new AtomicInteger();
    Condition.await("the third evaluation", () -> evaluations.incrementAndGet() == 3);
    assertThat(evaluations).hasValue(3);
  }

  @Test
  void exceptionOfTheConditionEndsTheWait() {
    assertThatThrownBy(
            () ->
                Condition.await(
                    "never",
                    () -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
  }
}
