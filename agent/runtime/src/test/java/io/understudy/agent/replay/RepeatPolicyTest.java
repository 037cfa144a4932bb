package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Receiver;
import io.understudy.agent.log.Log;
import io.understudy.journal.TallyField;
import io.understudy.value.Uncapturable;
import org.junit.jupiter.api.Test;

final class RepeatPolicyTest {
  static final class Control {
    private Control() {}

    static Object quote(Object argument) {
      return argument;
    }
  }

  private final CallPoint point = Calls.point(Control.class, "quote", Object.class, "b");
  private final RepeatPolicy policy = new RepeatPolicy((copied, meter) -> copied, Log.none());

  private Call call() {
    return Calls.repeatable(point, new Receiver(null, Control.class), "a");
  }

  private ControlRepeat prepared() {
    ControlRepeat repeat = policy.prepare(call());
    assertThat(repeat).isNotNull();
    return repeat;
  }

  @Test
  void callWithoutAReceiverIsNotRepeated() {
    assertThat(policy.prepare(Calls.call(point, "a"))).isNull();
    assertThat(Calls.counted(point, TallyField.UNREPEATED)).isEmpty();
  }

  @Test
  void oneRepeatAtATime() {
    ControlRepeat first = prepared();
    assertThat(policy.prepare(call())).isNull();
    assertThat(Calls.counted(point, TallyField.UNREPEATED))
        .containsExactly(entry("another call of the point was being repeated", 1L));
    first.release();
    prepared();
  }

  @Test
  void consecutiveTimeoutsSwitchOff() {
    for (int i = 0; i < RepeatPolicy.TIMEOUTS_IN_A_ROW; i++) {
      ControlRepeat repeat = prepared();
      repeat.open();
      repeat.expire(60_000_000);
      repeat.release();
    }
    assertThat(policy.prepare(call())).isNull();
    assertThat(Calls.counted(point, TallyField.UNREPEATED))
        .containsOnly(
            entry("it took more than 60 ms", (long) RepeatPolicy.TIMEOUTS_IN_A_ROW),
            entry("switched off, since the control did not return when asked again", 1L));
  }

  @Test
  void answerInBetweenResetsTheTimeouts() {
    for (int i = 0; i < 3 * RepeatPolicy.TIMEOUTS_IN_A_ROW; i++) {
      ControlRepeat repeat = prepared();
      repeat.open();
      if (i % 2 == 0) {
        repeat.expire(60_000_000);
      } else {
        repeat.end(null);
      }
      repeat.release();
    }
    assertThat(Calls.repeated(point)).isEqualTo(4);
    prepared();
  }

  @Test
  void abandonedWorkerSwitchesOff() {
    ControlRepeat repeat = prepared();
    repeat.workerAbandoned();
    repeat.release();
    assertThat(policy.prepare(call())).isNull();
  }

  @Test
  void firstEndCounts() {
    ControlRepeat repeat = prepared();
    repeat.open();
    assertThat(repeat.isOpen()).isTrue();
    repeat.end("calls were shed, or threads were stuck");
    repeat.end(null);
    repeat.release();
    assertThat(repeat.isOpen()).isFalse();
    assertThat(Calls.repeated(point)).isZero();
    assertThat(Calls.counted(point, TallyField.UNREPEATED))
        .containsExactly(entry("calls were shed, or threads were stuck", 1L));
  }

  @Test
  void argumentThatCannotBeCopiedIsCountedAndReleasesThePoint() {
    RepeatPolicy refusing =
        new RepeatPolicy(
            (copied, meter) -> {
              throw new Uncapturable("too many nodes");
            },
            Log.none());
    for (int i = 0; i < 2; i++) {
      assertThat(refusing.prepare(call())).isNull();
    }
    assertThat(Calls.counted(point, TallyField.UNREPEATED))
        .containsExactly(entry("too many nodes", 2L));
  }

  @Test
  void missingControlMethodIsCounted() {
    CallPoint missing = Calls.point(Control.class, "missing", Object.class, "b");
    assertThat(policy.prepare(Calls.repeatable(missing, new Receiver(null, Control.class), "a")))
        .isNull();
    assertThat(Calls.counted(missing, TallyField.UNREPEATED))
        .containsExactly(entry("there is no method " + Control.class.getName() + "#missing", 1L));
  }
}
