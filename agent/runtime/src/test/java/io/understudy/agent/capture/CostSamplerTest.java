package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class CostSamplerTest {
  private static final long START = -1_234_567_890_123L; // nanoTime() may be negative.

  private final CostSampler sampler = new CostSampler(START);

  /** The sum of the weights of 160,000 calls, given the time between two calls. */
  private long sum(LongUnaryOperator pause) {
    long now = START;
    long sum = 0;
    for (int i = 0; i < 160_000; i++) {
      now += pause.applyAsLong(i);
      sum += sampler.weight(0, now);
    }
    return sum;
  }

  @Test
  void everyCallOfAQuietPointIsMeasured() {
    assertThat(sum(i -> CostSampler.BUSY_NANOS + 1)).isEqualTo(160_000);
  }

  @Test
  void firstCallIsMeasured() {
    assertThat(sampler.weight(3, START)).isEqualTo(1);
  }

  @Test
  void everyLargeCallIsMeasured() {
    sampler.weight(0, START);
    for (int i = 0; i < 1_000; i++) {
      assertThat(sampler.weight(CostSampler.SMALL_NODES + 1, START + i)).isEqualTo(1);
    }
  }

  @Test
  void busyPointMeasuresAShare() {
    sampler.weight(0, START);
    int measured = 0;
    for (int i = 1; i <= 160_000; i++) {
      int weight = sampler.weight(CostSampler.SMALL_NODES, START + 500L * i);
      assertThat(weight).isIn(0, CostSampler.SHARE);
      measured += weight == 0 ? 0 : 1;
    }
    assertThat(measured).isBetween(9_500, 10_500);
  }

  @Test
  void weightsAddUpToTheNumberOfCalls() {
    Random random = new Random(7);
    assertThat(sum(i -> random.nextInt(2_000))).isBetween(152_000L, 168_000L);
    assertThat(sum(i -> 100)).isBetween(152_000L, 168_000L);
    assertThat(sum(i -> i % 4 == 0 ? 1_000 : 0)).isBetween(144_000L, 176_000L);
    assertThat(sum(i -> 1_000_000)).isBetween(152_000L, 168_000L);
    assertThat(sum(i -> 30_000_000L + random.nextInt(40_000_000))).isBetween(152_000L, 168_000L);
  }
}
