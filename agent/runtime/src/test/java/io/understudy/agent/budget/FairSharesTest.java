package io.understudy.agent.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairSharesTest {
  private static final double[] EQUAL = {1, 1, 1};

  @Test
  void smallDemandsAreMetAndTheOthersShareTheRest() {
    assertThat(FairShares.level(new double[] {10, 100, 100}, EQUAL, 90)).isEqualTo(40);
  }

  @Test
  void levelHasNoLimitIfAllAreMet() {
    assertThat(FairShares.level(new double[] {10, 20, 30}, EQUAL, 60)).isInfinite();
    assertThat(FairShares.level(new double[0], new double[0], 0)).isInfinite();
  }

  @Test
  void weightsMultiplyTheLevel() {
    assertThat(FairShares.level(new double[] {100, 100, 100}, new double[] {4, 1, 1}, 60))
        .isEqualTo(10);
  }

  @Test
  void nothingIsSharedEqually() {
    assertThat(FairShares.level(new double[] {5, 5, 5}, EQUAL, 0)).isZero();
  }
}
