package io.understudy.compare.explain;

import static io.understudy.compare.explain.ExplanationLines.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextExplanationsTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Ulm,Ulm ,padding",
        "Ulm, Ulm,surrounding whitespace",
        "Ulm,ULM,case",
        "STRASSE,stra\u00dfe,case and umlauts spelled out",
        "a b,ab,whitespace",
        "a\u00a0b,a b,whitespace",
        "\u00e9,e\u0301,unicode form",
        "a\u200bb,ab,invisible characters",
        "a\u00adb,ab,invisible characters",
        "a&amp;b,a&b,markup escapes",
        "&#228;,\u00e4,markup escapes",
        "&#xE4;,\u00e4,markup escapes",
        "a%20b,a b,url escapes",
        "a+b,a b,url escapes",
        "\\u00e4,\u00e4,backslash escapes",
        "it\u2019s,it's,typographic marks",
        "a\u2014b,a-b,typographic marks",
        "a\u2026,a...,typographic marks",
        "\ufb01n,fin,compatibility form",
        "caf\u00e9,cafe,accents",
        "M\u00fcller,Mueller,umlauts spelled out",
        "12-34,1234,separators",
        "Smith Ann,Ann Smith,words in another order",
        "a b,AB,case and whitespace",
        "a-b,AB,case and separators",
        "Caf\u00e9,CAFE,case and accents",
        "Smith ANN,ann smith,case and words in another order",
      })
  void spellingsShareAForm(String control, String candidate, String name) {
    assertThat(values(control, candidate)).isEqualTo(name);
    assertThat(values(candidate, control)).isEqualTo(name);
  }

  @Test
  void quotesAndEscapedLineEndsAreForms() {
    assertThat(values("\"a\"", "abc")).isEmpty();
    assertThat(values("\"abc\"", "abc")).isEqualTo("quotes");
    assertThat(values("'abc'", "abc")).isEqualTo("quotes");
    assertThat(values("'\"abc\"'", "abc")).isEmpty();
    assertThat(values("\"'abc'\"", "abc")).isEqualTo("quotes");
    assertThat(values("a\\nb", "a\nb")).isEqualTo("backslash escapes");
  }

  @Test
  void lineEndsAreAForm() {
    assertThat(values("a\r\nb", "a\nb")).isEqualTo("line ends");
    assertThat(values("a\rb", "a\nb")).isEqualTo("line ends");
  }

  /** Two texts that become empty in a form have nothing in common. */
  @Test
  void emptyFormsAreNotShared() {
    assertThat(values("-", "/")).isEmpty();
    assertThat(values(" ", "\t")).isEmpty();
    assertThat(values("\u200b", "\u00ad")).isEmpty();
  }

  @Test
  void unrelatedTextsHaveNoExplanation() {
    assertThat(values("Ulm", "Bonn")).isEmpty();
    assertThat(values("a&b;", "a&c;")).isEmpty();
    assertThat(values("100%", "100")).doesNotContain("url");
  }

  /** A reference that is no code point must not fail; it decodes to the replacement character. */
  @Test
  void invalidReferenceDoesNotFail() {
    assertThat(values("&#x110000;", "\ufffd")).isEqualTo("markup escapes");
    assertThat(values("&#9999999;", "x")).isEmpty();
    assertThat(values("%zz", "zz")).isEmpty();
    assertThat(values("a%2", "a")).isEqualTo("cut text by candidate");
  }

  /** {@code &amp;lt;} is an escaped {@code &lt;}, not an escaped {@code <}. */
  @Test
  void referencesAreDecodedOnce() {
    assertThat(TextEscapes.decodeMarkup("&amp;lt;")).isEqualTo("&lt;");
    assertThat(TextEscapes.decodeMarkup("no references")).isEqualTo("no references");
    assertThat(TextEscapes.decodeUrl("%C3%A4+%2B")).isEqualTo("\u00e4 +");
    assertThat(TextEscapes.decodeUrl("plain")).isEqualTo("plain");
    assertThat(TextEscapes.decodeBackslash("a\\tb\\\\")).isEqualTo("a\tb\\");
    assertThat(TextEscapes.decodeBackslash("plain")).isEqualTo("plain");
  }

  @Test
  void encodingMixupsAreFound() {
    String written = "M\u00fcller";
    String read = new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(values(written, read)).isEqualTo("encoding UTF-8 as ISO-8859-1");
    assertThat(values(read, written)).isEqualTo("encoding UTF-8 as ISO-8859-1");
    assertThat(values("M\u00fcller", "M?ller")).isEqualTo("encoding lost");
    assertThat(values("M\ufffdller", "M\u00fcller")).startsWith("encoding lost");
    assertThat(values("Muller", "M?ller")).isEmpty();
  }

  @Test
  void cutTextsAreFound() {
    assertThat(values("abcdef", "abc")).isEqualTo("cut text by candidate");
    assertThat(values("abc", "abcdef")).isEqualTo("cut text by control");
    assertThat(values("abcdefgh", "abc...")).isEqualTo("cut text by candidate");
    assertThat(values("abcdef", "abc\u2026")).isEqualTo("cut text by candidate");
    assertThat(values("abcdef", "def")).isEqualTo("cut at the front by candidate");
    assertThat(values("abcdef", "ef")).as("too short").isEmpty();
    assertThat(values("abcdef", "abc...")).as("as long").isEqualTo("cut text by candidate");
    assertThat(values("abc...", "abcd")).as("longer").isEqualTo("cut text by control");
    assertThat(values("abc\u2026", "abcd")).isEqualTo("cut text by control");
    assertThat(values("abcdef", "abc ...")).isEqualTo("cut text by candidate");
    assertThat(values("abcdef", "abc [...]")).isEqualTo("cut text by candidate");
    assertThat(values("abc...", "abd...")).isEmpty();
    assertThat(values("abcdef", "...")).as("only dots").isEmpty();
  }

  @Test
  void emptyTextIsNamed() {
    assertThat(values("", "abc")).isEqualTo("empty");
    assertThat(values("abc", "")).isEqualTo("empty");
  }

  @Test
  void transposedCharactersAreFound() {
    assertThat(values("Mueller", "Muleler")).isEqualTo("transposed characters");
    assertThat(values("ab", "ba")).isEqualTo("transposed characters");
    assertThat(values("abc", "cba")).isEmpty();
    assertThat(values("abXcd", "baXdc")).as("two transpositions").isEmpty();
  }

  /** The last letters differ only in case, but a text of this length is not searched for that. */
  @Test
  void veryLongTextsAreCheckedForTruncationOnly() {
    String text = repeat(17_000);
    assertThat(values(text + "b", text + "B")).isEmpty();
    assertThat(values(text + "b", text)).isEqualTo("cut text by candidate");
    assertThat(values(text, "")).isEqualTo("empty");
  }

  @Test
  void sameTextInAnotherTypeIsNamed() {
    assertThat(values("abc", new StringBuilder("abc"))).isEqualTo("text type");
    assertThat(values("a", 'a')).isEqualTo("text type");
  }

  @ParameterizedTest
  @CsvSource({
    "007, 7, leading zeros",
    "007, 07, leading zeros",
    "7, +7, plus sign",
    "700, 7E2, exponent",
    "7.0, 7, trailing zeros",
    "7.0, 7.00, trailing zeros",
    "'1,5', 1.5, decimal comma",
    "'1,234.50', 1234.50, grouping",
    "'1.234,50', 1234.50, grouping",
    "1'234, 1234, grouping",
    "12.34, 1234, factor 100",
    "12.5, -12.5, sign",
  })
  void numbersAsTexts(String control, String candidate, String name) {
    assertThat(values(control, candidate)).isEqualTo(name);
  }

  @Test
  void thousandsCommaMayBeADecimalCommaToo() {
    assertThat(values("1,234", "1.234")).isEqualTo("decimal comma");
    assertThat(values("1,234", "1234")).isEqualTo("grouping");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 20.11.2026, date format",
    "20261120, 2026-11-20, date format",
    "2026/11/20, 2026-11-20, date format",
    "11/20/2026, 2026-11-20, date format",
    "03/12/2026, 12/03/2026, day and month swapped",
    "2026-11-20, 2026-11-21, off by one day",
    "2026-11-20T10:00, 2026-11-20T10:00:00, date format",
    "2026-11-20T10:00Z, 2026-11-20T11:00+01:00, same instant",
    "2026-11-20T10:00Z, 2026-11-20T10:00, time zone left out",
  })
  void datesAsTexts(String control, String candidate, String name) {
    assertThat(values(control, candidate)).startsWith(name);
    assertThat(values(candidate, control)).startsWith(name);
  }

  @Test
  void impossibleDatesAreTexts() {
    assertThat(values("2026-02-31", "2026-02-30")).isEmpty();
    assertThat(values("2026-02-31T10:00", "2026-02-31T11:00")).isEmpty();
    assertThat(values("31.02.2026", "2026-02-31")).doesNotContain("date format");
  }

  private static String repeat(int length) {
    char[] text = new char[length];
    Arrays.fill(text, 'a');
    return new String(text);
  }
}
