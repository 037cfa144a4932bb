package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ConfigProblem;
import io.understudy.agent.config.OrderConfig;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static Config config(String... lines) throws ConfigException {
    return ConfigLoader.parse("u.yaml", String.join("\n", lines));
  }

  private static OrderConfig order(String order) throws ConfigException {
    return config("calls: [ { control: a.Old#a, candidate: a.New#a, order: " + order + " } ]")
        .calls()
        .get(0)
        .order();
  }

  @Test
  void formsOfTheKey() throws Exception {
    assertThat(order("any").isAny()).isTrue();
    assertThat(order("thread").source()).isEqualTo(OrderConfig.Source.THREAD);
    assertThat(order("{ key: thread, group: imports }").group()).isEqualTo("imports");

    OrderConfig argument = order("{ key: /arguments/2/account/id, group: accounts }");
    assertThat(argument.source()).isEqualTo(OrderConfig.Source.ARGUMENT);
    assertThat(argument.argument()).isEqualTo(2);
    assertThat(argument.steps()).containsExactly("account", "id");
    assertThat(argument).hasToString("/arguments/2/account/id in accounts");

    OrderConfig receiver = order("{ key: this/a~1b }");
    assertThat(receiver.source()).isEqualTo(OrderConfig.Source.RECEIVER);
    assertThat(receiver.steps()).containsExactly("a/b");
    assertThat(receiver.group()).isNull();
  }

  @Test
  void limitsAndTheirDefaults() throws Exception {
    String calls = "calls: [ { control: a.Old#a, candidate: a.New#a } ]";
    assertThat(config(calls).replay().order()).hasToString("10000 keys, 1000 calls each");
    assertThat(config("replay: { order: { keys: 7, calls: 8 } }", calls).replay().order())
        .hasToString("7 keys, 8 calls each");
  }

  @Test
  void orderIsPartOfTheConfigurationHash() throws Exception {
    String any = "calls: [ { control: a.Old#a, candidate: a.New#a } ]";
    String thread = "calls: [ { control: a.Old#a, candidate: a.New#a, order: thread } ]";
    assertThat(config(any).hash()).isNotEqualTo(config(thread).hash());
    assertThat(config(any.replace(" } ]", ", order: any } ]")).hash())
        .isEqualTo(config(any).hash());
  }

  @Test
  void sampleBelowOneIsAWarning() throws Exception {
    Config config =
        config(
            "calls:", "  - { control: a.Old#a, candidate: a.New#a, sample: 10%, order: thread }");
    assertThat(config.warnings())
        .extracting(ConfigProblem::toString)
        .containsExactly(
            "u.yaml:2:65: calls[0].order: with a sample below 100% most calls follow a break: a"
                + " call that is not sampled is not replayed either. Remove sample from this call"
                + " point");
  }

  @Test
  void messagesSayWhatToWrite() {
    assertThat(
            Refusals.refusals(
                    "calls: [ { control: a.Old#a, candidate: a.New#a, order: /arguments/0 } ]")
                .toString())
        .contains("write order: { key: /arguments/0 }");
    assertThat(
            Refusals.refusals(
                    "calls: [ { control: a.Old#a, candidate: a.New#a, order: { key: /id } } ]")
                .toString())
        .contains(
            "expected thread, or a path without wildcards such as /arguments/0/customer/id or"
                + " this/account/id, found \"/id\"");
  }
}
