package io.understudy.agent.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VariablesTest {
  private final Map<String, String> environment = new HashMap<>();
  private final ConfigProblems problems = new ConfigProblems();

  VariablesTest() {
    environment.put("HOME_DIR", "/srv/billing");
    environment.put("THREADS", "4");
    environment.put("EMPTY", "");
    environment.put("DOLLAR", "a$1\\b");
  }

  private String value(String written) {
    YamlNode tree = Objects.requireNonNull(YamlParser.ofFile("u.yaml", "k: " + written, problems));
    YamlNode.Mapping root =
        new Variables(environment::get, problems).expand((YamlNode.Mapping) tree);
    return root.entries().get(0).value().describe();
  }

  @Test
  void values() {
    assertThat(value("${HOME_DIR}/understudy")).isEqualTo("/srv/billing/understudy");
    assertThat(value("\"${THREADS}\"")).as("a number, also in quotes").isEqualTo("4");
    assertThat(value("${THREADS}${THREADS}")).isEqualTo("44");
    assertThat(value("${DOLLAR}")).isEqualTo("a$1\\b");
    assertThat(value("plain $1 text")).isEqualTo("plain $1 text");
  }

  @Test
  void defaults() {
    assertThat(value("${GONE:-/tmp/x}")).isEqualTo("/tmp/x");
    assertThat(value("${EMPTY:-7}")).as("as in a shell").isEqualTo("7");
    assertThat(value("${GONE:-}x")).isEqualTo("x");
    assertThat(value("${THREADS:-9}")).isEqualTo("4");
  }

  @Test
  void escape() {
    assertThat(value("'$${THREADS}'")).isEqualTo("${THREADS}");
  }

  @Test
  void listsMappingsAndAliases() {
    YamlNode tree =
        Objects.requireNonNull(
            YamlParser.ofFile("u.yaml", "a: &x [\"${THREADS}\"]\nb: *x\n${K}: 1", problems));
    YamlNode.Mapping root =
        new Variables(environment::get, problems).expand((YamlNode.Mapping) tree);
    YamlNode a = root.entries().get(0).value();
    assertThat(((YamlNode.Sequence) a).items().get(0).describe()).isEqualTo("4");
    assertThat(root.entries().get(1).value()).isSameAs(a);
    assertThat(root.entries().get(2).key().text()).as("keys stay").isEqualTo("${K}");
  }

  @Test
  void unsetVariableIsAProblem() {
    value("${GONE}/x");
    assertThatThrownBy(
            () -> {
              throw problems.asException();
            })
        .hasMessage(
            "u.yaml:1:4: k: the environment variable GONE is not set; set it for this JVM, or give a"
                + " default: ${GONE:-default}");
  }

  @Test
  void brokenVariableIsAProblem() {
    value("'${THREADS'");
    value("'${1}'");
    assertThat(problems.isEmpty()).isFalse();
  }
}
