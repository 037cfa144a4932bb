package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ErrorPolicy;
import org.junit.jupiter.api.Test;

/** The effect of a broken configuration on the application (L1). */
class OnErrorTest {
  private static ErrorPolicy of(Refusals.Loading loading) {
    return catchThrowableOfType(ConfigException.class, loading::load).onError();
  }

  @Test
  void disableIsTheDefault() {
    assertThat(of(() -> ConfigLoader.parse("u.yaml", "x: 1"))).isEqualTo(ErrorPolicy.DISABLE);
    assertThat(of(() -> ConfigLoader.load("no-such.yaml"))).isEqualTo(ErrorPolicy.DISABLE);
    assertThat(of(() -> ConfigLoader.load(null))).isEqualTo(ErrorPolicy.DISABLE);
  }

  @Test
  void failInAFileWithOtherProblems() {
    assertThat(of(() -> ConfigLoader.parse("u.yaml", "x: 1\non-error: fail")))
        .isEqualTo(ErrorPolicy.FAIL);
  }

  @Test
  void failAsOverrideOfAnUnreadableFile() {
    assertThat(of(() -> ConfigLoader.load("no-such.yaml;on-error=fail")))
        .isEqualTo(ErrorPolicy.FAIL);
    assertThat(of(() -> ConfigLoader.parse("u.yaml", "a: [", "on-error=fail")))
        .isEqualTo(ErrorPolicy.FAIL);
  }

  @Test
  void unknownWord() {
    assertThat(of(() -> ConfigLoader.parse("u.yaml", "on-error: failed")))
        .isEqualTo(ErrorPolicy.DISABLE);
  }
}
