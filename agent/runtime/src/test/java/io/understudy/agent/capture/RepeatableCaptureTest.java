package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Receiver;
import io.understudy.plays.Plays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The receiver that is kept for repeating the control. */
final class RepeatableCaptureTest {
  private final CaptureHarness stage = new CaptureHarness();

  @AfterEach
  void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  @Test
  void receiverAndTheClassWhoseBodyRan() throws Exception {
    stage.repeatable(Plays.Sorts.class, "half", 1);
    Class<?> woven = stage.load(Plays.Sorts.class);
    Object sorts = woven.getDeclaredConstructor().newInstance();
    assertThat(woven.getMethod("half", double.class).invoke(sorts, 5.0)).isEqualTo(2.5);
    Receiver receiver = stage.calls.get(0).receiver();
    assertThat(receiver).isNotNull();
    assertThat(receiver.object()).isSameAs(sorts);
    assertThat(receiver.declaring()).isSameAs(woven);
    assertThat(stage.calls.get(0).arguments()).containsExactly(5.0);
    assertThat(stage.calls.get(0).control().value()).isEqualTo(2.5);
  }

  @Test
  void staticMethodHasNoReceiverObject() throws Exception {
    stage.repeatable(Plays.Sorts.class, "sum", 1);
    Class<?> woven = stage.load(Plays.Sorts.class);
    woven.getMethod("sum", int.class, long.class).invoke(null, 2, 40L);
    Receiver receiver = stage.calls.get(0).receiver();
    assertThat(receiver).isNotNull();
    assertThat(receiver.object()).isNull();
    assertThat(receiver.declaring()).isSameAs(woven);
  }

  @Test
  void pointWithoutNoiseKeepsNoReceiver() throws Exception {
    stage.point(Plays.Sorts.class, "half");
    Class<?> woven = stage.load(Plays.Sorts.class);
    Object sorts = woven.getDeclaredConstructor().newInstance();
    woven.getMethod("half", double.class).invoke(sorts, 5.0);
    assertThat(stage.calls.get(0).receiver()).isNull();
  }

  @Test
  void onlyAShareOfTheCallsKeepsTheReceiver() throws Exception {
    stage.repeatable(Plays.Sorts.class, "half", 0.25);
    Class<?> woven = stage.load(Plays.Sorts.class);
    Object sorts = woven.getDeclaredConstructor().newInstance();
    for (int i = 0; i < 4_000; i++) {
      woven.getMethod("half", double.class).invoke(sorts, 5.0);
    }
    long kept = stage.calls.stream().filter(call -> call.receiver() != null).count();
    assertThat(stage.calls).hasSize(4_000);
    assertThat(kept).isBetween(800L, 1_200L); // 7 standard deviations to each side
  }
}
