package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.RuleCounts;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.rule.TextFormat;
import io.understudy.compare.rule.TextRule;
import io.understudy.compare.rule.Tolerance;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Link;
import io.understudy.compare.walk.SampleTypes.Pair;
import io.understudy.value.PathPattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleCountsTest {
  private static final RuleScope ROOT = RuleScope.parse("");

  /** The hits of rules that mattered in one comparison. */
  private static Map<String, Long> hits(
      RulesBuilder rules, @Nullable Object control, @Nullable Object candidate) {
    Map<String, Long> hits = new LinkedHashMap<>(counts(rules, control, candidate).hits());
    hits.values().removeIf(count -> count == 0);
    return hits;
  }

  private static RuleCounts counts(
      RulesBuilder rules, @Nullable Object control, @Nullable Object candidate) {
    Rules built = rules.build();
    RuleCounts counts = RuleCounts.of(built);
    Differ.with(built).compare(control, candidate, counts);
    return counts;
  }

  private static Tolerance within(String text) {
    return Tolerance.parse(text);
  }

  @Test
  void everyRuleHasACount() {
    RulesBuilder rules =
        Rules.builder().ignore(RuleScope.parse("/a")).tolerate(RuleScope.parse("/b"), within("1"));

    assertThat(counts(rules, map("c", 1), map("c", 1)).hits())
        .containsExactly(entry("ignore /a", 0L), entry("tolerate /b within 1", 0L));
  }

  @Test
  void ignoreHitsWhereAValueExists() {
    RulesBuilder rules = Rules.builder().ignore(RuleScope.parse("/**/left"));

    assertThat(
            hits(rules, list(new Pair(1, 2), new Pair(1, 2)), list(new Pair(3, 2), new Pair(1, 2))))
        .containsExactly(entry("ignore /**/left", 2L));
    assertThat(hits(rules, map("left", 1), map())).containsExactly(entry("ignore /**/left", 1L));
    assertThat(hits(rules, map(), map("left", 1))).containsExactly(entry("ignore /**/left", 1L));
    assertThat(hits(rules, map("right", 1), map("right", 1))).isEmpty();
  }

  @Test
  void toleranceHitsWhereValuesDiffer() {
    RulesBuilder rules = Rules.builder().tolerate(RuleScope.parse("/*"), within("1"));

    assertThat(hits(rules, list(1, 1, 1), list(1, 2, 3)))
        .containsExactly(entry("tolerate /* within 1", 1L));
  }

  @Test
  void onlyTheClosestRuleHits() {
    RulesBuilder rules =
        Rules.builder()
            .tolerate(RuleScope.everywhere(), within("1"))
            .tolerate(RuleScope.type("java.lang.Long"), within("2"))
            .tolerate(RuleScope.parse("/0"), within("3"));

    assertThat(hits(rules, list(1, 1L, 1), list(4, 3L, 2)))
        .containsExactly(
            entry("tolerate /** within 1", 1L),
            entry("tolerate java.lang.Long within 2", 1L),
            entry("tolerate /0 within 3", 1L));
  }

  @Test
  void textRulesHitWhereTextsDifferWithoutThem() {
    RulesBuilder rules =
        Rules.builder()
            .text(ROOT, TextRule.IGNORE_CASE)
            .mask(ROOT, Pattern.compile("[0-9]+"))
            .mask(ROOT, Pattern.compile("#"));

    assertThat(hits(rules, "job 1", "JOB 2"))
        .containsExactly(
            entry("text \"\" ignore-case", 1L), entry("mask \"\" matching [0-9]+", 1L));
    assertThat(hits(rules, "job 1", "job 2"))
        .containsExactly(entry("mask \"\" matching [0-9]+", 1L));
    assertThat(hits(rules, "job", "JOB")).containsExactly(entry("text \"\" ignore-case", 1L));
    assertThat(hits(rules, "job 1", "job 1")).isEmpty();
    assertThat(hits(rules, "job 1", "task 1")).isEmpty();
  }

  @Test
  void otherRules() {
    assertThat(hits(Rules.builder().nullIsEmpty(ROOT), null, "")).hasSize(1);
    assertThat(hits(Rules.builder().nullIsEmpty(ROOT), "", "")).isEmpty();
    assertThat(hits(Rules.builder().absentIsNull(RuleScope.parse("/a")), map("a", null), map()))
        .hasSize(1);
    assertThat(hits(Rules.builder().absentIsNull(RuleScope.parse("/a")), map("a", 1), map()))
        .isEmpty();
    assertThat(hits(Rules.builder().parse(ROOT, TextFormat.JSON), "[1]", "[1.0]")).hasSize(1);
    assertThat(hits(Rules.builder().parse(ROOT, TextFormat.JSON), "[1]", "[2]")).isEmpty();
    assertThat(hits(Rules.builder().codes(ROOT, Collections.singletonMap("1", "2")), 1, 2))
        .hasSize(1);
    assertThat(hits(Rules.builder().comparator(ROOT, "any", (a, b) -> true), 1, 2)).hasSize(1);
    assertThat(hits(Rules.builder().comparator(ROOT, "any", (a, b) -> true), 1, 1)).isEmpty();
    assertThat(hits(Rules.builder().classNames(true), new Box(1), new Box(1))).isEmpty();
    assertThat(
            hits(
                Rules.builder().rename(PathPattern.parse("/a"), PathPattern.parse("/b")),
                map("a", 1),
                map("b", 1)))
        .containsExactly(entry("rename /a to /b", 1L));
  }

  @Test
  void unorderedAndKeyedHitWhereTheOrderDiffers() {
    RulesBuilder unordered = Rules.builder().unordered(ROOT);
    RulesBuilder keyed = Rules.builder().keyed(ROOT, "left");
    Object one = new Pair(1, "a");
    Object two = new Pair(2, "b");

    assertThat(hits(unordered, list(1, 2), list(2, 1))).hasSize(1);
    assertThat(hits(unordered, list(1, 2), list(1, 2))).isEmpty();
    assertThat(hits(keyed, list(one, two), list(two, one))).hasSize(1);
    assertThat(hits(keyed, list(one, two), list(one, two))).isEmpty();
  }

  @Test
  void trialsDoNotCountTwice() {
    RulesBuilder rules =
        Rules.builder().unordered(ROOT).tolerate(RuleScope.parse("/*/content"), within("1"));
    Object mine = list(new Box(2), new Box(4), new Box(9));
    Object theirs = list(new Box(3), new Box(1), new Box(9));

    assertThat(hits(rules, mine, theirs))
        .containsExactly(entry("tolerate /*/content within 1", 2L), entry("unordered \"\"", 1L));
  }

  @Test
  void discardedDifferencesAreNotCounted() {
    RulesBuilder rules = Rules.builder().tolerate(RuleScope.parse("/*/left"), within("1"));
    Object one = new Pair(1, "a");
    Object two = new Pair(2, "b");
    Object three = new Pair(3, "c");

    // By index, each number is near another one; aligned, one element is extra.
    assertThat(hits(rules, list(one, two, three), list(new Pair(2, "x"), one, two, three)))
        .isEmpty();
  }

  @Test
  void exceptions() {
    Rules rules =
        Rules.builder()
            .exceptionClass("java.lang.IllegalStateException", "java.io.IOException")
            .exceptionMessages(RuleScope.everywhere(), Pattern.compile("[0-9]+"))
            .build();
    RuleCounts counts = RuleCounts.of(rules);
    Outcome threw = Outcome.threw(ThrownException.of(new IllegalStateException("order 1")));
    Outcome other = Outcome.threw(ThrownException.of(new java.io.IOException("order 2")));

    assertThat(Differ.with(rules).compare(threw, other, counts).isEqual()).isTrue();
    assertThat(counts.hits().values()).containsExactly(1L, 1L);
  }

  @Test
  void hiddenLeavesOfSampledComparisons() {
    Rules rules = Rules.builder().ignore(RuleScope.parse("/audit")).build();
    RuleCounts counts = RuleCounts.of(rules);
    Differ differ = Differ.with(rules);
    Object audited = map("id", 1, "audit", map("by", "x", "at", null, "log", list(1, 2)));

    for (int i = 0; i < 65; i++) {
      differ.compare(audited, audited, counts);
    }

    assertThat(counts.hits()).containsExactly(entry("ignore /audit", 65L));
    assertThat(counts.hidden()).containsExactly(entry("ignore /audit", 8L));
    assertThat(counts.leaves()).isEqualTo(10);
  }

  @Test
  void leavesOfTheSideThatHasMore() {
    RulesBuilder rules = Rules.builder().ignore(RuleScope.parse("/more"));
    RuleCounts counts = counts(rules, map("id", 1), map("id", 1, "more", new int[] {1, 2, 3}));

    assertThat(counts.hidden()).containsExactly(entry("ignore /more", 3L));
    assertThat(counts.leaves()).isEqualTo(4);
  }

  @Test
  void leavesOfCyclesAndDeepGraphsEnd() {
    Link ring = new Link("a", null);
    ring.next = ring;
    Link deep = new Link("end", null);
    for (int i = 0; i < 100_000; i++) {
      deep = new Link("x", deep);
    }

    assertThat(counts(Rules.builder(), ring, ring).leaves()).isEqualTo(1);
    assertThat(counts(Rules.builder(), deep, deep).leaves()).isEqualTo(100_002);
    assertThat(counts(Rules.builder(), Optional.of(1), 1).leaves()).isEqualTo(1);
  }

  @Test
  void argumentsCountToo() {
    Rules rules = Rules.builder().arguments(true).ignore(RuleScope.parse("/arguments/0")).build();
    RuleCounts counts = RuleCounts.of(rules);
    Outcome one = Outcome.returned(1).withArguments(new Object[] {list(1, 2), "a"});

    Differ.with(rules).compare(one, one, counts);

    assertThat(counts.hits()).containsExactly(entry("ignore /arguments/0", 1L));
    assertThat(counts.hidden()).containsExactly(entry("ignore /arguments/0", 2L));
    assertThat(counts.leaves()).isEqualTo(4);
  }

  @Test
  void countsOfOtherRules() {
    RuleCounts counts = RuleCounts.of(Rules.builder().ignore(RuleScope.parse("/a")).build());

    assertThatThrownBy(() -> Differ.with(Rules.none()).compare(1, 1, counts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("these are counts of other rules: [ignore /a]");
  }

  @Test
  void countsFromManyThreads() throws InterruptedException {
    Rules rules = Rules.builder().tolerate(RuleScope.everywhere(), within("1")).build();
    RuleCounts counts = RuleCounts.of(rules);
    Differ differ = Differ.with(rules);
    Runnable some =
        () -> {
          for (int i = 0; i < 1_000; i++) {
            differ.compare(list(1, 1), list(2, 1), counts);
          }
        };
    Thread[] threads = {new Thread(some), new Thread(some), new Thread(some)};
    Arrays.stream(threads).forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(counts.hits().values()).containsExactly(3_000L);
    assertThat(counts.leaves()).isEqualTo(2 * (3_000 / 64 + 1));
  }
}
