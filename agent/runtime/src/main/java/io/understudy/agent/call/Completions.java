package io.understudy.agent.call;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.value.Causes;
import io.understudy.value.FutureResults;
import io.understudy.value.ThreadDeaths;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the completion of a {@link CompletionStage} that a control or candidate has returned.
 * Stateless.
 */
public final class Completions {
  /** Maximal number of causes to unwrap, since a chain of causes may be cyclic. */
  private static final int DEEPEST = 16;

  private Completions() {}

  /**
   * Returns the stage that a method has returned; its completion ends the call.
   *
   * @return null if the method returned another type
   */
  public static @Nullable CompletionStage<?> stage(@Nullable Object returned) {
    return returned instanceof CompletionStage ? (CompletionStage<?>) returned : null;
  }

  /**
   * Whether {@link #now} can read the completion at once, without running code of the application.
   */
  public static boolean isHere(CompletionStage<?> stage) {
    if (stage.getClass() == CompletableFuture.class) {
      return ((CompletableFuture<?>) stage).isDone();
    }
    return isReadable(stage) && FutureResults.isComplete((CompletableFuture<?>) stage);
  }

  /** Whether {@link #now} can read the completion of this stage once it is complete. */
  public static boolean isReadable(CompletionStage<?> stage) {
    return stage instanceof CompletableFuture && FutureResults.areReadable();
  }

  /** Returns the completion of a stage for which {@link #isHere} is true. */
  public static Live now(CompletionStage<?> stage) {
    if (stage.getClass() != CompletableFuture.class) {
      CompletableFuture<?> future = (CompletableFuture<?>) stage;
      return new Live(FutureResults.value(future), FutureResults.exception(future));
    }
    try {
      return new Live(((CompletableFuture<?>) stage).getNow(null), null);
    } catch (Throwable thrown) {
      // Not the exception of the stage, which is wrapped.
      ThreadDeaths.rethrow(thrown);
      return new Live(null, thrown);
    }
  }

  /**
   * Returns the exception with which a stage was completed. A dependent stage reports it wrapped in
   * a {@link CompletionException} or not, depending on its position in the chain. This is no
   * difference between control and candidate, so the wrapper is removed.
   */
  public static Throwable cause(Throwable told) {
    Throwable cause = told;
    for (int i = 0; i < DEEPEST && cause.getClass() == CompletionException.class; i++) {
      Throwable next = Causes.of(cause);
      if (next == null) {
        break;
      }
      cause = next;
    }
    return cause;
  }

  /**
   * Returns the reason for a stage that threw when a callback was registered with it.
   *
   * @return one clause, from few distinct texts, without values
   */
  public static String refused(CompletionStage<?> stage, Throwable threw) {
    return stage.getClass().getName()
        + " threw "
        + threw.getClass().getName()
        + " when it was asked to tell what it completes with";
  }

  /** The completion of a stage: a live value or an exception. Immutable. */
  public static final class Live {
    private final @Nullable Object value;
    private final @Nullable Throwable thrown;

    /** Creates a completion from the arguments of a stage's callback. */
    public Live(@Nullable Object value, @Nullable Throwable thrown) {
      this.value = value;
      this.thrown = thrown == null ? null : cause(thrown);
    }

    /** Returns the live value; null if the stage was completed with an exception. */
    public @Nullable Object value() {
      return value;
    }

    /** Returns the unwrapped exception; null if the stage was completed with a value. */
    public @Nullable Throwable thrown() {
      return thrown;
    }

    /** Returns the outcome, with the live value. */
    public Outcome outcome() {
      return thrown == null ? Outcome.returned(value) : Outcome.threw(ThrownException.of(thrown));
    }
  }
}
