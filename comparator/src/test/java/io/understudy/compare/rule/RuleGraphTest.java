package io.understudy.compare.rule;

import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleGraphTest {
  private static @Nullable RuleNode at(Rules rules, String... steps) {
    RuleNode node = rules.root();
    for (String step : steps) {
      node = RuleNode.below(node, step);
    }
    return node;
  }

  private static Rules ignoring(String path) {
    return Rules.builder().ignore(parse(path)).build();
  }

  @Test
  void placesWithoutRulesHaveNoNode() {
    assertThat(Rules.none().root()).isNull();
    assertThat(at(ignoring("/a/b"), "x")).isNull();
    assertThat(at(ignoring("/a/b"), "a", "x")).isNull();
    assertThat(at(ignoring("/a/b"), "a", "b", "c")).isNull();
  }

  @Test
  void namesAndStars() {
    assertThat(RuleNode.ignores(at(ignoring("/a/b"), "a"))).isFalse();
    assertThat(RuleNode.ignores(at(ignoring("/a/b"), "a", "b"))).isTrue();
    assertThat(RuleNode.ignores(at(ignoring("/*/b"), "anything", "b"))).isTrue();
    assertThat(RuleNode.ignores(at(ignoring("")))).isTrue();
  }

  @Test
  void doubleStarMatchesAnyNumberOfSteps() {
    Rules rules = ignoring("/**/id");

    assertThat(RuleNode.ignores(at(rules, "id"))).isTrue();
    assertThat(RuleNode.ignores(at(rules, "a", "b", "id"))).isTrue();
    assertThat(RuleNode.ignores(at(rules, "a", "b"))).isFalse();
    assertThat(RuleNode.ignores(at(ignoring("/a/**"), "a"))).isTrue();
    assertThat(RuleNode.ignores(at(ignoring("/a/**/b/**/c"), "a", "x", "b", "b", "c"))).isTrue();
  }

  @Test
  void stepsThatNoRuleNamesLeadToOneNode() {
    RuleNode root = Rules.builder().ignore(parse("/**/id")).build().root();

    assertThat(root).isNotNull();
    assertThat(RuleNode.below(root, "one")).isSameAs(RuleNode.below(root, "two")).isSameAs(root);
  }

  @Test
  void closestRuleApplies() {
    Rules rules =
        Rules.builder()
            .tolerateAbsolute(parse("/**"), new BigDecimal("4"))
            .tolerateAbsolute(parse("/**/price"), new BigDecimal("3"))
            .tolerateAbsolute(parse("/lines/*/price"), new BigDecimal("2"))
            .tolerateAbsolute(parse("/lines/0/price"), new BigDecimal("1"))
            .build();

    assertThat(tolerance(rules, "lines", "0", "price")).isEqualTo("1");
    assertThat(tolerance(rules, "lines", "1", "price")).isEqualTo("2");
    assertThat(tolerance(rules, "price")).isEqualTo("3");
    assertThat(tolerance(rules, "lines", "0", "quantity")).isEqualTo("4");
    assertThat(tolerance(rules)).isEqualTo("4");
  }

  private static String tolerance(Rules rules, String... steps) {
    RuleNode node = at(rules, steps);
    Tolerance tolerance = node == null ? null : node.toleranceAlone();
    return String.valueOf(tolerance);
  }

  @Test
  void endIsCloserThanDoubleStar() {
    Rules rules =
        Rules.builder()
            .tolerateAbsolute(parse("/a/**"), new BigDecimal("2"))
            .tolerateAbsolute(parse("/a"), new BigDecimal("1"))
            .build();

    assertThat(tolerance(rules, "a")).isEqualTo("1");
  }

  @Test
  void closerOfKeyedAndUnorderedApplies() {
    Rules rules =
        Rules.builder().keyed(parse("/**/lines"), "sku").unordered(parse("/lines")).build();

    RuleNode here = at(rules, "lines");
    RuleNode below = at(rules, "order", "lines");
    assertThat(here).isNotNull();
    assertThat(here.unordered).isTrue();
    assertThat(here.keys).isEmpty();
    assertThat(below).isNotNull();
    assertThat(below.keys).containsExactly("sku");
    assertThat(below.unordered).isFalse();
  }

  @Test
  void toleranceBelowMakesAPlaceTolerant() {
    Rules rules =
        Rules.builder()
            .tolerateAbsolute(parse("/lines/*/price"), BigDecimal.ONE)
            .ignore(parse("/tags/*/id"))
            .build();

    RuleNode lines = at(rules, "lines");
    RuleNode tags = at(rules, "tags");
    assertThat(lines).isNotNull();
    assertThat(lines.tolerant).isTrue();
    assertThat(tags).isNotNull();
    assertThat(tags.tolerant).isFalse();
  }

  @Test
  void renameIsAnchoredWhereThePathsDiffer() {
    Rules rules = Rules.builder().rename(parse("/lines/*/a"), parse("/lines/*/b/c")).build();

    RuleNode line = at(rules, "lines", "7");
    assertThat(line).isNotNull();
    assertThat(line.renames).hasSize(1);
    assertThat(line.renames.get(0).control).containsExactly("a");
    assertThat(line.renames.get(0).candidate).containsExactly("b", "c");
  }

  @Test
  void renameBelowARenamedList() {
    Rules rules =
        Rules.builder()
            .rename(parse("/lines"), parse("/items"))
            .rename(parse("/lines/*/a"), parse("/items/*/b"))
            .build();

    RuleNode line = at(rules, "lines", "7");
    assertThat(line).isNotNull();
    assertThat(line.renames.get(0).candidate).containsExactly("b");
  }
}
