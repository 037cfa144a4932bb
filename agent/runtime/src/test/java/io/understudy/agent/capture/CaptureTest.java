package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.understudy.compare.rule.Rules;
import io.understudy.plays.Plays;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Methods of every kind: their arguments and outcomes as they are captured. */
class CaptureTest {
  private final CaptureHarness stage = new CaptureHarness();

  @AfterEach
  void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  @Test
  void staticMethodWithWidePrimitives() throws Exception {
    stage.point(Plays.Sorts.class, "sum");
    Object result = stage.method(Plays.Sorts.class, "sum").invoke(null, 2, 40L);
    assertThat(result).isEqualTo(42L);
    assertThat(stage.onlyCall().arguments()).containsExactly(2, 40L);
    assertThat(stage.onlyCall().control().value()).isEqualTo(42L);
    assertThat(stage.onlyCall().controlNanos()).isPositive();
    assertThat(stage.intercepted(0)).isEqualTo(1);
  }

  @Test
  void privateMethod() throws Exception {
    stage.point(Plays.Sorts.class, "secret");
    assertThat(stage.call(Plays.Sorts.class, "callSecret", "x")).isEqualTo("x!");
    assertThat(stage.onlyCall().control().value()).isEqualTo("x!");
  }

  @Test
  void finalMethod() throws Exception {
    stage.point(Plays.Sorts.class, "half");
    assertThat(stage.call(Plays.Sorts.class, "half", 5.0)).isEqualTo(2.5);
    assertThat(stage.onlyCall().control().value()).isEqualTo(2.5);
  }

  @Test
  void methodOfNestedClassWrittenWithDollar() throws Exception {
    stage.point(Plays.Sorts.Nested.class, "twice");
    assertThat(stage.call(Plays.Sorts.Nested.class, "twice", 4)).isEqualTo(8);
    assertThat(stage.onlyCall().control().value()).isEqualTo(8);
  }

  @Test
  void everyKindOfParameter() throws Exception {
    stage.point(Plays.Sorts.class, "many");
    Object[] arguments = {
      (byte) 1, 'b', (short) 2, true, 1.5f, new int[] {7}, new String[] {"x", "y"}
    };
    assertThat(stage.call(Plays.Sorts.class, "many", arguments))
        .isEqualTo(1 + 'b' + 2 + 1 + 1 + 1 + 2);
    assertThat(stage.onlyCall().arguments()).containsExactly(arguments);
  }

  @Test
  void methodWithoutParameters() throws Exception {
    stage.point(Plays.Sorts.class, "none");
    assertThat(stage.call(Plays.Sorts.class, "none")).isEqualTo(42);
    assertThat(stage.onlyCall().arguments()).isEmpty();
  }

  @Test
  void methodThatReassignsItsParameter() throws Exception {
    stage.point(Plays.Sorts.class, "reassigns");
    assertThat(stage.call(Plays.Sorts.class, "reassigns", 1)).isEqualTo(2);
    assertThat(stage.onlyCall().arguments()).containsExactly(1);
  }

  @Test
  void voidMethod() throws Exception {
    stage.point(Plays.Sorts.class, "nothing");
    List<String> list = new ArrayList<>();
    assertThat(stage.call(Plays.Sorts.class, "nothing", list)).isNull();
    assertThat(list).containsExactly("seen");
    assertThat(stage.onlyCall().control().value()).isNull();
    assertThat(stage.onlyCall().control().thrown()).isNull();
  }

  @Test
  void returnedObjectIsTheSameObject() throws Exception {
    stage.point(Plays.Sorts.class, "identity");
    Object value = new ArrayList<>();
    assertThat(stage.call(Plays.Sorts.class, "identity", value)).isSameAs(value);
  }

  @Test
  void nullResult() throws Exception {
    stage.point(Plays.Sorts.class, "identity");
    assertThat(stage.call(Plays.Sorts.class, "identity", new Object[] {null})).isNull();
    assertThat(stage.onlyCall().control().value()).isNull();
    assertThat(stage.onlyCall().arguments()).containsExactly((Object) null);
  }

  @Test
  void thrownExceptionIsTheSameException() throws Exception {
    stage.point(Plays.Sorts.class, "fails");
    RuntimeException thrown = new IllegalStateException("broke");
    assertThat(catchThrowable(() -> stage.call(Plays.Sorts.class, "fails", thrown)))
        .isInstanceOf(InvocationTargetException.class)
        .satisfies(e -> assertThat(e.getCause()).isSameAs(thrown));
    assertThat(stage.onlyCall().control().thrown())
        .hasToString("java.lang.IllegalStateException: broke");
  }

  @Test
  void argumentsAfterTheCallAreFrozenIfTheRulesNeedThem() throws Exception {
    stage.point(
        Plays.Sorts.class, "nothing", 1, Rules.builder().arguments(true).build(), (String[]) null);
    stage.snapshots = (live, meter, later) -> new Object[] {new ArrayList<>((List<?>) live[0])};
    stage.call(Plays.Sorts.class, "nothing", new ArrayList<String>());
    assertThat(stage.onlyCall().arguments()).containsExactly(new ArrayList<>());
    assertThat(stage.onlyCall().control().arguments()).hasSize(1).doesNotContain(new ArrayList<>());
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
  void twoPointsOnOneMethod() throws Exception {
    stage.point(Plays.Sorts.class, "none").point(Plays.Sorts.class, "none");
    assertThat(stage.call(Plays.Sorts.class, "none")).isEqualTo(42);
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
}
