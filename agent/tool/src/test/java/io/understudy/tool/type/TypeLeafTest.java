package io.understudy.tool.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeLeafTest {
  private static List<String> steps(String path) {
    return PathPattern.parse(path).steps();
  }

  @ParameterizedTest
  @CsvSource({
    "/lines/*/sku, '', true",
    "/lines/*/sku, /lines, true",
    "/lines/*/sku, /lines/*, true",
    "/lines/*/sku, /lines/*/sku, true",
    "/lines/*/sku, /*/*/*, true",
    "/lines/*/sku, /*, true",
    "/lines/*/sku, /**, true",
    "/lines/*/sku, /**/sku, true",
    "/lines/*/sku, /**/*/sku, true",
    "/lines/*/sku, /lines/**, true",
    "/lines/*/sku, /lines/**/sku, true",
    "/lines/*/sku, /**/lines/**/sku, true",
    "/lines/*/sku, /lines/*/price, false",
    "/lines/*/sku, /line, false",
    "/lines/*/sku, /lines/*/sku/x, false",
    "/lines/*/sku, /*/*/*/*, false",
    "/lines/*/sku, /**/price, false",
    "/lines/*/sku, /lines/0/sku, false",
    "'', '', true",
    "'', /**, true",
    "'', /*, false",
  })
  void patternsThatCoverALeaf(String leaf, String pattern, boolean expected) {
    assertThat(new TypeLeaf(steps(leaf), StaticType.UNKNOWN).isCoveredBy(steps(pattern)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"a/b, /a~1b", "a~b, /a~0b", "~1, /~01", "'', /", "*, /*"})
  void textOfOneStep(String step, String text) {
    assertThat(new TypeLeaf(Collections.singletonList(step), StaticType.UNKNOWN)).hasToString(text);
  }

  @Property
  void everyAncestorAndItselfCovers(@ForAll("paths") List<String> leaf) {
    for (int length = 0; length <= leaf.size(); length++) {
      List<String> above = leaf.subList(0, length);
      assertThat(new TypeLeaf(leaf, StaticType.UNKNOWN).isCoveredBy(above)).isTrue();
    }
  }

  @Property
  void wildcardsInPlaceOfStepsCover(@ForAll("paths") List<String> leaf, @ForAll int seed) {
    List<String> pattern = new ArrayList<>();
    java.util.Random random = new java.util.Random(seed);
    for (String step : leaf) {
      int choice = random.nextInt(4);
      if (choice == 0) {
        pattern.add("**");
      }
      pattern.add(choice == 1 ? "*" : step);
    }

    assertThat(new TypeLeaf(leaf, StaticType.UNKNOWN).isCoveredBy(pattern)).isTrue();
  }

  @Property
  void longerPatternWithoutDoubleAsteriskDoesNotCover(@ForAll("paths") List<String> leaf) {
    List<String> longer = new ArrayList<>(leaf);
    longer.add("x");

    assertThat(new TypeLeaf(leaf, StaticType.UNKNOWN).isCoveredBy(longer)).isFalse();
  }

  @Provide
  Arbitrary<List<String>> paths() {
    return Arbitraries.of(Arrays.asList("a", "b", "*", "lines")).list().ofMaxSize(6);
  }
}
