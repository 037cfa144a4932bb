package io.understudy.compare.walk;

import static io.understudy.compare.walk.ComparisonFixture.plainly;
import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Link;
import io.understudy.compare.walk.SampleTypes.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Graphs on which plain recursion fails: rings, deep chains, shared objects. */
class ObjectGraphsTest {
  private static final int DEEP = 100_000;

  private static Link chain(int length, Object last) {
    Link chain = new Link(last, null);
    for (int i = 1; i < length; i++) {
      chain = new Link(i, chain);
    }
    return chain;
  }

  @Test
  void deepChain() {
    assertThat(plainly(chain(DEEP, "end"), chain(DEEP, "end"))).isEmpty();
  }

  @Test
  void differenceAtTheEndOfADeepChain() {
    Comparison comparison =
        Differ.with(Rules.none()).compare(chain(DEEP, "end"), chain(DEEP, "END"));

    assertThat(comparison.count()).isEqualTo(1);
    assertThat(comparison.differences().get(0).path().toString())
        .hasSize((DEEP - 1) * "/next".length() + "/value".length())
        .endsWith("/next/next/value");
  }

  @Test
  void chainsOfDifferentLength() {
    assertThat(Differ.with(Rules.none()).compare(chain(DEEP, 0), chain(DEEP - 1, 0)).isEqual())
        .isFalse();
  }

  @Test
  void deepListsSetsAndMaps() {
    Object control = "x";
    Object candidate = "x";
    Object other = "y";
    for (int i = 0; i < 30_000; i++) {
      control = nested(i, control);
      candidate = nested(i, candidate);
      other = nested(i, other);
    }

    assertThat(plainly(control, candidate)).isEmpty();
    assertThat(Differ.with(Rules.none()).compare(control, other).count()).isBetween(1L, 2L);
  }

  private static Object nested(int level, Object content) {
    switch (level % 4) {
      case 0:
        return Collections.singletonList(content);
      case 1:
        Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.add(content);
        return set;
      case 2:
        return Collections.singletonMap("k", content);
      default:
        return new Box(content);
    }
  }

  @Test
  void listThatContainsItself() {
    List<Object> control = new ArrayList<>();
    control.add(control);
    List<Object> candidate = new ArrayList<>();
    candidate.add(candidate);

    assertThat(plainly(control, candidate)).isEmpty();
    candidate.add(1);
    assertThat(plainly(control, candidate)).isNotEmpty();
  }

  @Test
  void parentsAndUnorderedChildren() {
    Differ differ = Differ.with(Rules.builder().unordered(parse("/**/children")).build());

    assertThat(differ.compare(family("a", "b", "c"), family("c", "a", "b")).isEqual()).isTrue();
    assertThat(differ.compare(family("a", "b", "c"), family("c", "a", "a")).isEqual()).isFalse();
  }

  private static Map<String, Object> family(String... names) {
    Map<String, Object> parent = new HashMap<>();
    List<Object> children = new ArrayList<>();
    for (String name : names) {
      children.add(map("name", name, "parent", parent));
    }
    parent.put("children", children);
    return parent;
  }

  @Test
  void sharedPartsAreNotExponential() {
    Object control = "x";
    Object candidate = "x";
    Object other = "y";
    for (int i = 0; i < 200; i++) {
      control = new Pair(control, control);
      candidate = new Pair(candidate, candidate);
      other = new Pair(other, other);
    }

    assertThat(plainly(control, candidate)).isEmpty();
    assertThat(Differ.with(Rules.none()).compare(control, other).isEqual()).isFalse();
  }

  @Test
  void sharedElementsOfSetsAreNotExponential() {
    List<Object> control = list("x");
    List<Object> candidate = list("x");
    for (int i = 0; i < 50; i++) {
      control = list(control, control, i);
      candidate = list(candidate, candidate, i);
    }
    Differ unordered = Differ.with(Rules.builder().unordered(parse("/**")).build());

    assertThat(unordered.compare(control, candidate).isEqual()).isTrue();
  }

  @Test
  void sharedOnOneSideOnly() {
    Box shared = new Box(1);

    assertThat(plainly(new Pair(shared, shared), new Pair(new Box(1), new Box(1)))).isEmpty();
    assertThat(plainly(new Pair(shared, shared), new Pair(new Box(1), new Box(2))))
        .containsExactly("/right/content VALUE: 1 / 2");
  }

  @Test
  void ringUnderRulesForTheTopOnly() {
    Link control = new Link(1, null);
    control.next = control;
    Link candidate = new Link(2, null);
    candidate.next = candidate;
    ComparisonFixture rules = ComparisonFixture.under(Rules.builder().ignore(parse("/value")));

    assertThat(rules.differences(control, candidate)).containsExactly("/next/value VALUE: 1 / 2");
  }

  @Test
  void wideAndDeep() {
    List<Object> control = new ArrayList<>();
    List<Object> candidate = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      control.add(chain(300, i));
      candidate.add(chain(300, i == 150 ? -1 : i));
    }

    Comparison comparison = Differ.with(Rules.none()).compare(control, candidate);

    assertThat(comparison.count()).isEqualTo(1);
    assertThat(comparison.differences().get(0).path().toString()).startsWith("/150/next/next");
  }
}
