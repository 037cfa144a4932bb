package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.MethodRef;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import io.understudy.value.shape.Frozen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The outcomes of candidates. */
final class OutcomesTest {
  private final Pools pools = new Pools(2, 4);

  @AfterEach
  void close() {
    pools.close();
  }

  static final class Candidates {
    private Candidates() {}

    static Object echo(Object argument) {
      return argument;
    }

    static @Nullable Object nothing(Object argument) {
      return null;
    }

    static void silent(Object argument) {}

    static int primitive(Object argument) {
      return 7;
    }

    static Object checked(Object argument) throws IOException {
      throw new IOException("unreachable");
    }

    static Object error(Object argument) {
      throw new AssertionError("broken");
    }

    @SuppressWarnings("InfiniteRecursion")
    static Object recursion(Object argument) {
      return recursion(argument).hashCode() + 1;
    }

    @SuppressWarnings("removal")
    static Object death(Object argument) {
      throw new ThreadDeath();
    }

    static Object missingClass(Object argument) {
      throw new NoClassDefFoundError("com/acme/Gone");
    }

    static java.util.concurrent.CompletionStage<Object> unreachableLater(Object argument) {
      java.util.concurrent.CompletableFuture<Object> stage =
          new java.util.concurrent.CompletableFuture<>();
      stage.completeExceptionally(new java.net.ConnectException("Connection refused"));
      return stage.thenApply(value -> value);
    }

    static Object cast(Object argument) {
      return ((Integer) argument) + 1;
    }

    static int[] sizes(List<String> argument) {
      return new int[] {argument.size()};
    }

    @SuppressWarnings("unchecked")
    static Object append(Object argument) {
      ((List<String>) argument).add("by the candidate");
      return argument;
    }

    static boolean interruptsItself(Object argument) {
      boolean was = Thread.currentThread().isInterrupted();
      Thread.currentThread().interrupt();
      return was;
    }

    static @Nullable ClassLoader contextLoader(Object argument) {
      return Thread.currentThread().getContextClassLoader();
    }
  }

  @Test
  void returnedValue() {
    String argument = "a";
    assertThat(outcome("echo", argument).value()).isSameAs(argument);
    assertThat(outcome("primitive", argument).value()).isEqualTo(7);
  }

  @Test
  void nullAndVoidAreReturns() {
    assertThat(outcome("nothing", "a").toString()).isEqualTo("returned");
    assertThat(outcome("silent", "a").toString()).isEqualTo("returned");
  }

  @Test
  void thrownExceptionsAreOutcomesWithoutWrappers() {
    assertThat(thrown("checked")).isEqualTo("java.io.IOException");
    assertThat(thrown("error")).isEqualTo("java.lang.AssertionError");
    assertThat(thrown("recursion")).isEqualTo("java.lang.StackOverflowError");
    assertThat(thrown("death")).isEqualTo("java.lang.ThreadDeath");
  }

  @Test
  void failuresOfLinkageAreNoOutcomes() {
    CallPoint point = Pools.point(Candidates.class, "missingClass");
    pools.ask(point, "a");
    assertThat(point.ledger().total(Fate.UNANSWERED)).isEqualTo(1);
    assertThat(pools.answers.outcomes).isEmpty();
  }

  @Test
  void failedStageOfAnUnreachableServerIsNoOutcome() {
    CallPoint point = Pools.point(Candidates.class, "unreachableLater");
    pools.ask(point, "a");
    assertThat(point.ledger().total(Fate.UNANSWERED)).isEqualTo(1);
    assertThat(pools.answers.outcomes).isEmpty();
  }

  @Test
  void castThatFailsInsideTheCandidateIsItsOutcome() {
    assertThat(thrown("cast")).isEqualTo("java.lang.ClassCastException");
  }

  @Test
  void castThatFailsBeforeTheCandidateIsNoOutcome() {
    CallPoint point = Pools.point(Candidates.class, "sizes");
    pools.ask(point, "not a list");
    pools.ask(point, new ArrayList<>(Arrays.asList("a", "b")));
    assertThat(point.ledger().total(Fate.UNANSWERED)).isEqualTo(1);
    assertThat(pools.answers.outcomes).hasSize(1);
    assertThat(pools.answers.outcomes.get(0).value()).isEqualTo(new int[] {2});
  }

  @Test
  void evidenceHasTheArgumentsBeforeTheCandidateChangedThem() {
    pools.ask(Pools.point(Candidates.class, "append"), new ArrayList<>(Arrays.asList("a")));
    Object originalArguments = pools.answers.arguments.get(0)[0];
    assertThat(originalArguments).isInstanceOf(Frozen.class);
    assertThat(((Frozen) originalArguments).size()).isEqualTo(1);
    assertThat(pools.answers.outcomes.get(0).arguments()).isNull();
  }

  @Test
  void outcomeHasTheFinalArgumentsIfTheyAreCompared() {
    CallPoint point =
        Pools.point(
            new MethodRef(Candidates.class.getName(), "append", null),
            null,
            Pools.LONG,
            Rules.builder().arguments(true).build());
    @Nullable Object[] arguments = {new ArrayList<>(Arrays.asList("a"))};
    Outcome control = Outcome.returned(null).withArguments(arguments.clone());
    point.ledger().page().intercepted();
    pools.offer(new Call(point, point.ledger().page(), 0, arguments, control, 1, 1));
    Pools.awaitBalance(point);
    assertThat(pools.answers.outcomes.get(0).arguments())
        .containsExactly(Arrays.asList("a", "by the candidate"));
  }

  /** The control keeps no immutable argument; the candidate's outcome leaves it out too. */
  @Test
  void argumentThatTheControlDoesNotKeepIsNotInTheOutcome() {
    CallPoint point = Pools.point(Candidates.class, "echo");
    Runnable shared = () -> {};
    Outcome control = Outcome.returned(null).withArguments(new @Nullable Object[] {null});
    point.ledger().page().intercepted();
    pools.offer(new Call(point, point.ledger().page(), 0, new Object[] {shared}, control, 1, 1));
    Pools.awaitBalance(point);
    assertThat(pools.answers.outcomes.get(0).arguments()).containsExactly((Object) null);
  }

  @Test
  void immutableArgumentsAreEvidenceThemselves() {
    CallPoint point = Pools.point(Candidates.class, "echo");
    @Nullable Object[] arguments = pools.offer(point, "a").arguments();
    Pools.awaitBalance(point);
    assertThat(pools.answers.arguments.get(0)).isSameAs(arguments);
  }

  @Test
  void interruptFlagDoesNotReachTheNextCall() {
    CallPoint point = Pools.point(Candidates.class, "interruptsItself");
    for (int i = 0; i < 20; i++) {
      pools.offer(point, "a");
    }
    Pools.awaitBalance(point);
    assertThat(pools.answers.outcomes).hasSize(20).allMatch(o -> Boolean.FALSE.equals(o.value()));
  }

  @Test
  void candidateRunsWithItsOwnContextClassLoader() {
    assertThat(outcome("contextLoader", "a").value())
        .isSameAs(Candidates.class.getClassLoader())
        .isNotNull();
  }

  /** L3: only the worker can end a call that is claimed for its verdict. */
  @Test
  void callWhoseVerdictFailsInTheAgentHasAFate() {
    CallPoint point = Pools.point(Candidates.class, "echo");
    pools.answers.failure = new OutOfMemoryError("simulated");
    pools.ask(point, "a");
    pools.answers.failure = null;
    pools.ask(point, "b");
    assertThat(point.ledger().total(Fate.UNANSWERED)).isEqualTo(1);
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
  }

  private Outcome outcome(String method, Object argument) {
    pools.ask(Pools.point(Candidates.class, method), argument);
    return pools.answers.outcomes.get(pools.answers.outcomes.size() - 1);
  }

  private String thrown(String method) {
    ThrownException thrown = outcome(method, "a").thrown();
    assertThat(thrown).isNotNull();
    return String.valueOf(thrown == null ? null : thrown.className());
  }
}
