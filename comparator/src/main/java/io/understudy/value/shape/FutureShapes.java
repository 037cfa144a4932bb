package io.understudy.value.shape;

import io.understudy.value.JdkFields;
import io.understudy.value.RacyReads;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of futures that are parts of other objects. A future that has completed is an OPTIONAL
 * of its value; before that it is opaque. Reading a future neither waits for it nor adds a callback
 * to it. Its fields are read, since a class of the application may override its methods.
 */
final class FutureShapes {
  /** Hides from callers whether it is complete, but {@code toCompletableFuture()} shows it. */
  private static final String MINIMAL = "java.util.concurrent.CompletableFuture$MinimalStage";

  /** The value; null if incomplete; an object of the class below for null or an exception. */
  private static final RacyReads.@Nullable Ref RESULT =
      RacyReads.refField(CompletableFuture.class, "result");

  private static final @Nullable Class<?> WRAPPED =
      JdkFields.inner(CompletableFuture.class, "AltResult");

  private static final RacyReads.@Nullable Ref EXCEPTION =
      WRAPPED == null ? null : RacyReads.refField(WRAPPED, "ex");

  private FutureShapes() {}

  /** The shape of a CompletableFuture or a subclass of it; null for every other class. */
  static @Nullable Shape of(Class<?> type) {
    if (!CompletableFuture.class.isAssignableFrom(type)) {
      return null;
    }
    String reason = type.getName() + " has not completed with a value";
    RacyReads.Ref result = RESULT;
    RacyReads.Ref exception = EXCEPTION;
    if (result != null && exception != null) {
      return new PerObjectShape(
          new OptionalShape(type, held -> unwrapped(result.get(held)), null),
          held -> hasValue(result.get(held), exception),
          reason);
    }
    boolean minimal = type.getName().equals(MINIMAL);
    return new PerObjectShape(
        new OptionalShape(type, held -> plain(held, minimal).getNow(null)),
        held -> hasValue(held, minimal),
        reason);
  }

  private static @Nullable Object unwrapped(@Nullable Object result) {
    return result == null || result.getClass() == WRAPPED ? null : result;
  }

  private static boolean hasValue(@Nullable Object result, RacyReads.Ref exception) {
    return result != null && (result.getClass() != WRAPPED || exception.get(result) == null);
  }

  private static CompletableFuture<?> plain(Object held, boolean minimal) {
    CompletableFuture<?> future = (CompletableFuture<?>) held;
    return minimal ? future.toCompletableFuture() : future;
  }

  // A class of the application may override these methods with methods that throw.
  private static boolean hasValue(Object held, boolean minimal) {
    try {
      CompletableFuture<?> future = plain(held, minimal);
      return future.isDone() && !future.isCompletedExceptionally();
    } catch (RuntimeException refused) {
      return false;
    }
  }
}
