package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.bridge.Bridge;
import io.understudy.journal.Fate;
import io.understudy.plays.Plays;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Method;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Failures of the agent and of the stack: each call ends once, and the control is not affected. */
class CaptureFailuresTest {
  private final CaptureHarness stage = new CaptureHarness();

  @AfterEach
  void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  @Test
  void stackOverflowInTheControlClearsTheGuard() throws Exception {
    stage.point(Plays.Recursion.class, "forever");
    Class<?> type = stage.load(Plays.Recursion.class);
    Object instance = type.getConstructor().newInstance();
    Method catches = type.getMethod("catches", int.class);
    for (int i = 0; i < 3; i++) {
      assertThat(catches.invoke(instance, 1)).isEqualTo(-1);
    }
    assertThat(stage.intercepted(0)).isEqualTo(3);
    assertThat(stage.calls).hasSize(3);
    assertThat(onlyThrown()).isEqualTo("java.lang.StackOverflowError");
  }

  private static void forgetEscapedFailures() throws Exception {
    java.lang.reflect.Field escaped = Bridge.class.getDeclaredField("escaped");
    escaped.setAccessible(true);
    escaped.setInt(null, 0);
  }

  private String onlyThrown() {
    io.understudy.compare.ThrownException thrown = stage.calls.get(0).control().thrown();
    return thrown == null ? "" : thrown.className();
  }

  @Test
  void stackOverflowInTheAgentIsUncaptured() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    stage.snapshots =
        (live, meter, later) -> {
          throw new StackOverflowError();
        };
    Class<?> type = stage.load(Plays.Sorts.class);
    Object instance = type.getConstructor().newInstance();
    for (int i = 0; i < 3; i++) {
      assertThat(type.getMethod("none").invoke(instance)).isEqualTo(42);
    }
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isEqualTo(3);
    assertThat(stage.calls).isEmpty();
    assertThat(stage.notices()).filteredOn(n -> n.startsWith("WARN")).hasSize(1);
  }

  @Test
  void callsAtTheEndOfTheStackEndOnce() throws Exception {
    // As before the first call of an application: a class that is first used at the end of the
    // stack
    // stays broken.
    WarmUp.play(stage.snapshots, warning -> {});
    stage.point(Plays.Sorts.class, "none");
    java.util.concurrent.Callable<Object> none = calling(stage.load(Plays.Sorts.class));
    for (int i = 0; i < 30; i++) {
      atTheEndOfTheStack(none, 0);
    }
    none.call();
    forgetEscapedFailures(); // The deepest calls have no stack left for a report.
    long handedOver = stage.calls.stream().filter(call -> !call.isClaimed()).count();
    assertThat(stage.ended(0, Fate.SHED)).isZero();
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isPositive();
    // If the stack is too short for a call of the bridge, the call stays in flight. No call may end
    // twice.
    assertThat(stage.intercepted(0) - handedOver - stage.ended(0, Fate.UNCAPTURED)).isNotNegative();
  }

  private static java.util.concurrent.Callable<Object> calling(Class<?> type) throws Exception {
    Object instance = type.getConstructor().newInstance();
    java.lang.invoke.MethodHandle none =
        java.lang.invoke.MethodHandles.lookup().unreflect(type.getMethod("none")).bindTo(instance);
    // Converted with room on the stack: classes of the JDK that fail to initialise stay broken.
    java.lang.invoke.MethodHandle generic =
        none.asType(java.lang.invoke.MethodType.genericMethodType(0));
    return () -> {
      try {
        return generic.invokeExact();
      } catch (Exception | Error thrown) {
        throw thrown;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible);
      }
    };
  }

  /** Makes a call from each of the deepest frames while the stack unwinds. */
  private static void atTheEndOfTheStack(java.util.concurrent.Callable<Object> call, int depth) {
    try {
      if (depth >= 0) {
        atTheEndOfTheStack(call, depth + 1);
      }
    } catch (StackOverflowError ignored) {
      // The calls start at this depth.
    }
    try {
      call.call();
    } catch (StackOverflowError deeper) {
      throw deeper;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void uncapturableArgumentIsUncapturedWithItsReason() throws Exception {
    stage.point(Plays.Sorts.class, "identity");
    stage.snapshots =
        (live, meter, later) -> {
          throw new Uncapturable("a socket");
        };
    assertThat(stage.call(Plays.Sorts.class, "identity", "x")).isEqualTo("x");
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isEqualTo(1);
    assertThat(stage.notices()).noneMatch(n -> n.startsWith("WARN"));
  }

  @Test
  void pointThatFailsTooOftenIsTurnedOff() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    stage.snapshots =
        (live, meter, later) -> {
          throw new IllegalStateException("value of the application");
        };
    Class<?> type = stage.load(Plays.Sorts.class);
    Object instance = type.getConstructor().newInstance();
    for (int i = 0; i < CaptureFailures.LIMIT + 5; i++) {
      type.getMethod("none").invoke(instance);
    }
    assertThat(stage.intercepted(0)).isEqualTo(CaptureFailures.LIMIT + 5L);
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isEqualTo(CaptureFailures.LIMIT);
    assertThat(stage.ended(0, Fate.SHED)).isEqualTo(5);
    assertThat(stage.notices().toString())
        .contains("capturing failed 100 times")
        .contains("java.lang.IllegalStateException at ")
        .doesNotContain("value of the application");
  }

  /** A control with its own count, which needs no stack. */
  @Test
  void controlRunsOnlyIfItsCallIsCounted() throws Exception {
    WarmUp.play(stage.snapshots, warning -> {});
    stage.point(Plays.Counting.class, "next");
    Class<?> type = stage.load(Plays.Counting.class);
    Object counting = type.getConstructor().newInstance();
    Method deep = type.getMethod("deep", int.class);
    for (int i = 0; i < 50; i++) {
      assertThat(deep.invoke(counting, i)).isEqualTo(true);
    }
    forgetEscapedFailures();
    assertThat(stage.intercepted(0)).isEqualTo(type.getField("count").getLong(counting));
  }

  @Test
  void threadDeathLeavesTheControlAndItsCallEndsOnce() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    Error death = death();
    stage.snapshots =
        (live, meter, later) -> {
          throw death;
        };
    Class<?> type = stage.load(Plays.Sorts.class);
    Object instance = type.getConstructor().newInstance();
    Method none = type.getMethod("none");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> none.invoke(instance)).hasCause(death);
    }
    stage.snapshots = (live, meter, later) -> live.clone();
    assertThat(none.invoke(instance)).as("no mark is left").isEqualTo(42);
    assertThat(stage.intercepted(0)).isEqualTo(3);
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isEqualTo(2);
    assertThat(stage.notices()).noneMatch(n -> n.startsWith("WARN"));
  }

  @Test
  void threadDeathAfterTheControlLeavesItToo() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    Error death = death();
    stage.accepting =
        call -> {
          throw death;
        };
    Class<?> type = stage.load(Plays.Sorts.class);
    Object instance = type.getConstructor().newInstance();
    assertThatThrownBy(() -> type.getMethod("none").invoke(instance)).hasCause(death);
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isEqualTo(1);
  }

  @Test
  void otherErrorAfterTheControlStaysInside() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    stage.accepting =
        call -> {
          throw new OutOfMemoryError();
        };
    assertThat(stage.call(Plays.Sorts.class, "none")).isEqualTo(42);
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isEqualTo(1);
  }

  /** By name, since later versions of the JDK lack the class. */
  private static Error death() throws Exception {
    return (Error) Class.forName("java.lang.ThreadDeath").getConstructor().newInstance();
  }
}
