package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void ordinaryTextOfTheWorld() {
    assertThat(Visible.line("Zürich, 東京, القاهرة, café ☕ 👍"))
        .isEqualTo("Zürich, 東京, القاهرة, café ☕ 👍");
  }

  @Test
  void whatReordersOrHides() {
    assertThat(Visible.line("a\u202Eb\u2066c\u200Bd\uFEFFe"))
        .isEqualTo("a\\u202Eb\\u2066c\\u200Bd\\uFEFFe");
  }

  @Test
  void whatDrivesATerminal() {
    assertThat(Visible.line("\u001b[2Jx\u0007\u009b")).isEqualTo("\\u001B[2Jx\\u0007\\u009B");
  }

  @Test
  void linesAndTabs() {
    assertThat(Visible.line("a\nb\r\tc\u2028d")).isEqualTo("a\\nb\\r\\tc\\u2028d");
  }

  @Test
  void surrogatesWithoutPartner() {
    assertThat(Visible.line("a\uD800b\uDC00")).isEqualTo("a\\uD800b\\uDC00");
  }

  @Test
  void blanksThatAreNotTheBlank() {
    assertThat(Visible.line("a\u00A0b\u3000c\u3164d")).isEqualTo("a\\u00A0b\\u3000c\\u3164d");
  }

  @Test
  void privateUseAndTagCharacters() {
    assertThat(Visible.line("\uE000" + Character.toString(0xE0041)))
        .isEqualTo("\\uE000\\uDB40\\uDC41");
  }

  @Test
  void longTextIsCutWithItsLength() {
    assertThat(Visible.line("x".repeat(12_345), 10))
        .isEqualTo("xxxxxxxxxx… (cut: 12,345 characters in all)");
  }

  @Test
  void noCutInsideAPair() {
    assertThat(Visible.line("ab👍cd", 3)).isEqualTo("ab… (cut: 6 characters in all)");
  }

  @Property
  void nothingInvisibleIsLeft(@ForAll String text) {
    assertThat(Visible.line(text).codePoints())
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE);
  }
}
