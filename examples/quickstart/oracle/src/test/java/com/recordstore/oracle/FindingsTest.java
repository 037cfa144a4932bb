package com.recordstore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings();

  @Test
  void equalValuesAreNotNoted() {
    findings.same("/a", "x", "x");
    findings.same("/b", null, null);
    findings.money("/c", 0.1 + 0.2, new BigDecimal("0.30"));
    findings.day("/d", Date.valueOf("2009-01-01"), LocalDate.of(2009, 1, 1));

    assertThat(findings.places()).isEmpty();
  }

  @Test
  void differencesAreNotedOncePerPlace() {
    findings.same("/a", "x", null);
    findings.same("/*", 1, 2);
    findings.same("/*", 3, 4);
    findings.money("", 1.49, new BigDecimal("1.48"));
    findings.day("/d", Date.valueOf("2009-01-01"), LocalDate.of(2009, 1, 2));

    assertThat(findings.places()).containsExactly("/* VALUE", "/a VALUE", "/d VALUE", "VALUE");
  }

  @Test
  void amountsApartByAMillionthAreEqual() {
    findings.money("", 1, new BigDecimal("1.000001"));
    assertThat(findings.places()).isEmpty();

    findings.money("", 1, new BigDecimal("1.0000011"));
    assertThat(findings.places()).containsExactly("VALUE");
  }
}
