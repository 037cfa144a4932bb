package io.understudy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Subjects.LegacyLine;
import io.understudy.value.Path;
import java.math.BigDecimal;
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
        .hasToString("/lines/3/price TYPE: io.understudy.compare.Subjects$LegacyLine / x");
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
  void deltaIsNotToldWhereThereIsNone() {
    assertThat(new Difference(PRICE, DifferenceKind.VALUE, "1", 2).delta()).isNull();
    assertThat(new Difference(PRICE, DifferenceKind.VALUE, null, 2).delta()).isNull();
    assertThat(new Difference(PRICE, DifferenceKind.VALUE, Double.NaN, 2).delta()).isNull();
    assertThat(
            new Difference(PRICE, DifferenceKind.VALUE, new BigDecimal("1E+2000000000"), 2).delta())
        .isNull();
    assertThat(
            new Difference(
                    PRICE, DifferenceKind.EXCEPTION, Thrown.of(new IllegalStateException()), 2)
                .delta())
        .isNull();
  }

  private static String delta(Object control, Object candidate) {
    return String.valueOf(new Difference(PRICE, DifferenceKind.VALUE, control, candidate).delta());
  }

  @Test
  void acceptanceIsKeptWhenTheValuesAreShownInAnotherWay() {
    Difference accepted =
        new Difference(PRICE, DifferenceKind.OPAQUE, 1, 2, "it is a thread")
            .acceptedBy("ROUND-17")
            .between("one", "two");
    assertThat(accepted.acceptedBy()).isEqualTo("ROUND-17");
    assertThat(accepted.reason()).isEqualTo("it is a thread");
    assertThat(accepted.control()).isEqualTo("one");
  }

  @Test
  void comparisonSaysHowMany() {
    Comparison comparison = Differ.with(Rules.none()).compare(new int[] {1, 2}, new int[] {3, 4});

    assertThat(comparison).hasToString("2 differences: [/0 VALUE: 1 / 3, /1 VALUE: 2 / 4]");
    assertThat(Differ.with(Rules.none()).compare(1, 1)).hasToString("equal");
  }
}
