package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.SourcePosition;
import io.understudy.agent.config.yaml.YamlNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitValueKindsTest {
  private static YamlNode.Scalar scalar(String text) {
    return new YamlNode.Scalar(SourcePosition.at("u.yaml", 1, 1), text, false);
  }

  @ParameterizedTest
  @CsvSource({
    "1us, 1000",
    "1ms, 1000000",
    "1.5ms, 1500000",
    "0.001ms, 1000",
    "2s, 2000000000",
    "2 s, 2000000000",
    "1m, 60000000000",
    "1h, 3600000000000",
    "1d, 86400000000000"
  })
  void duration(String text, long nanos) {
    assertThat(UnitValueKinds.duration("1us", "1d").read(scalar(text)).toNanos()).isEqualTo(nanos);
  }

  @ParameterizedTest
  @CsvSource({
    "1B, 1",
    "1KB, 1024",
    "1.5KB, 1536",
    "64MB, 67108864",
    "1GB, 1073741824",
    "1TB, 1099511627776"
  })
  void size(String text, long bytes) {
    assertThat(UnitValueKinds.size("1B", "1TB").read(scalar(text))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"0%, 0", "0.1%, 0.001", "25 %, 0.25", "99.99%, 0.9999", "100%, 1"})
  void share(String text, double share) {
    assertThat(UnitValueKinds.share().read(scalar(text))).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "999us | expected a duration from 1ms to 1h, found 999us",
        "61m | expected a duration from 1ms to 1h, found 61m",
        "2 | expected a duration from 1ms to 1h, found 2; add its unit, one of us, ms, s, m, h, d",
        "2S | expected a duration from 1ms to 1h, found 2S; write 2s",
        "2min | expected a duration from 1ms to 1h, found 2min; its unit is one of us, ms, s, m, h, d",
        "-2s | expected a duration from 1ms to 1h, found -2s, written as 500ms, 2s, 1m",
        "1e3ms | expected a duration from 1ms to 1h, found 1e3ms, written as 500ms, 2s, 1m"
      })
  void wrongDuration(String text, String message) {
    assertThatThrownBy(() -> UnitValueKinds.duration("1ms", "1h").read(scalar(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.5B | expected a size from 1B to 1TB, found 1.5B; use a smaller unit for a part of one",
        "1kb | expected a size from 1B to 1TB, found 1kb; write 1KB",
        "1MiB | expected a size from 1B to 1TB, found 1MiB; write 1MB",
        "1G | expected a size from 1B to 1TB, found 1G; write 1GB",
        "2TB | expected a size from 1B to 1TB, found 2TB",
        "0B | expected a size from 1B to 1TB, found 0B"
      })
  void wrongSize(String text, String message) {
    assertThatThrownBy(() -> UnitValueKinds.size("1B", "1TB").read(scalar(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.25 | expected a share from 0% to 100%, found 0.25; write 25% for this share of all",
        "25 | expected a share from 0% to 100%, found 25; write it with its sign, as in 25%",
        "-1 | expected a share from 0% to 100%, found -1; write it with its sign, as in 25%",
        "101% | expected a share from 0% to 100%, found 101%",
        "all | expected a share from 0% to 100%, found all"
      })
  void wrongShare(String text, String message) {
    assertThatThrownBy(() -> UnitValueKinds.share().read(scalar(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
