package io.understudy.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KEYS = Arrays.asList("directory", "redact", "flush", "rotate");

  @Test
  void distances() {
    assertThat(Nearest.distance("", "")).isZero();
    assertThat(Nearest.distance("abc", "")).isEqualTo(3);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("flush", "flsuh")).as("neighbours swapped").isEqualTo(1);
    assertThat(Nearest.distance("ab", "ba")).isEqualTo(1);
  }

  @Test
  void nearestOfSeveral() {
    assertThat(Nearest.nearest("directry", KEYS)).isEqualTo("directory");
    assertThat(Nearest.nearest("REDACT", KEYS)).isEqualTo("redact");
    assertThat(Nearest.nearest("rotat", KEYS)).isEqualTo("rotate");
  }

  @Test
  void nothingNear() {
    assertThat(Nearest.nearest("xyz", KEYS)).isNull();
    assertThat(Nearest.nearest("", KEYS)).isNull();
    assertThat(Nearest.nearest("a", Collections.emptyList())).isNull();
    assertThat(Nearest.didYouMean("xyz", KEYS)).isEmpty();
  }

  @Test
  void nameThatKotlinMadeOfIt() {
    List<String> known = Arrays.asList("open", "find-TeEPt7o", "hidden$main");

    assertThat(Nearest.nearest("find", known)).isEqualTo("find-TeEPt7o");
    assertThat(Nearest.nearest("hidden", known)).isEqualTo("hidden$main");
    assertThat(Nearest.nearest("fin", known)).isNull();
  }
}
