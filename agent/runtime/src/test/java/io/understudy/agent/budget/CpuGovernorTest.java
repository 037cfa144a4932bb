package io.understudy.agent.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Periods of a machine with four processors and a share of 25 %: one processor. */
class CpuGovernorTest {
  private final CpuGovernor governor = new CpuGovernor(0.25);

  private static CpuUse use(double process, double idle, double pool, double slowdown) {
    return new CpuUse(4, process, idle, pool, 0, false, slowdown, 0);
  }

  private double run(int periods, CpuUse use) {
    double allowed = 0;
    for (int i = 0; i < periods; i++) {
      allowed = governor.next(use);
    }
    return allowed;
  }

  @Test
  void allowanceGrowsInFiveSeconds() {
    CpuUse calm = use(1, 3, 0, 1);

    assertThat(run(1, calm)).isLessThan(0.03);
    assertThat(run(24, calm)).isBetween(0.45, 0.55);
    assertThat(run(30, calm)).isEqualTo(1);
  }

  @Test
  void processesOfOthersCountToo() {
    run(60, use(1, 3, 0, 1));

    // This process uses one processor of four, and 0.7 are idle: 0.4 of them are the reserve.
    assertThat(run(2, use(1, 0.7, 0, 1))).isBetween(0.29, 0.55);
    assertThat(run(20, use(1, 0.7, 0, 1))).isBetween(0.29, 0.31);
  }

  @Test
  void poolDoesNotGiveWayToItself() {
    run(60, use(1, 3, 0, 1));

    assertThat(run(20, use(3.3, 0.7, 1, 1))).isEqualTo(1);
  }

  @Test
  void slowerControlsHalveTheAllowance() {
    run(60, use(1.5, 2.5, 0, Double.NaN));
    CpuUse slower = use(3.2, 0.8, 0.9, 2);

    assertThat(governor.next(slower)).isEqualTo(0.5);
    assertThat(governor.signs()).containsExactly(PressureSign.SLOWER);
    assertThat(governor.isCalm()).isFalse();
    // It does not grow at once.
    assertThat(run(10, use(3.2, 0.8, 0.4, Double.NaN))).isEqualTo(0.5);
  }

  @Test
  void allowanceGrowsSlowlyWhereItHasHarmed() {
    run(60, use(1, 3, 0, 1));
    governor.next(use(3.2, 0.8, 0.9, 2));
    double soon = run(60, use(2.5, 1.5, 0.5, 1));
    double later = run(30, use(2.5, 1.5, 0.5, 1));

    assertThat(soon).isBetween(0.85, 0.96);
    assertThat(later - soon).isLessThan(0.1);
  }

  @Test
  void slowerControlsDoNotMatterWhereMostProcessorsAreIdle() {
    run(60, use(1, 3, 0, 1));

    assertThat(governor.next(use(1.9, 2.1, 0.9, 5))).isEqualTo(1);
    assertThat(governor.signs()).isEmpty();
  }

  @Test
  void slowerControlsCountAsUsualIfThePoolIsNotTheCause() {
    run(60, use(1, 3, 0, 1));
    CpuUse slower = use(3.2, 0.8, 0, 2);

    governor.next(slower);
    assertThat(governor.isSlownessUsual()).isFalse();
    governor.next(slower);
    governor.next(slower);
    assertThat(governor.isSlownessUsual()).isTrue();
    assertThat(governor.isSlownessUsual()).isFalse();
  }

  @Test
  void unknownMetersAreLeftOut() {
    CpuUse unknown = use(Double.NaN, Double.NaN, 0.1, Double.NaN);

    assertThat(run(60, unknown)).isEqualTo(1);
    assertThat(governor.signs()).isEmpty();
  }

  @Test
  void littleIsAlwaysAllowed() {
    assertThat(run(60, use(4, 0, 0, 1))).isEqualTo(CpuGovernor.TRICKLE);
    assertThat(governor.signs()).containsExactly(PressureSign.BUSY);
  }

  @Test
  void nothingIsAllowedAtTheLimitOfTheContainer() {
    run(60, use(1, 3, 0, 1));

    assertThat(governor.next(new CpuUse(4, 1, 3, 0.5, 0, true, 1, 0))).isZero();
    assertThat(governor.signs()).containsExactly(PressureSign.THROTTLED);
  }

  private static CpuUse late(double idle, double pool, long nanos) {
    return new CpuUse(4, 4 - idle, idle, pool, 0, false, Double.NaN, nanos);
  }

  @Test
  void pausesOfTheJvmDoNotMatterWhereMostProcessorsAreIdle() {
    CpuUse calm = late(3, 0.9, 0);
    run(60, calm);
    for (int i = 0; i < 10; i++) {
      assertThat(governor.next(late(3, 0.9, 200_000_000))).isEqualTo(1);
      run(30, calm);
    }
    assertThat(governor.signs()).isEmpty();
  }

  @Test
  void lateWakeUpsOfABusyMachineHalveTheAllowance() {
    run(60, late(1.5, 0.3, 0));

    assertThat(governor.next(late(1.5, 0.3, 60_000_000))).isLessThanOrEqualTo(0.55);
    assertThat(governor.signs()).containsExactly(PressureSign.LATE);
  }

  @Test
  void poolThatDidNothingIsNotTheCauseOfLateWakeUps() {
    run(60, late(1.8, 0, 0));
    for (int i = 0; i < 20; i++) {
      governor.next(late(1.8, 0, 60_000_000));
      run(30, late(1.8, 0, 0));
    }

    assertThat(run(1, late(1.8, 0, 0))).isEqualTo(1);
  }

  @Test
  void smallContainerLeavesAPartForThePool() {
    // A fifth of a processor; the application uses a tenth of that.
    CpuUse use = new CpuUse(0.2, 0.02, 3, 0, 0, false, Double.NaN, 0);

    assertThat(run(60, use)).isEqualTo(0.05);
    assertThat(governor.isCalm()).isTrue();
  }

  @Test
  void allowanceFollowsWhatIsIdleAlsoWhileASignLasts() {
    run(60, late(3, 0, 0));

    assertThat(run(3, late(0, 0, 60_000_000))).isEqualTo(CpuGovernor.TRICKLE);
    assertThat(governor.signs()).contains(PressureSign.LATE, PressureSign.BUSY);
  }
}
