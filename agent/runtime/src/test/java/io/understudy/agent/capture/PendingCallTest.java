package io.understudy.agent.capture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.GarbageCollection;
import io.understudy.journal.Fate;
import io.understudy.plays.Plays;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Controls that return stages. The control of most tests returns its argument. */
class PendingCallTest {
  private static final long BEYOND = TimeUnit.SECONDS.toNanos(31);

  private final CaptureHarness stage = new CaptureHarness();
  private @Nullable Capture capture;

  @AfterEach
  void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  private Capture capture() {
    Capture opened = capture;
    if (opened == null) {
      stage.point(Plays.Sorts.class, "identity");
      opened = stage.open();
      capture = opened;
    }
    return opened;
  }

  private @Nullable Object call(@Nullable Object given) throws Exception {
    capture();
    Class<?> type = stage.load(Plays.Sorts.class);
    Method method = type.getMethod("identity", Object.class);
    return method.invoke(type.getConstructor().newInstance(), new @Nullable Object[] {given});
  }

  private long inFlight() {
    long inFlight = stage.intercepted(0) - stage.calls.size();
    for (Fate fate : Fate.values()) {
      inFlight -= stage.ended(0, fate);
    }
    return inFlight;
  }

  @Test
  void callIsInFlightUntilItsStageCompletes() throws Exception {
    CompletableFuture<Object> future = new CompletableFuture<>();
    assertThat(call(future)).isSameAs(future);
    assertThat(inFlight()).isEqualTo(1);
    assertThat(stage.calls).isEmpty();
    assertThat(capture().pendingCalls()).isEqualTo(1);
    future.complete("x");
    assertThat(inFlight()).isZero();
    assertThat(stage.calls.get(0).control().value()).isEqualTo("x");
    assertThat(stage.calls.get(0).controlNanos()).isPositive();
    assertThat(capture().pendingCalls()).isZero();
    assertThat(capture().pendingBytes()).isZero();
  }

  @Test
  void completeStageIsReadAtOnceWithoutADependent() throws Exception {
    CompletableFuture<Object> future = CompletableFuture.completedFuture(Arrays.asList(1, 2));
    call(future);
    assertThat(((Frozen) requireNonNull(only().control().value())).size()).isEqualTo(2);
    assertThat(future.getNumberOfDependents()).isZero();
  }

  @Test
  void incompleteStageGetsOneDependent() throws Exception {
    CompletableFuture<Object> future = new CompletableFuture<>();
    call(future);
    assertThat(future.getNumberOfDependents()).isEqualTo(1);
    future.complete(1);
    assertThat(future.getNumberOfDependents()).isZero();
  }

  @Test
  void nullInsteadOfAStageIsAResult() throws Exception {
    assertThat(call(null)).isNull();
    assertThat(only().control().value()).isNull();
  }

  @Test
  void exceptionOfTheStageIsTheOutcome() throws Exception {
    CompletableFuture<Object> direct = new CompletableFuture<>();
    CompletableFuture<Object> first = new CompletableFuture<>();
    CompletableFuture<Object> failed = new CompletableFuture<>();
    failed.completeExceptionally(new CompletionException(new IllegalStateException("no")));
    call(direct);
    call(first.thenApply(value -> value));
    direct.completeExceptionally(new IllegalStateException("no"));
    first.completeExceptionally(new IllegalStateException("no"));
    call(failed);
    assertThat(stage.calls)
        .extracting(each -> String.valueOf(each.control().thrown()))
        .containsExactly(
            "java.lang.IllegalStateException: no",
            "java.lang.IllegalStateException: no",
            "java.lang.IllegalStateException: no");
  }

  @Test
  void cancelledStageIsAnOutcome() throws Exception {
    CompletableFuture<Object> future = new CompletableFuture<>();
    call(future);
    assertThat(future.cancel(true)).isTrue();
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    assertThat(only().control().thrown()).hasToString("java.util.concurrent.CancellationException");
  }

  @Test
  void laterObtrudedValueIsIgnored() throws Exception {
    CompletableFuture<Object> future = new CompletableFuture<>();
    call(future);
    future.complete("first");
    future.obtrudeValue("second");
    assertThat(only().control().value()).isEqualTo("first");
  }

  @Test
  void stageBeyondTheTimeLimitIsUncapturedAndItsCompletionIgnored() throws Exception {
    CompletableFuture<Object> future = new CompletableFuture<>();
    call(future);
    capture().tick(System.nanoTime());
    assertThat(inFlight()).isEqualTo(1);
    capture().tick(System.nanoTime() + BEYOND);
    assertThat(inFlight()).isZero();
    assertThat(Calls.reasons(stage.points.get(0)))
        .containsExactly("uncaptured: not complete within 30000 ms");
    future.complete("late");
    assertThat(stage.calls).isEmpty();
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isEqualTo(1);
    assertThat(capture().pendingCalls()).isZero();
  }

  @Test
  void stopDropsIncompleteAndLaterCalls() throws Exception {
    CompletableFuture<Object> future = new CompletableFuture<>();
    call(future);
    capture().stop();
    assertThat(Calls.reasons(stage.points.get(0)))
        .containsExactly("dropped: shutdown before its stage was complete");
    future.complete("late");
    assertThat(stage.calls).isEmpty();
    assertThat(inFlight()).isZero();
  }

  @Test
  void callsBeyondTheBoundAreDroppedWithoutACopy() throws Exception {
    List<CompletableFuture<Object>> open = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      open.add(new CompletableFuture<>());
      call(open.get(i));
    }
    stage.snapshots =
        (live, meter, later) -> {
          throw new Uncapturable("copied");
        };
    call(new CompletableFuture<>());
    assertThat(Calls.reasons(stage.points.get(0)))
        .containsExactly("dropped: too many calls wait for their stages to complete");
    stage.snapshots = (live, meter, later) -> live.clone();
    open.get(0).complete("x");
    call(new CompletableFuture<>());
    assertThat(capture().pendingCalls()).isEqualTo(100);
  }

  @Test
  void uncapturableValueDoesNotAffectTheDependents() throws Exception {
    CompletableFuture<Object> future = new CompletableFuture<>();
    call(future);
    CompletableFuture<Object> after = future.thenApply(value -> "after");
    future.complete(new java.io.ByteArrayInputStream(new byte[0]));
    assertThat(after.join()).isEqualTo("after");
    assertThat(Calls.reasons(stage.points.get(0)))
        .containsExactly("uncaptured: java.io.ByteArrayInputStream can be read only once");
  }

  /** Not even an Error of the agent reaches the thread that completes a stage. */
  @Test
  void errorOfTheAgentDoesNotReachTheCompletingThread() throws Exception {
    CompletableFuture<Object> future = new CompletableFuture<>();
    call(future);
    CompletableFuture<Object> before = future.thenApply(value -> "before");
    stage.snapshots =
        (live, meter, later) -> {
          throw new OutOfMemoryError("not really");
        };
    future.complete(new Computed());
    assertThat(before.join()).isEqualTo("before");
    assertThat(future.isCompletedExceptionally()).isFalse();
    assertThat(inFlight()).isZero();
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isEqualTo(1);
  }

  /** A collection that is not read on this thread but copied. */
  static final class Computed extends java.util.AbstractList<Object> {
    @Override
    public Object get(int index) {
      return index;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  @Test
  void customStageThatThrows() throws Exception {
    Own own = new Own();
    own.refuses = true;
    Object refusing = own.stage();
    assertThat(call(refusing)).isSameAs(refusing);
    assertThat(Calls.reasons(stage.points.get(0)))
        .containsExactly(
            "uncaptured: "
                + refusing.getClass().getName()
                + " threw java.lang.AssertionError when it was asked to tell what it completes"
                + " with");
    assertThat(inFlight()).isZero();
    assertThat(capture().pendingCalls()).isZero();
  }

  @Test
  void customStageThatCallsBackAndThrows() throws Exception {
    Own own = new Own();
    own.tells = 1;
    own.refuses = true;
    call(own.stage());
    assertThat(only().control().value()).isEqualTo("told");
    assertThat(inFlight()).isZero();
  }

  @Test
  void customStageThatCallsBackTwice() throws Exception {
    Own own = new Own();
    own.tells = 2;
    call(own.stage());
    assertThat(only().control().value()).isEqualTo("told");
    assertThat(inFlight()).isZero();
  }

  /** How a stage behaves that is no CompletableFuture. */
  static final class Own implements InvocationHandler {
    boolean refuses;
    int tells;

    /** A stage that behaves so. */
    Object stage() {
      return Proxy.newProxyInstance(
          Own.class.getClassLoader(), new Class<?>[] {CompletionStage.class}, this);
    }

    @Override
    @SuppressWarnings("unchecked") // Only whenComplete is called.
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      if (!method.getName().equals("whenComplete")) {
        throw new AssertionError(method.getName());
      }
      for (int i = 0; i < tells; i++) {
        ((BiConsumer<Object, Throwable>) arguments[0]).accept("told", null);
      }
      if (refuses) {
        throw new AssertionError("secret");
      }
      return proxy;
    }
  }

  /** A class of the application may override the methods of futures; none of them is called. */
  @Test
  void futureOfTheApplicationIsWatchedWithoutItsMethods() throws Exception {
    Hostile future = new Hostile();
    call(future);
    assertThat(inFlight()).isEqualTo(1);
    future.complete("x");
    assertThat(only().control().value()).isEqualTo("x");
  }

  static final class Hostile extends CompletableFuture<Object> {
    @Override
    public CompletableFuture<Object> whenComplete(
        BiConsumer<? super Object, ? super Throwable> action) {
      throw new AssertionError("called");
    }

    public <U> CompletableFuture<U> newIncompleteFuture() {
      throw new AssertionError("called");
    }
  }

  /** A stage that never completes refers to nothing of its ended call. */
  @Test
  void stageDoesNotKeepItsEndedCall() throws Exception {
    CompletableFuture<Object> future = new CompletableFuture<>();
    List<Object[]> copied = new ArrayList<>();
    capture();
    stage.snapshots =
        (live, meter, later) -> {
          copied.add(live.clone());
          return copied.get(0);
        };
    call(future);
    WeakReference<Object[]> copies = new WeakReference<>(copied.remove(0));
    capture().tick(System.nanoTime() + BEYOND);
    GarbageCollection.awaitUntil(() -> copies.get() == null);
    assertThat(copies.get()).isNull();
    assertThat(future.isDone()).isFalse();
  }

  /** Completion, time limit and shutdown race for each of thousands of calls: each ends once. */
  @Test
  void everyCallEndsOnce() throws Exception {
    capture();
    Class<?> type = stage.load(Plays.Sorts.class);
    Method method = type.getMethod("identity", Object.class);
    Object target = type.getConstructor().newInstance();
    for (int round = 0; round < 300; round++) {
      List<CompletableFuture<Object>> open = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        open.add(new CompletableFuture<>());
      }
      CountDownLatch go = new CountDownLatch(1);
      Thread completing =
          new Thread(
              () -> {
                await(go);
                open.forEach(future -> future.complete("x"));
              });
      Thread ticking =
          new Thread(
              () -> {
                await(go);
                capture().tick(System.nanoTime() + BEYOND);
              });
      completing.start();
      ticking.start();
      go.countDown();
      for (CompletableFuture<Object> future : open) {
        method.invoke(target, future);
      }
      completing.join();
      ticking.join();
    }
    capture().tick(System.nanoTime() + BEYOND);
    assertThat(stage.intercepted(0)).isEqualTo(3_000);
    assertThat(stage.calls.size() + stage.ended(0, Fate.UNCAPTURED)).isEqualTo(3_000);
    assertThat(capture().pendingCalls()).isZero();
    assertThat(capture().pendingBytes()).isZero();
  }

  private static void await(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Call only() {
    assertThat(stage.calls).hasSize(1);
    return stage.calls.get(0);
  }
}
