package io.understudy.value.shape;

import io.understudy.value.FutureResults;
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

  private FutureShapes() {}

  /** The shape of a CompletableFuture or a subclass of it; null for every other class. */
  static @Nullable Shape of(Class<?> type) {
    if (!CompletableFuture.class.isAssignableFrom(type)) {
      return null;
    }
    String reason = type.getName() + " has not completed with a value";
    if (FutureResults.areReadable()) {
      return new PerObjectShape(
          new OptionalShape(type, held -> FutureResults.value(future(held)), null),
          held ->
              FutureResults.isComplete(future(held))
                  && FutureResults.exception(future(held)) == null,
          reason);
    }
    boolean minimal = type.getName().equals(MINIMAL);
    return new PerObjectShape(
        new OptionalShape(type, held -> plain(held, minimal).getNow(null)),
        held -> hasValue(held, minimal),
        reason);
  }

  private static CompletableFuture<?> future(Object held) {
    return (CompletableFuture<?>) held;
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
