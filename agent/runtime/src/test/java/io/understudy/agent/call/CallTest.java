package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import org.junit.jupiter.api.Test;

class CallTest {
  private final CallPoint point = Calls.point(Object.class, "a", Object.class, "b");

  private long ended(Fate fate) {
    return point.ledger().page().endedCount(fate);
  }

  @Test
  void partsOfACall() {
    Receiver receiver = new Receiver("live", String.class);
    LedgerPage page = point.ledger().page();
    Object[] arguments = {1};
    Call call =
        new Call(point, page, 1_700_000_000_000L, arguments, Outcome.returned(2), 30, 40, receiver);
    assertThat(call.point()).isSameAs(point);
    assertThat(call.page()).isSameAs(page);
    assertThat(call.calledAtMillis()).isEqualTo(1_700_000_000_000L);
    assertThat(call.arguments()).isSameAs(arguments);
    assertThat(call.control().value()).isEqualTo(2);
    assertThat(call.controlNanos()).isEqualTo(30);
    assertThat(call.bytes()).isEqualTo(40);
    assertThat(call.receiver()).isSameAs(receiver);
    assertThat(receiver.object()).isEqualTo("live");
    assertThat(receiver.declaring()).isSameAs(String.class);
  }

  @Test
  void callWithoutReceiverIsNotRepeated() {
    assertThat(Calls.call(point).receiver()).isNull();
  }

  @Test
  void onlyTheFirstClaimSucceeds() {
    Call call = Calls.call(point);
    assertThat(call.isClaimed()).isFalse();
    assertThat(call.claim()).isTrue();
    assertThat(call.isClaimed()).isTrue();
    assertThat(call.claim()).isFalse();
    assertThat(call.isConcluded()).isFalse();
    call.conclude(Fate.MATCHED, null);
    assertThat(call.isConcluded()).isTrue();
    assertThat(ended(Fate.MATCHED)).isEqualTo(1);
  }

  @Test
  void callEndsOnce() {
    Call call = Calls.call(point);
    assertThat(call.end(Fate.DROPPED, "queue full (calls)")).isTrue();
    assertThat(call.end(Fate.MATCHED, null)).isFalse();
    assertThat(ended(Fate.DROPPED)).isEqualTo(1);
    assertThat(ended(Fate.MATCHED)).isZero();
    assertThat(Calls.reasons(point)).containsExactly("dropped: queue full (calls)");
  }

  @Test
  void frozenArgumentsOfTheCandidateAreAbsentUnlessTheyWereTranslated() {
    Call call = Calls.call(point, 7L);
    assertThat(call.given()).isNull();
    call.given(new Object[] {"n7"});
    assertThat(call.given()).containsExactly("n7");
  }

  @Test
  void siteIsTheWovenMethod() {
    Call call = Calls.call(point);
    assertThat(call.site()).isNull();
    Site site = new Site("java.lang.String", "length", "()I", null);
    call.cameFrom(site);
    assertThat(call.site()).isSameAs(site);
  }

  /** Of several deployments of one class, the class that was called. */
  @Test
  void controlClassOfACallIsTheClassOfItsSite() {
    ControlClasses last = any -> Integer.class;
    Call call = Calls.call(point);
    assertThat(last.of(call)).isSameAs(Integer.class);
    call.cameFrom(new Site("java.lang.String", "length", "()I", null));
    assertThat(last.of(call)).isSameAs(String.class);
  }
}
