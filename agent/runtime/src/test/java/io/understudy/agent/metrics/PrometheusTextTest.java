package io.understudy.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.util.internal.logging.InternalLogger;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrometheusTextTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private String page() {
    return PrometheusText.of(registry.getMeters());
  }

  @Test
  void noMetersGiveAnEmptyPage() {
    assertThat(page()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-3, -3",
    "9007199254740991, 9007199254740991",
    "9007199254740992, 9.007199254740992E15",
    "0.25, 0.25",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void numbers(double value, String text) {
    Gauge.builder("g", () -> value).strongReference(true).register(registry);
    assertThat(page()).isEqualTo("# TYPE g gauge\ng " + text + "\n");
  }

  @Test
  void counterHasTheSuffixTotalAndItsUnit() {
    Counter.builder("sent.data").baseUnit("bytes").register(registry).increment(3);
    assertThat(page()).isEqualTo("# TYPE sent_data_bytes_total counter\nsent_data_bytes_total 3\n");
  }

  @Test
  void timerIsASummaryInSeconds() {
    Timer.builder("latency")
        .tag("side", "control")
        .register(registry)
        .record(Duration.ofMillis(1_500));
    assertThat(page())
        .startsWith("# TYPE latency_seconds summary\n")
        .contains("latency_seconds_count{side=\"control\"} 1\n")
        .contains("latency_seconds_sum{side=\"control\"} 1.5\n");
  }

  @Test
  void helpAndLabelsAreEscaped() {
    Gauge.builder("g", () -> 1)
        .strongReference(true)
        .description("a \\ b\nc")
        .tag("x", "\"q\" \\ \n")
        .register(registry);
    assertThat(page())
        .isEqualTo("# HELP g a \\\\ b\\nc\n# TYPE g gauge\ng{x=\"\\\"q\\\" \\\\ \\n\"} 1\n");
  }

  @Test
  void silentLogger() {
    InternalLogger logger = new QuietLoggerFactory().newInstance("a.B");
    logger.warn("text {}", "x", new IllegalStateException());
    assertThat(logger.name()).isEqualTo("a.B");
    assertThat(logger.isErrorEnabled()).isFalse();
  }
}
