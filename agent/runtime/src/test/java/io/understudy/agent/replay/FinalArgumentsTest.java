package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.LedgerPage;
import io.understudy.compare.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FinalArgumentsTest {
  private static final Outcome CANDIDATE = Outcome.returned("x");
  private final CallPoint point = Calls.point(Object.class, "a", Object.class, "b");

  private Call call(Outcome control) {
    LedgerPage page = point.ledger().page();
    page.intercepted();
    return new Call(point, page, 0, new Object[0], control, 1, 100);
  }

  @Test
  void outcomeIsUnchangedIfTheControlKeepsNoArguments() {
    Call call = call(Outcome.returned("x"));
    assertThat(FinalArguments.with(new Object[] {"a"}, CANDIDATE, call)).isSameAs(CANDIDATE);
  }

  @Test
  void argumentsThatTheControlDoesNotKeepAreNull() {
    Call call = call(Outcome.returned("x").withArguments(new Object[] {null, "kept", null}));
    @Nullable Object[] arguments = {"a", "b", null};
    Outcome outcome = FinalArguments.with(arguments, CANDIDATE, call);
    assertThat(outcome.value()).isEqualTo("x");
    assertThat(outcome.arguments()).containsExactly(null, "b", null);
    assertThat(arguments).containsExactly("a", "b", null);
  }

  @Test
  void numbersOfArgumentsMayDiffer() {
    Call call = call(Outcome.returned("x").withArguments(new Object[] {null}));
    assertThat(FinalArguments.with(new Object[] {"a", "b"}, CANDIDATE, call).arguments())
        .containsExactly(null, "b");
    assertThat(FinalArguments.with(new Object[0], CANDIDATE, call).arguments()).isEmpty();
  }
}
