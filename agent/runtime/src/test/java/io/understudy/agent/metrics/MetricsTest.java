package io.understudy.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.PageCounts;
import io.understudy.journal.Fate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  private final CallPoint point = Calls.point(Object.class, "hashCode", Object.class, "hashCode");
  private final Metrics metrics = new Metrics("1.0", Collections.singletonList(point));

  @Test
  void fatesAndCallsInFlight() {
    Calls.call(point).end(Fate.MATCHED, null);
    Calls.call(point).end(Fate.DROPPED, "queue full (calls)");
    Call inFlight = Calls.call(point);
    assertThat(lines("understudy_calls_total{"))
        .hasSize(Fate.values().length)
        .contains(
            "understudy_calls_total{fate=\"matched\",point=\"quote\"} 1",
            "understudy_calls_total{fate=\"dropped\",point=\"quote\"} 1",
            "understudy_calls_total{fate=\"mismatched\",point=\"quote\"} 0");
    assertThat(lines("understudy_intercepted_total{"))
        .containsExactly("understudy_intercepted_total{point=\"quote\"} 3");
    assertThat(lines("understudy_in_flight{"))
        .containsExactly("understudy_in_flight{point=\"quote\"} 1");
    assertThat(inFlight.isClaimed()).isFalse();
  }

  @Test
  void totalsIncludeRetiredPages() {
    Calls.call(point).end(Fate.MATCHED, null);
    point.ledger().turn(60_000);
    point.ledger().pages().forEach(page -> PageCounts.of(page).written());
    point.ledger().retire();
    assertThat(point.ledger().pages()).hasSize(1);
    Calls.call(point).end(Fate.MATCHED, null);
    assertThat(lines("understudy_calls_total{fate=\"matched\""))
        .containsExactly("understudy_calls_total{fate=\"matched\",point=\"quote\"} 2");
  }

  @Test
  void latenciesAreSummariesInSeconds() {
    point.ledger().page().control().record(1_500_000_000L);
    point.ledger().page().control().record(500_000_000L);
    point.ledger().page().candidate().record(250_000_000L);
    PageCounts.of(point.ledger().page()).written();
    assertThat(lines("understudy_latency_seconds"))
        .containsExactlyInAnyOrder(
            "understudy_latency_seconds_count{point=\"quote\",side=\"caller\"} 0",
            "understudy_latency_seconds_sum{point=\"quote\",side=\"caller\"} 0",
            "understudy_latency_seconds_count{point=\"quote\",side=\"candidate\"} 1",
            "understudy_latency_seconds_sum{point=\"quote\",side=\"candidate\"} 0.25",
            "understudy_latency_seconds_count{point=\"quote\",side=\"control\"} 2",
            "understudy_latency_seconds_sum{point=\"quote\",side=\"control\"} 2");
    assertThat(lines("understudy_latency_max_seconds{point=\"quote\",side=\"control\"}"))
        .containsExactly("understudy_latency_max_seconds{point=\"quote\",side=\"control\"} 1.5");
    assertThat(page()).contains("# TYPE understudy_latency_seconds summary");
  }

  @Test
  void sheddingIsAGauge() {
    point.shed("breaker open");
    assertThat(lines("understudy_shedding"))
        .containsExactly("understudy_shedding{point=\"quote\"} 1");
    point.shed(null);
    assertThat(lines("understudy_shedding"))
        .containsExactly("understudy_shedding{point=\"quote\"} 0");
  }

  @Test
  void gaugesOfTheStages() {
    metrics
        .gauge("understudy.queue.calls", null, "Calls that wait", () -> 7)
        .gauge("understudy.queue.size", "bytes", "What they hold", () -> 3_000_000_000L);
    assertThat(page())
        .contains(
            "# HELP understudy_queue_calls Calls that wait\n"
                + "# TYPE understudy_queue_calls gauge\n"
                + "understudy_queue_calls 7\n"
                + "# HELP understudy_queue_size_bytes What they hold\n"
                + "# TYPE understudy_queue_size_bytes gauge\n"
                + "understudy_queue_size_bytes 3000000000\n");
  }

  @Test
  void labelsAreEscaped() {
    Metrics odd = new Metrics("1\"\\\n", Collections.emptyList());
    assertThat(odd.page()).contains("version=\"1\\\"\\\\\\n\"");
  }

  private List<String> lines(String start) {
    return Arrays.stream(page().split("\n"))
        .filter(line -> line.startsWith(start))
        .collect(Collectors.toList());
  }

  private String page() {
    return metrics.page();
  }
}
