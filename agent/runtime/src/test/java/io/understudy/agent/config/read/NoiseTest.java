package io.understudy.agent.config.read;

import static io.understudy.agent.config.read.Refusals.callPoint;
import static io.understudy.agent.config.read.Refusals.top;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ConfigProblem;
import org.junit.jupiter.api.Test;

/** The share of repeated controls, and the warnings where it has no effect. */
class NoiseTest {
  private static Config config(String... lines) throws ConfigException {
    return ConfigLoader.parse("u.yaml", String.join("\n", lines));
  }

  @Test
  void idempotentCallPointsInheritTheShare() throws Exception {
    Config config =
        config(
            "noise: { repeat: 1% }",
            "calls:",
            "  - { name: a, control: a.Old#a, candidate: a.New#a }",
            "  - { name: b, control: a.Old#b, candidate: a.New#b, idempotent: true }",
            "  - { name: c, control: a.Old#c, candidate: a.New#c, idempotent: true,",
            "      noise: { repeat: 20% } }");

    assertThat(config.calls()).extracting(CallConfig::noise).containsExactly(0.0, 0.01, 0.2);
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void noiseWithoutIdempotentIsAWarning() throws Exception {
    Config config =
        config(
            "calls:",
            "  - { control: a.Old#a, candidate: a.New#a,",
            "      noise: { repeat: 1% } }");

    assertThat(config.calls().get(0).noise()).isZero();
    assertThat(config.warnings())
        .extracting(ConfigProblem::toString)
        .containsExactly(
            "u.yaml:3:14: calls[0].noise: has no effect: a control is called twice only if the"
                + " call point sets idempotent: true");
  }

  @Test
  void noiseForAllWithoutAnyIdempotentIsAWarning() throws Exception {
    Config config =
        config("noise: { repeat: 1% }", "calls: [ { control: a.Old#a, candidate: a.New#a } ]");

    assertThat(config.calls().get(0).noise()).isZero();
    assertThat(config.warnings())
        .extracting(ConfigProblem::toString)
        .containsExactly(
            "u.yaml:1:8: noise: has no effect: a control is called twice only if its call point"
                + " sets idempotent: true, and no call point does");
  }

  @Test
  void warningsDoNotChangeTheHash() throws Exception {
    String calls = "calls: [ { control: a.Old#a, candidate: a.New#a } ]";

    assertThat(config("noise: { repeat: 1% }", calls).hash()).isEqualTo(config(calls).hash());
  }

  @Test
  void share() {
    assertThat(top("noise: { repeat: 0.01 }"))
        .containsExactly(
            "u.yaml:1:18: noise.repeat: expected a share from 0% to 100%, found 0.01; write 1% for this share of all");
    assertThat(callPoint("noise: { repaet: 1% }", "idempotent: yes"))
        .containsExactly(
            "u.yaml:4:14: calls[0].noise.repaet: there is no such key here; did you mean \"repeat\"? Known here: repeat.",
            "u.yaml:5:17: calls[0].idempotent: expected true or false, found yes");
    assertThat(callPoint("noise: 1%"))
        .containsExactly("u.yaml:4:12: calls[0].noise: expected a mapping of keys, found 1%");
  }
}
