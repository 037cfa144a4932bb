package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundingTest {
  private static final Set<RoundingMode> MODES =
      EnumSet.complementOf(EnumSet.of(RoundingMode.UNNECESSARY));

  /** Every number from -0.3 to 0.3 in steps that show all ends of the intervals. */
  private static final BigDecimal STEP = new BigDecimal("0.025");

  private static boolean explains(
      RoundingMode control, RoundingMode candidate, Object a, Object b) {
    return Rounding.of(1, control, candidate).explains(a, b);
  }

  /** Whether some number of the grid rounds to both; all ends of the intervals are on the grid. */
  private static boolean tried(RoundingMode c, RoundingMode d, BigDecimal a, BigDecimal b) {
    for (int i = -20; i <= 20; i++) {
      BigDecimal x = STEP.multiply(BigDecimal.valueOf(i));
      if (x.setScale(1, c).compareTo(a) == 0 && x.setScale(1, d).compareTo(b) == 0) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyPairOfModesAgreesWithBruteForce() {
    for (RoundingMode c : MODES) {
      for (RoundingMode d : MODES) {
        for (int i = -3; i <= 3; i++) {
          for (int j = -3; j <= 3; j++) {
            BigDecimal a = BigDecimal.valueOf(i, 1);
            BigDecimal b = BigDecimal.valueOf(j, 1);
            assertThat(explains(c, d, a, b))
                .as("%s by %s and %s by %s", a, c, b, d)
                .isEqualTo(tried(c, d, a, b));
          }
        }
      }
    }
  }

  @Test
  void sideThatDoesNotRoundIsExact() {
    Rounding rounding = Rounding.of(2, RoundingMode.HALF_EVEN, null);

    assertThat(rounding.explains(new BigDecimal("0.12"), new BigDecimal("0.125"))).isTrue();
    assertThat(rounding.explains(new BigDecimal("0.13"), new BigDecimal("0.125"))).isFalse();
    assertThat(rounding.explains(new BigDecimal("0.12"), new BigDecimal("0.115"))).isTrue();
    assertThat(rounding.explains(new BigDecimal("0.12"), new BigDecimal("0.1149999"))).isFalse();
    assertThat(Rounding.of(2, null, RoundingMode.UP).explains(new BigDecimal("0.111"), 0.12))
        .isTrue();
  }

  @Test
  void numberWithMoreDecimalsIsNotExplained() {
    Rounding rounding = Rounding.of(2, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN);

    assertThat(rounding.explains(new BigDecimal("0.011"), new BigDecimal("0.01"))).isFalse();
    assertThat(rounding.explains(new BigDecimal("0.0100"), new BigDecimal("0.01"))).isTrue();
    assertThat(rounding.explains(1, new BigDecimal("1.0"))).isTrue();
  }

  @Test
  void doubleStandsForTheNearestDecimal() {
    Rounding rounding = Rounding.of(2, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN);

    assertThat(rounding.explains(0.03, new BigDecimal("0.02"))).isTrue();
    assertThat(rounding.explains(0.03f, new BigDecimal("0.02"))).isTrue();
    assertThat(rounding.explains(Math.nextUp(0.03), new BigDecimal("0.02"))).isFalse();
    assertThat(rounding.explains(-0.0, new BigDecimal("0.00"))).isTrue();
  }

  @Test
  void numberThatIsNotFiniteIsNotExplained() {
    Rounding rounding = Rounding.of(2, RoundingMode.HALF_UP, null);

    assertThat(rounding.explains(Double.NaN, Double.NaN)).isFalse();
    assertThat(rounding.explains(1.0, Double.POSITIVE_INFINITY)).isFalse();
  }

  @Test
  void hugeAndTinyNumbers() {
    Rounding rounding = Rounding.of(2, RoundingMode.DOWN, RoundingMode.DOWN);

    assertThat(rounding.explains(new BigDecimal("1E+2000"), new BigDecimal("1E+2000"))).isTrue();
    assertThat(rounding.explains(new BigDecimal("1E+2000"), BigDecimal.ONE)).isFalse();
    assertThat(Rounding.of(2, RoundingMode.DOWN, null).explains(0, new BigDecimal("1E-20000")))
        .isTrue();
  }

  @Test
  void invalidArgumentsAreRefused() {
    assertThatThrownBy(() -> Rounding.of(-1, RoundingMode.UP, null))
        .hasMessage("numbers are rounded to 0 to 1000 decimals, not -1");
    assertThatThrownBy(() -> Rounding.of(2, null, null))
        .hasMessage("state the rounding mode of the control, of the candidate, or of both");
    assertThatThrownBy(() -> Rounding.of(2, RoundingMode.UNNECESSARY, null))
        .hasMessage("UNNECESSARY rounds nothing: leave out the mode of a side that does not round");
  }

  @Test
  void printedWithBothModes() {
    assertThat(Rounding.of(2, RoundingMode.HALF_UP, null))
        .hasToString("2 decimals, control HALF_UP, candidate not rounded")
        .isEqualTo(Rounding.of(2, RoundingMode.HALF_UP, null))
        .isNotEqualTo(Rounding.of(2, null, RoundingMode.HALF_UP));
  }
}
