package io.understudy.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
  private static final List<String> KEYS = Arrays.asList("directory", "redact", "flush", "rotate");

  @Test
  void distances() {
    assertThat(NearestWord.distance("", "")).isZero();
    assertThat(NearestWord.distance("abc", "")).isEqualTo(3);
    assertThat(NearestWord.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestWord.distance("flush", "flsuh")).as("neighbours swapped").isEqualTo(1);
    assertThat(NearestWord.distance("ab", "ba")).isEqualTo(1);
  }

  @Test
  void nearestOfSeveral() {
    assertThat(NearestWord.nearest("directry", KEYS)).isEqualTo("directory");
    assertThat(NearestWord.nearest("REDACT", KEYS)).isEqualTo("redact");
    assertThat(NearestWord.nearest("rotat", KEYS)).isEqualTo("rotate");
  }

  @Test
  void nothingNear() {
    assertThat(NearestWord.nearest("xyz", KEYS)).isNull();
    assertThat(NearestWord.nearest("", KEYS)).isNull();
    assertThat(NearestWord.nearest("a", Collections.emptyList())).isNull();
    assertThat(NearestWord.didYouMean("xyz", KEYS)).isEmpty();
  }

  @Test
  void nameMangledByKotlin() {
    List<String> known = Arrays.asList("open", "find-TeEPt7o", "hidden$main");

    assertThat(NearestWord.nearest("find", known)).isEqualTo("find-TeEPt7o");
    assertThat(NearestWord.nearest("hidden", known)).isEqualTo("hidden$main");
    assertThat(NearestWord.nearest("fin", known)).isNull();
  }
}
