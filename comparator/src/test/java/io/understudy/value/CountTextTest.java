package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTextTest {
  @Test
  void onlyOneIsSingular() {
    assertThat(CountText.of(0, "call")).isEqualTo("0 calls");
    assertThat(CountText.of(1, "call")).isEqualTo("1 call");
    assertThat(CountText.of(2, "call")).isEqualTo("2 calls");
    assertThat(CountText.of(1, "entry", "entries")).isEqualTo("1 entry");
    assertThat(CountText.of(3, "entry", "entries")).isEqualTo("3 entries");
  }
}
