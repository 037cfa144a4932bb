package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExactNumbersPropertiesTest {
  /** The reference: every number as an exact BigDecimal; null for NaN and the infinities. */
  private static @Nullable BigDecimal decimal(Object number) {
    if (number instanceof Double || number instanceof Float) {
      double value = ((Number) number).doubleValue();
      return Double.isNaN(value) || Double.isInfinite(value) ? null : new BigDecimal(value);
    }
    return new BigDecimal(number.toString());
  }

  private static boolean isSame(Object a, Object b) {
    BigDecimal x = decimal(a);
    BigDecimal y = decimal(b);
    if (x == null || y == null) {
      return x == y && Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue()) == 0;
    }
    return x.compareTo(y) == 0;
  }

  @Property
  void numbersAreEqualByTheirValue(@ForAll("numbers") Object a, @ForAll("numbers") Object b) {
    assertThat(ExactNumbers.equal(a, b)).isEqualTo(isSame(a, b));
    assertThat(ExactNumbers.equal(a, a)).isTrue();
    if (isSame(a, b)) {
      assertThat(ExactNumbers.hash(a)).isEqualTo(ExactNumbers.hash(b));
    }
  }

  @Property
  void equalityDoesNotDependOnTheType(@ForAll("sameValues") Object[] pair) {
    assertThat(ExactNumbers.equal(pair[0], pair[1])).isTrue();
    assertThat(ExactNumbers.equal(pair[1], pair[0])).isTrue();
    assertThat(ExactNumbers.hash(pair[0])).isEqualTo(ExactNumbers.hash(pair[1]));
  }

  @Property
  void finiteIsTheExactDecimal(@ForAll("numbers") Object number) {
    BigDecimal expected = decimal(number);
    BigDecimal actual = ExactNumbers.finite(number);
    if (expected == null) {
      assertThat(actual).isNull();
    } else {
      assertThat(actual).isEqualByComparingTo(expected);
    }
    assertThat(ExactNumbers.finiteOrNull(number)).isEqualTo(actual);
  }

  @Property
  void differenceAddsUp(@ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
    BigDecimal difference = ExactNumbers.difference(a, b);

    assertThat(difference).isNotNull();
    assertThat(a.add(java.util.Objects.requireNonNull(difference))).isEqualByComparingTo(b);
    assertThat(ExactNumbers.distance(a, b)).isEqualByComparingTo(difference.abs());
    assertThat(ExactNumbers.distance(b, a)).isEqualByComparingTo(difference.abs());
  }

  @Property
  void roundingIsHalfEven(
      @ForAll("decimals") BigDecimal number, @ForAll @IntRange(min = 0, max = 12) int decimals) {
    assertThat(ExactNumbers.rounded(number, decimals))
        .isEqualByComparingTo(number.setScale(decimals, RoundingMode.HALF_EVEN));
  }

  @Test
  void smallNumberRoundsToZeroWithoutItsDigits() {
    assertThat(ExactNumbers.rounded(new BigDecimal("7E-2000000000"), 2)).isZero();
    assertThat(ExactNumbers.rounded(new BigDecimal("0.005"), 2)).isEqualByComparingTo("0.00");
    assertThat(ExactNumbers.rounded(new BigDecimal("0.0051"), 2)).isEqualByComparingTo("0.01");
    assertThat(ExactNumbers.rounded(new BigDecimal("-0.015"), 2)).isEqualByComparingTo("-0.02");
    assertThat(ExactNumbers.rounded(new BigDecimal("0.004999"), 2)).isZero();
  }

  @Test
  void scalesAreNearUpToFiveThousand() {
    BigDecimal one = BigDecimal.ONE;

    assertThat(ExactNumbers.difference(one, new BigDecimal("1E-5000"))).isNotNull();
    assertThat(ExactNumbers.difference(one, new BigDecimal("1E-5001"))).isNull();
    assertThat(ExactNumbers.difference(new BigDecimal("1E+5001"), one)).isNull();
    assertThat(ExactNumbers.distance(one, new BigDecimal("-1E-9000"))).isGreaterThan(one);
  }

  @Test
  void unitInTheLastPlace() {
    assertThat(ExactNumbers.ulp(1.0)).isEqualByComparingTo(new BigDecimal(Math.ulp(1.0)));
    assertThat(ExactNumbers.ulp(1.0f)).isEqualByComparingTo(new BigDecimal(Math.ulp(1.0f)));
    assertThat(ExactNumbers.ulp(1)).isNull();
    assertThat(ExactNumbers.ulp(BigDecimal.ONE)).isNull();
    assertThat(ExactNumbers.isBinary(1.0f)).isTrue();
    assertThat(ExactNumbers.isBinary(1L)).isFalse();
  }

  @Test
  void objectThatIsNoFiniteNumber() {
    assertThat(ExactNumbers.finiteOrNull(null)).isNull();
    assertThat(ExactNumbers.finiteOrNull("1")).isNull();
    assertThat(ExactNumbers.finiteOrNull(Double.NaN)).isNull();
    assertThat(ExactNumbers.finiteOrNull(new int[] {1})).isNull();
    assertThat(ExactNumbers.finiteOrNull(new AtomicInteger(3))).isEqualTo(new BigDecimal(3));
  }

  @Provide
  Arbitrary<Object> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(-3, 3).map(i -> (Object) i),
        Arbitraries.longs().map(l -> (Object) l),
        Arbitraries.of(
            0.0,
            -0.0,
            0.1,
            0.1f,
            0.5,
            0.5f,
            1.0,
            -3f,
            1e300,
            Double.NaN,
            Float.NaN,
            Double.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            (byte) 1,
            (short) -2,
            Long.MIN_VALUE,
            -0x1p63,
            new BigDecimal("0.10"),
            new BigDecimal("1E+1"),
            new BigDecimal("1.000"),
            BigInteger.TEN.pow(30),
            BigInteger.ONE.shiftLeft(70)),
        decimals().map(d -> (Object) d));
  }

  @Provide
  Arbitrary<Object[]> sameValues() {
    return Arbitraries.longs()
        .flatMap(
            value ->
                Arbitraries.of(
                    new Object[] {value, BigInteger.valueOf(value)},
                    new Object[] {value, new BigDecimal(value + ".000")},
                    new Object[] {BigInteger.valueOf(value), BigDecimal.valueOf(value, 0)},
                    new Object[] {value.doubleValue(), new BigDecimal(value.doubleValue())},
                    new Object[] {value.floatValue(), (double) value.floatValue()},
                    new Object[] {value.intValue(), (long) value.intValue()},
                    new Object[] {
                      BigDecimal.valueOf(value, 9), BigDecimal.valueOf(value, 9).setScale(12)
                    }));
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    return Arbitraries.longs()
        .between(-1_000_000, 1_000_000)
        .flatMap(
            digits ->
                Arbitraries.integers().between(-4, 9).map(s -> BigDecimal.valueOf(digits, s)));
  }
}
