package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToleranceTest {
  private static boolean absolute(String most, String a, String b) {
    return Tolerance.absolute(new BigDecimal(most)).covers(new BigDecimal(a), new BigDecimal(b));
  }

  private static boolean relative(String most, String a, String b) {
    return Tolerance.relative(new BigDecimal(most)).covers(new BigDecimal(a), new BigDecimal(b));
  }

  @Test
  void absoluteBoundaryIsWithin() {
    assertThat(absolute("0.005", "1.000", "1.005")).isTrue();
    assertThat(absolute("0.005", "1.005", "1.000")).isTrue();
    assertThat(absolute("0.005", "1.000", "1.0050000000000000001")).isFalse();
    assertThat(absolute("0.005", "-0.002", "0.003")).isTrue();
    assertThat(absolute("0", "2.50", "2.5")).isTrue();
  }

  @Test
  void relativeBoundaryIsWithin() {
    assertThat(relative("0.1", "100", "90")).isTrue();
    assertThat(relative("0.1", "90", "100")).isTrue();
    assertThat(relative("0.1", "100", "89.999")).isFalse();
    assertThat(relative("0.1", "-100", "-90")).isTrue();
    assertThat(relative("0.1", "1E-300", "1.1E-300")).isTrue();
    assertThat(relative("0.1", "0", "1E-300")).isFalse();
    assertThat(relative("0.1", "0", "0.0")).isTrue();
  }

  @Test
  void numbersOfVeryDifferentScales() {
    assertThat(absolute("0.005", "1E+2000000000", "1")).isFalse();
    assertThat(absolute("0.005", "1E-2000000000", "0")).isTrue();
    assertThat(relative("0.5", "1E+2000000000", "1")).isFalse();
  }

  @Test
  void equalByMeaning() {
    assertThat(Tolerance.absolute(new BigDecimal("0.10")))
        .isEqualTo(Tolerance.absolute(new BigDecimal("0.1")))
        .hasSameHashCodeAs(Tolerance.absolute(new BigDecimal("0.1")))
        .isNotEqualTo(Tolerance.relative(new BigDecimal("0.1")));
  }

  @Test
  void printedAsStated() {
    assertThat(Tolerance.absolute(new BigDecimal("0.005"))).hasToString("0.005");
    assertThat(Tolerance.relative(new BigDecimal("1e-9"))).hasToString("1E-9 relative");
  }

  private static boolean covers(String tolerance, Object a, Object b) {
    boolean covered = Tolerance.parse(tolerance).covers(a, b);
    assertThat(Tolerance.parse(tolerance).covers(b, a)).isEqualTo(covered);
    return covered;
  }

  @Test
  void ulpBoundaryIsWithin() {
    double one = 1.0;
    double next = Math.nextUp(one);
    assertThat(covers("1 ulp", one, next)).isTrue();
    assertThat(Tolerance.ulps(1).covers(one, Math.nextUp(next))).isFalse();
    assertThat(Tolerance.ulps(2).covers(one, Math.nextUp(next))).isTrue();
    assertThat(covers("0 ulp", 0.1, 0.1)).isTrue();
    assertThat(covers("0 ulp", one, next)).isFalse();
    assertThat(covers("4 ulp", Double.MIN_VALUE, 0.0)).isTrue();
    assertThat(covers("4 ulp", Double.NaN, 1.0)).isFalse();
    assertThat(covers("4 ulp", Double.MAX_VALUE, Double.POSITIVE_INFINITY)).isFalse();
  }

  @Test
  void ulpIsTheControls() {
    // Below a power of two the unit is half as large as above it.
    assertThat(Tolerance.ulps(1).covers(2.0, Math.nextDown(Math.nextDown(2.0)))).isTrue();
    assertThat(Tolerance.ulps(1).covers(Math.nextDown(Math.nextDown(2.0)), 2.0)).isFalse();
    assertThat(Tolerance.ulps(1).covers(0.1f, 0.1)).isTrue();
    assertThat(Tolerance.ulps(1).covers(0.1, 0.1f)).isFalse();
  }

  @Test
  void ulpOfTheSideThatHasOne() {
    assertThat(covers("1 ulp", 0.1, new BigDecimal("0.1"))).isTrue();
    assertThat(covers("1 ulp", 0.1, new BigDecimal("0.1000001"))).isFalse();
    assertThat(covers("9 ulp", new BigDecimal("0.1"), new BigDecimal("0.10000000000000000001")))
        .isFalse();
  }

  @Test
  void decimalsRoundHalfEven() {
    assertThat(covers("2 decimals", new BigDecimal("1.005"), new BigDecimal("1.00"))).isTrue();
    assertThat(covers("2 decimals", new BigDecimal("1.005"), new BigDecimal("1.01"))).isFalse();
    assertThat(covers("2 decimals", new BigDecimal("1.015"), new BigDecimal("1.02"))).isTrue();
    assertThat(covers("2 decimals", 2.675, new BigDecimal("2.67"))).isTrue(); // the double is less
    assertThat(covers("0 decimals", new BigDecimal("0.5"), 0)).isTrue();
    assertThat(covers("0 decimals", new BigDecimal("-0.5"), 0)).isTrue();
    assertThat(covers("0 decimals", new BigDecimal("1.5"), 1)).isFalse();
    assertThat(covers("2 decimals", new BigDecimal("1E+2000000000"), BigDecimal.ONE)).isFalse();
    assertThat(covers("2 decimals", new BigDecimal("9E-2000000000"), BigDecimal.ZERO)).isTrue();
    assertThat(covers("2 decimals", new BigDecimal("0.00999"), new BigDecimal("0.01"))).isTrue();
  }

  @Test
  void spanBoundaryIsWithin() {
    Instant noon = Instant.parse("2024-02-29T12:00:00Z");
    assertThat(covers("5s", noon, noon.plusSeconds(5))).isTrue();
    assertThat(covers("5s", noon, noon.plusSeconds(5).plusNanos(1))).isFalse();
    assertThat(covers("1 day", LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1))).isTrue();
    assertThat(covers("23h", LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1))).isFalse();
    assertThat(covers("1s", LocalTime.of(12, 0), LocalTime.of(12, 0, 1))).isTrue();
    assertThat(covers("1s", LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59))).isFalse();
    LocalDateTime local = LocalDateTime.of(2024, 2, 29, 0, 0);
    assertThat(covers("1ms", local, local.plusNanos(1_000_000))).isTrue();
    assertThat(covers("1ms", local, local.plusNanos(1_000_001))).isFalse();
    assertThat(covers("1h", Duration.ofHours(-1), Duration.ZERO)).isTrue();
    assertThat(covers("1h", Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(-9))).isFalse();
    assertThat(covers("9h", Instant.MIN, Instant.MAX)).isFalse();
  }

  @Test
  void timesOfDifferentKindsAreNotTolerated() {
    Instant noon = Instant.parse("2024-02-29T12:00:00Z");
    assertThat(covers("1 day", noon, LocalDate.of(2024, 2, 29))).isFalse();
    assertThat(covers("1 day", 1, 1)).isFalse();
    assertThat(covers("0.5", noon, noon.plusNanos(1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.005",
        "0",
        "1E-9 relative",
        "4 ulp",
        "2 decimals",
        "1 decimal",
        "5s",
        "100ms",
        "1 day",
        "3 days",
        "36h",
        "90min",
        "1us",
        "7ns",
        "0s"
      })
  void printedAsItIsParsed(String text) {
    assertThat(Tolerance.parse(text)).hasToString(text).isEqualTo(Tolerance.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1e-9 relative, 1E-9 relative",
    "4 ulps, 4 ulp",
    "1.5 h, 90min",
    "48h, 2 days",
    "14d, 14 days",
    "5 m, 5min",
    "1000ms, 1s"
  })
  void parsedAndPrinted(String text, String printed) {
    assertThat(Tolerance.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "much", "5 apples", "4.5 ulp", "1.5 decimals", "-5s", "0.1ns", "5 s s"})
  void textsThatAreNoTolerance(String text) {
    assertThatThrownBy(() -> Tolerance.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a tolerance is a number (0.005), a share (1e-9 relative), 4 ulp, 2")
        .hasMessageContaining("not \"" + text + "\"");
  }

  @Test
  void outOfRange() {
    assertThatThrownBy(() -> Tolerance.parse("-1")).hasMessage("a tolerance is 0 or more, not -1");
    assertThatThrownBy(() -> Tolerance.parse("-1 ulp"))
        .hasMessage("a tolerance is 0 ulp or more, not -1");
    assertThatThrownBy(() -> Tolerance.parse("2000 decimals"))
        .hasMessage("numbers are rounded to 0 to 1000 decimals, not 2000");
    assertThatThrownBy(() -> Tolerance.time(Duration.ofSeconds(-1)))
        .hasMessage("a span of time is 0 or more, not PT-1S");
  }

  @Test
  void limitsOfArguments() {
    assertThat(Tolerance.decimals(0)).hasToString("0 decimals");
    assertThat(Tolerance.decimals(1_000)).hasToString("1000 decimals");
    assertThat(Tolerance.relative(BigDecimal.ZERO)).hasToString("0 relative");
    assertThat(Tolerance.relative(new BigDecimal("0.999"))).hasToString("0.999 relative");
    assertThat(Tolerance.ulps(0)).hasToString("0 ulp");
    assertThat(Tolerance.time(Duration.ZERO)).hasToString("0s");
    assertThatThrownBy(() -> Tolerance.decimals(1_001))
        .hasMessage("numbers are rounded to 0 to 1000 decimals, not 1001");
    assertThatThrownBy(() -> Tolerance.time(Duration.ofSeconds(-1)))
        .hasMessage("a span of time is 0 or more, not PT-1S");
  }

  @ParameterizedTest
  @CsvSource({
    "1E+3, 1000",
    "1E+8, 100000000",
    "1E+9, 1E+9",
    "12E+8, 1.2E+9",
    "1E-3, 0.001",
    "100, 100",
    "0, 0"
  })
  void largeLimitsPrintWithAnExponent(String most, String text) {
    Tolerance tolerance = Tolerance.absolute(new BigDecimal(most));

    assertThat(tolerance).hasToString(text);
    assertThat(Tolerance.parse(tolerance.toString())).isEqualTo(tolerance);
  }

  @Test
  void onlyAbsoluteAndRelativeTolerancesAreMonotonic() {
    assertThat(Tolerance.parse("0.5").isMonotonic()).isTrue();
    assertThat(Tolerance.parse("0.5 relative").isMonotonic()).isTrue();
    assertThat(Tolerance.parse("5 ulp").isMonotonic()).isFalse();
    assertThat(Tolerance.parse("2 decimals").isMonotonic()).isFalse();
    assertThat(Tolerance.parse("5s").isMonotonic()).isFalse();
    assertThat(Tolerance.parse("2 decimals").isCanonical()).isTrue();
    assertThat(Tolerance.parse("0.5").isCanonical()).isFalse();
  }

  @Test
  void notEqualToOtherObjects() {
    assertThat(Tolerance.parse("1")).isNotEqualTo("1").isNotEqualTo(Tolerance.parse("2"));
    assertThat(Tolerance.parse("1s")).isNotEqualTo(Tolerance.parse("2s"));
    assertThat(Tolerance.parse("1").hashCode()).isNotEqualTo(Tolerance.parse("2").hashCode());
  }

  @Test
  void oneOfSeveralTolerancesSuffices() {
    Tolerance either = Tolerance.parse("1e-6 relative or 0.01");

    assertThat(either)
        .isEqualTo(
            Tolerance.anyOf(
                Tolerance.absolute(new BigDecimal("0.01")),
                Tolerance.relative(new BigDecimal("0.000001"))))
        .hasToString("0.01 or 0.000001 relative");
    assertThat(either.covers(new BigDecimal("0.001"), new BigDecimal("0.011"))).isTrue();
    assertThat(either.covers(new BigDecimal("1000000"), new BigDecimal("1000001"))).isTrue();
    assertThat(either.covers(new BigDecimal("1000"), new BigDecimal("1000.02"))).isFalse();
    assertThat(either.isMonotonic()).isTrue();
    assertThat(Tolerance.parse("1 or 2 ulp").isMonotonic()).isFalse();
    assertThat(either.isCanonical()).isFalse();
    assertThat(Tolerance.parse("1 or 5s").covers(Duration.ofSeconds(1), Duration.ofSeconds(6)))
        .isTrue();
    assertThat(Tolerance.parse("1 or 5s").covers(1, 2)).isTrue();
    assertThat(Tolerance.parse("1 or 5s").covers(1, 3)).isFalse();
  }

  @Test
  void alternativesOfOneSortAreRefused() {
    assertThatThrownBy(() -> Tolerance.parse("0.1 or 0.2"))
        .hasMessage("of two tolerances of one sort the larger is enough: state one of them");
    assertThatThrownBy(() -> Tolerance.anyOf(Tolerance.ulps(1)))
        .hasMessage("alternatives are two tolerances or more");
    assertThatThrownBy(() -> Tolerance.parse("0.1 or"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tolerance.parse("0.1 or x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
