package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.HostConfig;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HostReaderTest {
  private static CallConfig call(String candidate) throws Exception {
    return ConfigLoader.parse(
            "u.yaml", "calls: [ { control: a.Old#q, candidate: { " + candidate + " } } ]")
        .calls()
        .get(0);
  }

  private static void refuses(String candidate, String message) {
    assertThatThrownBy(() -> call(candidate))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  @Test
  void candidateInAnotherJvm() throws Exception {
    CallConfig call =
        call(
            "class: a.New, method: 'q(int)', host: '[::1]:7070', token-file: /t,"
                + " tls: { trust: /c.pem }");
    HostConfig host = Objects.requireNonNull(call.host());

    assertThat(call.candidate()).hasToString("a.New#q(int)");
    assertThat(host.host()).isEqualTo("::1");
    assertThat(host.port()).isEqualTo(7070);
    assertThat(host.address()).isEqualTo("[::1]:7070");
    assertThat(host.tokenFile()).isEqualTo("/t");
    assertThat(host.trust()).isEqualTo("/c.pem");
  }

  @Test
  void classOfTheSameNameIsAnotherOneThere() throws Exception {
    assertThat(call("class: a.Old, method: q, host: 'localhost:1'").candidate())
        .hasToString("a.Old#q");
  }

  @Test
  void otherMachinesNeedTokenAndTls() throws Exception {
    refuses(
        "class: a.New, method: q, host: 'pricing.example:7070'",
        "pricing.example:7070 is beyond this machine: set token-file and tls");
    refuses(
        "class: a.New, method: q, host: '10.0.0.1:7070', token-file: /t", "beyond this machine");
    assertThat(
            call("class: a.New, method: q, host: '10.0.0.1:7070', token-file: /t,"
                    + " tls: { trust: /c }")
                .host())
        .isNotNull();
  }

  @Test
  void wrongValuesAreNamed() {
    refuses("class: a.New, method: q, host: '7070'", "expected HOST:PORT such as 127.0.0.1:7070");
    refuses("class: a.New, method: q, token-file: /t", "candidate.token-file: has a meaning only");
    refuses("class: a.New, method: q, host: 'localhost:1', tls: {}", "candidate.tls.trust");
    refuses("class: java.lang.Math, method: abs, host: 'localhost:1'", "java.lang.Math");
  }

  @Test
  void mappingsOfArgumentsAreRefused() {
    for (String key :
        new String[] {
          "arguments: [/1, /0]", "types: { a.B: c.D }", "drop: ['/0/x']", "adapter: a.B#c"
        }) {
      String call =
          "control: a.Old#q, candidate: { class: a.New, method: q, host: 'localhost:1' }, " + key;
      assertThatThrownBy(() -> ConfigLoader.parse("u.yaml", "calls: [ { " + call + " } ]"))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("has no effect on a candidate with host:");
    }
  }

  @Test
  void hostsDistinguishConfigurations() throws Exception {
    String one = hash("class: a.New, method: q, host: 'localhost:1'");

    assertThat(hash("class: a.New, method: q, host: 'localhost:2'")).isNotEqualTo(one);
  }

  private static String hash(String candidate) throws Exception {
    return ConfigLoader.parse(
            "u.yaml", "calls: [ { control: a.Old#q, candidate: { " + candidate + " } } ]")
        .hash();
  }
}
