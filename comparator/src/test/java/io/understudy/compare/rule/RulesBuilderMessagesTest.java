package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message with which a builder refuses rules, and pairs of rules that it accepts. */
class RulesBuilderMessagesTest {
  private static final RuleScope A = RuleScope.parse("/a");
  private static final RuleScope MONEY = RuleScope.type("com.acme.Money");
  private static final RuleScope EVERYWHERE = RuleScope.everywhere();
  private static final Rounding CENTS = Rounding.of(2, RoundingMode.HALF_UP, null);
  private static final Tolerance ONE = Tolerance.parse("1");

  private static PathPattern path(String text) {
    return PathPattern.parse(text);
  }

  private static String refusal(Consumer<RulesBuilder> rules) {
    RulesBuilder builder = Rules.builder();
    try {
      rules.accept(builder);
      builder.build();
    } catch (IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
    return "accepted";
  }

  private static Arguments refused(String message, Consumer<RulesBuilder> rules) {
    return Arguments.of(message, rules);
  }

  private static final String NEVER =
      " (what is ignored is not compared, so the second can never apply)";
  private static final String DECIDED =
      " (a comparator decides alone for this place and below, so the second can never apply)";

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("keyed /a: name the part that tells elements apart", to -> to.keyed(path("/a"))),
        refused(
            "keyed \"\": a key is the name of one part, not \"\"", to -> to.keyed(path(""), "")),
        refused(
            "keyed com.acme.Money: a key is the name of one part, not \"/id\"",
            to -> to.keyed(MONEY, "id", "/id")),
        refused("keyed /a: one part is named twice", to -> to.keyed(A, "id", "no", "id")),
        refused(
            "identity /id: a namespace is one word, such as order",
            to -> to.identity(path("/id"), "order id")),
        refused(
            "identity \"\": a namespace is one word, such as order",
            to -> to.identity(path(""), "")),
        refused(
            "identity /id: a namespace is one word, such as order",
            to -> to.identity(path("/id"), "a/b")),
        refused(
            "contradictory: identity /id of a and identity /id of b",
            to -> to.identity(path("/id"), "a").identity(path("/id"), "b")),
        refused(
            "contradictory: tolerate /id within 1 and identity /id of a"
                + " (ids are paired, not measured)",
            to -> to.identity(path("/id"), "a").tolerateAbsolute(path("/id"), BigDecimal.ONE)),
        refused("text /a: say what does not count, such as ignore-case or trim", to -> to.text(A)),
        refused(
            "codes /**: map at least one code of the control to the candidate's",
            to -> to.codes(EVERYWHERE, Collections.emptyMap())),
        refused(
            "contradictory: comparator /a by one and comparator /a by two",
            to -> to.comparator(A, "one", Object::equals).comparator(A, "two", Object::equals)),
        refused(
            "contradictory: comparator /a by com.acme.Same and comparator /a by com.acme.Other",
            to -> to.comparator(A, "com.acme.Same").comparator(A, "com.acme.Other")),
        refused(
            "contradictory: comparator /** by c and tolerate /a within 1" + DECIDED,
            to -> to.comparator(EVERYWHERE, "c", Object::equals).tolerate(A, ONE)),
        refused(
            "contradictory: comparator com.acme.Money by c and round com.acme.Money to 2 decimals,"
                + " control HALF_UP, candidate not rounded"
                + DECIDED,
            to -> to.comparator(MONEY, "c", Object::equals).round(MONEY, CENTS)),
        refused(
            "contradictory: comparator /a by c and mask /a/*/b matching x" + DECIDED,
            to ->
                to.comparator(A, "c", Object::equals)
                    .mask(RuleScope.parse("/a/*/b"), Pattern.compile("x"))),
        refused(
            "contradictory: ignore /a and unordered /a/b" + NEVER,
            to -> to.ignore(A).unordered(path("/a/b"))),
        refused(
            "contradictory: ignore /* and absent-is-null /a" + NEVER,
            to -> to.ignore(path("/*")).absentIsNull(A)),
        refused(
            "contradictory: ignore com.acme.Money and codes com.acme.Money 1=2" + NEVER,
            to -> to.ignore(MONEY).codes(MONEY, Collections.singletonMap("1", "2"))),
        refused(
            "rename /a to \"\": the root has no name that could change",
            to -> to.rename(path("/a"), path(""))),
        refused(
            "rename /**/a to /b: wildcards are allowed only in the part that both paths share; if a"
                + " list itself has another name, rename the list by a rule of its own",
            to -> to.rename(path("/**/a"), path("/b"))),
        refused(
            "exception class com.acme.A as com.acme.A: both classes are the same",
            to -> to.exceptionClass("com.acme.A", "com.acme.A")),
        refused(
            "contradictory: exception message com.acme.A compared and exception message com.acme.A"
                + " not compared",
            to ->
                to.exceptionMessages(RuleScope.type("com.acme.A"), true)
                    .exceptionMessages(RuleScope.type("com.acme.A"), false)),
        refused(
            "contradictory: exception message /** compared without what matches x and exception"
                + " message /** compared",
            to -> to.exceptionMessages(EVERYWHERE, Pattern.compile("x")).exceptionMessages(true)),
        refused(
            "contradictory: exception cause /** not compared and exception cause /** compared",
            to -> to.exceptionCauses(EVERYWHERE, false).exceptionCauses(true)),
        refused(
            "exception cause /a compared: an exception has no path; name its class, or /** for all",
            to -> to.exceptionCauses(A, true)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusalsNameTheRules(String message, Consumer<RulesBuilder> rules) {
    assertThat(refusal(rules)).isEqualTo(message);
  }

  static Stream<Consumer<RulesBuilder>> accepted() {
    return Stream.of(
        to -> to.ignore(A).rename(path("/a"), path("/b")),
        to -> to.ignore(A).ignore(path("/a/b")),
        to -> to.ignore(path("/a/b")).tolerate(A, ONE),
        to -> to.ignore(path("/a/*")).tolerate(RuleScope.parse("/a/**"), ONE),
        to -> to.ignore(path("")).tolerate(RuleScope.parse("/arguments/0"), ONE),
        to -> to.ignore(MONEY).tolerate(EVERYWHERE, ONE),
        to -> to.comparator(A, "c", Object::equals).rename(path("/a"), path("/b")),
        to -> to.comparator(A, "c", Object::equals).identity(path("/a/id"), "x"),
        to -> to.tolerate(A, ONE).text(A, TextRule.TRIM).mask(A, Pattern.compile("x")),
        to -> to.parse(EVERYWHERE, TextFormat.JSON).text(EVERYWHERE, TextRule.TRIM),
        to -> to.codes(A, Collections.singletonMap("1", "2")).tolerate(EVERYWHERE, ONE),
        to -> to.unordered(A).keyed(MONEY, "id"),
        to -> to.exceptionMessages(MONEY, true).exceptionMessages(EVERYWHERE, false),
        to -> to.tolerate(A, Tolerance.parse("0.50")).tolerate(A, Tolerance.parse("0.5")));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void rulesThatCanBothApplyAreAccepted(Consumer<RulesBuilder> rules) {
    assertThat(refusal(rules)).isEqualTo("accepted");
  }

  @Test
  void builderRefusesAtOnceWhatAnEarlierRuleContradicts() {
    RulesBuilder builder = Rules.builder().tolerate(A, ONE);

    assertThat(refusal(ignored -> builder.tolerate(A, Tolerance.parse("2"))))
        .isEqualTo("contradictory: tolerate /a within 1 and tolerate /a within 2");
    assertThat(builder.build().describe()).containsExactly("mode value", "tolerate /a within 1");
  }

  @Test
  void rulesOfTheControlLeaveOutWhatDescribesTheCandidate() {
    Rules rules =
        Rules.builder()
            .ignore(A)
            .rename(path("/b"), path("/c"))
            .codes(RuleScope.parse("/d"), Collections.singletonMap("1", "2"))
            .round(RuleScope.parse("/e"), CENTS)
            .exceptionClass("com.acme.A", "com.acme.B")
            .exceptionMessages(true)
            .arguments(true)
            .build();

    assertThat(rules.ofControl().describe())
        .containsExactly(
            "mode value",
            "ignore /a",
            "exception message /** compared",
            "arguments after the call");
  }

  @Test
  void argumentsAreAddedToRules() {
    Rules rules = Rules.builder().ignore(A).build();

    assertThat(rules.arguments()).isFalse();
    assertThat(rules.comparingArguments().arguments()).isTrue();
    assertThat(rules.comparingArguments().describe())
        .containsExactly("mode value", "ignore /a", "arguments after the call");
    Rules already = rules.comparingArguments();
    assertThat(already.comparingArguments()).isSameAs(already);
  }

  @Test
  void namespacesByPath() {
    Rules rules =
        Rules.builder().identity(path("/id"), "order").identity(path("/**"), "any").build();

    assertThat(rules.identity())
        .containsEntry(path("/id"), "order")
        .containsEntry(path("/**"), "any")
        .hasSize(2);
  }
}
