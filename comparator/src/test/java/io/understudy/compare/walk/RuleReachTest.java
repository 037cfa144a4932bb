package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.rule.DayZone;
import io.understudy.compare.rule.RuleCounts;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.rule.SideState;
import io.understudy.compare.rule.TextFormat;
import io.understudy.compare.rule.TextRule;
import io.understudy.compare.rule.Tolerance;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random graphs under each rule: the rule changes nothing outside its scope, and unordered elements
 * are paired as a search of all pairings pairs them.
 */
class RuleReachTest {
  private static final RuleScope EVERYWHERE = RuleScope.everywhere();

  /** A rule for a scope. */
  private interface Stated extends BiConsumer<RulesBuilder, RuleScope> {}

  static Stream<Arguments> rules() {
    Map<String, Stated> all = new LinkedHashMap<>();
    all.put("ignore", (to, at) -> to.ignore(at));
    for (SideState state : SideState.values()) {
      all.put("ignore-where " + state, (to, at) -> to.ignoreWhere(at, state));
    }
    all.put("ignore-where all", (to, at) -> to.ignoreWhere(at, SideState.values()));
    all.put("any-value", (to, at) -> to.anyValue(at));
    all.put("as-set", (to, at) -> to.asSet(at));
    all.put("unordered", (to, at) -> to.unordered(at));
    all.put("similar-names", (to, at) -> to.similarNames(at));
    all.put("text-as-number", (to, at) -> to.textAsNumber(at));
    all.put("matches", (to, at) -> to.matches(at, Pattern.compile("[0-9]+")));
    all.put("tolerate", (to, at) -> to.tolerate(at, Tolerance.parse("1 or 0.5 relative")));
    all.put(
        "text-as-number and tolerate",
        (to, at) -> to.textAsNumber(at).tolerate(at, Tolerance.parse("1")));
    all.put("decimal", (to, at) -> to.tolerate(at, Tolerance.binary()));
    all.put("days", (to, at) -> to.days(at, DayZone.parse("UTC")));
    all.put("text", (to, at) -> to.text(at, TextRule.IGNORE_CASE, TextRule.TRIM));
    all.put("parse", (to, at) -> to.parse(at, TextFormat.JSON));
    all.put("null-is-empty", (to, at) -> to.nullIsEmpty(at));
    all.put("absent-is-null", (to, at) -> to.absentIsNull(at));
    all.put(
        "comparator",
        (to, at) -> to.comparator(at, "null-or-same", (a, b) -> a == null || a.equals(b)));
    return all.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  private static @Nullable Object value(Random random, int depth) {
    int sort = random.nextInt(depth == 0 ? 6 : 9);
    switch (sort) {
      case 0:
        return null;
      case 1:
        return random.nextInt(3);
      case 2:
        return new String[] {"1", "2", "a", "A ", "", "[1]", "{\"x\":1}"}[random.nextInt(7)];
      case 3:
        return random.nextBoolean() ? Optional.empty() : Optional.of(1);
      case 4:
        return random.nextBoolean();
      case 5:
        return random.nextInt(2) + 0.5;
      case 6:
        return list(random, depth - 1);
      case 7:
        return new LinkedHashSet<>(list(random, depth - 1));
      default:
        return map(random, depth - 1);
    }
  }

  private static List<@Nullable Object> list(Random random, int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(random, depth));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(Random random, int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String name : Arrays.asList("a", "x_y", "xY", "c")) {
      if (random.nextBoolean()) {
        map.put(name, value(random, depth));
      }
    }
    return map;
  }

  private static List<String> outside(Differ differ, Object control, Object candidate) {
    return differ.compare(control, candidate).differences().stream()
        .map(Difference::toString)
        .filter(line -> !line.startsWith("/here"))
        .collect(Collectors.toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ruleChangesNothingOutsideItsScope(String name, Stated rule) {
    RulesBuilder rules = Rules.builder();
    rule.accept(rules, RuleScope.at(PathPattern.parse("/here/**")));
    Differ under = Differ.with(rules.build());
    Differ without = Differ.with(Rules.none());
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      Map<String, @Nullable Object> control = map(random, 2);
      Map<String, @Nullable Object> candidate = map(random, 2);
      control.put("here", value(random, 2));
      candidate.put("here", value(random, 2));

      assertThat(outside(under, control, candidate))
          .as("%s, seed %s: %s / %s", name, seed, control, candidate)
          .isEqualTo(outside(without, control, candidate));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void onlyReportsWhatWouldBeReportedThere(String name, Stated rule) {
    RulesBuilder whole = Rules.builder();
    rule.accept(whole, EVERYWHERE);
    RulesBuilder limited = Rules.builder().only(RuleScope.parse("/here"));
    rule.accept(limited, EVERYWHERE);
    Differ under = Differ.with(limited.build());
    Differ without = Differ.with(whole.build());
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      Map<String, @Nullable Object> control = map(random, 2);
      Map<String, @Nullable Object> candidate = map(random, 2);
      control.put("here", value(random, 2));
      candidate.put("here", value(random, 2));
      List<String> all =
          without.compare(control, candidate).differences().stream()
              .map(Difference::toString)
              .filter(line -> line.startsWith("/here"))
              .collect(Collectors.toList());

      // A rule may decide on the whole object, which is above the places that are compared.
      boolean decides =
          without.compare(control, candidate).differences().stream()
              .anyMatch(each -> each.path().parent() == null);
      if (!decides) {
        assertThat(
                under.compare(control, candidate).differences().stream()
                    .map(Difference::toString)
                    .collect(Collectors.toList()))
            .as("%s, seed %s: %s / %s", name, seed, control, candidate)
            .isEqualTo(all);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void unorderedElementsArePairedAsASearchPairsThem(String name, Stated rule) {
    for (String scope : Arrays.asList("/list/*", "/list/*/**", "/list/*/x_y", "/list/*/x*")) {
      RuleScope at = RuleScope.parse(scope);
      RulesBuilder unordered = Rules.builder().unordered(RuleScope.parse("/list"));
      rule.accept(unordered, at);
      RulesBuilder ordered = Rules.builder();
      rule.accept(ordered, at);
      compareWithSearch(name + " " + scope, unordered.build(), Differ.with(ordered.build()), 300);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void limitedElementsArePairedAsASearchPairsThem(String name, Stated rule) {
    for (String scope : Arrays.asList("/list/*/x_y", "/**/c", "/list/*/a/**")) {
      RuleScope only = RuleScope.parse(scope);
      RuleScope at = RuleScope.parse("/list/*/**");
      RulesBuilder unordered = Rules.builder().unordered(RuleScope.parse("/list")).only(only);
      rule.accept(unordered, at);
      RulesBuilder ordered = Rules.builder().only(only);
      rule.accept(ordered, at);
      compareWithSearch(name + " " + scope, unordered.build(), Differ.with(ordered.build()), 300);
    }
  }

  private static void compareWithSearch(String name, Rules rules, Differ alone, int seeds) {
    Differ differ = Differ.with(rules);
    for (int seed = 0; seed < seeds; seed++) {
      Random random = new Random(seed);
      List<@Nullable Object> controls = new ArrayList<>();
      List<@Nullable Object> candidates = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Object control = value(random, 2);
        controls.add(control);
        candidates.add(random.nextInt(3) == 0 ? value(random, 2) : control);
      }
      Collections.shuffle(candidates, random);
      boolean expected = isPairable(alone, controls, new ArrayList<>(candidates));
      Object control = Collections.singletonMap("list", controls);
      Object candidate = Collections.singletonMap("list", candidates);

      assertThat(differ.compare(control, candidate).isEqual())
          .as("%s, seed %s: %s / %s", name, seed, controls, candidates)
          .isEqualTo(expected);
      assertThat(differ.compare(control, candidate, RuleCounts.of(rules)).isEqual())
          .as("%s, seed %s, counted: %s / %s", name, seed, controls, candidates)
          .isEqualTo(expected);
    }
  }

  /** Whether some one-to-one pairing has only equal pairs. */
  private static boolean isPairable(
      Differ alone, List<@Nullable Object> controls, List<@Nullable Object> candidates) {
    if (controls.isEmpty()) {
      return true;
    }
    Object first = controls.get(0);
    for (int j = 0; j < candidates.size(); j++) {
      List<@Nullable Object> rest = new ArrayList<>(candidates);
      Object partner = rest.remove(j);
      Object control = Collections.singletonMap("list", Collections.singletonList(first));
      Object candidate = Collections.singletonMap("list", Collections.singletonList(partner));
      if (alone.compare(control, candidate).isEqual()
          && isPairable(alone, controls.subList(1, controls.size()), rest)) {
        return true;
      }
    }
    return false;
  }
}
