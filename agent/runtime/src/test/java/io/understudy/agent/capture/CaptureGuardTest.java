package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.weave.BridgeKeys;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import io.understudy.plays.Plays;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which calls of a woven method are captured, and which pass. */
class CaptureGuardTest {
  private final CaptureHarness stage = new CaptureHarness();

  @AfterEach
  void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  @Test
  void recursionIsOneCall() throws Exception {
    stage.point(Plays.Recursion.class, "down");
    assertThat(stage.call(Plays.Recursion.class, "down", 5)).isEqualTo(5);
    assertThat(stage.onlyCall().arguments()).containsExactly(5);
    assertThat(stage.intercepted(0)).isEqualTo(1);
  }

  @Test
  void recursionBelowSampledOutCallIsNotCounted() throws Exception {
    stage.point(Plays.Recursion.class, "down", 0, Rules.none(), (String[]) null);
    stage.call(Plays.Recursion.class, "down", 5);
    assertThat(stage.intercepted(0)).isEqualTo(1);
    assertThat(stage.ended(0, Fate.SAMPLED_OUT)).isEqualTo(1);
  }

  @Test
  void recursionBelowDroppedCallIsNotCounted() throws Exception {
    stage.point(Plays.Recursion.class, "down");
    stage.refusal = "queue full";
    stage.call(Plays.Recursion.class, "down", 5);
    assertThat(stage.intercepted(0)).isEqualTo(1);
    assertThat(stage.ended(0, Fate.DROPPED)).isEqualTo(1);
    assertThat(stage.calls).isEmpty();
  }

  @Test
  void superCallOfTheSamePointIsOneCall() throws Exception {
    stage.point(Plays.Sub.class, "name").point(Plays.Base.class, "name");
    assertThat(stage.call(Plays.Sub.class, "name", "x")).isEqualTo("sub of base x");
    assertThat(stage.intercepted(0)).isEqualTo(1);
    assertThat(stage.intercepted(1)).isEqualTo(1);
  }

  @Test
  void decoratorsOfTheSameClassAreOneCall() throws Exception {
    stage.point(Plays.Decorator.class, "get");
    Class<?> type = stage.load(Plays.Decorator.class);
    Supplier<String> innermost = () -> "hello";
    Object inner = type.getConstructor(Supplier.class).newInstance(innermost);
    Object outer = type.getConstructor(Supplier.class).newInstance(inner);
    assertThat(type.getMethod("get").invoke(outer)).isEqualTo("hello..");
    assertThat(stage.onlyCall().control().value()).isEqualTo("hello..");
  }

  @Test
  void callAfterAnExceptionIsCaptured() throws Exception {
    stage.point(Plays.Sorts.class, "fails");
    Class<?> type = stage.load(Plays.Sorts.class);
    Object instance = type.getConstructor().newInstance();
    Method fails = type.getMethod("fails", RuntimeException.class);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> fails.invoke(instance, new IllegalStateException("broke")));
    }
    assertThat(stage.calls).hasSize(3);
  }

  @Test
  void callsOfTheAgentAreNotCaptured() throws Exception {
    stage.point(Plays.Sorts.class, "none").point(Plays.Sorts.class, "identity");
    Class<?> type = stage.load(Plays.Sorts.class);
    Object instance = type.getConstructor().newInstance();
    stage.snapshots =
        (live, meter, later) -> {
          try {
            type.getMethod("none").invoke(instance);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
          return live.clone();
        };
    type.getMethod("identity", Object.class).invoke(instance, "x");
    assertThat(stage.intercepted(0)).isZero();
    assertThat(stage.intercepted(1)).isEqualTo(1);
    type.getMethod("none").invoke(instance);
    assertThat(stage.intercepted(0)).isEqualTo(1);
  }

  @Test
  void suppressedThreadIsNeverCaptured() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    Class<?> type = stage.load(Plays.Sorts.class);
    Object instance = type.getConstructor().newInstance();
    Method none = type.getMethod("none");
    List<Object> results = new ArrayList<>();
    Thread thread =
        stage
            .scope()
            .newThread(
                () -> {
                  try {
                    results.add(none.invoke(instance));
                  } catch (ReflectiveOperationException e) {
                    results.add(e);
                  }
                },
                "of a candidate");
    thread.start();
    thread.join();
    assertThat(results).containsExactly(42);
    assertThat(stage.intercepted(0)).isZero();
  }

  @Test
  void shedPointCountsAndCopiesNothing() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    stage.points.get(0).shed("breaker open");
    stage.call(Plays.Sorts.class, "none");
    assertThat(stage.ended(0, Fate.SHED)).isEqualTo(1);
    assertThat(stage.calls).isEmpty();
  }

  @Test
  void disarmedPointCountsNothing() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    Class<?> type = stage.load(Plays.Sorts.class);
    BridgeKeys.KEY.close();
    type.getMethod("none").invoke(type.getConstructor().newInstance());
    assertThat(stage.intercepted(0)).isZero();
  }

  @Test
  void callUnderWayWhenTheAgentStopsIsHandedOver() throws Exception {
    stage.point(Plays.Decorator.class, "get");
    Capture capture = stage.open();
    Class<?> type = stage.load(Plays.Decorator.class);
    Supplier<String> stops =
        () -> {
          capture.stop();
          return "x";
        };
    type.getMethod("get").invoke(type.getConstructor(Supplier.class).newInstance(stops));
    assertThat(stage.calls).hasSize(1);
  }
}
