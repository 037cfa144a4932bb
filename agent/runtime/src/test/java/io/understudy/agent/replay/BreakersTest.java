package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.log.Log;
import io.understudy.agent.replay.limit.CandidateLimits;
import org.junit.jupiter.api.Test;

final class BreakersTest {
  private final CallPoint quote = Calls.point(Object.class, "a", Object.class, "b");
  private final CallPoint total = Calls.point(Object.class, "c", Object.class, "d");
  private final Breakers breakers = new Breakers(new CandidateLimits(Log.none()));

  @Test
  void eachCallPointHasItsOwn() {
    assertThat(breakers.of(quote)).isSameAs(breakers.of(quote)).isNotSameAs(breakers.of(total));
  }

  @Test
  void openOnesAreCounted() {
    assertThat(breakers.openCount()).isZero();
    breakers.of(total);
    breakers.of(quote).open(0);
    assertThat(breakers.openCount()).isEqualTo(1);
    assertThat(total.shedding()).isNull();
  }

  @Test
  void probesAreAdmittedAtAllCallPointsAfterThePause() {
    breakers.of(quote).open(0);
    breakers.of(total).open(1);
    breakers.tick(Breaker.FIRST_PAUSE, true);
    assertThat(breakers.of(quote).admit()).isEqualTo(Breaker.Admission.PROBE);
    assertThat(breakers.of(total).admit()).isEqualTo(Breaker.Admission.SHED);
  }
}
