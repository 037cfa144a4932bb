package io.understudy.compare.explain;

import static io.understudy.compare.explain.ExplanationLines.decimals;
import static io.understudy.compare.explain.ExplanationLines.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and dates at the edges of each explanation. */
class NumberTablesTest {
  @ParameterizedTest
  @CsvSource({
    "3, 30, factor 10",
    "3, 3000000000000, factor 1000000000000",
    "3, 30000000000000, ''",
    "30, 3, factor 0.1",
    "7.5, 52.5, factor 7",
    "7.5, 90, factor 12",
    "52.5, 7.5, factor 1/7",
    "1.5, 36, factor 24",
    "1.5, 78, factor 52",
    "1.5, 90, factor 60",
    "1.5, 540, factor 360",
    "1.5, 547.5, factor 365",
    "1.5, 1536, factor 1024",
    "1.5, 5400, factor 3600",
    "1.5, 129600, factor 86400",
    "1.5, 1572864, factor 1048576",
    "7.5, 37.5, ''",
    "-7.5, -15, factor 2",
    "-7.5, 15, factor -2",
  })
  void factors(String control, String candidate, String expected) {
    String found = decimals(control, candidate);
    if (expected.isEmpty() || expected.contains("-2")) {
      assertThat(found).doesNotContain("factor");
    } else {
      assertThat(found).contains(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "128, -128, overflow 2^8",
    "256, 0, overflow 2^8",
    "300, 44, overflow 2^8",
    "65535, -1, overflow 2^16",
    "65536, 0, overflow 2^16",
    "4294967296, 0, overflow 2^32",
    "2147483648, -2147483648, overflow 2^32",
    "18446744073709551616, 0, overflow 2^64",
    "18446744073709551615, -1, overflow 2^64",
    "1000, 127, capped at 2^7",
    "-1000, -128, capped at 2^7",
    "40000, 32767, capped at 2^15",
    "3000000000, 2147483647, capped at 2^31",
    "-3000000000, -2147483648, capped at 2^31",
    "10000000000000000000, 9223372036854775807, capped at 2^63",
  })
  void overflows(BigInteger control, BigInteger candidate, String expected) {
    assertThat(values(control, candidate)).contains(expected);
    assertThat(values(candidate, control)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"100, 127", "-100, -128", "127, 126", "0.5, 128.5", "512, 1024"})
  void numbersWithinTheRangeDoNotOverflow(BigDecimal control, BigDecimal candidate) {
    assertThat(values(control, candidate)).doesNotContain("overflow").doesNotContain("capped");
  }

  @Test
  void specialNumbers() {
    assertThat(values(Double.NaN, 0)).isEqualTo("NaN for zero");
    assertThat(values(0.0, Float.NaN)).isEqualTo("NaN for zero");
    assertThat(values(Double.NaN, Double.POSITIVE_INFINITY)).isEqualTo("NaN for infinity");
    assertThat(values(Float.NEGATIVE_INFINITY, Double.NaN)).isEqualTo("NaN for infinity");
    assertThat(values(Double.POSITIVE_INFINITY, Double.MAX_VALUE))
        .isEqualTo("infinity for the largest");
    assertThat(values(-Double.MAX_VALUE, Double.NEGATIVE_INFINITY))
        .isEqualTo("infinity for the largest");
    assertThat(values(Float.MAX_VALUE, Double.POSITIVE_INFINITY))
        .isEqualTo("infinity for the largest");
    assertThat(values(Double.NaN, 1)).isEmpty();
    assertThat(values(Double.POSITIVE_INFINITY, 1)).isEmpty();
    assertThat(values(Double.NaN, BigInteger.ONE)).isEmpty();
  }

  @Test
  void numbersOfTooManyDigitsAreNotRead() {
    BigDecimal large = BigDecimal.TEN.pow(1_100);
    assertThat(values(large, large.add(BigDecimal.ONE))).isEmpty();
    assertThat(values(new BigDecimal("1E+1001"), 1)).isEmpty();
    assertThat(values(new BigDecimal("1E-1001"), 1)).isEmpty();
    assertThat(PrintedNumber.of(new BigDecimal("1E+1000"))).isNotNull();
    assertThat(PrintedNumber.of(Double.NaN)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "12.0, 0, 1, true",
    "12, 0, 0, true",
    "12.50, 1, 2, false",
    "1E+3, 0, 0, true",
    "0.00, 0, 2, true",
  })
  void printedDecimals(BigDecimal number, int needed, int printed, boolean whole) {
    PrintedNumber read = PrintedNumber.of(number);
    assertThat(read).isNotNull();
    assertThat(read.neededDecimals()).isEqualTo(needed);
    assertThat(read.decimals()).isEqualTo(printed);
    assertThat(read.isWhole()).isEqualTo(whole);
    assertThat(read.isBinary()).isFalse();
    assertThat(read.isIntegral()).isFalse();
  }

  @Test
  void binaryNumberPrintsItsShortestDecimal() {
    PrintedNumber tenth = PrintedNumber.of(0.1);
    assertThat(tenth).isNotNull();
    assertThat(tenth.printed).isEqualByComparingTo("0.1");
    assertThat(tenth.exact).isNotEqualByComparingTo("0.1");
    assertThat(tenth.isBinary()).isTrue();
    PrintedNumber large = PrintedNumber.of(1e22f);
    assertThat(large).isNotNull();
    assertThat(large.decimals()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0.25, reciprocal",
    "0.25, 4, reciprocal",
    "1.0873, 0.9197, reciprocal",
    "3, 0.333, ''",
    "3.000, 0.3333, ''",
    "7.001, 0.1428, reciprocal",
    "0.3, 0.7, complement to 1",
    "0.25, 0.75, complement to 1",
    "-0.3, 1.3, ''",
    "1, 0, off by one",
    "1.5, 0.5, ''",
    "10, 01, ''",
    "12.43, 12.34, transposed digits",
    "1.32, 3.12, transposed digits",
    "12.43, -12.34, ''",
  })
  void slips(String control, String candidate, String expected) {
    String found = decimals(control, candidate);
    if (expected.isEmpty()) {
      assertThat(found)
          .doesNotContain("reciprocal")
          .doesNotContain("complement")
          .doesNotContain("transposed")
          .doesNotContain("off by one");
    } else {
      assertThat(found).contains(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29, 2025-02-28, off by one year",
    "2024-02-29, 2024-02-28, leap day",
    "2024-02-29, 2024-03-01, leap day",
    "1900-02-28, 1900-03-01, month end",
    "2026-01-31, 2026-01-30, 30/360",
    "2026-04-30, 2026-05-01, month end",
    "2026-03-31, 2026-02-28, off by one month",
    "2026-12-31, 2027-01-31, off by one month",
    "2026-05-05, 2026-05-05, ''",
    "0126-05-01, 2026-05-01, two-digit year",
    "2026-05-01, 4026-05-01, two-digit year",
    "1999-05-01, 2099-05-01, two-digit year",
    "2026-11-20, 2026-11-21, off by one day",
    "2026-11-20, 2026-11-23, ''",
    "2026-11-22, 2026-11-23, weekend",
    "1582-10-04, 1582-10-14, Julian calendar",
  })
  void dates(LocalDate control, LocalDate candidate, String expected) {
    String found = values(control, candidate);
    if (expected.isEmpty()) {
      assertThat(found).doesNotContain("off by").doesNotContain("weekend");
    } else {
      assertThat(found).contains(expected);
      assertThat(values(candidate, control)).contains(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1582-10-05, 1582-10-15",
    "1500-02-28, 1500-03-09",
    "0001-01-01, 0000-12-30",
    "1583-01-01, 1583-01-01",
    "-4712-01-01, -4712-01-01",
    "2026-01-01, 2026-01-01",
  })
  void julianDateIsADayOfJavaTime(LocalDate date, LocalDate julian) {
    assertThat(JulianCalendar.readAs(date)).isEqualTo(julian);
  }

  @Test
  void explanationsOfTwoEqualNumbersNameTheForm() {
    assertThat(decimals("7", "7.0")).isEqualTo("trailing zeros");
  }

  /** Explanations are found in both directions: only the named side changes. */
  @Property(tries = 500)
  void explanationsAreSymmetric(
      @ForAll @LongRange(min = -100_000, max = 100_000) long control,
      @ForAll @LongRange(min = -100_000, max = 100_000) long candidate,
      @ForAll @IntRange(max = 4) int scale) {
    BigDecimal a = BigDecimal.valueOf(control, scale);
    BigDecimal b = BigDecimal.valueOf(candidate, scale);
    for (String name : new String[] {"sign", "off by one", "transposed digits", "reciprocal"}) {
      assertThat(values(a, b).contains(name)).as(name).isEqualTo(values(b, a).contains(name));
    }
    assertThat(values(a, b).isEmpty()).isEqualTo(values(b, a).isEmpty());
  }

  @Property(tries = 500)
  void everyFactorOfTenIsNamed(
      @ForAll @LongRange(min = 11, max = 999) long number,
      @ForAll @IntRange(min = 1, max = 12) int by) {
    if (number % 10 != 0) {
      BigDecimal scaled = BigDecimal.valueOf(number).scaleByPowerOfTen(by);
      assertThat(Explanations.ofValues(BigDecimal.valueOf(number), scaled))
          .contains(Explanation.of("factor " + BigDecimal.TEN.pow(by).toPlainString()));
    }
  }
}
