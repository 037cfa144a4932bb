package io.understudy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Subjects.LegacyLine;
import io.understudy.value.Path;
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
  void comparisonSaysHowMany() {
    Comparison comparison = Differ.with(Rules.none()).compare(new int[] {1, 2}, new int[] {3, 4});

    assertThat(comparison).hasToString("2 differences: [/0 VALUE: 1 / 3, /1 VALUE: 2 / 4]");
    assertThat(Differ.with(Rules.none()).compare(1, 1)).hasToString("equal");
  }
}
