package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.Receiver;
import io.understudy.agent.config.CallConfig;
import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Candidates that return stages. */
@Timeout(120)
final class PendingStagesTest {
  private static final Duration SHORT = Duration.ofMillis(60);

  private static final Queue<CompletableFuture<@Nullable Object>> OPEN =
      new ConcurrentLinkedQueue<>();

  private final Pools pools = new Pools(1, 1);

  @BeforeEach
  void none() {
    OPEN.clear();
  }

  @AfterEach
  void close() {
    pools.close();
  }

  static final class Candidates {
    private Candidates() {}

    static CompletionStage<@Nullable Object> later(Object argument) {
      CompletableFuture<@Nullable Object> stage = new CompletableFuture<>();
      OPEN.add(stage);
      return stage;
    }

    static CompletionStage<@Nullable Object> dependent(Object argument) {
      return later(argument).thenApply(value -> value);
    }

    static CompletionStage<Object> complete(Object argument) {
      return CompletableFuture.completedFuture(argument);
    }

    static CompletionStage<Object> failed(Object argument) {
      CompletableFuture<Object> failed = new CompletableFuture<>();
      failed.completeExceptionally(new IllegalStateException("no"));
      return failed;
    }

    static Object quick(Object argument) {
      return argument;
    }

    static @Nullable CompletionStage<Object> none(Object argument) {
      return null;
    }

    static CompletionStage<Object> refuses(Object argument) {
      return new Misbehaving<>(true, false);
    }

    static CompletionStage<Object> tellsTwice(Object argument) {
      return new Misbehaving<>(false, true);
    }
  }

  /** A stage of the application that violates the contract. */
  static final class Misbehaving<T> extends CompletableFuture<T> {
    private final boolean refuses;
    private final boolean tellsTwice;

    Misbehaving(boolean refuses, boolean tellsTwice) {
      this.refuses = refuses;
      this.tellsTwice = tellsTwice;
    }

    @Override
    public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
      if (refuses) {
        throw new UnsupportedOperationException("secret");
      }
      if (tellsTwice) {
        action.accept(null, null);
        action.accept(null, new IllegalStateException("again"));
      }
      return this;
    }
  }

  private static CompletableFuture<@Nullable Object> open() {
    Pools.await(() -> !OPEN.isEmpty());
    CompletableFuture<@Nullable Object> next = OPEN.poll();
    return next == null ? new CompletableFuture<>() : next;
  }

  private static CallPoint point(String method, Duration completion) {
    CallConfig config =
        CallConfig.builder(
                "quote",
                Calls.ref(Pools.Legacy.class, "quote"),
                Calls.ref(Candidates.class, method))
            .timeout(Pools.LONG)
            .completion(completion)
            .build();
    return new CallPoint(0, config, new Ledger(0));
  }

  private static CallPoint point(String method) {
    return point(method, Pools.LONG);
  }

  @Test
  void completedStageIsItsValue() {
    pools.ask(point("complete"), "a");
    assertThat(pools.answers.outcomes.get(0).value()).isEqualTo("a");
  }

  @Test
  void failedStageIsItsException() {
    pools.ask(point("failed"), "a");
    Outcome outcome = pools.answers.outcomes.get(0);
    assertThat(outcome.thrown()).hasToString("java.lang.IllegalStateException: no");
  }

  @Test
  void nullStageIsNull() {
    pools.ask(point("none"), "a");
    assertThat(pools.answers.outcomes.get(0).value()).isNull();
    assertThat(pools.answers.outcomes.get(0).thrown()).isNull();
  }

  /** One thread serves other calls while a stage is pending. */
  @Test
  void noThreadWaitsForAStage() {
    CallPoint later = point("later");
    CallPoint quick = point("quick");
    pools.offer(later, "a");
    CompletableFuture<@Nullable Object> stage = open();
    pools.ask(quick, "b");
    assertThat(pools.answers.outcomes.get(0).value()).isEqualTo("b");
    assertThat(pools.pool.pendingStages()).isEqualTo(1);
    assertThat(Pools.inFlight(later)).isEqualTo(1);
    stage.complete("c");
    Pools.awaitBalance(later);
    assertThat(later.ledger().total(Fate.MATCHED)).isEqualTo(1);
    assertThat(pools.answers.outcomes.get(1).value()).isEqualTo("c");
    assertThat(pools.answers.threads).containsOnly("understudy-replay-1");
    assertThat(pools.pool.pendingStages()).isZero();
  }

  @Test
  void exceptionIsTheSameAtEveryStageOfAChain() {
    CallPoint direct = point("later");
    CallPoint dependent = point("dependent");
    pools.offer(direct, "a");
    open().completeExceptionally(new IllegalStateException("no"));
    Pools.awaitBalance(direct);
    pools.offer(dependent, "a");
    open().completeExceptionally(new IllegalStateException("no"));
    Pools.awaitBalance(dependent);
    pools.offer(direct, "a");
    open().completeExceptionally(new CompletionException(new IllegalStateException("no")));
    Pools.awaitBalance(direct);
    assertThat(pools.answers.outcomes)
        .extracting(outcome -> String.valueOf(outcome.thrown()))
        .containsExactly(
            "java.lang.IllegalStateException: no",
            "java.lang.IllegalStateException: no",
            "java.lang.IllegalStateException: no");
  }

  @Test
  void cancelledStage() {
    CallPoint point = point("dependent");
    pools.offer(point, "a");
    open().cancel(true);
    Pools.awaitBalance(point);
    assertThat(pools.answers.outcomes.get(0).thrown())
        .hasToString("java.util.concurrent.CancellationException");
  }

  @Test
  void stageThatNeverCompletesTimesOutAndALateCompletionIsIgnored() {
    CallPoint point = point("later", SHORT);
    pools.offer(point, "a");
    CompletableFuture<@Nullable Object> stage = open();
    Pools.awaitBalance(point);
    assertThat(point.ledger().total(Fate.TIMED_OUT)).isEqualTo(1);
    stage.complete("late");
    pools.ask(point("quick"), "b");
    assertThat(pools.answers.outcomes).hasSize(1);
    assertThat(point.ledger().total(Fate.MATCHED)).isZero();
    assertThat(pools.pool.pendingStages()).isZero();
    assertThat(pools.pool.abandoned()).isZero();
  }

  @Test
  void rowOfStagesThatNeverCompleteOpensTheBreaker() {
    CallPoint point = point("later", SHORT);
    for (int i = 0; i < 40; i++) {
      pools.offer(point, i);
    }
    Pools.awaitBalance(point);
    assertThat(point.ledger().total(Fate.TIMED_OUT)).isGreaterThanOrEqualTo(16);
    assertThat(pools.pool.openBreakers()).isEqualTo(1);
    pools.offer(point, "more");
    Pools.awaitBalance(point);
    assertThat(Calls.reasons(point)).containsExactly("shed: breaker open");
  }

  @Test
  void stageThatRefusesListeners() {
    CallPoint point = point("refuses");
    pools.ask(point, "a");
    assertThat(Calls.reasons(point))
        .containsExactly(
            "unanswered: "
                + Misbehaving.class.getName()
                + " threw java.lang.UnsupportedOperationException when it was asked to tell what it"
                + " completes with");
    assertThat(pools.pool.pendingStages()).isZero();
  }

  @Test
  void secondNotificationOfAStageIsIgnored() {
    CallPoint point = point("tellsTwice");
    pools.ask(point, "a");
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
    assertThat(pools.answers.outcomes).hasSize(1);
    assertThat(pools.answers.outcomes.get(0).thrown()).isNull();
  }

  @Test
  void closingDropsPendingStages() {
    CallPoint point = point("later");
    pools.offer(point, "a");
    CompletableFuture<@Nullable Object> stage = open();
    Pools.await(() -> pools.pool.pendingStages() == 1 && pools.pool.busy() == 0);
    pools.close();
    assertThat(Calls.reasons(point)).containsExactly("dropped: shutdown");
    stage.complete("late");
    assertThat(Pools.inFlight(point)).isZero();
    assertThat(pools.answers.outcomes).isEmpty();
  }

  @Test
  void closingWaitsForPendingStages() {
    CallPoint point = point("later");
    pools.offer(point, "a");
    CompletableFuture<@Nullable Object> stage = open();
    Thread closing =
        new Thread(
            () -> {
              pools.queue.close(Pools.LONG.toNanos());
              pools.pool.close(Pools.LONG.toNanos());
            });
    closing.start();
    stage.complete("in time");
    Pools.awaitBalance(point);
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
    Pools.await(() -> !closing.isAlive());
  }

  /** Stages, their time limit and the shutdown race for thousands of calls: each ends once. */
  @Test
  void everyCallEndsOnce() throws Exception {
    CallPoint point = point("later", Duration.ofMillis(20));
    Thread completing =
        new Thread(
            () -> {
              List<CompletableFuture<@Nullable Object>> held = new ArrayList<>();
              while (!Thread.currentThread().isInterrupted()) {
                CompletableFuture<@Nullable Object> next = OPEN.poll();
                if (next == null) {
                  Thread.yield();
                } else if (held.size() < 4) {
                  held.add(next);
                } else {
                  held.remove(0).complete("x");
                  next.complete("y");
                }
              }
            });
    completing.start();
    for (int i = 0; i < 3_000; i++) {
      pools.offer(point, i);
    }
    pools.queue.close(Duration.ofSeconds(2).toNanos());
    pools.pool.close(1);
    Pools.awaitBalance(point);
    completing.interrupt();
    completing.join();
    assertThat(Pools.inFlight(point)).isZero();
    assertThat(pools.pool.pendingStages()).isZero();
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(pools.answers.outcomes.size());
    assertThat(point.ledger().total(Fate.TIMED_OUT)).isEqualTo(pools.answers.timedOut.size());
  }

  /** A repeated control that returns a stage. */
  public static final class AsyncLegacy {
    static CompletableFuture<@Nullable Object> quote(Object argument) {
      return (CompletableFuture<@Nullable Object>) Candidates.later(argument);
    }
  }

  @Test
  void repeatedControlIsComparedWhenItsStageCompletes() {
    CallPoint point =
        Pools.repeatable(AsyncLegacy.class, "quote", Candidates.class, "quick", Pools.LONG);
    Call call = Calls.repeatable(point, new Receiver(null, AsyncLegacy.class), "a");
    pools.offer(call);
    CompletableFuture<@Nullable Object> again = open();
    pools.ask(point("quick"), "b");
    assertThat(pools.answers.repeats).isEmpty();
    again.complete("second");
    Pools.await(() -> Calls.repeated(point) == 1);
    assertThat(pools.answers.repeats.get(0).value()).isEqualTo("second");
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
  }

  @Test
  void candidateAndRepeatedControlWithStages() {
    CallPoint point =
        Pools.repeatable(AsyncLegacy.class, "quote", Candidates.class, "later", Pools.LONG);
    for (int i = 0; i < 3; i++) {
      long before = i;
      pools.offer(Calls.repeatable(point, new Receiver(null, AsyncLegacy.class), "a"));
      open().complete("candidate");
      open().complete("control");
      Pools.await(() -> Calls.repeated(point) == before + 1 && pools.pool.pendingStages() == 0);
    }
    assertThat(pools.answers.outcomes).extracting(Outcome::value).containsOnly("candidate");
    assertThat(pools.answers.repeats).extracting(Outcome::value).containsOnly("control");
    assertThat(Calls.counted(point, TallyField.UNREPEATED)).isEmpty();
  }

  @Test
  void repeatThatNeverCompletesIsCounted() {
    CallConfig config =
        CallConfig.builder(
                "quote",
                Calls.ref(AsyncLegacy.class, "quote"),
                Calls.ref(Candidates.class, "quick"))
            .completion(SHORT)
            .idempotent(true)
            .noise(1)
            .build();
    CallPoint point = new CallPoint(0, config, new Ledger(0));
    pools.offer(Calls.repeatable(point, new Receiver(null, AsyncLegacy.class), "a"));
    Pools.await(() -> !Calls.counted(point, TallyField.UNREPEATED).isEmpty());
    assertThat(Calls.counted(point, TallyField.UNREPEATED))
        .containsOnlyKeys("it took more than 60 ms");
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
  }
}
