package io.understudy.agent.ids;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.LedgerPage;
import io.understudy.compare.Outcome;
import io.understudy.compare.identity.Counterpart;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.IdPaths;
import io.understudy.compare.identity.Identities;
import io.understudy.journal.Fate;
import io.understudy.value.PathPattern;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UndecidedCallsTest {
  private final CallPoint point = Calls.point(Object.class, "a", Object.class, "b");
  private final PointIds ids =
      new PointIds(point, IdPaths.of(Collections.singletonMap(PathPattern.parse("/*"), "order")));
  private final Identities identities = Identities.empty();
  private final UndecidedCalls calls = new UndecidedCalls(identities, 3);

  private static Id id(Object value) {
    return Objects.requireNonNull(Id.of(value));
  }

  /** A call whose control has returned a list with one id. */
  private Call shows(long id) {
    LedgerPage page = point.ledger().page();
    page.intercepted();
    return new Call(
        point, page, 0, new Object[0], Outcome.returned(Collections.singletonList(id)), 1, 1);
  }

  @Test
  void laterCallWaitsForAnEarlierOneButNotTheOtherWay() {
    Call first = shows(7);
    Call second = shows(7);
    assertThat(calls.add(first, ids)).isTrue();
    assertThat(calls.add(second, ids)).isTrue();
    assertThat(calls.isAwaited("order", id(7), second)).isTrue();
    assertThat(calls.isAwaited("order", id(7), first)).isFalse();
    assertThat(calls.isAwaited("order", id(8), second)).isFalse();
    assertThat(calls.isAwaited("customer", id(7), second)).isFalse();
  }

  @Test
  void unregisteredCallWaitsForAllEarlierOnes() {
    calls.add(shows(7), ids);
    assertThat(calls.isAwaited("order", id(7), Calls.call(point))).isTrue();
  }

  @Test
  void concludedCallWithoutAPairHasNoCounterpart() {
    Call first = shows(7);
    calls.add(first, ids);
    first.end(Fate.TIMED_OUT, null);
    calls.concluded(first);
    assertThat(calls.size()).isZero();
    assertThat(calls.isAwaited("order", id(7), Calls.call(point))).isFalse();
    assertThat(identities.counterpart("order", id(7)).state())
        .isEqualTo(Counterpart.State.UNPAIRED);
  }

  @Test
  void pairedIdStaysPaired() {
    Call first = shows(7);
    calls.add(first, ids);
    identities.bind("order", id(7), id("n7"));
    first.end(Fate.MATCHED, null);
    calls.concluded(first);
    assertThat(identities.counterpart("order", id(7)).state()).isEqualTo(Counterpart.State.PAIRED);
  }

  @Test
  void registerIsBounded() {
    for (int i = 0; i < 3; i++) {
      assertThat(calls.add(shows(i), ids)).isTrue();
    }
    Call late = shows(3);
    assertThat(calls.add(late, ids)).isFalse();
    assertThat(calls.size()).isEqualTo(3);
    assertThat(calls.isAwaited("order", id(3), Calls.call(point))).isFalse();
  }

  @Test
  void conclusionOfAnUnknownCallChangesNothing() {
    calls.add(shows(7), ids);
    calls.concluded(Calls.call(point));
    assertThat(calls.size()).isEqualTo(1);
  }

  /** Calls that end elsewhere are removed when the register has grown. */
  @Test
  void unreportedEndsAreRemovedWhenTheRegisterHasGrown() {
    UndecidedCalls many = new UndecidedCalls(identities, 1_000);
    for (int i = 0; i < 200; i++) {
      Call call = shows(i);
      many.add(call, ids);
      call.end(Fate.DROPPED, "shutdown");
      many.isAwaited("order", id(-1), call);
    }
    assertThat(many.size()).isLessThan(70);
  }
}
