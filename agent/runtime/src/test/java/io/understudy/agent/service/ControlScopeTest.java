package io.understudy.agent.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlScopeTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Pricing, true",
    "com.acme.tax.Rates, true",
    "com.acme.next.Pricing, false",
    "com.acme.next.deep.Pricing, false",
    "com.acme.nexts.Pricing, true",
    "org.other.Pricing, false",
    "com.acmes.Pricing, false",
  })
  void packagesWithoutThoseOfTheCandidates(String className, boolean expected) {
    assertThat(ControlScope.of("com.acme", "com.acme.next").contains(className))
        .isEqualTo(expected);
  }

  @Test
  void withoutCandidatesAllClassesOfThePackages() {
    ControlScope scope = ControlScope.of("com.acme,org.other", null);

    assertThat(scope.contains("com.acme.next.Pricing")).isTrue();
    assertThat(scope.contains("org.other.Pricing")).isTrue();
    assertThat(scope.candidates()).isNull();
    assertThat(scope.packages()).hasToString("com.acme,org.other");
  }

  @Test
  void namesThatAreNoPackages() {
    assertThatThrownBy(() -> ControlScope.of("com acme", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"com acme\" is not the name of a package");
    assertThatThrownBy(() -> ControlScope.of("com.acme", "a..b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"a..b\" is not the name of a package");
  }
}
