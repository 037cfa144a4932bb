package io.understudy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void oneInEveryTypeIsOneNumberWithOneHash() {
    Object[] ones = {
      (byte) 1, (short) 1, 1, 1L, 1f, 1d, BigInteger.ONE, new BigDecimal("1.000"), BigDecimal.ONE
    };
    for (Object a : ones) {
      for (Object b : ones) {
        assertThat(Numbers.equal(a, b)).as("%s %s", a.getClass(), b.getClass()).isTrue();
        assertThat(Numbers.hash(a)).isEqualTo(Numbers.hash(b));
      }
    }
  }

  @Test
  void zerosShareAHash() {
    assertThat(Numbers.equal(0.0, -0.0)).isTrue();
    assertThat(Numbers.hash(-0.0)).isEqualTo(Numbers.hash(0)).isEqualTo(Numbers.hash(0f));
    assertThat(Numbers.hash(new BigDecimal("0E+900"))).isEqualTo(Numbers.hash(0L));
  }

  @Test
  void nineteenDigitsShareAHash() {
    long most = Long.MAX_VALUE;

    assertThat(Numbers.hash(most)).isEqualTo(Numbers.hash(BigInteger.valueOf(most)));
    assertThat(Numbers.hash(most)).isEqualTo(Numbers.hash(new BigDecimal(most + ".0")));
    assertThat(Numbers.hash(Long.MIN_VALUE)).isEqualTo(Numbers.hash(-0x1p63));
    assertThat(Numbers.equal(Long.MIN_VALUE, -0x1p63)).isTrue();
    assertThat(Numbers.equal(most, 0x1p63)).isFalse();
    assertThat(Numbers.hash(1_000_000_000_000_000_000L)).isEqualTo(Numbers.hash(1e18));
  }

  @Test
  void fractionsShareAHash() {
    assertThat(Numbers.hash(0.375)).isEqualTo(Numbers.hash(new BigDecimal("0.37500")));
    assertThat(Numbers.hash(0.375f)).isEqualTo(Numbers.hash(0.375));
  }

  @Test
  void infinityIsNoLargeNumber() {
    assertThat(Numbers.equal(Double.POSITIVE_INFINITY, new BigDecimal("1E+400"))).isFalse();
    assertThat(Numbers.equal(new BigDecimal("1E+400"), Double.POSITIVE_INFINITY)).isFalse();
    assertThat(Numbers.finite(Float.NEGATIVE_INFINITY)).isNull();
    assertThat(Numbers.finite(Double.NaN)).isNull();
  }

  @Test
  void smallestDoubleIsNotZero() {
    assertThat(Numbers.equal(Double.MIN_VALUE, BigDecimal.ZERO)).isFalse();
    assertThat(Numbers.equal(Double.MIN_VALUE, new BigDecimal(Double.MIN_VALUE))).isTrue();
  }

  @Test
  void distanceOfNumbersOfVeryDifferentScale() {
    BigDecimal huge = new BigDecimal("1E+2000000000");

    assertThat(Numbers.distance(huge, BigDecimal.ONE)).isGreaterThan(BigDecimal.ONE);
    assertThat(Numbers.distance(BigDecimal.ONE, huge)).isGreaterThan(BigDecimal.ONE);
    assertThat(Numbers.distance(huge, huge)).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(Numbers.distance(new BigDecimal("1E-2000000000"), BigDecimal.ZERO))
        .isEqualByComparingTo(new BigDecimal("1E-2000000000"));
  }

  @Test
  void hugeScalesAreComparedWithoutBeingWrittenOut() {
    assertThat(Numbers.equal(new BigDecimal("1E+2000000000"), 1)).isFalse();
    assertThat(Numbers.equal(new BigDecimal("10E+1999999999"), new BigDecimal("1E+2000000000")))
        .isTrue();
    assertThat(Numbers.hash(new BigDecimal("10E+1999999999")))
        .isEqualTo(Numbers.hash(new BigDecimal("1E+2000000000")));
  }
}
