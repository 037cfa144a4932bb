package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.understudy.agent.call.Call;
import io.understudy.bridge.Bridge;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import io.understudy.plays.Plays;
import io.understudy.value.Uncapturable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaptureTest {
  private final CaptureHarness stage = new CaptureHarness();

  @AfterEach
  void nothingEscapedTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  @Test
  void staticMethodWithWidePrimitives() throws Exception {
    stage.point(Plays.Sorts.class, "sum");
    Object result = method(Plays.Sorts.class, "sum").invoke(null, 2, 40L);
    assertThat(result).isEqualTo(42L);
    assertThat(onlyCall().arguments()).containsExactly(2, 40L);
    assertThat(onlyCall().control().value()).isEqualTo(42L);
    assertThat(onlyCall().controlNanos()).isPositive();
    assertThat(stage.intercepted(0)).isEqualTo(1);
  }

  @Test
  void privateMethod() throws Exception {
    stage.point(Plays.Sorts.class, "secret");
    assertThat(call(Plays.Sorts.class, "callSecret", "x")).isEqualTo("x!");
    assertThat(onlyCall().control().value()).isEqualTo("x!");
  }

  @Test
  void finalMethod() throws Exception {
    stage.point(Plays.Sorts.class, "half");
    assertThat(call(Plays.Sorts.class, "half", 5.0)).isEqualTo(2.5);
    assertThat(onlyCall().control().value()).isEqualTo(2.5);
  }

  @Test
  void methodOfNestedClassWrittenWithDollar() throws Exception {
    stage.point(Plays.Sorts.Nested.class, "twice");
    assertThat(call(Plays.Sorts.Nested.class, "twice", 4)).isEqualTo(8);
    assertThat(onlyCall().control().value()).isEqualTo(8);
  }

  @Test
  void everyKindOfParameter() throws Exception {
    stage.point(Plays.Sorts.class, "many");
    Object[] arguments = {
      (byte) 1, 'b', (short) 2, true, 1.5f, new int[] {7}, new String[] {"x", "y"}
    };
    assertThat(call(Plays.Sorts.class, "many", arguments)).isEqualTo(1 + 'b' + 2 + 1 + 1 + 1 + 2);
    assertThat(onlyCall().arguments()).containsExactly(arguments);
  }

  @Test
  void methodWithoutParameters() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    assertThat(call(Plays.Sorts.class, "none")).isEqualTo(42);
    assertThat(onlyCall().arguments()).isEmpty();
  }

  @Test
  void methodThatReassignsItsParameter() throws Exception {
    stage.point(Plays.Sorts.class, "reassigns");
    assertThat(call(Plays.Sorts.class, "reassigns", 1)).isEqualTo(2);
    assertThat(onlyCall().arguments()).containsExactly(1);
  }

  @Test
  void voidMethod() throws Exception {
    stage.point(Plays.Sorts.class, "nothing");
    List<String> list = new ArrayList<>();
    assertThat(call(Plays.Sorts.class, "nothing", list)).isNull();
    assertThat(list).containsExactly("seen");
    assertThat(onlyCall().control().value()).isNull();
    assertThat(onlyCall().control().thrown()).isNull();
  }

  @Test
  void returnedObjectIsTheSameObject() throws Exception {
    stage.point(Plays.Sorts.class, "identity");
    Object value = new ArrayList<>();
    assertThat(call(Plays.Sorts.class, "identity", value)).isSameAs(value);
  }

  @Test
  void nullResult() throws Exception {
    stage.point(Plays.Sorts.class, "identity");
    assertThat(call(Plays.Sorts.class, "identity", new Object[] {null})).isNull();
    assertThat(onlyCall().control().value()).isNull();
    assertThat(onlyCall().arguments()).containsExactly((Object) null);
  }

  @Test
  void thrownExceptionIsTheSameException() throws Exception {
    stage.point(Plays.Sorts.class, "fails");
    RuntimeException thrown = new IllegalStateException("broke");
    assertThat(catchThrowable(() -> call(Plays.Sorts.class, "fails", thrown)))
        .isInstanceOf(InvocationTargetException.class)
        .satisfies(e -> assertThat(e.getCause()).isSameAs(thrown));
    assertThat(onlyCall().control().thrown()).hasToString("java.lang.IllegalStateException: broke");
  }

  @Test
  void argumentsAfterwardsWhereTheRulesAsk() throws Exception {
    stage.point(
        Plays.Sorts.class, "nothing", 1, Rules.builder().arguments(true).build(), (String[]) null);
    stage.snapshots = (live, meter) -> new Object[] {new ArrayList<>((List<?>) live[0])};
    call(Plays.Sorts.class, "nothing", new ArrayList<String>());
    assertThat(onlyCall().arguments()).containsExactly(new ArrayList<>());
    assertThat(onlyCall().control().arguments()).hasSize(1).doesNotContain(new ArrayList<>());
  }

  @Test
  void overloadIsChosenByParameterTypes() throws Exception {
    stage.point(Plays.Overloaded.class, "of", "java.lang.Integer");
    stage.point(Plays.Overloaded.class, "of", "io.understudy.plays.Plays.Sorts.Nested");
    Class<?> type = stage.load(Plays.Overloaded.class);
    Object instance = type.getConstructor().newInstance();
    type.getMethod("of", int.class).invoke(instance, 1);
    type.getMethod("of", Integer.class).invoke(instance, 1);
    assertThat(stage.calls).hasSize(1);
    assertThat(stage.notices()).containsOnlyOnce("INFO of1: woven into " + type.getName());
  }

  @Test
  void recursionIsOneCall() throws Exception {
    stage.point(Plays.Recursion.class, "down");
    assertThat(call(Plays.Recursion.class, "down", 5)).isEqualTo(5);
    assertThat(onlyCall().arguments()).containsExactly(5);
    assertThat(stage.intercepted(0)).isEqualTo(1);
  }

  @Test
  void recursionBelowSampledOutCallIsNotCounted() throws Exception {
    stage.point(Plays.Recursion.class, "down", 0, Rules.none(), (String[]) null);
    call(Plays.Recursion.class, "down", 5);
    assertThat(stage.intercepted(0)).isEqualTo(1);
    assertThat(stage.ended(0, Fate.SAMPLED_OUT)).isEqualTo(1);
  }

  @Test
  void recursionBelowDroppedCallIsNotCounted() throws Exception {
    stage.point(Plays.Recursion.class, "down");
    stage.refusal = "queue full";
    call(Plays.Recursion.class, "down", 5);
    assertThat(stage.intercepted(0)).isEqualTo(1);
    assertThat(stage.ended(0, Fate.DROPPED)).isEqualTo(1);
    assertThat(stage.calls).isEmpty();
  }

  @Test
  void superCallOfTheSamePointIsOneCall() throws Exception {
    stage.point(Plays.Sub.class, "name").point(Plays.Base.class, "name");
    assertThat(call(Plays.Sub.class, "name", "x")).isEqualTo("sub of base x");
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
    assertThat(onlyCall().control().value()).isEqualTo("hello..");
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
  void stackOverflowInTheControlLeavesTheGuardRight() throws Exception {
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
    Bridge.escaped =
        0; // at the deepest calls there is no stack for the advice, as there is for nobody
  }

  private String onlyThrown() {
    io.understudy.compare.ThrownException thrown = stage.calls.get(0).control().thrown();
    return thrown == null ? "" : thrown.className();
  }

  @Test
  void stackOverflowInTheAgentIsUncaptured() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    stage.snapshots =
        (live, meter) -> {
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
  void callsAtTheEndOfTheStackEndOnceAndTurnNothingOff() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    java.util.concurrent.Callable<Object> none = calling(stage.load(Plays.Sorts.class));
    for (int i = 0; i < 30; i++) {
      atTheEndOfTheStack(none, 0);
    }
    none.call();
    Bridge.escaped = 0; // as above
    long handedOver = stage.calls.stream().filter(call -> !call.isClaimed()).count();
    assertThat(stage.ended(0, Fate.SHED)).isZero();
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isPositive();
    // Where not even the bridge could be called the call stays in flight; none may end twice.
    assertThat(stage.intercepted(0) - handedOver - stage.ended(0, Fate.UNCAPTURED)).isNotNegative();
  }

  private static java.util.concurrent.Callable<Object> calling(Class<?> type) throws Exception {
    Object instance = type.getConstructor().newInstance();
    java.lang.invoke.MethodHandle none =
        java.lang.invoke.MethodHandles.lookup().unreflect(type.getMethod("none")).bindTo(instance);
    return () -> {
      try {
        return none.invoke();
      } catch (Exception | Error thrown) {
        throw thrown;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible);
      }
    };
  }

  /** Calls from each of the deepest frames, on the way back. */
  private static void atTheEndOfTheStack(java.util.concurrent.Callable<Object> call, int depth) {
    try {
      if (depth >= 0) {
        atTheEndOfTheStack(call, depth + 1);
      }
    } catch (StackOverflowError ignored) {
      // This is where the calls come from.
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
        (live, meter) -> {
          throw new Uncapturable("a socket");
        };
    assertThat(call(Plays.Sorts.class, "identity", "x")).isEqualTo("x");
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isEqualTo(1);
    assertThat(stage.notices()).noneMatch(n -> n.startsWith("WARN"));
  }

  @Test
  void pointThatFailsTooOftenIsTurnedOffAndStillCounted() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    stage.snapshots =
        (live, meter) -> {
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

  @Test
  void callsMadeByTheAgentItselfAreNotCaptured() throws Exception {
    stage.point(Plays.Sorts.class, "none").point(Plays.Sorts.class, "identity");
    Class<?> type = stage.load(Plays.Sorts.class);
    Object instance = type.getConstructor().newInstance();
    stage.snapshots =
        (live, meter) -> {
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
        new Thread(
            Capture.suppressed(
                () -> {
                  try {
                    results.add(none.invoke(instance));
                  } catch (ReflectiveOperationException e) {
                    results.add(e);
                  }
                }));
    thread.start();
    thread.join();
    assertThat(results).containsExactly(42);
    assertThat(stage.intercepted(0)).isZero();
  }

  @Test
  void shedPointCountsAndCopiesNothing() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    stage.points.get(0).shed("breaker open");
    call(Plays.Sorts.class, "none");
    assertThat(stage.ended(0, Fate.SHED)).isEqualTo(1);
    assertThat(stage.calls).isEmpty();
  }

  @Test
  void disarmedPointCountsNothing() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    Class<?> type = stage.load(Plays.Sorts.class);
    Bridge.close();
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

  @Test
  void twoPointsOnOneMethod() throws Exception {
    stage.point(Plays.Sorts.class, "none").point(Plays.Sorts.class, "none");
    assertThat(call(Plays.Sorts.class, "none")).isEqualTo(42);
    assertThat(stage.intercepted(0)).isEqualTo(1);
    assertThat(stage.intercepted(1)).isEqualTo(1);
  }

  @Test
  void defaultMethodOfAnInterface() throws Exception {
    stage.point(Plays.WithDefault.class, "one");
    ClassLoader loader = stage.loader();
    Class<?> type = loader.loadClass(Plays.UsesDefault.class.getName());
    Object result = type.getMethod("one", int.class).invoke(type.getConstructor().newInstance(), 1);
    assertThat(result).isEqualTo(2);
    assertThat(stage.calls).hasSize(1);
  }

  private Call onlyCall() {
    assertThat(stage.calls).hasSize(1);
    return stage.calls.get(0);
  }

  private Method method(Class<?> type, String name) throws Exception {
    for (Method method : stage.load(type).getMethods()) {
      if (method.getName().equals(name)) {
        return method;
      }
    }
    throw new NoSuchMethodException(name);
  }

  private Object call(Class<?> type, String name, Object... arguments) throws Exception {
    Method method = method(type, name);
    return method.invoke(method.getDeclaringClass().getConstructor().newInstance(), arguments);
  }
}
