package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rules;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Outcomes that only methods of the application can read. */
final class OutcomeFreezerTest {
  private static final MethodRef METHOD = new MethodRef("com.acme.Old", "quote", null);

  private final List<Object> copied = new ArrayList<>();
  private boolean copies = true;

  private final PrivateCopies privateCopies =
      PrivateCopies.of(
          (live, meter) -> {
            copied.add(Objects.requireNonNull(live[0]));
            if (!copies) {
              throw new Uncapturable("it holds a socket");
            }
            return new Object[] {((Loud) Objects.requireNonNull(live[0])).copy()};
          });

  /** An exception that computes its message. */
  static final class Loud extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean mayBeAsked;

    Loud(boolean mayBeAsked) {
      super("quiet");
      this.mayBeAsked = mayBeAsked;
    }

    Loud copy() {
      return new Loud(true);
    }

    @Override
    public String getMessage() {
      if (!mayBeAsked) {
        throw new AssertionError("asked on the calling thread");
      }
      return "loud";
    }
  }

  private Object freeze(Throwable thrown, Rules rules) throws Uncapturable {
    CallConfig config = CallConfig.builder("quote", METHOD, METHOD).rules(rules).build();
    CallPoint point = new CallPoint(0, config, new Ledger(0));
    PointCapture capture =
        new PointCapture(
            point,
            (live, meter, later) -> live,
            new Refusing(),
            new PendingCalls(1, Long.MAX_VALUE),
            new WallClock(System::currentTimeMillis),
            warning -> {});
    CallToken token = (CallToken) Objects.requireNonNull(capture.take());
    return new OutcomeFreezer(point, privateCopies).freeze(token, null, thrown);
  }

  private static final class Refusing implements CallSink {
    @Override
    public @Nullable String refusal() {
      return null;
    }

    @Override
    public void accept(Call call) {}
  }

  private static ThrownException thrown(Object outcome) throws Uncapturable {
    Outcome complete =
        outcome instanceof Outcome ? (Outcome) outcome : ((LateOutcome) outcome).complete();
    return Objects.requireNonNull(complete.thrown());
  }

  @Test
  void ordinaryExceptionIsReadAtOnce() throws Exception {
    Object outcome = freeze(new IllegalStateException("m", new Exception("c")), Rules.none());
    assertThat(outcome).isInstanceOf(Outcome.class);
    assertThat(thrown(outcome)).hasToString("java.lang.IllegalStateException: m");
    assertThat(copied).isEmpty();
  }

  @Test
  void messageIsAskedForOnACopy() throws Exception {
    Object outcome = freeze(new Loud(false), Rules.none());
    assertThat(outcome).isInstanceOf(LateOutcome.class);
    assertThat(thrown(outcome).message()).isEqualTo("loud");
  }

  /** The causes are read too, and some classes of the JDK write the causes into their messages. */
  @Test
  void causeThatComputesItsMessageIsCopiedToo() {
    assertThatThrownBy(() -> freeze(new Exception("m", new Loud(false)), Rules.none()))
        .isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> freeze(new RemoteException("m", new Loud(false)), Rules.none()))
        .isInstanceOf(ClassCastException.class);
    assertThat(copied).hasSize(2);
  }

  @Test
  void messageOfAnExceptionThatCannotBeCopied() throws Exception {
    copies = false;
    ThrownException thrown = thrown(freeze(new Loud(false), Rules.none()));
    assertThat(thrown.className()).isEqualTo(Loud.class.getName());
    assertThat(thrown.message()).isEqualTo("(not read: it holds a socket)");
  }

  @Test
  void callIsUncapturedWhereMessagesAreCompared() {
    copies = false;
    Rules messages = Rules.builder().exceptionMessages(true).build();
    assertThatThrownBy(() -> freeze(new Loud(false), messages))
        .isInstanceOf(Uncapturable.class)
        .hasMessage("it holds a socket");
    Rules causes = Rules.builder().exceptionCauses(true).build();
    assertThatThrownBy(() -> freeze(new Loud(false), causes)).isInstanceOf(Uncapturable.class);
  }
}
