package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.RuleNode;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.rule.TextFormat;
import io.understudy.compare.rule.TextRule;
import io.understudy.compare.rule.Tolerance;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleHashesTest {
  private static long hash(RulesBuilder rules, boolean loose, @Nullable Object object) {
    return RuleHashes.ofControl(loose, null).of(object, rules.build().root());
  }

  private static long hash(@Nullable Object object) {
    return hash(Rules.builder(), false, object);
  }

  /** Whether both sides have the same strict hash under rules. */
  private static boolean same(
      RulesBuilder rules, @Nullable Object control, @Nullable Object candidate) {
    RuleNode root = rules.build().root();
    return RuleHashes.ofControl(false, null).of(control, root)
        == RuleHashes.ofCandidate(false, null).of(candidate, root);
  }

  private static RulesBuilder rules() {
    return Rules.builder();
  }

  @Test
  void differentValuesHaveDifferentHashes() {
    List<Object> values =
        Arrays.asList(
            1,
            2,
            "a",
            "b",
            true,
            list(1),
            list(1, 2),
            list(2, 1),
            map("a", 1),
            map("a", 2),
            map("b", 1),
            new Box(1),
            new Box("x"),
            new Pair(1, 2),
            new Pair(2, 1),
            list(),
            map());
    LinkedHashSet<Long> hashes = new LinkedHashSet<>();
    values.forEach(value -> hashes.add(hash(value)));

    assertThat(hashes).hasSize(values.size());
  }

  @Test
  void orderCountsInListsOnly() {
    assertThat(hash(list(1, 2))).isNotEqualTo(hash(list(2, 1)));
    assertThat(hash(new LinkedHashSet<>(list(1, 2))))
        .isEqualTo(hash(new LinkedHashSet<>(list(2, 1))));
    assertThat(same(rules().unordered(parse("")), list(1, 2), list(2, 1))).isTrue();
    assertThat(same(rules().unordered(parse("")), list(1, 2), list(2, 2))).isFalse();
    assertThat(hash(map("a", 1, "b", 2))).isEqualTo(hash(map("b", 2, "a", 1)));
  }

  @Test
  void ignoredValuesAddNothing() {
    assertThat(same(rules().ignore(parse("/a")), map("a", 1, "b", 2), map("b", 2))).isTrue();
    assertThat(same(rules().ignore(parse("/0")), list(1, 2), list(9, 2))).isTrue();
    assertThat(same(rules().ignore(parse("/0")), list(1, 2), list(1, 9))).isFalse();
  }

  @Test
  void nullOptionalsAndEmptyValues() {
    assertThat(hash(Optional.empty())).isEqualTo(hash(null));
    assertThat(hash(Optional.of(7))).isEqualTo(hash(7));
    assertThat(hash("")).isNotEqualTo(hash(null));
    assertThat(same(rules().nullIsEmpty(RuleScope.everywhere()), "", list())).isTrue();
    assertThat(
            same(rules().absentIsNull(RuleScope.everywhere()), map("a", null, "b", 1), map("b", 1)))
        .isTrue();
    assertThat(same(rules(), map("a", null, "b", 1), map("b", 1))).isFalse();
  }

  @Test
  void mapOfAbsentPartsIsFoundEqualToAnEmptyMap() {
    RulesBuilder both =
        rules().absentIsNull(RuleScope.everywhere()).nullIsEmpty(RuleScope.everywhere());

    assertThat(Differ.with(both.build()).compare(map("x", null), map()).isEqual()).isTrue();
    assertThat(same(both, map("x", null), map())).isTrue();
    assertThat(
            Differ.with(both.unordered(parse("")).build())
                .compare(list(map("x", null), 1), list(1, map()))
                .isEqual())
        .isTrue();
    assertThat(same(rules().nullIsEmpty(RuleScope.everywhere()), map("x", 1), map())).isFalse();
  }

  @Test
  void renamedPartsCountUnderTheControlsName() {
    RulesBuilder renaming = rules().rename(parse("/a"), parse("/x/b"));

    assertThat(same(renaming, map("a", 1, "x", map()), map("x", map("b", 1)))).isTrue();
    assertThat(same(renaming, map("a", 1, "x", map()), map("x", map("b", 2)))).isFalse();
  }

  @Test
  void textsInTheFormInWhichTheyAreCompared() {
    RulesBuilder text = rules().text(RuleScope.everywhere(), TextRule.IGNORE_CASE);

    assertThat(same(text, map("Key", "A"), map("KEY", "a"))).isTrue();
    assertThat(same(text, "a", "b")).isFalse();
    RulesBuilder codes = rules().codes(RuleScope.everywhere(), Collections.singletonMap("A", "X"));
    assertThat(same(codes, "A", "X")).isTrue();
    assertThat(same(codes, "X", "A")).isFalse();
  }

  @Test
  void documentsByTheirContent() {
    RulesBuilder parsed = rules().parse(RuleScope.everywhere(), TextFormat.JSON);

    assertThat(same(parsed, "{\"a\": 1, \"b\": 2}", "{\"b\":2,\"a\":1}")).isTrue();
    assertThat(same(parsed, "{\"a\": 1}", map("a", 1))).isTrue();
    assertThat(same(parsed, "{broken", "{broken")).isTrue();
    assertThat(same(parsed, "\"a\"", "\"b\"")).isFalse();
  }

  @Test
  void looseHashLeavesToleratedNumbersOut() {
    RulesBuilder near = rules().tolerate(RuleScope.parse("/0"), Tolerance.parse("1"));

    assertThat(hash(near, true, list(1, "a"))).isEqualTo(hash(near, true, list(2, "a")));
    assertThat(hash(near, false, list(1, "a"))).isNotEqualTo(hash(near, false, list(2, "a")));
    assertThat(hash(near, true, list(1, "a"))).isNotEqualTo(hash(near, true, list(1, "b")));
  }

  @Test
  void roundedDecimalsShareTheirHashStrictlyToo() {
    RulesBuilder rounded = rules().tolerate(RuleScope.everywhere(), Tolerance.parse("1 decimal"));

    assertThat(same(rounded, 0.12, new BigDecimal("0.08"))).isTrue();
    assertThat(same(rounded, 0.12, 0.18)).isFalse();
  }

  @Test
  void comparatorsLeaveNoLooseHash() {
    RulesBuilder comparator = rules().comparator(RuleScope.parse("/0"), "c", (a, b) -> true);

    assertThat(hash(comparator, true, list(1, "a")))
        .isEqualTo(hash(comparator, true, list("x", "a")));
  }

  @Test
  void objectsThatDifferOnlyDeepDownShareAHash() {
    assertThat(hash(boxed(1, 8))).isEqualTo(hash(boxed(2, 8)));
    assertThat(hash(boxed(1, 7))).isNotEqualTo(hash(boxed(2, 7)));
  }

  private static Object boxed(Object content, int levels) {
    Object boxed = content;
    for (int i = 0; i <= levels; i++) {
      boxed = new Box(boxed);
    }
    return boxed;
  }

  @Test
  void sharedObjectsDoNotMakeHashingExponential() {
    List<Object> shared = new ArrayList<>(list(1));
    for (int i = 0; i < 7; i++) {
      shared = new ArrayList<>(Collections.nCopies(12, shared));
    }
    List<Object> same = new ArrayList<>(list(1));
    for (int i = 0; i < 7; i++) {
      same = new ArrayList<>(Collections.nCopies(12, same));
    }

    assertThat(hash(shared)).isEqualTo(hash(same));
  }

  @Test
  void cycleEnds() {
    List<Object> one = new ArrayList<>();
    one.add(one);
    List<Object> two = new ArrayList<>();
    two.add(two);

    assertThat(hash(one)).isEqualTo(hash(two));
  }

  @Provide
  Arbitrary<Object> trees() {
    return RandomValues.trees(RandomValues.scalars());
  }

  @Provide
  Arbitrary<Object> texts() {
    return RandomValues.trees(
        Arbitraries.of("a", "A", " a", "", "b1", "b2", 1, 2, new BigDecimal("1.4")));
  }

  @Property(tries = 500)
  void equalTreesShareTheirHash(@ForAll("trees") Object a, @ForAll("trees") Object b) {
    if (Differ.with(Rules.none()).compare(a, b).isEqual()) {
      assertThat(hash(a)).isEqualTo(hash(b));
    }
  }

  @Property(tries = 500)
  void equalTreesUnderRulesShareTheirLooseHash(
      @ForAll("texts") Object a, @ForAll("texts") Object b) {
    Rules rules =
        Rules.builder()
            .text(RuleScope.everywhere(), TextRule.IGNORE_CASE, TextRule.TRIM)
            .mask(RuleScope.everywhere(), java.util.regex.Pattern.compile("[0-9]"))
            .tolerate(RuleScope.everywhere(), Tolerance.parse("0.5"))
            .nullIsEmpty(RuleScope.everywhere())
            .absentIsNull(RuleScope.everywhere())
            .unordered(parse("/**"))
            .build();
    if (Differ.with(rules).compare(a, b).isEqual()) {
      assertThat(RuleHashes.ofControl(true, null).of(a, rules.root()))
          .isEqualTo(RuleHashes.ofCandidate(true, null).of(b, rules.root()));
    }
  }
}
