package io.understudy.compare.rule.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.BoundedText;
import java.util.Collections;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextMaskTest {
  private static final TextMask DIGITS = new TextMask(Pattern.compile("[0-9]+"));

  private static boolean same(TextMask mask, String a, String b) {
    return mask.of(a).equals(mask.of(b));
  }

  @Test
  void eachMatchIsOneMark() {
    assertThat(same(DIGITS, "job 17 of 20", "job 4 of 5")).isTrue();
    assertThat(same(DIGITS, "1-2", "1")).isFalse();
    assertThat(same(DIGITS, "12", "1")).isTrue();
    assertThat(same(DIGITS, "a", "a1")).isFalse();
    assertThat(same(DIGITS, "a", "a")).isTrue();
  }

  @Test
  void emptyMatchIsNotMasked() {
    TextMask maybe = new TextMask(Pattern.compile("[0-9]*"));

    assertThat(same(maybe, "a1b", "a22b")).isTrue();
    assertThat(same(maybe, "ab", "a1b")).isFalse();
    assertThat(maybe.of("ab")).isEqualTo("ab");
  }

  @Test
  void markInATextIsEscaped() {
    String marked = DIGITS.of("1");

    assertThat(same(DIGITS, "1", marked)).isFalse();
    assertThat(same(DIGITS, "\uffff", "1")).isFalse();
    assertThat(same(DIGITS, "\uffff1", "\uffff2")).isTrue();
  }

  @Test
  void exponentialPatternReachesTheLimit() {
    TextMask slow = new TextMask(Pattern.compile("(a+)+\\1c"));
    String text = String.join("", Collections.nCopies(60, "a"));

    assertThatThrownBy(() -> slow.of(text)).isInstanceOf(BoundedText.LimitExceeded.class);
    assertThat(slow.of("b")).isEqualTo("b");
  }

  @Test
  void patternThatRecursesTooDeepReachesTheLimit() {
    TextMask deep = new TextMask(Pattern.compile("(a|b)*c"));
    String text = String.join("", Collections.nCopies(200_000, "ab"));

    assertThatThrownBy(() -> deep.of(text)).isInstanceOf(BoundedText.LimitExceeded.class);
  }

  @Test
  void longTextIsMasked() {
    String text = String.join(" ", Collections.nCopies(100_000, "17"));

    assertThat(same(DIGITS, text, text.replace("17", "4"))).isTrue();
  }

  @Test
  void printedWithItsFlags() {
    assertThat(DIGITS).hasToString("[0-9]+");
    assertThat(new TextMask(Pattern.compile("a", Pattern.CASE_INSENSITIVE)))
        .hasToString("a (flags 2)")
        .isNotEqualTo(new TextMask(Pattern.compile("a")));
    assertThat(DIGITS).isEqualTo(new TextMask(Pattern.compile("[0-9]+")));
  }
}
