package io.understudy.agent.replay.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ThreadCostsTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void thisJvmReportsTheCostsOfAThread() {
    ThreadCosts costs = new ThreadCosts();
    long before = costs.allocatedBytes(Thread.currentThread());
    byte[] allocated = new byte[1_000_000];
    assertThat(costs.allocatedBytes(Thread.currentThread()) - before)
        .isGreaterThanOrEqualTo(allocated.length);
    assertThat(costs.cpuNanos(Thread.currentThread())).isPositive();
  }

  @Test
  void costsOfAThreadThatIsNotStartedAreUnknown() {
    ThreadCosts costs = new ThreadCosts();
    assertThat(costs.cpuNanos(new Thread(() -> {}))).isEqualTo(ThreadCosts.UNKNOWN);
  }

  @Test
  void holderOfAMonitorIsSeen() {
    ThreadCosts costs = new ThreadCosts();
    assertThat(costs.holdsMonitors(Thread.currentThread())).isFalse();
    synchronized (this) {
      assertThat(costs.holdsMonitors(Thread.currentThread())).isTrue();
    }
  }

  @Test
  void threadThatIsAlwaysReadySpinsIfItUsesAnyTime() {
    assertThat(ThreadCosts.isSpinning(0, 2_000_000, SECOND, false)).isTrue();
    assertThat(ThreadCosts.isSpinning(0, 500_000, SECOND, false)).isFalse();
  }

  @Test
  void threadThatWaitsAtTimesSpinsOnlyIfItUsesMuch() {
    assertThat(ThreadCosts.isSpinning(0, 200_000_000, SECOND, true)).isFalse();
    assertThat(ThreadCosts.isSpinning(0, 300_000_000, SECOND, true)).isTrue();
  }

  @Test
  void threadOfUnknownTimeSpinsUnlessItWaits() {
    assertThat(ThreadCosts.isSpinning(-1, -1, SECOND, false)).isTrue();
    assertThat(ThreadCosts.isSpinning(-1, -1, SECOND, true)).isFalse();
  }
}
