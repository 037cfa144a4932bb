package com.recordstore.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TaxTableTest {
  @Test
  void rateOfACountry() {
    assertThat(TaxTable.tax(13.86, "Germany", null)).isEqualTo(2.63);
  }

  @Test
  void rateOfAState() {
    assertThat(TaxTable.tax(13.86, "USA", "CA")).isEqualTo(1.14);
  }

  @Test
  void stateWithoutARateOfItsOwnTakesTheCountrys() {
    assertThat(TaxTable.tax(13.86, "USA", "AZ")).isZero();
    assertThat(TaxTable.tax(10.00, "Canada", "AB")).isEqualTo(0.50);
  }

  @Test
  void halfACentGoesUp() {
    assertThat(TaxTable.tax(1.98, "Norway", null)).isEqualTo(0.50);
    assertThat(TaxTable.tax(5.94, "Norway", null)).isEqualTo(1.49);
  }

  @Test
  void unknownCountry() {
    assertThatThrownBy(() -> TaxTable.tax(1, "Atlantis", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No tax rate for Atlantis");
  }
}
