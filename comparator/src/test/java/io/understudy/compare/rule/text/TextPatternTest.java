package io.understudy.compare.rule.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.BoundedText;
import java.util.Collections;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextPatternTest {
  private static TextPattern pattern(String regex) {
    return new TextPattern(Pattern.compile(regex));
  }

  private static String repeated(String text, int times) {
    return String.join("", Collections.nCopies(times, text));
  }

  @Test
  void wholeTextMatches() {
    assertThat(pattern("[0-9]+").matches("123")).isTrue();
    assertThat(pattern("[0-9]+").matches("a123")).isFalse();
    assertThat(pattern("[0-9]+").matches("")).isFalse();
    assertThat(pattern("").matches("")).isTrue();
  }

  @Test
  void patternThatTakesForeverFails() {
    assertThatThrownBy(() -> pattern("(a+)+\\1c").matches(repeated("a", 60) + "b"))
        .isInstanceOf(BoundedText.LimitExceeded.class)
        .hasMessage("the pattern takes too long for this text: simplify it");
  }

  @Test
  void patternThatRecursesTooDeepFails() {
    assertThatThrownBy(() -> pattern("(a|b)*c").matches(repeated("ab", 500_000)))
        .isInstanceOf(BoundedText.LimitExceeded.class);
  }

  @Test
  void equalByPatternAndFlags() {
    TextPattern plain = pattern("a");
    TextPattern flagged = new TextPattern(Pattern.compile("a", Pattern.CASE_INSENSITIVE));

    assertThat(plain).isEqualTo(pattern("a")).hasSameHashCodeAs(pattern("a")).hasToString("a");
    assertThat(plain).isNotEqualTo(flagged).isNotEqualTo("a");
    assertThat(flagged).hasToString("a (flags 2)");
  }
}
