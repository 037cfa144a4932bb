package io.understudy.compare.rule;

import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.ComparisonMode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private static RulesBuilder all() {
    return Rules.builder()
        .mode(ComparisonMode.EXACT)
        .ignore(parse("/quotedAt"))
        .tolerateAbsolute(parse("/total"), CENT)
        .tolerateRelative(parse("/rate"), new BigDecimal("1e-9"))
        .unordered(parse("/tags"))
        .keyed(parse("/lines"), "sku")
        .rename(parse("/customerName"), parse("/customer/name"))
        .exceptionMessages(true)
        .arguments(true);
  }

  @Test
  void describedAsLines() {
    assertThat(all().build().describe())
        .containsExactly(
            "mode exact",
            "ignore /quotedAt",
            "tolerate /total within 0.01",
            "tolerate /rate within 1E-9 relative",
            "unordered /tags",
            "keyed /lines by sku",
            "rename /customerName to /customer/name",
            "exception message /** compared",
            "arguments after the call");
  }

  @Test
  void noRules() {
    assertThat(Rules.none().describe()).containsExactly("mode value");
    assertThat(Rules.none()).hasToString("mode value");
  }

  @Test
  void rootInDescription() {
    assertThat(Rules.builder().keyed(parse(""), "id").build())
        .hasToString("mode value; keyed \"\" by id");
  }

  @Test
  void equalByContent() {
    assertThat(all().build()).isEqualTo(all().build()).hasSameHashCodeAs(all().build());
    assertThat(all().build()).isNotEqualTo(all().ignore(parse("/id")).build());
    assertThat(all().build()).isNotEqualTo(Rules.none());
  }

  @Test
  void laterCallsOfTheBuilderDoNotChangeRules() {
    RulesBuilder builder = Rules.builder();
    Rules rules = builder.build();
    builder.ignore(parse("/id"));

    assertThat(rules.describe()).containsExactly("mode value");
  }

  @Test
  void sameRuleTwiceIsOneRule() {
    Rules rules =
        Rules.builder()
            .ignore(parse("/id"), parse("/id"))
            .keyed(parse("/lines"), "sku")
            .keyed(parse("/lines"), "sku")
            .build();

    assertThat(rules.describe()).containsExactly("mode value", "ignore /id", "keyed /lines by sku");
  }

  @Test
  void twoTolerancesForOnePath() {
    assertThatThrownBy(
            () ->
                Rules.builder()
                    .tolerateAbsolute(parse("/total"), CENT)
                    .tolerateRelative(parse("/total"), CENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "contradictory: tolerate /total within 0.01 and tolerate /total within 0.01 relative");
  }

  @Test
  void twoKeysForOneList() {
    assertThatThrownBy(
            () -> Rules.builder().keyed(parse("/lines"), "sku").keyed(parse("/lines"), "id"))
        .hasMessage("contradictory: keyed /lines by sku and keyed /lines by id");
  }

  @Test
  void twoTargetsForOnePart() {
    assertThatThrownBy(
            () -> Rules.builder().rename(parse("/a"), parse("/b")).rename(parse("/a"), parse("/c")))
        .hasMessage("contradictory: rename /a to /b and rename /a to /c");
  }

  @Test
  void keyedAndUnordered() {
    assertThatThrownBy(
            () -> Rules.builder().unordered(parse("/lines")).keyed(parse("/lines"), "sku").build())
        .hasMessage(
            "contradictory: unordered /lines and keyed /lines by sku"
                + " (keyed pairs the elements in any order already)");
  }

  @Test
  void ruleThatIsIgnored() {
    assertThatThrownBy(
            () ->
                Rules.builder()
                    .ignore(parse("/lines/*"))
                    .tolerateAbsolute(parse("/lines/0/price"), CENT)
                    .build())
        .hasMessage(
            "contradictory: ignore /lines/* and tolerate /lines/0/price within 0.01"
                + " (what is ignored is not compared, so the second can never apply)");
  }

  @Test
  void ignoredResultAndToleratedArgument() {
    Rules rules =
        Rules.builder()
            .ignore(parse(""))
            .arguments(true)
            .tolerateAbsolute(parse("/arguments/0/total"), CENT)
            .build();

    assertThat(rules.describe()).contains("ignore \"\"");
  }

  @Test
  void ignoringSomePlacesOfAToleranceIsAccepted() {
    Rules rules =
        Rules.builder()
            .ignore(parse("/lines/0"))
            .tolerateAbsolute(parse("/lines/*/price"), CENT)
            .build();

    assertThat(rules.describe()).hasSize(3);
  }

  @Test
  void twoPartsRenamedToOne() {
    assertThatThrownBy(
            () ->
                Rules.builder()
                    .rename(parse("/a"), parse("/c"))
                    .rename(parse("/b"), parse("/c"))
                    .build())
        .hasMessage(
            "contradictory: rename /a to /c and rename /b to /c"
                + " (two parts of the control cannot be one part of the candidate)");
  }

  @Test
  void renameWithoutChange() {
    assertThatThrownBy(() -> Rules.builder().rename(parse("/a"), parse("/a")).build())
        .hasMessage("rename /a to /a: both names are the same");
  }

  @Test
  void renameOfTheRoot() {
    assertThatThrownBy(() -> Rules.builder().rename(parse(""), parse("/a")).build())
        .hasMessage("rename \"\" to /a: the root has no name that could change");
  }

  @Test
  void renameWithAWildcardOfItsOwn() {
    assertThatThrownBy(
            () -> Rules.builder().rename(parse("/lines/*/a"), parse("/items/*/b")).build())
        .hasMessage(
            "rename /lines/*/a to /items/*/b: wildcards are allowed only in the part that both paths"
                + " share; if a list itself has another name, rename the list by a rule of its"
                + " own");
  }

  @Test
  void negativeTolerance() {
    assertThatThrownBy(() -> Rules.builder().tolerateAbsolute(parse("/a"), CENT.negate()))
        .hasMessage("a tolerance is 0 or more, not -0.01");
  }

  @Test
  void relativeToleranceOfEverything() {
    assertThatThrownBy(() -> Rules.builder().tolerateRelative(parse("/a"), BigDecimal.ONE))
        .hasMessage(
            "a relative tolerance is a share, 0 or more and less than 1 (1e-9 for a billionth),"
                + " not 1");
  }

  @Test
  void keyThatIsAPath() {
    assertThatThrownBy(() -> Rules.builder().keyed(parse("/lines"), "product/sku"))
        .hasMessage("keyed /lines: a key is the name of one part, not \"product/sku\"");
  }

  @Test
  void rulesOfTheControlIgnoreWhatOnlyTheCandidateMustMatch() {
    Rules rules =
        Rules.builder()
            .matches(RuleScope.parse("/id"), Pattern.compile("[0-9]+"))
            .absentIsNull(RuleScope.parse("/id"))
            .anyExceptionClass(RuleScope.everywhere())
            .exceptionClass("a.B", "c.D")
            .build();

    assertThat(rules.ofControl().describe())
        .containsExactly(
            "mode value", "ignore /id", "absent-is-null /id", "exception class /** as any class");
  }
}
