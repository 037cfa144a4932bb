package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ErrorPolicy;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.MetricsConfig;
import io.understudy.value.Bounds;
import io.understudy.value.PathPattern;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

public class ConfigDefaultsTest {
  public static final String SHORTEST =
      "calls:\n  - { control: com.acme.Old#quote, candidate: com.acme.New#quote }\n";

  static final String DESIGN =
      String.join(
          "\n",
          "application: billing",
          "journal:",
          "  directory: /var/lib/understudy          # created; one file per JVM and day",
          "  redact: [\"/**/ssn\", \"/**/card/number\"]  # never reaches the disk",
          "replay:",
          "  threads: 3",
          "  queue: { calls: 1024, bytes: 32MB }",
          "  timeout: 3s",
          "calls:",
          "  - name: quote",
          "    control: com.acme.legacy.PricingService#quote(com.acme.Cart, int)",
          "    candidate: com.acme.next.Pricing#quote",
          "    sample: 100%",
          "    compare:",
          "      ignore: [\"/quotedAt\"]",
          "      tolerate: { \"/total\": 0.005, \"/rate\": 1e-9 relative }",
          "      unordered: [\"/tags\"]",
          "      keyed: { \"/lines\": sku }            # pair list elements by a part",
          "      rename: { \"/customerName\": \"/customer/name\" }",
          "");

  @Test
  void absentKeysHaveDefaults() throws Exception {
    Config config = ConfigLoader.parse("understudy.yaml", SHORTEST);

    assertThat(config.application()).isEqualTo("application");
    assertThat(config.onError()).isEqualTo(ErrorPolicy.DISABLE);
    assertThat(config.journal().directory()).isEqualTo(Paths.get("understudy"));
    assertThat(config.journal().redact()).isEmpty();
    assertThat(config.journal().flush()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.journal().rotateBytes()).isEqualTo(256L * 1024 * 1024);
    assertThat(config.journal().examplesPerHour()).isEqualTo(10);
    assertThat(config.replay().threads()).isEqualTo(2);
    assertThat(config.replay().queueCalls()).isEqualTo(4096);
    assertThat(config.replay().queueBytes()).isEqualTo(8L * 1024 * 1024);
    assertThat(config.replay().queueAge()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.budget().cpu()).isEqualTo(0.25);
    assertThat(config.budget().caller()).isEqualTo(0.01);
    assertThat(config.replay().timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.replay().completion()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.replay().stuck()).isEqualTo(8);
    assertThat(config.replay().drain()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.replay().comparison()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.replay().allocation()).isZero();
    assertThat(config.replay().stop()).isTrue();
    assertThat(config.snapshot()).hasToString(Bounds.DEFAULT.toString());
    assertThat(config.metrics().prometheus()).isNull();
    assertThat(config.calls()).hasSize(1);
    CallConfig call = config.calls().get(0);
    assertThat(call.name()).isEqualTo("Old#quote");
    assertThat(call.control()).isEqualTo(new MethodRef("com.acme.Old", "quote", null));
    assertThat(call.candidate()).isEqualTo(new MethodRef("com.acme.New", "quote", null));
    assertThat(call.factory()).isNull();
    assertThat(call.sample()).isEqualTo(1.0);
    assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(call.completion()).isEqualTo(Duration.ofSeconds(30));
    assertThat(call.bounds()).hasToString(Bounds.DEFAULT.toString());
    assertThat(call.rules().arguments()).isFalse();
    assertThat(call.argumentsStated()).isFalse();
    assertThat(call.effectiveRules().arguments()).isTrue();
    assertThat(call.ruleLines(true)).containsExactly("mode value", "arguments after the call");
    assertThat(call.ruleLines(false)).containsExactly("mode value");
    assertThat(call.idempotent()).isFalse();
    assertThat(call.noise()).isZero();
    assertThat(call.ruleLines()).containsExactly("mode value");
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void exampleOfTheDesign() throws Exception {
    Config config = ConfigLoader.parse("understudy.yaml", DESIGN);

    assertThat(config.application()).isEqualTo("billing");
    assertThat(config.journal().directory()).isEqualTo(Paths.get("/var/lib/understudy"));
    assertThat(config.journal().redact())
        .containsExactly(PathPattern.parse("/**/ssn"), PathPattern.parse("/**/card/number"));
    assertThat(config.replay().threads()).isEqualTo(3);
    assertThat(config.replay().queueCalls()).isEqualTo(1024);
    assertThat(config.replay().queueBytes()).isEqualTo(32L << 20);
    CallConfig call = config.calls().get(0);
    assertThat(call)
        .hasToString(
            "quote: com.acme.legacy.PricingService#quote(com.acme.Cart, int)"
                + " -> com.acme.next.Pricing#quote");
    assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(call.ruleLines())
        .containsExactly(
            "mode value",
            "ignore /quotedAt",
            "keyed /lines by sku",
            "rename /customerName to /customer/name",
            "tolerate /rate within 1E-9 relative",
            "tolerate /total within 0.005",
            "unordered /tags");
  }

  @Test
  void everyKeyGiven() throws Exception {
    Config config =
        ConfigLoader.parse(
            "understudy.yaml",
            String.join(
                "\n",
                "application: billing-2",
                "on-error: fail",
                "journal:",
                "  directory: journal",
                "  redact: [/a]",
                "  flush: 500ms",
                "  rotate: { size: 1.5GB }",
                "  examples-per-hour: 0",
                "replay:",
                "  threads: 4",
                "  queue: { calls: 10, bytes: 16KB }",
                "  timeout: 1m",
                "  completion: 2m",
                "  stuck: 0",
                "  drain: 0s",
                "  comparison: 3s",
                "  allocation: 200MB",
                "  stop: false",
                "  properties: [java.awt.headless, com.acme.*]",
                "snapshot: { nodes: 10, bytes: 2KB, time: 5ms }",
                "metrics: { prometheus: { host: localhost, port: 0 } }",
                "calls:",
                "  - name: a",
                "    control: Old#quote(int..., String[][])",
                "    candidate: New$Inner#quote",
                "    factory: New#create()",
                "    sample: 12.5%",
                "    timeout: 250ms",
                "    completion: 90s",
                "    snapshot: { nodes: 11 }",
                "    idempotent: true",
                "    noise: { repeat: 2.5% }",
                "    compare:",
                "      mode: exact",
                "      exceptions: { message: true }",
                "      arguments: true",
                ""));

    assertThat(config.application()).isEqualTo("billing-2");
    assertThat(config.onError()).isEqualTo(ErrorPolicy.FAIL);
    assertThat(config.journal().directory()).isEqualTo(Paths.get("journal"));
    assertThat(config.journal().redact()).containsExactly(PathPattern.parse("/a"));
    assertThat(config.journal().flush()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.journal().rotateBytes()).isEqualTo(3L << 29);
    assertThat(config.journal().examplesPerHour()).isZero();
    assertThat(config.replay().threads()).isEqualTo(4);
    assertThat(config.replay().queueCalls()).isEqualTo(10);
    assertThat(config.replay().queueBytes()).isEqualTo(16_384);
    assertThat(config.replay().timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.replay().completion()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.replay().stuck()).isZero();
    assertThat(config.replay().properties()).containsExactly("java.awt.headless", "com.acme.*");
    assertThat(config.replay().drain()).isZero();
    assertThat(config.replay().comparison()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.replay().allocation()).isEqualTo(200L << 20);
    assertThat(config.replay().stop()).isFalse();
    assertThat(config.snapshot()).hasToString("10 nodes, 2048 bytes, 5000 us");
    MetricsConfig.Prometheus prometheus =
        Objects.requireNonNull(config.metrics().prometheus(), "prometheus");
    assertThat(prometheus.host()).isEqualTo("localhost");
    assertThat(prometheus.port()).isZero();
    CallConfig call = config.calls().get(0);
    assertThat(call.control()).hasToString("Old#quote(int[], java.lang.String[][])");
    assertThat(call.candidate().className()).isEqualTo("New$Inner");
    assertThat(call.factory()).hasToString("New#create()");
    assertThat(call.sample()).isEqualTo(0.125);
    assertThat(call.timeout()).isEqualTo(Duration.ofMillis(250));
    assertThat(call.completion()).isEqualTo(Duration.ofSeconds(90));
    assertThat(call.bounds()).hasToString("11 nodes, 2048 bytes, 5000 us");
    assertThat(call.rules().arguments()).isTrue();
    assertThat(call.argumentsStated()).isTrue();
    assertThat(call.idempotent()).isTrue();
    assertThat(call.noise()).isEqualTo(0.025);
    assertThat(call.ruleLines())
        .containsExactly(
            "mode exact", "arguments after the call", "exception message /** compared");
  }

  @Test
  void prometheusWithoutKeysListensOnLoopback() throws Exception {
    Config config = ConfigLoader.parse("f", "metrics: { prometheus: {} }\n" + SHORTEST);

    MetricsConfig.Prometheus prometheus =
        Objects.requireNonNull(config.metrics().prometheus(), "prometheus");
    assertThat(prometheus.host()).isEqualTo("127.0.0.1");
    assertThat(prometheus.port()).isEqualTo(9464);
  }

  /** An explicit false differs from an absent key, for which the method decides. */
  @Test
  void argumentsSetToFalse() throws Exception {
    CallConfig call =
        ConfigLoader.parse(
                "u.yaml",
                "calls: [ { control: a.Old#q, candidate: a.New#q, compare: { arguments: false } } ]")
            .calls()
            .get(0);
    assertThat(call.argumentsStated()).isTrue();
    assertThat(call.effectiveRules().arguments()).isFalse();
    assertThat(call.ruleLines(false)).containsExactly("mode value");
  }

  /** A rename keeps the place at which it is anchored. */
  @Test
  void rulesWithArgumentsAreTheSameRules() throws Exception {
    CallConfig call =
        ConfigLoader.parse(
                "u.yaml",
                "calls: [ { control: a.Old#q, candidate: a.New#q,"
                    + " compare: { rename: { /a: /b/c }, ignore: [/d] } } ]")
            .calls()
            .get(0);
    assertThat(call.effectiveRules().describe())
        .containsExactly(
            "mode value", "ignore /d", "rename /a to /b/c", "arguments after the call");
    assertThat(call.rules().describe())
        .containsExactly("mode value", "ignore /d", "rename /a to /b/c");
  }
}
