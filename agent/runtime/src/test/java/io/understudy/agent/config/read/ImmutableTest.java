package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import org.junit.jupiter.api.Test;

/** The classes under {@code immutable:}; a call point adds to those at the top level. */
class ImmutableTest {
  private static Config config(String... lines) throws ConfigException {
    return ConfigLoader.parse("u.yaml", String.join("\n", lines));
  }

  @Test
  void callPointAddsToTheTopLevel() throws Exception {
    Config config =
        config(
            "immutable: [com.acme.Money]",
            "calls:",
            "  - { control: a.Old#a, candidate: a.New#a, immutable: [com.acme.Rate] }",
            "  - { control: a.Old#b, candidate: a.New#b }");

    assertThat(config.calls().get(0).immutable())
        .containsExactly("com.acme.Money", "com.acme.Rate");
    assertThat(config.calls().get(1).immutable()).containsExactly("com.acme.Money");
  }
}
