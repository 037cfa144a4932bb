package io.understudy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigSourceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "understudy.yaml | understudy.yaml | ''",
        "/etc/a b.yaml;replay.threads=4 | /etc/a b.yaml | replay.threads=4",
        " a.yaml ; replay.threads = 4 ;; on-error=fail; | a.yaml | replay.threads = 4;on-error=fail",
        "a.yaml;x=1;x=2 | a.yaml | x=2",
        "a.yaml;x=a=b | a.yaml | x=a=b",
        "a.yaml;flag | a.yaml | flag",
        "'' | '' | ''",
        ";x=1 | '' | x=1",
        "; | '' | ''"
      })
  void argumentIsAFileAndOverrides(String argument, String file, String overrides) {
    ConfigSource source = ConfigSource.of(argument);
    assertThat(source.file()).isEqualTo(file);
    assertThat(source.overrides()).isEqualTo(overrides);
    assertThat(ConfigSource.of(source.argument()).argument()).isEqualTo(source.argument());
  }

  @Test
  void overridesOfTheStartHoldForLaterFiles() {
    ConfigSource next = ConfigSource.of("a.yaml;x=1;y=2").then("b.yaml;y=3;z=4");
    assertThat(next.argument()).isEqualTo("b.yaml;x=1;y=3;z=4");
    assertThat(next.then("c.yaml").argument()).isEqualTo("c.yaml;x=1;y=3;z=4");
  }

  @Test
  void laterFileDoesNotChangeTheEarlierSource() {
    ConfigSource first = ConfigSource.of("a.yaml;x=1");
    first.then("b.yaml;x=2");
    assertThat(first.argument()).isEqualTo("a.yaml;x=1");
  }
}
