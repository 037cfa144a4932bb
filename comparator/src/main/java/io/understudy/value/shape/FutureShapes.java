package io.understudy.value.shape;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * How a future that stands inside of something is seen: as its value once it has one, and as
 * nothing that could be looked into before. Nobody waits for it, and nothing is added to it.
 */
final class FutureShapes {
  /** It hides from its callers whether it is complete, but not from a copy of itself. */
  private static final String MINIMAL = "java.util.concurrent.CompletableFuture$MinimalStage";

  private FutureShapes() {}

  /** The shape of a CompletableFuture, also of a class of the application's; null for others. */
  static @Nullable Shape of(Class<?> type) {
    if (!CompletableFuture.class.isAssignableFrom(type)) {
      return null;
    }
    boolean minimal = type.getName().equals(MINIMAL);
    return new PerObjectShape(
        new OptionalShape(type, held -> plain(held, minimal).getNow(null)),
        held -> hasValue(held, minimal),
        type.getName() + " has not completed with a value");
  }

  private static CompletableFuture<?> plain(Object held, boolean minimal) {
    CompletableFuture<?> future = (CompletableFuture<?>) held;
    return minimal ? future.toCompletableFuture() : future;
  }

  // A class of the application's may override these, and throw.
  private static boolean hasValue(Object held, boolean minimal) {
    try {
      CompletableFuture<?> future = plain(held, minimal);
      return future.isDone() && !future.isCompletedExceptionally();
    } catch (RuntimeException refused) {
      return false;
    }
  }
}
