package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The file of {@code UNDERSTUDY_CONFIG}. */
class DefaultConfigurationTest {
  @Test
  void argumentComesFirst() {
    assertThat(ConfigLoader.withDefault("a.yaml;x=1", "b.yaml")).isEqualTo("a.yaml;x=1");
    assertThat(ConfigLoader.withDefault("a.yaml", null)).isEqualTo("a.yaml");
  }

  @Test
  void environmentNamesTheFileAndTheArgumentItsOverrides() {
    assertThat(ConfigLoader.withDefault(null, "b.yaml;y=2")).isEqualTo("b.yaml;y=2");
    assertThat(ConfigLoader.withDefault(";x=1", "b.yaml")).isEqualTo("b.yaml;x=1");
    assertThat(ConfigLoader.withDefault("", null)).isEmpty();
  }
}
