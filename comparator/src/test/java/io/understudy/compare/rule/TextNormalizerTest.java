package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.rule.text.CaseFolding;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextNormalizerTest {
  private static boolean same(String a, String b, TextRule... rules) {
    TextNormalizer form = TextNormalizer.of(RuleScope.everywhere(), rules);
    return form.folded(form.clean(a)).equals(form.folded(form.clean(b)));
  }

  @Test
  void caseFoldsFully() {
    assertThat(same("STRASSE", "stra\u00dfe", TextRule.IGNORE_CASE)).isTrue();
    assertThat(same("STRA\u1e9eE", "stra\u00dfe", TextRule.IGNORE_CASE)).isTrue();
    assertThat(same("\ufb01ne", "FINE", TextRule.IGNORE_CASE)).isTrue();
    assertThat(same("\u03a3\u0391\u03a3", "\u03c3\u03b1\u03c2", TextRule.IGNORE_CASE)).isTrue();
    assertThat(same("\u03c3\u03b1\u03c3", "\u03c3\u03b1\u03c2", TextRule.IGNORE_CASE)).isTrue();
    assertThat(same("273 \u212a", "273 k", TextRule.IGNORE_CASE)).isTrue();
    assertThat(same("a", "b", TextRule.IGNORE_CASE)).isFalse();
    assertThat(same("a", "\u00e1", TextRule.IGNORE_CASE)).isFalse();
  }

  @Test
  void turkishLettersFoldAsInUnicode() {
    assertThat(same("I", "i", TextRule.IGNORE_CASE)).isTrue();
    assertThat(same("\u0131", "I", TextRule.IGNORE_CASE)).isFalse();
    assertThat(same("\u0131", "i", TextRule.IGNORE_CASE)).isFalse();
    assertThat(same("D\u0131\u015e", "d\u0131\u015f", TextRule.IGNORE_CASE)).isTrue();
    assertThat(same("\u0130", "i", TextRule.IGNORE_CASE)).isFalse();
    assertThat(same("\u0130", "i\u0307", TextRule.IGNORE_CASE)).isTrue();
  }

  @Test
  void turkishLocaleFoldsTheSame() {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      assertThat(same("TITLE", "title", TextRule.IGNORE_CASE)).isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void foldingTwiceIsFoldingOnce() {
    for (int c = 0; c < 0x10000; c++) {
      if (!Character.isSurrogate((char) c)) {
        String folded = CaseFolding.of(String.valueOf((char) c));
        assertThat(CaseFolding.of(folded)).as("U+%04X", c).isEqualTo(folded);
      }
    }
  }

  @Test
  void whiteSpaceOfUnicode() {
    assertThat(same("a", "\u2003a\u00a0\u3000\t", TextRule.TRIM)).isTrue();
    assertThat(same("", " \n\u0085", TextRule.TRIM)).isTrue();
    assertThat(same("a", "a\u0000", TextRule.TRIM)).isFalse();
    assertThat(same("a", "\ufeffa", TextRule.TRIM)).isFalse();
    assertThat(same("a b", "a\u00a0\r\n b", TextRule.COLLAPSE_WHITESPACE)).isTrue();
    assertThat(same("ab", "a b", TextRule.COLLAPSE_WHITESPACE)).isFalse();
    assertThat(same("a", " a", TextRule.COLLAPSE_WHITESPACE)).isFalse();
    assertThat(same("a b", "  a   b ", TextRule.TRIM, TextRule.COLLAPSE_WHITESPACE)).isTrue();
  }

  @Test
  void normalForms() {
    assertThat(same("\u00e9", "e\u0301", TextRule.NFC)).isTrue();
    assertThat(same("x\u00b2", "x2", TextRule.NFC)).isFalse();
    assertThat(same("x\u00b2", "x2", TextRule.NFKC)).isTrue();
    assertThat(same("\u00c9", "e\u0301", TextRule.NFC, TextRule.IGNORE_CASE)).isTrue();
  }

  @Test
  void noTextRule() {
    assertThatThrownBy(() -> TextNormalizer.of(RuleScope.parse("/a")))
        .hasMessage("text /a: say what does not count, such as ignore-case or trim");
  }

  @Test
  void bothNormalForms() {
    assertThatThrownBy(() -> TextNormalizer.of(RuleScope.parse("/a"), TextRule.NFC, TextRule.NFKC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "contradictory: nfc and nfkc in text /a (a text has one normal form; nfkc includes"
                + " nfc)");
  }
}
