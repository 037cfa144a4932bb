package io.understudy.value;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads the results of {@code CompletableFuture} and its subclasses by their fields, because a
 * class of the application may override the methods. Thread-safe.
 */
public final class FutureResults {
  /** The value; null if incomplete; an object of the class below for null or an exception. */
  private static final RacyReads.@Nullable Ref RESULT =
      RacyReads.refField(CompletableFuture.class, "result");

  private static final @Nullable Class<?> WRAPPED =
      JdkFields.inner(CompletableFuture.class, "AltResult");

  private static final RacyReads.@Nullable Ref EXCEPTION =
      WRAPPED == null ? null : RacyReads.refField(WRAPPED, "ex");

  private FutureResults() {}

  /** Whether the fields can be read; the other methods may be called only if they can. */
  public static boolean areReadable() {
    return RESULT != null && EXCEPTION != null;
  }

  /** Whether the future has completed with a value or an exception. */
  public static boolean isComplete(CompletableFuture<?> future) {
    return result(future) != null;
  }

  /** The value; null if the future is incomplete, has failed, or has completed with null. */
  public static @Nullable Object value(CompletableFuture<?> future) {
    Object result = result(future);
    return result == null || result.getClass() == WRAPPED ? null : result;
  }

  /** The exception; null if the future is incomplete or has completed with a value. */
  public static @Nullable Throwable exception(CompletableFuture<?> future) {
    Object result = result(future);
    RacyReads.Ref exception = EXCEPTION;
    return result == null || exception == null || result.getClass() != WRAPPED
        ? null
        : (Throwable) exception.get(result);
  }

  private static @Nullable Object result(CompletableFuture<?> future) {
    RacyReads.Ref result = RESULT;
    if (result == null) {
      throw new IllegalStateException("the fields of a future cannot be read");
    }
    return result.get(future);
  }
}
