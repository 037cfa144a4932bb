package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Outcome;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.TextFormat;
import io.understudy.compare.rule.TextRule;
import io.understudy.compare.rule.Tolerance;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Colour;
import io.understudy.compare.walk.SampleTypes.Pair;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules at all places where their values can occur. */
class RulePlacesTest {
  private static ComparisonFixture caseless(String path) {
    return ComparisonFixture.under(
        Rules.builder().text(RuleScope.parse(path), TextRule.IGNORE_CASE));
  }

  @Test
  void partsValuesElementsContents() {
    assertThat(caseless("/content").differences(new Box("a"), new Box("A"))).isEmpty();
    assertThat(caseless("/k").differences(map("k", "a"), map("k", "A"))).isEmpty();
    assertThat(caseless("/1").differences(list("x", "a"), list("x", "A"))).isEmpty();
    assertThat(caseless("/1").differences(list("X", "a"), list("x", "A"))).hasSize(1);
    assertThat(caseless("").differences(Optional.of("a"), "A")).isEmpty();
  }

  @Test
  void setsAndUnorderedLists() {
    assertThat(
            caseless("/*")
                .differences(
                    new HashSet<>(Arrays.asList("a", "b")), new HashSet<>(Arrays.asList("B", "A"))))
        .isEmpty();
    assertThat(caseless("/*").differences(Collections.singleton("a"), Collections.singleton("b")))
        .isNotEmpty();
  }

  @Test
  void manyUnorderedTextsStayFast() {
    List<Object> mine = new ArrayList<>();
    List<Object> theirs = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      mine.add(new Pair("key " + i, " value"));
      theirs.add(0, new Pair("KEY " + i, "VALUE"));
    }
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder()
                .unordered(RuleScope.parse(""))
                .text(RuleScope.everywhere(), TextRule.IGNORE_CASE, TextRule.TRIM));

    assertThat(comparing.differences(mine, theirs)).isEmpty();
    theirs.set(0, new Pair("key 19999", "other"));
    assertThat(comparing.differences(mine, theirs)).hasSize(1);
  }

  @Test
  void keysOfMaps() {
    Map<Object, Object> byColour = new LinkedHashMap<>();
    byColour.put(Colour.RED, 1);

    assertThat(caseless("").differences(map("a", 1), map("A", 1))).isEmpty();
    assertThat(caseless("/m").differences(map("m", map("a", 1)), map("m", map("A", 1)))).isEmpty();
    assertThat(caseless("/m").differences(map("M", 1), map("m", 1))).hasSize(2);
    assertThat(caseless("").differences(byColour, map("red", 1))).isEmpty();
    assertThat(caseless("java.lang.String").differences(map("a", 1), map("A", 1))).isEmpty();
    assertThat(caseless("/a").differences(map("a", 1), map("A", 1))).hasSize(2);
  }

  @Test
  void keysOfTheSameClassArePairedFirst() {
    assertThat(caseless("").differences(map("a", 1, "A", 2), map("A", 2, "a", 1))).isEmpty();
    assertThat(caseless("").differences(map("a", 1, "A", 2), map("a", 1))).hasSize(1);
  }

  @Test
  void textRulesDoNotApplyToNamesOfParts() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder()
                .text(RuleScope.everywhere(), TextRule.IGNORE_CASE)
                .rename(parse("/left"), parse("/right")));

    assertThat(comparing.differences(new Big("x"), new Small("x"))).hasSize(2);
  }

  private static final class Big {
    final Object part;

    Big(Object part) {
      this.part = part;
    }
  }

  private static final class Small {
    @SuppressWarnings("MemberName")
    final Object PART;

    Small(Object part) {
      this.PART = part;
    }
  }

  @Test
  void keysOfElements() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder()
                .keyed(RuleScope.parse(""), "left")
                .text(RuleScope.parse("/*/left"), TextRule.TRIM)
                .codes(RuleScope.parse("/*/right"), Collections.singletonMap("A", "ACTIVE")));

    assertThat(
            comparing.differences(
                list(new Pair("x  ", "A"), new Pair("y", "B")),
                list(new Pair("y", "B"), new Pair("x", "ACTIVE"))))
        .isEmpty();
    assertThat(comparing.differences(list(new Pair("x ", "A")), list(new Pair("x", "A"))))
        .containsExactly("[left=x ]/right VALUE: A / A");
  }

  @Test
  void codesAsKeysSwapped() {
    Map<String, String> swap = new LinkedHashMap<>();
    swap.put("A", "B");
    swap.put("B", "A");
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().codes(RuleScope.everywhere(), swap));

    assertThat(comparing.differences(map("A", "A"), map("B", "B"))).isEmpty();
    assertThat(comparing.differences(map("A", "A"), map("A", "A"))).hasSize(2);
    assertThat(comparing.differences(list("A", "B"), list("B", "A"))).isEmpty();
    assertThat(comparing.differences(list("A", "B"), list("A", "B"))).isNotEmpty();
    assertThat(comparing.differences(Collections.singleton("A"), Collections.singleton("A")))
        .isNotEmpty();
  }

  @Test
  void codesBetweenTypesInASet() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder().codes(RuleScope.everywhere(), Collections.singletonMap("x", "2")));

    // The first element can have both of the candidate's, the second only the text.
    assertThat(comparing.differences(new HashSet<>(list("x", "2")), new HashSet<>(list("2", 2))))
        .isEmpty();
  }

  @Test
  void renamedParts() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder()
                .rename(parse("/a"), parse("/b"))
                .tolerate(RuleScope.parse("/a"), Tolerance.parse("1"))
                .absentIsNull(RuleScope.parse("/a"))
                .nullIsEmpty(RuleScope.parse("/a")));

    assertThat(comparing.differences(map("a", 1), map("b", 2))).isEmpty();
    assertThat(comparing.differences(map("a", 1), map("b", 3))).hasSize(1);
    assertThat(comparing.differences(map("a", null), map())).isEmpty();
    assertThat(comparing.differences(map("a", ""), map())).isEmpty();
    assertThat(comparing.differences(map("a", 0), map())).hasSize(1);
  }

  @Test
  void partsOfATypeThatAreAbsent() {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().absentIsNull(RuleScope.type(Pair.class.getName())));

    assertThat(comparing.differences(new Pair(1, null), new Left(1))).isEmpty();
    assertThat(comparing.differences(new Left(1), new Pair(1, null))).isEmpty();
    assertThat(comparing.differences(new Pair(1, 2), new Left(1))).hasSize(1);
    assertThat(comparing.differences(map("a", null), map())).hasSize(1);
  }

  private static final class Left {
    final Object left;

    Left(Object left) {
      this.left = left;
    }
  }

  @Test
  void absentPartsOfUnorderedElements() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder().unordered(RuleScope.parse("")).absentIsNull(RuleScope.everywhere()));

    assertThat(
            comparing.differences(
                list(map("a", 1, "b", null), map("a", 2)), list(map("a", 2), map("a", 1))))
        .isEmpty();
    assertThat(comparing.differences(list(map("b", 0)), list(map()))).hasSize(2);
  }

  @Test
  void emptyElementsOfASet() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder().unordered(RuleScope.parse("")).nullIsEmpty(RuleScope.everywhere()));

    assertThat(
            comparing.differences(
                list("", list(), 1, null), list(1, null, Optional.empty(), map())))
        .isEmpty();
    assertThat(comparing.differences(list("", 1), list(1, 1))).isNotEmpty();
  }

  @Test
  void arguments() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder()
                .arguments(true)
                .mask(RuleScope.parse("/arguments/0"), Pattern.compile("[0-9]+")));
    Outcome one = Outcome.returned(1).withArguments(new Object[] {"job 1"});
    Outcome two = Outcome.returned(1).withArguments(new Object[] {"job 2"});

    assertThat(comparing.differences(one, two)).isEmpty();
  }

  @Test
  void documentsInElementsAndTheirPlaces() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder()
                .unordered(RuleScope.parse(""))
                .parse(RuleScope.parse("/*"), TextFormat.JSON)
                .tolerate(RuleScope.parse("/*/price"), Tolerance.parse("0.01")));

    assertThat(
            comparing.differences(
                list("{\"price\":1.00}", "{\"price\":5}"),
                list("{\"price\": 5}", "{\"price\": 1.01}")))
        .isEmpty();
    assertThat(comparing.differences(list("{\"price\":1}"), list("{\"price\":2}")))
        .containsExactly("/0/price VALUE: 1 / 2");
  }

  @Test
  void textInsideADocumentIsNotParsed() {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().parse(RuleScope.parse(""), TextFormat.JSON));

    assertThat(comparing.differences("\"[1]\"", "\"[ 1]\"")).hasSize(1);
    assertThat(comparing.differences("null", "null ")).isEmpty();
    assertThat(comparing.differences("null", "\"a\"")).hasSize(1);
  }

  @Test
  void frozenSidesGiveTheSameResult() throws Uncapturable {
    Object mine = new Pair(" a", new BigDecimal("1.004"));
    Object frozen = Freezer.freeze(mine, new Meter(Bounds.DEFAULT));
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder()
                .text(RuleScope.type("java.lang.CharSequence"), TextRule.TRIM)
                .tolerate(RuleScope.type("java.lang.Number"), Tolerance.parse("2 decimals")));

    assertThat(comparing.differences(frozen, new Pair("a", 1))).isEmpty();
    assertThat(comparing.differences(frozen, new Pair("b", 1))).hasSize(1);
  }

  @Test
  void ignoredTypeInAListKeepsItsIndex() {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().ignore(RuleScope.type(Box.class.getName())));

    assertThat(comparing.differences(list(new Box(1), "a"), list("a"))).isNotEmpty();
    assertThat(comparing.differences(list(new Box(1), "a"), list("b", "a"))).isEmpty();
  }
}
