package io.understudy.report.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void ordinaryTextOfManyLanguages() {
    assertThat(VisibleText.line("Zürich, 東京, القاهرة, café ☕ 👍"))
        .isEqualTo("Zürich, 東京, القاهرة, café ☕ 👍");
  }

  @Test
  void charactersThatReorderOrHideText() {
    assertThat(VisibleText.line("a\u202Eb\u2066c\u200Bd\uFEFFe"))
        .isEqualTo("a\\u202Eb\\u2066c\\u200Bd\\uFEFFe");
  }

  @Test
  void charactersThatControlATerminal() {
    assertThat(VisibleText.line("\u001b[2Jx\u0007\u009b")).isEqualTo("\\u001B[2Jx\\u0007\\u009B");
  }

  @Test
  void linesAndTabs() {
    assertThat(VisibleText.line("a\nb\r\tc\u2028d")).isEqualTo("a\\nb\\r\\tc\\u2028d");
  }

  @Test
  void unpairedSurrogates() {
    assertThat(VisibleText.line("a\uD800b\uDC00")).isEqualTo("a\\uD800b\\uDC00");
  }

  @Test
  void otherSpacesThanTheSpace() {
    assertThat(VisibleText.line("a\u00A0b\u3000c\u3164d")).isEqualTo("a\\u00A0b\\u3000c\\u3164d");
  }

  @Test
  void privateUseAndTagCharacters() {
    assertThat(VisibleText.line("\uE000" + Character.toString(0xE0041)))
        .isEqualTo("\\uE000\\uDB40\\uDC41");
  }

  @Test
  void longTextIsCutWithItsLength() {
    assertThat(VisibleText.line("x".repeat(12_345), 10))
        .isEqualTo("xxxxxxxxxx… (cut: 12,345 characters in all)");
  }

  @Test
  void noCutInsideAPair() {
    assertThat(VisibleText.line("ab👍cd", 3)).isEqualTo("ab… (cut: 6 characters in all)");
  }

  @Property
  void nothingInvisibleIsLeft(@ForAll String text) {
    assertThat(VisibleText.line(text).codePoints())
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE);
  }
}
