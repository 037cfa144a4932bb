package io.understudy.compare.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceLimitTest {
  @Test
  void defaultLimitsNothing() {
    AcceptanceLimit none = AcceptanceLimit.none();
    assertThat(none.isNone()).isTrue();
    assertThat(none.rate()).isNull();
    assertThat(none.calls()).isEqualTo(Long.MAX_VALUE);
    assertThat(none.amount()).isNull();
    assertThat(none).hasToString("without limit");
  }

  @Test
  void partsAreIndependent() {
    AcceptanceLimit all =
        AcceptanceLimit.none().amount(new BigDecimal("2.50")).calls(3).rate(new BigDecimal("0.25"));
    assertThat(all.rate()).isEqualByComparingTo("0.25");
    assertThat(all.calls()).isEqualTo(3);
    assertThat(all.amount()).isEqualByComparingTo("2.5");
    assertThat(all.isNone()).isFalse();
    assertThat(AcceptanceLimit.none().calls(1).isNone()).isFalse();
    assertThat(AcceptanceLimit.none().rate(new BigDecimal("0.1")).isNone()).isFalse();
    assertThat(AcceptanceLimit.none().amount(BigDecimal.ONE).isNone()).isFalse();
  }

  @Test
  void laterValueReplacesTheEarlier() {
    assertThat(AcceptanceLimit.none().calls(5).calls(7).calls()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.1", "1", "1.000", "99"})
  void rateOutsideOfZeroToOneIsRefused(BigDecimal rate) {
    assertThatThrownBy(() -> AcceptanceLimit.none().rate(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a rate is a share of the verdicts, more than 0 and less than 1, not " + rate);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void numberOfCallsBelowOneIsRefused(long calls) {
    assertThatThrownBy(() -> AcceptanceLimit.none().calls(calls))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a limit of calls is 1 or more, not " + calls);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-0.01"})
  void amountThatIsNotPositiveIsRefused(BigDecimal amount) {
    assertThatThrownBy(() -> AcceptanceLimit.none().amount(amount))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a limit of an amount is more than 0, not " + amount);
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 0, 10",
    "0.01, 999, 10",
    "0.01, 1000, 10",
    "0.01, 1001, 11",
    "0.01, 100000, 1000",
    "0.0001, 0, 1",
    "0.000001, 5000000, 5",
    "0.5, 1001, 501",
  })
  void rateAllowsWholeCalls(BigDecimal rate, long verdicts, BigDecimal calls) {
    assertThat(AcceptanceLimit.callsOf(rate, verdicts)).isEqualByComparingTo(calls);
  }

  @Test
  void limitPrintsItsParts() {
    assertThat(AcceptanceLimit.none().rate(new BigDecimal("0.0005")))
        .hasToString("at most 0.05% of verdicts");
    assertThat(AcceptanceLimit.none().rate(new BigDecimal("0.5000")))
        .hasToString("at most 50% of verdicts");
    assertThat(AcceptanceLimit.none().amount(new BigDecimal("1E+3")))
        .hasToString("at most 1000 in sum a day");
    assertThat(AcceptanceLimit.none().calls(1).amount(new BigDecimal("0.10")))
        .hasToString("at most 1 call a day, 0.1 in sum a day");
  }

  @Test
  void limitsAreEqualByTheirParts() {
    AcceptanceLimit one = AcceptanceLimit.none().rate(new BigDecimal("0.10"));
    assertThat(one).isEqualTo(AcceptanceLimit.none().rate(new BigDecimal("0.1")));
    assertThat(one).hasSameHashCodeAs(AcceptanceLimit.none().rate(new BigDecimal("0.1")));
    assertThat(one).isNotEqualTo(one.calls(4)).isNotEqualTo(AcceptanceLimit.none());
    assertThat(one).isNotEqualTo("at most 10% of verdicts");
  }
}
