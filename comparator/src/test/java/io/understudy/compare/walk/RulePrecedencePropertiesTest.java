package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.rule.RuleCounts;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.rule.TextRule;
import io.understudy.compare.rule.Tolerance;
import io.understudy.compare.walk.SampleTypes.Box;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The rule that applies among several, and equality under it, against a naive implementation. */
class RulePrecedencePropertiesTest {
  private static final List<String> PATHS =
      Arrays.asList("/a", "/*", "/a/content", "/*/content", "/**/content", "/a/**", "/**/a/*");

  private static final List<String> TYPES =
      Arrays.asList("java.lang.Integer", "java.math.BigDecimal", "java.lang.Number");

  @Provide
  Arbitrary<Map<String, Integer>> tolerances() {
    List<String> scopes = new ArrayList<>(PATHS);
    scopes.addAll(TYPES);
    scopes.add("/**");
    return Arbitraries.maps(Arbitraries.of(scopes), Arbitraries.integers().between(0, 4))
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<Object> numbers() {
    return Arbitraries.integers()
        .between(0, 6)
        .flatMap(
            number -> Arbitraries.of((Object) number, (long) number, BigDecimal.valueOf(number)));
  }

  @Property(tries = 2000)
  void closestPathThenTypeThenEverywhere(
      @ForAll("tolerances") Map<String, Integer> tolerances,
      @ForAll("numbers") Object control,
      @ForAll("numbers") Object candidate) {
    RulesBuilder rules = Rules.builder();
    tolerances.forEach(
        (scope, most) ->
            rules.tolerate(RuleScope.parse(scope), Tolerance.absolute(BigDecimal.valueOf(most))));
    int apart = Math.abs(((Number) control).intValue() - ((Number) candidate).intValue());
    Integer most = naive(tolerances, control, candidate);

    Comparison comparison = Differ.with(rules.build()).compare(nested(control), nested(candidate));

    assertThat(comparison.isEqual()).isEqualTo(apart <= (most == null ? 0 : most));
  }

  private static Object nested(Object number) {
    Map<Object, Object> map = new HashMap<>();
    map.put("a", new Box(number));
    return map;
  }

  /** The tolerance at /a/content, by trying all scopes in order of their closeness. */
  private static @Nullable Integer naive(
      Map<String, Integer> tolerances, Object control, Object candidate) {
    List<String> closestFirst =
        new ArrayList<>(
            Arrays.asList("/a/content", "/a/**", "/*/content", "/**/a/*", "/**/content"));
    closestFirst.add(control.getClass().getName());
    closestFirst.add(candidate.getClass().getName());
    closestFirst.add("java.lang.Number");
    closestFirst.add("/**");
    for (String scope : closestFirst) {
      if (tolerances.containsKey(scope)) {
        return tolerances.get(scope);
      }
    }
    return null;
  }

  @Provide
  Arbitrary<List<Object>> texts() {
    Arbitrary<Object> some =
        Arbitraries.of("a", "A", " a", "b ", "B", "", " ", "a1", "a22", 'a', "\u00e9", "E\u0301");
    return some.injectNull(0.1).list().ofMaxSize(5);
  }

  private static RulesBuilder canonical() {
    return Rules.builder()
        .text(RuleScope.everywhere(), TextRule.IGNORE_CASE, TextRule.TRIM, TextRule.NFC)
        .mask(RuleScope.type("java.lang.String"), java.util.regex.Pattern.compile("[0-9]+"))
        .nullIsEmpty(RuleScope.everywhere());
  }

  @Property(tries = 1000)
  void unorderedListsUnderCanonicalRulesAgreeWithBruteForce(
      @ForAll("texts") List<Object> control, @ForAll("texts") List<Object> candidate) {
    Differ plain = Differ.with(canonical().build());
    Differ unordered = Differ.with(canonical().unordered(RuleScope.parse("")).build());

    assertThat(unordered.compare(control, candidate).isEqual())
        .isEqualTo(isEmpty(control, candidate) || pairs(plain, control, candidate, 0, 0));
  }

  private static boolean isEmpty(List<?> control, List<?> candidate) {
    return control.isEmpty() && candidate.isEmpty();
  }

  private static boolean pairs(Differ differ, List<?> control, List<?> candidate, int i, int used) {
    if (i == control.size()) {
      return control.size() == candidate.size();
    }
    for (int j = 0; j < candidate.size(); j++) {
      boolean free = (used & (1 << j)) == 0;
      if (free
          && differ.compare(control.get(i), candidate.get(j)).isEqual()
          && pairs(differ, control, candidate, i + 1, used | (1 << j))) {
        return true;
      }
    }
    return false;
  }

  @Property(tries = 1000)
  void symmetricRulesGiveTheSameVerdictFromBothSides(
      @ForAll("texts") List<Object> control, @ForAll("texts") List<Object> candidate) {
    Differ differ = Differ.with(canonical().build());

    assertThat(differ.compare(control, candidate).isEqual())
        .isEqualTo(differ.compare(candidate, control).isEqual());
  }

  @Property(tries = 1000)
  void countingDoesNotChangeTheVerdict(
      @ForAll("texts") List<Object> control, @ForAll("texts") List<Object> candidate) {
    Rules rules = canonical().unordered(RuleScope.parse("")).build();
    Differ differ = Differ.with(rules);

    assertThat(differ.compare(control, candidate, RuleCounts.of(rules)).toString())
        .isEqualTo(differ.compare(control, candidate).toString());
  }

  @Property(tries = 1000)
  void noDifferenceLostOrInventedUnderATolerance(
      @ForAll("numberLists") List<Integer> control,
      @ForAll("numberLists") List<Integer> candidate) {
    Map<Object, Object> mine = new HashMap<>();
    Map<Object, Object> theirs = new HashMap<>();
    int expected = 0;
    for (int i = 0; i < Math.min(control.size(), candidate.size()); i++) {
      int a = control.get(i);
      int b = candidate.get(i);
      mine.put("k" + i, i % 2 == 0 ? (Object) a : BigDecimal.valueOf(a));
      theirs.put("k" + i, (long) b);
      expected += Math.abs(a - b) > (i % 2 == 0 ? 1 : 3) ? 1 : 0;
    }
    Rules rules =
        Rules.builder()
            .tolerate(RuleScope.everywhere(), Tolerance.parse("1"))
            .tolerate(RuleScope.type("java.math.BigDecimal"), Tolerance.parse("3"))
            .build();

    assertThat(Differ.with(rules).compare(mine, theirs).count()).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<Integer>> numberLists() {
    return Arbitraries.integers().between(0, 8).list().ofMaxSize(8);
  }
}
