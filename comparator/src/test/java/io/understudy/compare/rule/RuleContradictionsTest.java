package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules that contradict each other; RulesTest has the other sorts. */
class RuleContradictionsTest {
  private static final RuleScope A = RuleScope.parse("/a");
  private static final Rounding CENTS = Rounding.of(2, RoundingMode.HALF_UP, null);

  private static String refusal(Consumer<RulesBuilder> rules) {
    RulesBuilder builder = Rules.builder();
    try {
      rules.accept(builder);
      builder.build();
    } catch (IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
    return "none";
  }

  @Test
  void twoRulesOfOneSortAndScope() {
    assertThat(refusal(to -> to.text(A, TextRule.TRIM).text(A, TextRule.NFC)))
        .isEqualTo("contradictory: text /a trim and text /a nfc");
    assertThat(refusal(to -> to.parse(A, TextFormat.JSON).parse(A, TextFormat.XML)))
        .isEqualTo("contradictory: parse /a as json and parse /a as xml");
    assertThat(
            refusal(
                to ->
                    to.codes(A, Collections.singletonMap("1", "2"))
                        .codes(A, Collections.singletonMap("1", "3"))))
        .isEqualTo("contradictory: codes /a 1=2 and codes /a 1=3");
    assertThat(
            refusal(
                to ->
                    to.tolerate(RuleScope.everywhere(), Tolerance.parse("1"))
                        .tolerate(RuleScope.everywhere(), Tolerance.parse("5s"))))
        .isEqualTo("contradictory: tolerate /** within 1 and tolerate /** within 5s");
    assertThat(refusal(to -> to.exceptionClass("a.B", "c.D").exceptionClass("a.B", "c.E")))
        .isEqualTo("contradictory: exception class a.B as c.D and exception class a.B as c.E");
  }

  @Test
  void severalMasksOfOneScope() {
    assertThat(
            refusal(to -> to.mask(A, Pattern.compile("[0-9]")).mask(A, Pattern.compile("[a-z]"))))
        .isEqualTo("none");
  }

  @Test
  void toleranceAndRounding() {
    assertThat(refusal(to -> to.round(A, CENTS).tolerate(A, Tolerance.parse("1"))))
        .isEqualTo(
            "contradictory: tolerate /a within 1 and round /a to 2 decimals, control HALF_UP,"
                + " candidate not rounded (a tolerance accepts numbers that the rounding refuses:"
                + " state one of them)");
  }

  @Test
  void codesAndQuantities() {
    Consumer<RulesBuilder> codes = to -> to.codes(A, Collections.singletonMap("1", "2"));

    assertThat(refusal(codes.andThen(to -> to.tolerate(A, Tolerance.parse("1")))))
        .isEqualTo(
            "contradictory: codes /a 1=2 and tolerate /a within 1 (a code is not a quantity that"
                + " can be near another)");
    assertThat(refusal(codes.andThen(to -> to.round(A, CENTS)))).contains("is not a quantity");
  }

  @Test
  void documentsAndTexts() {
    assertThat(refusal(to -> to.parse(A, TextFormat.JSON).text(A, TextRule.TRIM)))
        .isEqualTo(
            "contradictory: parse /a as json and text /a trim (a text that contains a document"
                + " is compared as that document: name the places in it)");
    RuleScope texts = RuleScope.type("java.lang.String");
    assertThat(refusal(to -> to.parse(texts, TextFormat.JSON).text(texts, TextRule.TRIM)))
        .isEqualTo("none");
  }

  @Test
  void comparatorDecidesAlone() {
    Consumer<RulesBuilder> comparator = to -> to.comparator(A, "mine", Object::equals);

    assertThat(
            refusal(
                comparator.andThen(
                    to -> to.tolerate(RuleScope.parse("/a/b"), Tolerance.parse("1")))))
        .isEqualTo(
            "contradictory: comparator /a by mine and tolerate /a/b within 1 (a comparator decides"
                + " alone for this place and below, so the second can never apply)");
    assertThat(refusal(comparator.andThen(to -> to.absentIsNull(A)))).isEqualTo("none");
    assertThat(refusal(comparator.andThen(to -> to.ignore(A))))
        .contains("ignore /a and comparator");
  }

  @Test
  void ignoredByTypeOrEverywhere() {
    RuleScope type = RuleScope.type("com.acme.Money");

    assertThat(refusal(to -> to.ignore(type).tolerate(type, Tolerance.parse("1"))))
        .isEqualTo(
            "contradictory: ignore com.acme.Money and tolerate com.acme.Money within 1 (what is"
                + " ignored is not compared, so the second can never apply)");
    assertThat(refusal(to -> to.ignore(RuleScope.everywhere()).nullIsEmpty(A)))
        .startsWith("contradictory: ignore /** and null-is-empty /a");
    assertThat(refusal(to -> to.ignore(type).tolerate(A, Tolerance.parse("1")))).isEqualTo("none");
  }

  @Test
  void exceptionsHaveNoPath() {
    assertThat(refusal(to -> to.exceptionMessages(A, true)))
        .isEqualTo(
            "exception message /a compared: an exception has no path; name its class, or /** for"
                + " all");
    assertThat(refusal(to -> to.exceptionClass("a.B", "a.B")))
        .isEqualTo("exception class a.B as a.B: both classes are the same");
    assertThat(refusal(to -> to.ignore(RuleScope.everywhere()).exceptionMessages(true)))
        .isEqualTo("none");
  }

  @Test
  void sameRuleTwiceIsOneRule() {
    Rules rules =
        Rules.builder()
            .text(A, TextRule.TRIM, TextRule.IGNORE_CASE)
            .text(A, TextRule.IGNORE_CASE, TextRule.TRIM)
            .mask(A, Pattern.compile("x"))
            .mask(A, Pattern.compile("x"))
            .build();

    assertThat(rules.describe())
        .containsExactly("mode value", "text /a ignore-case, trim", "mask /a matching x");
  }

  @Test
  void noCodes() {
    assertThatThrownBy(() -> Rules.builder().codes(A, Collections.emptyMap()))
        .hasMessage("codes /a: map at least one code of the control to the candidate's");
  }

  @Test
  void rulesThatDecideAloneForOneScope() {
    Pattern digits = Pattern.compile("[0-9]+");

    assertThat(refusal(to -> to.anyValue(A).tolerate(A, Tolerance.parse("1"))))
        .isEqualTo(
            "contradictory: any-value /a and tolerate /a within 1 (any value is accepted there, so"
                + " the second can never apply)");
    assertThat(refusal(to -> to.matches(A, digits).text(A, TextRule.TRIM)))
        .isEqualTo(
            "contradictory: matches /a [0-9]+ and text /a trim (only the candidate's text counts"
                + " there, so the second can never apply)");
    assertThat(refusal(to -> to.matches(A, digits).anyValue(A)))
        .startsWith("contradictory: matches /a [0-9]+ and any-value /a");
    assertThat(refusal(to -> to.textAsNumber(A).mask(A, digits)))
        .startsWith("contradictory: text-as-number /a and mask /a matching [0-9]+");
    assertThat(refusal(to -> to.textAsNumber(A).tolerate(A, Tolerance.parse("1"))))
        .isEqualTo("none");
    assertThat(refusal(to -> to.anyValue(A).tolerate(RuleScope.everywhere(), Tolerance.parse("1"))))
        .isEqualTo("none");
  }

  @Test
  void pairingsOfOneList() {
    assertThat(refusal(to -> to.asSet(A).unordered(A)))
        .isEqualTo(
            "contradictory: unordered /a and as-set /a (a set has no order: state one of them)");
    assertThat(refusal(to -> to.asSet(A).keyed(A, "id")))
        .isEqualTo(
            "contradictory: as-set /a and keyed /a by id (keyed pairs each element, duplicates"
                + " too)");
  }

  @Test
  void scopesOfExceptionsAreClasses() {
    assertThat(refusal(to -> to.exceptionMessages(RuleScope.parse("com.acme.*"), true)))
        .isEqualTo(
            "exception message com.acme.* compared: the class of an exception is named in full,"
                + " without * and without a pair");
    assertThat(refusal(to -> to.anyExceptionClass(RuleScope.parse("a.B -> c.D"))))
        .endsWith("the class of an exception is named in full, without * and without a pair");
    assertThat(refusal(to -> to.anyExceptionClass(A)))
        .isEqualTo(
            "exception class /a as any class: an exception has no path; name its class, or /** for"
                + " all");
  }

  @Test
  void limitsOfPairsOfTypes() {
    assertThat(refusal(to -> to.only(RuleScope.types("a.B", "c.D"))))
        .isEqualTo("only a.B -> c.D: a pair of types has no place of its own; name one class");
  }

  @Test
  void patternsThatCoverOtherRules() {
    assertThat(
            refusal(
                to ->
                    to.ignore(RuleScope.parse("/sp*"))
                        .tolerate(RuleScope.parse("/span/a"), Tolerance.parse("1"))))
        .startsWith("contradictory: ignore /sp* and tolerate /span/a within 1");
    assertThat(
            refusal(
                to ->
                    to.ignore(RuleScope.parse("/sp*"))
                        .tolerate(RuleScope.parse("/s*"), Tolerance.parse("1"))))
        .isEqualTo("none");
    assertThat(
            refusal(
                to ->
                    to.ignore(RuleScope.parse("/*"))
                        .tolerate(RuleScope.parse("/s*"), Tolerance.parse("1"))))
        .startsWith("contradictory");
    assertThat(refusal(to -> to.ignore(A).only(RuleScope.parse("/a/b")))).isEqualTo("none");
  }

  @Test
  void stateOfNoSide() {
    assertThat(refusal(to -> to.ignoreWhere(A)))
        .isEqualTo(
            "ignore-where /a: say what a side has there, such as candidate null or control absent");
  }
}
