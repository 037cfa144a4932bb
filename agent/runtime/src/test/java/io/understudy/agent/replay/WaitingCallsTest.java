package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.ids.PendingIds;
import io.understudy.agent.ids.RunIds;
import io.understudy.compare.Outcome;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import io.understudy.value.PathPattern;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WaitingCallsTest {
  private static final long TICK = 10_000_000L;

  private final CallPoint create = point(0, "");
  private final CallPoint read = point(1, "/arguments/0");
  private final RunIds ids = new RunIds(Arrays.asList(create, read));
  private final CallSink sink =
      ids.before(
          new CallSink() {
            @Override
            public @Nullable String refusal() {
              return null;
            }

            @Override
            public void accept(Call call) {}
          });

  private static CallPoint point(int number, String path) {
    CallConfig config =
        CallConfig.builder("p" + number, Calls.ref(Object.class, "a"), Calls.ref(Object.class, "b"))
            .rules(Rules.builder().identity(PathPattern.parse(path), "order").build())
            .build();
    return new CallPoint(number, config, new Ledger(0));
  }

  private Call made(long id) {
    LedgerPage page = create.ledger().page();
    page.intercepted();
    Call call = new Call(create, page, 0, new Object[0], Outcome.returned(id), 1, 100);
    sink.accept(call);
    return call;
  }

  private PendingIds later(long id) {
    Call call = Calls.call(read, id);
    sink.accept(call);
    PendingIds awaited = ids.awaited(call);
    if (awaited == null) {
      throw new AssertionError("does not wait");
    }
    return awaited;
  }

  @Test
  void callsAreReadyInOrderOnceTheirIdsAreKnown() {
    WaitingCalls waiting = new WaitingCalls();
    Call seven = made(7);
    Call eight = made(8);
    PendingIds first = later(7);
    PendingIds second = later(8);
    PendingIds third = later(7);
    waiting.add(first, 0);
    waiting.add(second, 0);
    waiting.add(third, 0);
    assertThat(waiting.ready(0)).isNull();
    seven.end(Fate.MATCHED, null);
    waiting.verdictReached();
    assertThat(waiting.ready(1)).isSameAs(first.call());
    assertThat(waiting.ready(1)).isSameAs(third.call());
    assertThat(waiting.ready(1)).isNull();
    eight.end(Fate.MATCHED, null);
    assertThat(waiting.ready(1 + TICK)).isSameAs(second.call());
    assertThat(waiting.isEmpty()).isTrue();
  }

  @Test
  void timeAndNumberAreBounded() {
    WaitingCalls waiting = new WaitingCalls(2, 5 * TICK);
    made(7);
    PendingIds first = later(7);
    PendingIds second = later(7);
    PendingIds third = later(7);
    waiting.add(first, 0);
    waiting.add(second, 3 * TICK);
    waiting.add(third, 3 * TICK);
    assertThat(Calls.reasons(read))
        .containsExactly("unanswered: too many calls wait for an id among their arguments");
    assertThat(waiting.ready(5 * TICK)).isNull();
    assertThat(read.ledger().total(Fate.UNANSWERED)).isEqualTo(2);
    assertThat(Calls.reasons(read))
        .contains("unanswered: an id among the arguments is still awaited after 30 s");
    waiting.drop();
    assertThat(read.ledger().total(Fate.DROPPED)).isEqualTo(1);
    assertThat(waiting.isEmpty()).isTrue();
  }

  @Test
  void callsBeyondTheBytesAreEnded() {
    WaitingCalls waiting = new WaitingCalls(10, WaitingCalls.PATIENCE);
    made(7);
    Call large = Calls.callOfBytes(read, 16L << 20, 7L);
    sink.accept(large);
    PendingIds awaited = ids.awaited(large);
    assertThat(awaited).isNotNull();
    waiting.add(awaited, 0);
    waiting.add(later(7), 0);
    assertThat(Calls.reasons(read)).containsExactly("unanswered: " + WaitingCalls.TOO_MANY);
    assertThat(waiting.isEmpty()).isFalse();
  }

  @Test
  void emptyCollectionHasNoReadyCall() {
    WaitingCalls waiting = new WaitingCalls();
    assertThat(waiting.ready(0)).isNull();
    waiting.verdictReached();
    assertThat(waiting.ready(0)).isNull();
    waiting.drop();
    assertThat(waiting.isEmpty()).isTrue();
  }
}
