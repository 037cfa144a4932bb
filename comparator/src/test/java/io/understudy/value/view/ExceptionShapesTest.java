package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Observable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exceptions, futures and fields that are no state. */
@SuppressWarnings({"unused", "UnusedVariable"})
class ExceptionShapesTest {
  private static final class Coded extends Exception {
    private static final long serialVersionUID = 1;
    final int code;
    final transient Object detail = new Object();

    Coded(@Nullable String message, int code) {
      super(message);
      this.code = code;
    }
  }

  private static final class Failing extends Exception {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }

  private static final class Cyclic extends Exception {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable getCause() {
      return this;
    }
  }

  private static String name(Class<?> type) {
    return type.getName();
  }

  @Test
  void exceptionIsClassMessageAndCause() {
    assertThat(FrozenText.frozen(new Exception("m")))
        .isEqualTo("{class: java.lang.Exception, message: m, cause: null}");
    assertThat(FrozenText.frozen(new Error()))
        .isEqualTo("{class: java.lang.Error, message: null, cause: null}");
    assertThat(FrozenText.frozen(new IllegalStateException(new Exception("c"))))
        .isEqualTo(
            "{class: java.lang.IllegalStateException, message: java.lang.Exception: c, cause:"
                + " {class: java.lang.Exception, message: c, cause: null}}");
  }

  @Test
  void fieldsOfApplicationExceptionsAreParts() {
    assertThat(FrozenText.frozen(new Coded(null, 5)))
        .isEqualTo("{class: " + name(Coded.class) + ", message: null, cause: null, code: 5, detail: {}}");
  }

  @Test
  void stackTraceAndSuppressedExceptionsAreNoParts() {
    Exception suppressing = new Exception("m");
    suppressing.addSuppressed(new Exception("s"));

    assertThat(FrozenText.frozen(suppressing)).isEqualTo(FrozenText.frozen(new Exception("m")));
  }

  @Test
  void fieldsOfJdkExceptionsAreNoParts() {
    assertThat(FrozenText.frozen(new SQLException("m", "state", 7)))
        .isEqualTo("{class: java.sql.SQLException, message: m, cause: null}");
  }

  @Test
  void exceptionWhoseMethodThrowsIsReported() throws Uncapturable {
    String reason = "reading " + name(Failing.class) + " threw java.lang.IllegalStateException";

    assertThat(FrozenText.frozen(new Failing())).isEqualTo("uncapturable: " + reason);
    assertThat(FrozenText.lenient(Arrays.asList(1, new Failing())))
        .isEqualTo("[1, opaque: " + reason + "]");
  }

  @Test
  void causeCycleIsKept() {
    assertThat(FrozenText.frozen(new Cyclic()))
        .isEqualTo("{class: " + name(Cyclic.class) + ", message: null, cause: ^0}");
  }

  private static final class OwnFuture extends CompletableFuture<Object> {
    @Override
    public boolean isDone() {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void futureIsItsValueOnceItCompleted() {
    CompletableFuture<Object> future = new CompletableFuture<>();
    String pending = " has not completed with a value";

    assertThat(FrozenText.frozen(future))
        .isEqualTo("uncapturable: java.util.concurrent.CompletableFuture" + pending);
    assertThat(future.getNumberOfDependents()).isZero();
    future.complete("v");
    assertThat(FrozenText.frozen(future)).isEqualTo("some(v)");
    assertThat(FrozenText.frozen(CompletableFuture.completedFuture(null))).isEqualTo("none");
    CompletableFuture<Object> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);
    assertThat(FrozenText.frozen(cancelled)).endsWith(pending);
    assertThat(FrozenText.frozen(new OwnFuture()))
        .isEqualTo("uncapturable: " + name(OwnFuture.class) + pending);
    assertThat(StandardShapes.ofInstances(CompletableFuture.class).kind()).isEqualTo(Kind.OPAQUE);
    assertThat(StandardShapes.ofInstances(CompletableFuture.class).dependsOnObject()).isTrue();
  }

  /** Since Java 9; {@code isDone} of such a stage throws. */
  @Test
  void minimalStageIsItsValueOnceItCompleted() throws ReflectiveOperationException {
    CompletionStage<?> minimal;
    try {
      minimal =
          (CompletionStage<?>)
              CompletableFuture.class.getMethod("completedStage", Object.class).invoke(null, "v");
    } catch (NoSuchMethodException java8) {
      return;
    }

    assertThat(FrozenText.frozen(minimal)).isEqualTo("some(v)");
  }

  @Test
  void otherFutureIsOpaque() {
    FutureTask<Integer> task = new FutureTask<>(() -> 1);
    task.run();

    assertThat(FrozenText.frozen(task))
        .isEqualTo(
            "uncapturable: java.util.concurrent.FutureTask completes later,"
                + " and is no CompletionStage");
  }

  @SuppressWarnings("deprecation")
  private static final class Watched extends Observable {
    final int value = 1;
  }

  private static class Account {
    private static final Logger LOG = Logger.getLogger("account");
    final Logger log = LOG;
    final java.util.concurrent.locks.Lock lock = new java.util.concurrent.locks.ReentrantLock();
    final String $$_hibernate_attribute = "added";
    transient int cache = 1;
    volatile int number = 2;
    protected final String id = "a";
  }

  private static final class Savings extends Account {
    final String id = "s";
    final double rate = 0.5;
  }

  @Test
  void fieldsThatAreNoStateAreNoParts() {
    assertThat(FrozenText.frozen(new Account())).isEqualTo("{number: 2, id: a}");
  }

  @Test
  void hiddenFieldHasItsClassName() {
    assertThat(FrozenText.frozen(new Savings()))
        .isEqualTo("{number: 2, Account.id: a, id: s, rate: 0.5}");
  }

  @Test
  void observersAreNoParts() {
    assertThat(FrozenText.frozen(new Watched())).isIn("{value: 1}", unreadableObservable());
  }

  /** Without open packages the fields of java.util.Observable cannot be read. */
  private static String unreadableObservable() {
    return "uncapturable: "
        + name(Watched.class)
        + " extends java.util.Observable, whose state cannot be read";
  }

  @Test
  void capturedVariableIsAPart() {
    int captured = Integer.parseInt("7");
    Object anonymous =
        new Object() {
          final int own = 1;

          @Override
          public String toString() {
            return own + " " + captured;
          }
        };

    assertThat(FrozenText.frozen(anonymous)).contains("own: 1").contains("val$captured: 7");
  }
}
