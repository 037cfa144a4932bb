package io.understudy.agent.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PackageNamesTest {
  @Test
  void packagesAndSubpackages() {
    PackageNames packages = PackageNames.parse("com.acme.billing.*, com.acme.tax");

    assertThat(packages.contain("com.acme.billing.Pricing")).isTrue();
    assertThat(packages.contain("com.acme.tax.eu.Rates")).isTrue();
    assertThat(packages.contain("com.acme.taxes.Rates")).isFalse();
    assertThat(packages.contain("com.acme.tax")).isFalse();
    assertThat(packages.names()).containsExactly("com.acme.billing", "com.acme.tax");
  }

  @Test
  void namesThatAreNoPackages() {
    assertThatThrownBy(() -> PackageNames.parse("com.acme,"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PackageNames.parse("com/acme"))
        .hasMessage("\"com/acme\" is not the name of a package");
  }
}
