package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.ThrownException;
import io.understudy.compare.explain.Explanation;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.LegacyLine;
import io.understudy.value.Path;
import java.math.BigDecimal;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final Path PRICE = Path.root().part("lines").index(3).part("price");

  @Test
  void signatureHasNoIndexesAndNoValues() {
    assertThat(new Difference(PRICE, DifferenceKind.VALUE, 1, 2).signature())
        .isEqualTo("/lines/*/price · VALUE");
  }

  @Test
  void printedWithoutCodeOfTheApplication() {
    assertThat(new Difference(PRICE, DifferenceKind.TYPE, new LegacyLine("A", "1", 1), "x"))
        .hasToString(
            "/lines/3/price TYPE: io.understudy.compare.walk.SampleTypes$LegacyLine / \"x\" (String)");
  }

  @Test
  void printedWithItsReason() {
    assertThat(new Difference(Path.root(), DifferenceKind.OPAQUE, null, null, "it is a thread"))
        .hasToString("(root) OPAQUE: null / null (it is a thread)");
  }

  @Test
  void deltaOfNumbersOfAnyTypeIsExact() {
    assertThat(delta(new BigDecimal("1.20"), new BigDecimal("1.19"))).isEqualTo("-0.01");
    assertThat(delta(Long.MAX_VALUE, new BigDecimal("9223372036854775808"))).isEqualTo("1");
    assertThat(delta(0.5, 1)).isEqualTo("0.5");
  }

  @Test
  void deltaOfValuesThatAreNoNumbers() {
    assertThat(new Difference(PRICE, DifferenceKind.VALUE, "1", 2).delta()).isNull();
    assertThat(new Difference(PRICE, DifferenceKind.VALUE, null, 2).delta()).isNull();
    assertThat(new Difference(PRICE, DifferenceKind.VALUE, Double.NaN, 2).delta()).isNull();
    assertThat(
            new Difference(PRICE, DifferenceKind.VALUE, new BigDecimal("1E+2000000000"), 2).delta())
        .isNull();
    assertThat(
            new Difference(
                    PRICE,
                    DifferenceKind.EXCEPTION,
                    ThrownException.of(new IllegalStateException()),
                    2)
                .delta())
        .isNull();
  }

  private static String delta(Object control, Object candidate) {
    return String.valueOf(new Difference(PRICE, DifferenceKind.VALUE, control, candidate).delta());
  }

  @Test
  void acceptanceIsKeptWithOtherValues() {
    Difference accepted =
        new Difference(PRICE, DifferenceKind.OPAQUE, 1, 2, "it is a thread")
            .acceptedBy("ROUND-17")
            .between("one", "two");
    assertThat(accepted.acceptedBy()).isEqualTo("ROUND-17");
    assertThat(accepted.reason()).isEqualTo("it is a thread");
    assertThat(accepted.control()).isEqualTo("one");
  }

  @Test
  void comparisonPrintsTheNumberOfDifferences() {
    Comparison comparison = Differ.with(Rules.none()).compare(new int[] {1, 2}, new int[] {3, 4});

    assertThat(comparison)
        .hasToString("2 differences: [/0 VALUE: 1 / 3 (+2), /1 VALUE: 2 / 4 (+2, factor 2)]");
    assertThat(Differ.with(Rules.none()).compare(1, 1)).hasToString("equal");
  }

  private static String text(@Nullable Object control, @Nullable Object candidate) {
    return new Difference(Path.root(), DifferenceKind.VALUE, control, candidate).toString();
  }

  @Test
  void textsAreQuotedAndInvisibleCharactersEscaped() {
    assertThat(text("a\tb", "a b")).startsWith("(root) VALUE: \"a\\tb\" / \"a b\"");
    assertThat(text("a\u00a0b", "a\u200bb"))
        .startsWith("(root) VALUE: \"a\\u00a0b\" / \"a\\u200bb\"");
    assertThat(text("say \"x\"", "c:\\"))
        .startsWith("(root) VALUE: \"say \\\"x\\\"\" / \"c:\\\\\"");
    assertThat(text(String.join("", Collections.nCopies(300, "x")), "y"))
        .contains("xxx… (300)")
        .hasSizeLessThan(260);
  }

  @Test
  void deltaHasSeventeenDigits() {
    assertThat(text(0.1, 0.35)).contains("(+0.24999999999999997…)");
    assertThat(text(new BigDecimal("2.5"), new BigDecimal("-2.75"))).contains("(-5.25)");
    assertThat(text(1, new BigDecimal("1E+40"))).contains("(+1E+40…");
  }

  @Test
  void valuesWithTheSameTextPrintTheirTypes() {
    assertThat(text(1, 1L)).isEqualTo("(root) VALUE: 1 (Integer) / 1 (Long) (number type)");
    assertThat(text("1", 1)).contains("\"1\" / 1");
  }

  @Test
  void explanationsAreKeptWithOtherValues() {
    Difference difference =
        new Difference(Path.root(), DifferenceKind.VALUE, "ab", "AB").between("***", "***");

    assertThat(difference.explanations()).containsExactly(Explanation.of("case"));
    assertThat(difference.acceptedBy("A-1").explanations()).hasSize(1);
  }

  @Test
  void explanationsAreIdentifiedByTheirFirstWords() {
    Explanation explanation = Explanation.of("rounding HALF_UP/HALF_EVEN");

    assertThat(explanation.is("rounding")).isTrue();
    assertThat(explanation.is("rounding HALF_UP/HALF_EVEN")).isTrue();
    assertThat(explanation.is("round")).isFalse();
  }

  @Test
  void valueThatThrowsIsNotExplained() {
    CharSequence broken =
        new CharSequence() {
          @Override
          public int length() {
            return 1;
          }

          @Override
          public char charAt(int index) {
            throw new IllegalStateException();
          }

          @Override
          public CharSequence subSequence(int start, int end) {
            throw new IllegalStateException();
          }

          @Override
          public String toString() {
            throw new IllegalStateException();
          }
        };

    assertThat(new Difference(Path.root(), DifferenceKind.VALUE, broken, "a").explanations())
        .isEmpty();
  }
}
