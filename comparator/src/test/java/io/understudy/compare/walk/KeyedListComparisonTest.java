package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.LegacyLine;
import io.understudy.compare.walk.SampleTypes.LegacyOrder;
import io.understudy.compare.walk.SampleTypes.Line;
import io.understudy.compare.walk.SampleTypes.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyedListComparisonTest {
  private static final ComparisonFixture BY_SKU =
      ComparisonFixture.under(Rules.builder().keyed(parse(""), "sku"));

  private static Object row(Object sku, int n) {
    return map("sku", sku, "n", n);
  }

  @Test
  void pairedInAnyOrder() {
    assertThat(BY_SKU.differences(list(row("A", 1), row("B", 2)), list(row("B", 2), row("A", 1))))
        .isEmpty();
  }

  @Test
  void differencesAreNamedByTheKey() {
    LegacyOrder control =
        new LegacyOrder("1", null, new LegacyLine("A", "1", 1), new LegacyLine("B", "2", 2));
    Order candidate = new Order("1", null, new Line("B", "2.5", 2), new Line("A", "1", 1));
    ComparisonFixture rules =
        ComparisonFixture.under(Rules.builder().keyed(parse("/lines"), "sku"));

    assertThat(rules.differences(control, candidate))
        .containsExactly("/lines[sku=B]/price VALUE: 2 / 2.5");
  }

  @Test
  void keyThatOneSideDoesNotHave() {
    assertThat(BY_SKU.differences(list(row("A", 1)), list(row("B", 1))))
        .containsExactly(
            "[sku=A] MISSING: java.util.LinkedHashMap / null",
            "[sku=B] EXTRA: null / java.util.LinkedHashMap");
  }

  @Test
  void sameKeySeveralTimes() {
    Object control = list(row("A", 1), row("A", 2), row("A", 3));

    assertThat(BY_SKU.differences(control, list(row("A", 3), row("A", 1), row("A", 2)))).isEmpty();
    assertThat(BY_SKU.differences(control, list(row("A", 3), row("A", 1), row("A", 7))))
        .containsExactly("[sku=A#2]/n VALUE: 2 / 7");
    assertThat(BY_SKU.differences(control, list(row("A", 3))))
        .containsExactly(
            "[sku=A] MISSING: java.util.LinkedHashMap / null",
            "[sku=A#2] MISSING: java.util.LinkedHashMap / null");
    assertThat(BY_SKU.differences(list(row("A", 1)), control)).hasSize(2);
  }

  @Test
  void elementsWithoutTheKeyAreCompared() {
    Object without = map("n", 1);

    assertThat(BY_SKU.differences(list(without, row("A", 1)), list(row("A", 1), without)))
        .isEmpty();
    assertThat(BY_SKU.differences(list(without), list()))
        .containsExactly("/0 MISSING: java.util.LinkedHashMap / null");
    assertThat(BY_SKU.differences(list(), list(row("A", 1), 7)))
        .containsExactly("[sku=A] EXTRA: null / java.util.LinkedHashMap", "/1 EXTRA: null / 7");
    assertThat(BY_SKU.differences(list((Object) null), list((Object) null))).isEmpty();
    assertThat(BY_SKU.differences(list((Object) null), list()))
        .containsExactly("/0 MISSING: null / null");
  }

  @Test
  void nullIsAKey() {
    assertThat(BY_SKU.differences(list(row("A", 1), map("sku", null)), list(row("A", 1))))
        .containsExactly("[sku=null] MISSING: java.util.LinkedHashMap / null");
  }

  @Test
  void keysOfOtherTypes() {
    assertThat(BY_SKU.differences(list(row(1, 1)), list(row(1L, 1)))).isEmpty();
    assertThat(BY_SKU.differences(list(row(list(1, 2), 1)), list(row(list(1, 2), 1)))).isEmpty();
    assertThat(BY_SKU.differences(list(row(list(1, 2), 1)), list(row(list(2, 1), 1)))).hasSize(2);
  }

  @Test
  void elementsOfASet() {
    assertThat(
            BY_SKU.differences(
                new LinkedHashSet<>(list(row("A", 1), row("B", 2))),
                new LinkedHashSet<>(list(row("B", 3), row("A", 1)))))
        .containsExactly("[sku=B]/n VALUE: 2 / 3");
  }

  @Test
  void toleratedPartOfAnElement() {
    ComparisonFixture rules =
        ComparisonFixture.under(
            Rules.builder()
                .keyed(parse(""), "sku")
                .tolerateAbsolute(parse("/*/n"), BigDecimal.ONE));

    assertThat(rules.differences(list(row("A", 1)), list(row("A", 2)))).isEmpty();
    assertThat(rules.differences(list(row("A", 1)), list(row("A", 3)))).hasSize(1);
  }

  @Test
  void thousandElementsInAnotherOrder() {
    List<Object> control = new ArrayList<>();
    List<Object> candidate = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      control.add(new LegacyLine("s" + i, i + ".0", i));
      candidate.add(new Line("s" + i, i + ".0", i == 500 ? 7 : i));
    }
    Collections.shuffle(candidate, new Random(9));

    assertThat(BY_SKU.differences(control, candidate))
        .containsExactly("[sku=s500]/quantity VALUE: 500 / 7");
  }

  @Test
  void severalPartsMakeOneKey() {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().keyed(RuleScope.parse(""), "sku", "site"));

    assertThat(
            comparing.differences(
                list(row("A", 1, "x"), row("A", 2, "y"), row("B", 1, "z")),
                list(row("B", 1, "z"), row("A", 2L, "Y"), row("A", 1, "x"))))
        .containsExactly("[sku=A,site=2]/text VALUE: y / Y");
    assertThat(comparing.differences(list(row("A", 1, "x")), list(row("A", 2, "x"))))
        .containsExactly(
            "[sku=A,site=1] MISSING: java.util.LinkedHashMap / null",
            "[sku=A,site=2] EXTRA: null / java.util.LinkedHashMap");
  }

  @Test
  void elementsWithoutOneOfSeveralPartsAreAMultiset() {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().keyed(RuleScope.parse(""), "sku", "site"));

    assertThat(
            comparing.differences(
                list(map("sku", "A"), map("site", 1)), list(map("site", 1), map("sku", "A"))))
        .isEmpty();
    assertThat(comparing.differences(list(map("sku", "A")), list(map("sku", "B")))).hasSize(2);
  }

  private static Object row(String sku, Object site, String text) {
    return map("sku", sku, "site", site, "text", text);
  }
}
