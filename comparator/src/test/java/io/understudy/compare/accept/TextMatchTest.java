package io.understudy.compare.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMatchTest {
  @Test
  void nothingMatchesOnlyNull() {
    assertThat(TextMatch.nothing().matches(null)).isTrue();
    for (Object other : Arrays.<Object>asList("", "null", 0, false, Optional.empty())) {
      assertThat(TextMatch.nothing().matches(other)).as("%s", other).isFalse();
    }
    assertThat(TextMatch.exactly("null").matches(null)).isFalse();
    assertThat(TextMatch.exactly("").matches(null)).isFalse();
    assertThat(TextMatch.exactly("").matches("")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, true",
    "100, 1E2, true",
    "1E2, 100, true",
    "100.0, 100, true",
    "-0, 0, true",
    "+5, 5, true",
    "0.1, 0.10, true",
    "0.1, 0.11, false",
    "' 5', 5, false",
    "0x5, 5, false",
    "five, 5, false",
  })
  void numberMatchesByValue(String text, BigDecimal value, boolean matches) {
    assertThat(TextMatch.exactly(text).matches(value)).isEqualTo(matches);
  }

  @Test
  void numberOfEveryTypeMatchesByValue() {
    for (Object two :
        Arrays.<Object>asList(
            (byte) 2, (short) 2, 2, 2L, 2f, 2d, BigInteger.valueOf(2), new BigDecimal("2.00"))) {
      assertThat(TextMatch.exactly("2").matches(two)).as("%s", two.getClass()).isTrue();
      assertThat(TextMatch.exactly("3").matches(two)).as("%s", two.getClass()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void numberThatIsNotFiniteMatchesItsText(String text) {
    assertThat(TextMatch.exactly(text).matches(Double.valueOf(text))).isTrue();
    assertThat(TextMatch.exactly(text).matches(1.0)).isFalse();
    assertThat(TextMatch.exactly("1").matches(Double.valueOf(text))).isFalse();
  }

  @Test
  void numberOfMoreThanAThousandDigitsMatchesByTextOnly() {
    String digits = digits(1_001);
    assertThat(TextMatch.exactly(digits).matches(new BigInteger(digits))).isTrue();
    assertThat(TextMatch.exactly(digits + ".0").matches(new BigInteger(digits))).isFalse();
    String fewer = digits(900);
    assertThat(TextMatch.exactly(fewer + ".0").matches(new BigInteger(fewer))).isTrue();
  }

  @Test
  void textIsNotANumber() {
    assertThat(TextMatch.exactly("2").matches("2.0")).isFalse();
    assertThat(TextMatch.exactly("2").matches("2")).isTrue();
    assertThat(TextMatch.exactly("2").matches('2')).isTrue();
  }

  @Test
  void scalarsMatchByTheirPlainText() {
    assertThat(TextMatch.exactly("true").matches(true)).isTrue();
    assertThat(TextMatch.exactly("SECONDS").matches(TimeUnit.SECONDS)).isTrue();
    assertThat(TextMatch.exactly("2026-11-20").matches(LocalDate.of(2026, 11, 20))).isTrue();
    assertThat(TextMatch.exactly("built").matches(new StringBuilder("built"))).isTrue();
  }

  @Test
  void valueWithPartsNeverMatches() {
    TextMatch any = TextMatch.like(Pattern.compile("(?s).*"));
    for (Object value :
        Arrays.<Object>asList(
            Collections.emptyList(),
            Collections.emptyMap(),
            Optional.of("x"),
            new int[] {1},
            new StringBuilder[0])) {
      assertThat(any.matches(value)).as("%s", value.getClass()).isFalse();
    }
    assertThat(any.matches("anything\nat all")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "[0-9]+, 17, true",
    "[0-9]+, 17x, false",
    "(?i)abc, ABC, true",
    "abc|x, x, true",
    "'', '', true",
    "a?, '', true",
  })
  void patternMatchesTheWholeText(String pattern, String value, boolean matches) {
    assertThat(TextMatch.like(Pattern.compile(pattern)).matches(value)).isEqualTo(matches);
  }

  @Test
  void patternMatchesNumbersByTheirText() {
    TextMatch cents = TextMatch.like(Pattern.compile("\\d+\\.\\d{2}"));
    assertThat(cents.matches(new BigDecimal("2.50"))).isTrue();
    assertThat(cents.matches(new BigDecimal("2.5"))).isFalse();
  }

  /** The limit counts characters read, so a plain pattern reads a text of about that length. */
  @Test
  void patternReadsOnlyALimitedNumberOfCharacters() {
    TextMatch letters = TextMatch.like(Pattern.compile("[a-z]+"));
    assertThat(letters.matches(repeat('a', TextMatch.MOST_STEPS / 2))).isTrue();
    assertThat(letters.matches(repeat('a', 2 * TextMatch.MOST_STEPS))).isFalse();
  }

  @Test
  void matchesAreEqualByTextAndPattern() {
    assertThat(TextMatch.exactly("a")).isEqualTo(TextMatch.exactly("a"));
    assertThat(TextMatch.exactly("a")).hasSameHashCodeAs(TextMatch.exactly("a"));
    assertThat(TextMatch.exactly("a")).isNotEqualTo(TextMatch.exactly("b"));
    assertThat(TextMatch.exactly("null")).isNotEqualTo(TextMatch.nothing());
    assertThat(like("a", 0)).isEqualTo(like("a", 0)).isNotEqualTo(TextMatch.exactly("a"));
    assertThat(like("a", Pattern.CASE_INSENSITIVE)).isNotEqualTo(like("a", 0));
  }

  @Test
  void matchPrintsInOneForm() {
    assertThat(TextMatch.nothing()).hasToString("null");
    assertThat(TextMatch.exactly("N/A")).hasToString("\"N/A\"");
    assertThat(like("[A-Z]+", 0)).hasToString("~ [A-Z]+");
    assertThat(like("[A-Z]+", Pattern.CASE_INSENSITIVE)).hasToString("~ [A-Z]+ (flags 2)");
  }

  private static TextMatch like(String pattern, int flags) {
    return TextMatch.like(Pattern.compile(pattern, flags));
  }

  private static String digits(int count) {
    return repeat('7', count);
  }

  private static String repeat(char c, int times) {
    char[] text = new char[times];
    Arrays.fill(text, c);
    return new String(text);
  }
}
