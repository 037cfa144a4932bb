package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import org.junit.jupiter.api.Test;

/** A verdict and a timeout race for a claimed call. */
class GivenUpTest {
  private final CallPoint point =
      Calls.point(
          Calls.ref(GivenUpTest.class, "a"), Calls.ref(GivenUpTest.class, "b"), null, Rules.none());
  private final Call call = Calls.call(point, "x");

  @Test
  void callThatIsGivenUpIsNotSettled() {
    assertThat(call.claim()).isTrue();
    assertThat(call.giveUp(Fate.UNANSWERED, "too long")).isTrue();
    assertThat(call.settle()).isFalse();
    assertThat(call.giveUp(Fate.UNANSWERED, "again")).isFalse();
    assertThat(point.ledger().total(Fate.UNANSWERED)).isEqualTo(1);
    assertThat(Calls.reasons(point)).containsExactly("unanswered: too long");
  }

  @Test
  void callThatIsSettledIsNotGivenUp() {
    call.claim();
    assertThat(call.settle()).isTrue();
    assertThat(call.giveUp(Fate.UNANSWERED, "too long")).isFalse();
    call.conclude(Fate.MATCHED, null);
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
    assertThat(point.ledger().total(Fate.UNANSWERED)).isZero();
  }

  @Test
  void unclaimedCallIsNeitherSettledNorGivenUp() {
    assertThat(call.settle()).isFalse();
    assertThat(call.giveUp(Fate.UNANSWERED, "too long")).isFalse();
    assertThat(call.claim()).isTrue();
  }
}
