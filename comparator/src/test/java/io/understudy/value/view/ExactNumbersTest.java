package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ExactNumbersTest {
  @Test
  void oneInEveryTypeIsOneNumberWithOneHash() {
    Object[] ones = {
      (byte) 1, (short) 1, 1, 1L, 1f, 1d, BigInteger.ONE, new BigDecimal("1.000"), BigDecimal.ONE
    };
    for (Object a : ones) {
      for (Object b : ones) {
        assertThat(ExactNumbers.equal(a, b)).as("%s %s", a.getClass(), b.getClass()).isTrue();
        assertThat(ExactNumbers.hash(a)).isEqualTo(ExactNumbers.hash(b));
      }
    }
  }

  @Test
  void zerosShareAHash() {
    assertThat(ExactNumbers.equal(0.0, -0.0)).isTrue();
    assertThat(ExactNumbers.hash(-0.0))
        .isEqualTo(ExactNumbers.hash(0))
        .isEqualTo(ExactNumbers.hash(0f));
    assertThat(ExactNumbers.hash(new BigDecimal("0E+900"))).isEqualTo(ExactNumbers.hash(0L));
  }

  @Test
  void nineteenDigitsShareAHash() {
    long most = Long.MAX_VALUE;

    assertThat(ExactNumbers.hash(most)).isEqualTo(ExactNumbers.hash(BigInteger.valueOf(most)));
    assertThat(ExactNumbers.hash(most)).isEqualTo(ExactNumbers.hash(new BigDecimal(most + ".0")));
    assertThat(ExactNumbers.hash(Long.MIN_VALUE)).isEqualTo(ExactNumbers.hash(-0x1p63));
    assertThat(ExactNumbers.equal(Long.MIN_VALUE, -0x1p63)).isTrue();
    assertThat(ExactNumbers.equal(most, 0x1p63)).isFalse();
    assertThat(ExactNumbers.hash(1_000_000_000_000_000_000L)).isEqualTo(ExactNumbers.hash(1e18));
  }

  @Test
  void fractionsShareAHash() {
    assertThat(ExactNumbers.hash(0.375)).isEqualTo(ExactNumbers.hash(new BigDecimal("0.37500")));
    assertThat(ExactNumbers.hash(0.375f)).isEqualTo(ExactNumbers.hash(0.375));
  }

  @Test
  void infinityIsNoLargeNumber() {
    assertThat(ExactNumbers.equal(Double.POSITIVE_INFINITY, new BigDecimal("1E+400"))).isFalse();
    assertThat(ExactNumbers.equal(new BigDecimal("1E+400"), Double.POSITIVE_INFINITY)).isFalse();
    assertThat(ExactNumbers.finite(Float.NEGATIVE_INFINITY)).isNull();
    assertThat(ExactNumbers.finite(Double.NaN)).isNull();
  }

  @Test
  void smallestDoubleIsNotZero() {
    assertThat(ExactNumbers.equal(Double.MIN_VALUE, BigDecimal.ZERO)).isFalse();
    assertThat(ExactNumbers.equal(Double.MIN_VALUE, new BigDecimal(Double.MIN_VALUE))).isTrue();
  }

  @Test
  void distanceOfNumbersOfVeryDifferentScale() {
    BigDecimal huge = new BigDecimal("1E+2000000000");

    assertThat(ExactNumbers.distance(huge, BigDecimal.ONE)).isGreaterThan(BigDecimal.ONE);
    assertThat(ExactNumbers.distance(BigDecimal.ONE, huge)).isGreaterThan(BigDecimal.ONE);
    assertThat(ExactNumbers.distance(huge, huge)).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(ExactNumbers.distance(new BigDecimal("1E-2000000000"), BigDecimal.ZERO))
        .isEqualByComparingTo(new BigDecimal("1E-2000000000"));
  }

  @Test
  void hugeScalesAreComparedWithoutBeingWrittenOut() {
    assertThat(ExactNumbers.equal(new BigDecimal("1E+2000000000"), 1)).isFalse();
    assertThat(
            ExactNumbers.equal(new BigDecimal("10E+1999999999"), new BigDecimal("1E+2000000000")))
        .isTrue();
    assertThat(ExactNumbers.hash(new BigDecimal("10E+1999999999")))
        .isEqualTo(ExactNumbers.hash(new BigDecimal("1E+2000000000")));
  }
}
