package io.understudy.agent.call;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link CompletionStage} stands for what it completes with; the same for the control's and
 * the candidate's. Stateless.
 */
public final class Completions {
  /** A cause may lead to itself. */
  private static final int DEEPEST = 16;

  private Completions() {}

  /**
   * The stage that a method has returned, whose completion is the end of its call.
   *
   * @return null when it returned something else
   */
  public static @Nullable CompletionStage<?> stage(@Nullable Object returned) {
    return returned instanceof CompletionStage ? (CompletionStage<?>) returned : null;
  }

  /**
   * Whether what a stage completed with can be read from it at once and without any code but the
   * JDK's: {@link #now}.
   */
  public static boolean isHere(CompletionStage<?> stage) {
    return stage.getClass() == CompletableFuture.class && ((CompletableFuture<?>) stage).isDone();
  }

  /** What a stage {@linkplain #isHere has here}, as a live value or as what was thrown. */
  public static Live now(CompletionStage<?> stage) {
    try {
      return new Live(((CompletableFuture<?>) stage).getNow(null), null);
    } catch (Throwable thrown) {
      return new Live(null, thrown);
    }
  }

  /**
   * The exception that a stage was completed with. A stage that depends on another tells it wrapped
   * in a {@link CompletionException}, or not, depending on where in the chain it stands: which is
   * no difference in what was done.
   */
  public static Throwable cause(Throwable told) {
    Throwable cause = told;
    for (int i = 0; i < DEEPEST && cause.getClass() == CompletionException.class; i++) {
      Throwable next = cause.getCause();
      if (next == null) {
        break;
      }
      cause = next;
    }
    return cause;
  }

  /**
   * Why a stage could not be followed, that threw when it was asked to tell when it completes.
   *
   * @return one clause of few distinct texts, without values
   */
  public static String refused(CompletionStage<?> stage, Throwable threw) {
    return stage.getClass().getName()
        + " threw "
        + threw.getClass().getName()
        + " when it was asked to tell what it completes with";
  }

  /** What a stage completed with: a live value, or what was thrown. Immutable. */
  public static final class Live {
    private final @Nullable Object value;
    private final @Nullable Throwable thrown;

    /** A completion as a stage's callback is told of it. */
    public Live(@Nullable Object value, @Nullable Throwable thrown) {
      this.value = value;
      this.thrown = thrown == null ? null : cause(thrown);
    }

    /** The live value; null where it was completed with an exception. */
    public @Nullable Object value() {
      return value;
    }

    /** What was thrown, unwrapped; null where it was completed with a value. */
    public @Nullable Throwable thrown() {
      return thrown;
    }

    /** The outcome, with the live value. */
    public Outcome outcome() {
      return thrown == null ? Outcome.returned(value) : Outcome.threw(ThrownException.of(thrown));
    }
  }
}
