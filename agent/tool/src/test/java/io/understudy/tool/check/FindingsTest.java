package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings();

  @Test
  void factsBeforeRemarksWhichStandOnce() {
    findings.warning("late");
    findings.error("gone");
    findings.warning("late");
    findings.fact("control", "a.B#c");
    findings.fact("", "more");
    findings.error("gone");

    assertThat(findings.lines())
        .containsExactly(
            "control    a.B#c", "           more", "warning    late", "error      gone");
    assertThat(findings.errors()).containsExactly("gone");
  }

  @Test
  void onlyErrorsPreventTheFit() {
    findings.fact("control", "a.B#c");
    findings.warning("late");
    assertThat(findings.fits()).isTrue();

    findings.error("gone");
    assertThat(findings.fits()).isFalse();
  }

  @Test
  void resultsAreCopies() {
    findings.error("gone");
    findings.errors().clear();
    findings.lines().clear();

    assertThat(findings.errors()).hasSize(1);
    assertThat(findings.lines()).hasSize(1);
  }
}
