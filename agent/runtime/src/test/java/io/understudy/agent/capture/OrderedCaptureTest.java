package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallOrder;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallTurn;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.OrderConfig;
import io.understudy.journal.Fate;
import io.understudy.plays.Plays;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What capture tells the order of each call. */
final class OrderedCaptureTest {
  private static final OrderConfig ARGUMENT = OrderConfig.of("/arguments/0", null);

  private final CaptureHarness harness = new CaptureHarness();
  private final Recorder order = new Recorder();

  /** Records the steps; keys are the first arguments. */
  private static final class Recorder extends CallOrder {
    final List<String> steps = new ArrayList<>();
    boolean isByReceiver;
    @Nullable String refusal;

    @Override
    public @Nullable String refusal() {
      return refusal;
    }

    @Override
    public boolean isByReceiver() {
      return isByReceiver;
    }

    @Override
    public CallTurn ofReceiver(@Nullable Object self) {
      return turn(self == null ? "null" : self.getClass().getName());
    }

    @Override
    public CallTurn ofArguments(@Nullable Object[] arguments) throws Uncapturable {
      if (arguments[0] == null) {
        throw new Uncapturable("the order key is null");
      }
      return turn(arguments[0].toString());
    }

    @Override
    public void lost(Fate fate) {
      steps.add("lost " + fate);
    }

    private CallTurn turn(String key) {
      return new CallTurn() {
        @Override
        public void finished() {
          steps.add(key + " finished");
        }

        @Override
        public void handedOver() {
          steps.add(key + " handed over");
        }

        @Override
        public void ended(LedgerPage page, Fate fate) {
          steps.add(key + " " + fate);
        }
      };
    }
  }

  private void point(String method, OrderConfig config, double sample) {
    MethodRef control = new MethodRef(Plays.Sorts.class.getName(), method, null);
    CallPoint point =
        new CallPoint(
            0,
            CallConfig.builder("p", control, control).order(config).sample(sample).build(),
            new Ledger(0));
    order.isByReceiver = config.source() == OrderConfig.Source.RECEIVER;
    point.orderedBy(order);
    harness.points.add(point);
  }

  private void identity(@Nullable Object argument) throws Exception {
    Method method = harness.method(Plays.Sorts.class, "identity");
    method.invoke(method.getDeclaringClass().getConstructor().newInstance(), argument);
  }

  @AfterEach
  void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  @Test
  void callTakesItsPlaceBeforeItIsFrozenAndHandedOver() throws Exception {
    point("identity", ARGUMENT, 1);
    harness.accepting = call -> order.steps.add("accepted");
    identity("a");
    assertThat(order.steps).containsExactly("a finished", "a handed over", "accepted");

    Call call = harness.onlyCall();
    call.end(Fate.UNANSWERED, "no candidate");
    call.end(Fate.MATCHED, null);
    assertThat(order.steps).endsWith("a UNANSWERED");
  }

  @Test
  void callThatIsNotTakenBreaksItsKey() throws Exception {
    point("identity", ARGUMENT, 0);
    identity("a");
    assertThat(order.steps).containsExactly("a SAMPLED_OUT");
  }

  @Test
  void droppedCallBreaksItsKey() throws Exception {
    point("identity", ARGUMENT, 1);
    harness.refusal = "queue full (calls)";
    identity("a");
    harness.refusal = null;
    order.refusal = "too many calls wait for their order";
    identity("b");

    assertThat(order.steps).containsExactly("a DROPPED", "b DROPPED");
    assertThat(harness.ended(0, Fate.DROPPED)).isEqualTo(2);
    assertThat(harness.intercepted(0)).isEqualTo(2);
  }

  @Test
  void callWhoseKeyCannotBeReadIsUncapturedAndBreaksAllKeys() throws Exception {
    point("identity", ARGUMENT, 1);
    identity(null);

    assertThat(order.steps).containsExactly("lost UNCAPTURED");
    assertThat(harness.ended(0, Fate.UNCAPTURED)).isEqualTo(1);
    assertThat(Calls.reasons(harness.points.get(0)))
        .containsExactly("uncaptured: the order key is null");
  }

  @Test
  void callThatCannotBeCopiedBreaksItsKey() throws Exception {
    point("identity", ARGUMENT, 1);
    harness.snapshots =
        (live, meter, later) -> {
          throw new Uncapturable("it is a stream");
        };
    identity("a");

    assertThat(order.steps).containsExactly("a UNCAPTURED");
    assertThat(harness.calls).isEmpty();
  }

  @Test
  void callThatCannotBeHandedOverBreaksItsKey() throws Exception {
    point("identity", ARGUMENT, 1);
    harness.accepting =
        call -> {
          throw new IllegalStateException();
        };
    identity("a");

    assertThat(order.steps).containsExactly("a finished", "a handed over", "a UNCAPTURED");
    assertThat(harness.ended(0, Fate.UNCAPTURED)).isEqualTo(1);
  }

  @Test
  void stageTakesItsPlaceWhenItIsComplete() throws Exception {
    point("identity", ARGUMENT, 1);
    CompletableFuture<Object> later = new CompletableFuture<>();
    identity(later);
    assertThat(order.steps).isEmpty();

    later.complete("done");
    assertThat(order.steps)
        .hasSize(2)
        .allMatch(step -> step.endsWith("finished") || step.endsWith("over"));
  }

  @Test
  void keyOfTheReceiver() throws Exception {
    point("identity", OrderConfig.of("this/id", null), 1);
    identity("a");

    assertThat(order.steps)
        .containsExactly(
            Plays.Sorts.class.getName() + " finished",
            Plays.Sorts.class.getName() + " handed over");
    assertThat(harness.onlyCall().receiver()).as("nothing is repeated").isNull();
  }
}
