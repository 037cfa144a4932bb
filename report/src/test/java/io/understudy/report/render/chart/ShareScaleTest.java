package io.understudy.report.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ShareScaleTest {
  @Test
  void roundTicksFromTheTop() {
    ShareScale scale = ShareScale.downTo(0.982);
    assertThat(scale.ticks().stream().map(scale::label))
        .containsExactly("100.0 %", "99.5 %", "99.0 %", "98.5 %", "98.0 %");
    assertThat(scale.of(1)).isEqualTo(1);
    assertThat(scale.of(0.98)).isCloseTo(0, within(1e-9));
    assertThat(scale.of(0.5)).isZero();
  }

  @Test
  void scaleDownToZero() {
    ShareScale scale = ShareScale.downTo(0);
    assertThat(scale.label(scale.ticks().get(0))).isEqualTo("100 %");
    assertThat(scale.of(0)).isZero();
  }

  @Property
  void everyShareFitsAndTicksAreFew(@ForAll @DoubleRange(min = 0, max = 1) double least) {
    ShareScale scale = ShareScale.downTo(least);
    assertThat(scale.ticks()).hasSizeBetween(2, 6);
    assertThat(scale.of(least)).isBetween(0.0, 1.0);
    assertThat(scale.ticks().stream().map(scale::label)).doesNotHaveDuplicates();
  }
}
