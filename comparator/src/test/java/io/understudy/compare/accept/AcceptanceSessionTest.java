package io.understudy.compare.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class AcceptanceSessionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void freshSessionHasCoveredNothing() {
    AcceptanceSession session = session(acceptance("A", "/a", DAY));
    assertThat(session.ids()).isEmpty();
    assertThat(session.missing()).isEmpty();
    assertThat(session.hasCovered(0)).isFalse();
    assertThat(session.coveredNumbers().isEmpty()).isTrue();
    assertThat(session.amount(0)).isZero();
    assertThat(session.day()).isEqualTo(DAY);
    assertThat(session.mark()).isNull();
  }

  @Test
  void firstMatchingAcceptanceCovers() {
    AcceptanceSession session =
        session(
            acceptance("A", "/a", DAY), acceptance("B", "/**", DAY), acceptance("C", "/b", DAY));
    assertThat(session.acceptanceIdOf(difference("a"))).isEqualTo("A");
    assertThat(session.acceptanceIdOf(difference("b"))).isEqualTo("B");
    assertThat(session.acceptanceIdOf(difference("b"))).isEqualTo("B");
    assertThat(session.ids()).containsExactly("A", "B");
    assertThat(session.coveredNumbers()).isEqualTo(bits(0, 1));
    assertThat(session.hasCovered(2)).isFalse();
  }

  @Test
  void differenceWithoutAcceptanceIsNotCovered() {
    AcceptanceSession session = session(acceptance("A", "/a", DAY));
    assertThat(session.acceptanceIdOf(difference("b"))).isNull();
    assertThat(session.ids()).isEmpty();
    assertThat(session.missing()).isEmpty();
  }

  @Test
  void missingAcceptancesAreSortedAndHaveAReason() {
    Acceptances all =
        Acceptances.of(
            Arrays.asList(
                acceptance("Z", "/a", DAY.minusDays(1)),
                acceptance("B", "/a", DAY),
                acceptance("A", "/a", DAY.minusYears(1))));
    AcceptanceSession session = new AcceptanceSession(all, DAY, bits(1));
    assertThat(session.acceptanceIdOf(difference("a"))).isNull();
    assertThat(session.missing()).containsExactly("A · expired", "B · breached", "Z · expired");
  }

  /** An acceptance that is breached and expired is reported as expired: the date ends it. */
  @Test
  void expiredAndBreachedAcceptanceIsExpired() {
    Acceptances all = Acceptances.of(Arrays.asList(acceptance("A", "/a", DAY.minusDays(1))));
    AcceptanceSession session = new AcceptanceSession(all, DAY, bits(0));
    assertThat(session.acceptanceIdOf(difference("a"))).isNull();
    assertThat(session.missing()).containsExactly("A · expired");
  }

  @Test
  void coveredNumbersIntersectGivenNumbers() {
    AcceptanceSession session = session(acceptance("A", "/a", DAY), acceptance("B", "/b", DAY));
    assertThat(session.hasCoveredAny(bits(0, 1))).isFalse();
    session.acceptanceIdOf(difference("b"));
    assertThat(session.hasCoveredAny(bits())).isFalse();
    assertThat(session.hasCoveredAny(bits(0))).isFalse();
    assertThat(session.hasCoveredAny(bits(0, 1))).isTrue();
  }

  @Test
  void amountIsSummedOnlyIfItIsLimited() {
    AcceptanceSession session =
        session(
            acceptance("A", "/a", DAY).within(AcceptanceLimit.none().amount(new BigDecimal("100"))),
            acceptance("B", "/b", DAY));
    session.acceptanceIdOf(difference("a"));
    session.acceptanceIdOf(difference("a"));
    session.acceptanceIdOf(difference("b"));
    assertThat(session.amount(0)).isEqualByComparingTo("0.02");
    assertThat(session.amount(1)).isZero();
  }

  @Test
  void rollBackRestoresTheMark() {
    AcceptanceSession session =
        session(
            acceptance("A", "/a", DAY).within(AcceptanceLimit.none().amount(BigDecimal.TEN)),
            acceptance("B", "/b", DAY.minusDays(1)));
    session.acceptanceIdOf(difference("a"));
    Object mark = session.mark();
    session.acceptanceIdOf(difference("a"));
    session.acceptanceIdOf(difference("b"));
    assertThat(session.amount(0)).isEqualByComparingTo("0.02");
    assertThat(session.missing()).containsExactly("B · expired");

    session.rollBack(mark);
    assertThat(session.amount(0)).isEqualByComparingTo("0.01");
    assertThat(session.ids()).containsExactly("A");
    assertThat(session.missing()).isEmpty();
  }

  @Test
  void rollBackToTheSameMarkWorksAgain() {
    AcceptanceSession session = session(acceptance("A", "/a", DAY), acceptance("B", "/b", DAY));
    session.acceptanceIdOf(difference("a"));
    Object mark = session.mark();
    for (int i = 0; i < 3; i++) {
      session.acceptanceIdOf(difference("b"));
      session.rollBack(mark);
      assertThat(session.ids()).containsExactly("A");
    }
  }

  @Test
  void rollBackToTheStartForgetsEverything() {
    AcceptanceSession session =
        session(acceptance("A", "/a", DAY), acceptance("B", "/b", DAY.minusDays(1)));
    Object start = session.mark();
    session.acceptanceIdOf(difference("a"));
    session.acceptanceIdOf(difference("b"));
    session.rollBack(start);
    assertThat(session.ids()).isEmpty();
    assertThat(session.missing()).isEmpty();
    assertThat(session.amount(0)).isZero();
  }

  @Test
  void coveredNumbersAreACopy() {
    AcceptanceSession session = session(acceptance("A", "/a", DAY));
    session.acceptanceIdOf(difference("a"));
    session.coveredNumbers().clear();
    assertThat(session.coveredNumbers()).isEqualTo(bits(0));
  }

  private static AcceptanceSession session(Acceptance... inOrder) {
    return Acceptances.of(Arrays.asList(inOrder)).on(DAY);
  }

  private static Acceptance acceptance(String id, String path, LocalDate until) {
    AcceptanceCondition where =
        AcceptanceCondition.builder()
            .path(PathPattern.parse(path))
            .delta(DeltaRange.parse("1"))
            .build();
    return Acceptance.of(id, where, "agreed", "ops", until);
  }

  private static Difference difference(String part) {
    return new Difference(
        Path.root().part(part),
        DifferenceKind.VALUE,
        new BigDecimal("1.00"),
        new BigDecimal("0.99"));
  }

  private static BitSet bits(int... numbers) {
    BitSet bits = new BitSet();
    for (int number : numbers) {
      bits.set(number);
    }
    return bits;
  }
}
