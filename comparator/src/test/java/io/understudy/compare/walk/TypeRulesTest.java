package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.Tolerance;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Pair;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules by type and for every place, and their precedence. */
class TypeRulesTest {
  private static Tolerance within(String text) {
    return Tolerance.parse(text);
  }

  private static RuleScope type(Class<?> type) {
    return RuleScope.type(type.getName());
  }

  /** Something that is not to be compared. */
  private interface Noted {}

  private static class Audit implements Noted {
    final Object by;

    Audit(Object by) {
      this.by = by;
    }
  }

  private static final class LateAudit extends Audit {
    LateAudit(Object by) {
      super(by);
    }
  }

  @Test
  void appliesToTheClassItself() {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().ignore(type(Audit.class)));

    assertThat(comparing.differences(new Box(new Audit("a")), new Box(new Audit("b")))).isEmpty();
    assertThat(comparing.differences(new Box("a"), new Box("b"))).hasSize(1);
  }

  @Test
  void appliesToSubclassesAndImplementations() {
    for (Class<?> above : Arrays.asList(Audit.class, Noted.class, Object.class)) {
      ComparisonFixture comparing = ComparisonFixture.under(Rules.builder().ignore(type(above)));

      assertThat(comparing.differences(new LateAudit("a"), new LateAudit("b"))).isEmpty();
    }
  }

  @Test
  void appliesWhereOneSideHasTheType() {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().ignore(type(Audit.class)));

    assertThat(comparing.differences(new Box(new Audit("a")), new Box("none"))).isEmpty();
    assertThat(comparing.differences(new Box("none"), new Box(new Audit("a")))).isEmpty();
    assertThat(comparing.differences(new Box(new Audit("a")), new Box(null))).isEmpty();
    assertThat(comparing.differences(new Box(null), new Box(new Audit("a")))).isEmpty();
  }

  @Test
  void appliesToFrozenObjects() throws Uncapturable {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().ignore(type(Noted.class)));
    Object frozen = Freezer.freeze(new Box(new LateAudit("a")), new Meter(Bounds.DEFAULT));

    assertThat(comparing.differences(frozen, new Box(new Box("b")))).isEmpty();
  }

  @Test
  void ignoredTypeMayBeAbsent() {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().ignore(type(Audit.class)));
    Object audited = new Pair(1, new Audit("a"));

    assertThat(comparing.differences(map("a", 1, "b", new Audit("x")), map("a", 1))).isEmpty();
    assertThat(comparing.differences(map("a", 1), map("a", 1, "b", new Audit("x")))).isEmpty();
    assertThat(comparing.differences(list(audited), list(audited, new Audit("x")))).isEmpty();
    assertThat(comparing.differences(list(1, new Audit("x")), list(1))).isEmpty();
    assertThat(comparing.differences(map("a", 1, "b", 2), map("a", 1)))
        .containsExactly("/b MISSING: 2 / null");
  }

  @Test
  void contentOfAnOptionalHasItsOwnType() {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().ignore(type(Audit.class)));

    assertThat(comparing.differences(Optional.of(new Audit("a")), Optional.empty())).isEmpty();
    assertThat(comparing.differences(Optional.of(new Audit("a")), new Audit("b"))).isEmpty();
    assertThat(comparing.differences(Optional.of("a"), Optional.empty())).hasSize(1);
  }

  @Test
  void closestPathThenTypeThenEverywhere() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder()
                .tolerate(RuleScope.everywhere(), within("1"))
                .tolerate(type(BigDecimal.class), within("10"))
                .tolerate(RuleScope.parse("/**/far"), within("100")));

    assertThat(comparing.differences(map("a", 1), map("a", 2))).isEmpty();
    assertThat(comparing.differences(map("a", 1), map("a", 3))).hasSize(1);
    assertThat(comparing.differences(map("a", decimal(1)), map("a", 11))).isEmpty();
    assertThat(comparing.differences(map("a", 1), map("a", decimal(12)))).hasSize(1);
    assertThat(comparing.differences(map("far", decimal(1)), map("far", 101))).isEmpty();
    assertThat(comparing.differences(map("far", decimal(1)), map("far", 102))).hasSize(1);
  }

  @Test
  void classBeforeItsSupertypes() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder()
                .tolerate(type(Number.class), within("10"))
                .tolerate(type(Comparable.class), within("100"))
                .tolerate(type(Integer.class), within("1")));

    assertThat(comparing.differences(1, 3)).hasSize(1);
    assertThat(comparing.differences(1L, 11L)).isEmpty();
    assertThat(comparing.differences(1L, 12L)).hasSize(1);
    // The candidate's class itself is closer than a superclass of the control's class.
    assertThat(comparing.differences(1L, 3)).hasSize(1);
  }

  @Test
  void unorderedByType() {
    ComparisonFixture comparing =
        ComparisonFixture.under(Rules.builder().unordered(type(List.class)));

    assertThat(
            comparing.differences(new Box(list(1, 2, list(3, 4))), new Box(list(list(4, 3), 2, 1))))
        .isEmpty();
    assertThat(comparing.differences(list(1, 1, 2), list(1, 2, 2))).isNotEmpty();
  }

  @Test
  void pathIsCloserThanKeyedByType() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder().keyed(type(List.class), "left").unordered(RuleScope.parse("/content")));
    Object mine = list(new Pair(1, "a"), new Pair(2, "b"));
    Object theirs = list(new Pair(2, "b"), new Pair(1, "A"));

    assertThat(comparing.differences(mine, theirs)).containsExactly("[left=1]/right VALUE: a / A");
    assertThat(comparing.differences(new Box(mine), new Box(theirs)))
        .containsExactly("/content/0/right VALUE: a / A");
  }

  @Test
  void unorderedElementsUnderARuleOfOneSidesType() {
    // Only a trial of the pair can find this: the long has no rule of its own.
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder()
                .unordered(RuleScope.parse(""))
                .tolerate(type(BigDecimal.class), within("1")));

    assertThat(comparing.differences(list(decimal(5), 1L), list(1L, 6L))).isEmpty();
    assertThat(comparing.differences(list(1L, 6L), list(decimal(5), 1L))).isEmpty();
    assertThat(comparing.differences(list(decimal(5), 2L), list(1L, 6L))).isNotEmpty();
    // 2 may have 1 or 3, and 4 must have 3.
    assertThat(comparing.differences(list(decimal(2), decimal(4)), list(3L, 1L))).isEmpty();
  }

  @Test
  void manyUnorderedElementsUnderARuleByType() {
    List<Object> mine = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      mine.add(new Pair(i, new Audit(i)));
    }
    List<Object> theirs = new ArrayList<>();
    for (int i = 4_999; i >= 0; i--) {
      theirs.add(new Pair(i == 77 ? -1 : i, new Audit("other")));
    }
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder().unordered(RuleScope.parse("")).ignore(type(Audit.class)));

    assertThat(comparing.differences(mine, theirs)).containsExactly("/77/left VALUE: 77 / -1");
  }

  @Test
  void ignoredTypesInSetsNeedNoPartner() {
    ComparisonFixture comparing =
        ComparisonFixture.under(
            Rules.builder().unordered(RuleScope.everywhere()).ignore(type(Audit.class)));
    Object mine = list(list(1, new Audit("x")), list(2));
    Object theirs = list(list(2), list(1));

    assertThat(comparing.differences(mine, theirs)).isEmpty();
  }

  private static BigDecimal decimal(int number) {
    return BigDecimal.valueOf(number);
  }
}
