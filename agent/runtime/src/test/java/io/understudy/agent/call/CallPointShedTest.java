package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A point sheds its calls while it is paused or unhealthy, and both states are independent. */
class CallPointShedTest {
  private final CallPoint point = Calls.point(Object.class, "a", Object.class, "b");

  @Test
  void newPointTakesCalls() {
    assertThat(point.shedding()).isNull();
    assertThat(point.unhealthy()).isNull();
    assertThat(point.isPaused()).isFalse();
  }

  @Test
  void unhealthyPointShedsWithItsReason() {
    point.shed("breaker open");
    assertThat(point.shedding()).isEqualTo("breaker open");
    assertThat(point.unhealthy()).isEqualTo("breaker open");
    point.shed(null);
    assertThat(point.shedding()).isNull();
  }

  @Test
  void pauseHidesTheReasonUntilThePointIsResumed() {
    point.shed("breaker open");
    point.pause(true);
    assertThat(point.shedding()).isEqualTo("paused");
    assertThat(point.unhealthy()).isEqualTo("breaker open");
    assertThat(point.isPaused()).isTrue();
    point.pause(false);
    assertThat(point.shedding()).isEqualTo("breaker open");
  }

  @Test
  void healthyPointStaysPaused() {
    point.pause(true);
    point.shed("breaker open");
    point.shed(null);
    assertThat(point.shedding()).isEqualTo("paused");
    point.pause(false);
    assertThat(point.shedding()).isNull();
  }
}
