package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Crate;
import io.understudy.compare.walk.SampleTypes.Link;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenameRuleTest {
  private static RulesBuilder renaming(String... paths) {
    RulesBuilder rules = Rules.builder();
    for (int i = 0; i < paths.length; i += 2) {
      rules.rename(parse(paths[i]), parse(paths[i + 1]));
    }
    return rules;
  }

  private static ComparisonFixture under(String... paths) {
    return ComparisonFixture.under(renaming(paths));
  }

  @Test
  void renamedPart() {
    ComparisonFixture rules = under("/content", "/inside");

    assertThat(rules.differences(new Box(1), new Crate(1))).isEmpty();
    assertThat(rules.differences(new Box(1), new Crate(2)))
        .containsExactly("/content VALUE: 1 / 2");
    assertThat(rules.differences(new Box(null), new Crate(null))).isEmpty();
  }

  @Test
  void renamedPartThatIsMissing() {
    assertThat(under("/content", "/inside").differences(new Box(1), new Object()))
        .containsExactly("/content MISSING: 1 / null");
  }

  @Test
  void oldNameOnTheCandidateIsExtra() {
    assertThat(under("/a", "/b").differences(map("a", 1), map("a", 1, "b", 1)))
        .containsExactly("/a EXTRA: null / 1");
    assertThat(under("/a", "/b").differences(map("a", 1), map("a", 1)))
        .containsExactly("/a MISSING: 1 / null", "/a EXTRA: null / 1");
  }

  @Test
  void newNameOnTheControlIsMissing() {
    assertThat(under("/a", "/b").differences(map("a", 1, "b", 2), map("b", 1)))
        .containsExactly("/b MISSING: 2 / null");
  }

  @Test
  void newPartWithoutAnOldOneIsExtra() {
    assertThat(under("/a", "/b").differences(map(), map("b", 1)))
        .containsExactly("/a EXTRA: null / 1");
  }

  @Test
  void swappedNames() {
    ComparisonFixture rules = under("/a", "/b", "/b", "/a");

    assertThat(rules.differences(map("a", 1, "b", 2), map("b", 1, "a", 2))).isEmpty();
    assertThat(rules.differences(map("a", 1, "b", 2), map("a", 1, "b", 2))).hasSize(2);
  }

  @Test
  void flatToNested() {
    ComparisonFixture rules = under("/customerName", "/customer/name");

    assertThat(rules.differences(map("customerName", "Ada"), map("customer", map("name", "Ada"))))
        .isEmpty();
    assertThat(
            rules.differences(
                map("customerName", "Ada"), map("customer", map("name", "Bob", "id", 7))))
        .containsExactly("/customerName VALUE: Ada / Bob", "/customer/id EXTRA: null / 7");
    assertThat(rules.differences(map("customerName", "Ada"), map("customer", map())))
        .containsExactly("/customerName MISSING: Ada / null");
  }

  @Test
  void flatToNestedBelowNull() {
    ComparisonFixture rules = under("/customerName", "/customer/name");

    assertThat(rules.differences(map("customerName", null), map("customer", null))).isEmpty();
    assertThat(rules.differences(map("customerName", "Ada"), map("customer", null)))
        .containsExactly("/customerName VALUE: Ada / null");
    assertThat(
            rules.differences(
                map("customerName", "Ada"), map("customer", Optional.of(map("name", "Ada")))))
        .isEmpty();
  }

  @Test
  void nestedToFlat() {
    ComparisonFixture rules = under("/customer/name", "/customerName");
    Object candidate = map("customerName", "Ada");

    assertThat(rules.differences(map("customer", map("name", "Ada")), candidate)).isEmpty();
    assertThat(rules.differences(map("customer", map("name", "Bob")), candidate))
        .containsExactly("/customer/name VALUE: Bob / Ada");
    assertThat(rules.differences(map("customer", map("name", "Ada", "id", 7)), candidate))
        .containsExactly("/customer/id MISSING: 7 / null");
    assertThat(rules.differences(map("customer", map()), candidate))
        .containsExactly("/customer/name EXTRA: null / Ada");
    assertThat(rules.differences(map("customer", null), candidate))
        .containsExactly("/customer/name EXTRA: null / Ada");
    assertThat(rules.differences(map("customer", null), map("customerName", null))).isEmpty();
    assertThat(rules.differences(map("customer", "Ada"), candidate))
        .containsExactly("/customer MISSING: Ada / null", "/customer/name EXTRA: null / Ada");
  }

  @Test
  void nestedToNestedBesideOtherParts() {
    ComparisonFixture rules = under("/customer/name", "/customer/title");

    assertThat(
            rules.differences(
                map("customer", map("name", "Ada", "id", 7)),
                map("customer", map("title", "Ada", "id", 8))))
        .containsExactly("/customer/id VALUE: 7 / 8");
  }

  @Test
  void movedOutOfARenamedObject() {
    ComparisonFixture rules = under("/a", "/b", "/a/x", "/x");

    assertThat(rules.differences(map("a", map("x", 1, "y", 2)), map("b", map("y", 2), "x", 1)))
        .isEmpty();
    assertThat(
            rules.differences(map("a", map("x", 1, "y", 2)), map("b", map("y", 3, "x", 4), "x", 5)))
        .containsExactlyInAnyOrder(
            "/a/x VALUE: 1 / 5", "/a/y VALUE: 2 / 3", "/a/x EXTRA: null / 4");
  }

  @Test
  void insideLists() {
    ComparisonFixture rules = under("/lines/*/a", "/lines/*/b/c");
    Object control = map("lines", list(map("a", 1), map("a", 2)));

    assertThat(
            rules.differences(
                control, map("lines", list(map("b", map("c", 1)), map("b", map("c", 2))))))
        .isEmpty();
    assertThat(
            rules.differences(
                control, map("lines", list(map("b", map("c", 1)), map("b", map("c", 3))))))
        .containsExactly("/lines/1/a VALUE: 2 / 3");
  }

  @Test
  void renamedListAndItsElements() {
    ComparisonFixture rules = under("/lines", "/items", "/lines/*/a", "/items/*/b");

    assertThat(rules.differences(map("lines", list(map("a", 1))), map("items", list(map("b", 1)))))
        .isEmpty();
  }

  @Test
  void anywhere() {
    ComparisonFixture rules = under("/**/value", "/**/next2", "/**/next", "/**/value2");
    Object candidate = map("next2", 1, "value2", map("next2", 2, "value2", null));

    assertThat(rules.differences(map("value", 1, "next", map("value", 2, "next", null)), candidate))
        .isEmpty();
  }

  @Test
  void ringUnderARenameAnywhere() {
    Link ring = new Link(1, null);
    ring.next = ring;
    RulesBuilder rules = renaming("/**/nothing", "/**/nowhere");

    assertThat(ComparisonFixture.under(rules).differences(ring, ring)).isEmpty();
  }

  @Test
  void ignoredAndToleratedUnderTheControlsName() {
    assertThat(
            ComparisonFixture.under(renaming("/a", "/b").ignore(parse("/a")))
                .differences(map("a", 1), map("b", 2)))
        .isEmpty();
    assertThat(
            ComparisonFixture.under(
                    renaming("/a", "/b").tolerateAbsolute(parse("/a"), BigDecimal.ONE))
                .differences(map("a", 1), map("b", 2)))
        .isEmpty();
  }

  @Test
  void keyUnderAnotherName() {
    RulesBuilder rules = renaming("/*/sku", "/*/article").keyed(parse(""), "sku");

    assertThat(
            ComparisonFixture.under(rules)
                .differences(
                    list(map("sku", "A", "n", 1), map("sku", "B", "n", 2)),
                    list(map("article", "B", "n", 2), map("article", "A", "n", 9))))
        .containsExactly("[sku=A]/n VALUE: 1 / 9");
  }

  @Test
  void unorderedElementsWithRenamedParts() {
    RulesBuilder rules = renaming("/*/a", "/*/b/c").unordered(parse(""));
    Set<Object> candidate = new HashSet<>();
    candidate.add(map("b", map("c", 1)));
    candidate.add(map("b", map("c", 2)));

    assertThat(
            ComparisonFixture.under(rules)
                .differences(
                    list(map("a", 2), map("a", 1), map("a", 3)),
                    list(map("b", map("c", 1)), map("b", map("c", 3)), map("b", map("c", 2)))))
        .isEmpty();
  }

  @Test
  void mapKeysOfOtherTypesBesideRenamedOnes() {
    assertThat(
            under("/1", "/one")
                .differences(java.util.Collections.singletonMap(1, "x"), map("one", "x")))
        .isEmpty();
  }

  @Test
  void differentSorts() {
    assertThat(under("/a/x", "/a/y").differences(map("a", map("x", 1)), map("a", list(1))))
        .containsExactly(
            "/a TYPE: java.util.LinkedHashMap / java.util.Collections$UnmodifiableRandomAccessList");
  }
}
