package io.understudy.bridge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a {@code ThreadDeath} that {@code CompletableFuture} has swallowed, and stops the thread
 * again. A thread that completes a future of the application runs the callback of the agent, and
 * the JDK catches what is thrown there, also at an instruction of its own around the callback. It
 * completes the dependent future of the callback with it. Without the agent the future has no
 * callback, and the thread would end. Thread-safe.
 */
public final class SwallowedStop implements BiConsumer<@Nullable Object, @Nullable Throwable> {
  /** {@code Thread.stop} works up to Java 19. */
  private static final boolean IS_POSSIBLE = isPossible();

  private final CompletableFuture<?> source;
  private final Completion completion;
  private final Thread registering = Thread.currentThread();

  private SwallowedStop(CompletableFuture<?> source, Completion completion) {
    this.source = source;
    this.completion = completion;
  }

  /**
   * Watches the callback of the agent.
   *
   * @param source the future with the callback
   * @param completion the callback
   * @param dependent the future that the registration has returned
   */
  public static void watch(
      CompletableFuture<?> source, Completion completion, CompletableFuture<?> dependent) {
    if (IS_POSSIBLE && !dependent.isDone()) {
      dependent.whenComplete(new SwallowedStop(source, completion));
      completion.watched();
    }
  }

  @Override
  public void accept(@Nullable Object value, @Nullable Throwable thrown) {
    try {
      if (thrown != null && !isTooEarly() && isDeath(thrown)) {
        StopAgain.soon();
      }
    } catch (Throwable failure) {
      // The thread may be stopped here too.
      Bridge.escaped++;
      if (StopAgain.death(failure) != null) {
        StopAgain.soon();
      }
    }
  }

  /** A future that the application has completed with a ThreadDeath tells nothing of the thread. */
  private boolean isDeath(Throwable thrown) {
    Throwable cause =
        thrown.getClass() == CompletionException.class && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return StopAgain.death(cause) != null && !source.isCompletedExceptionally();
  }

  /** Whether this runs in its registration, and so maybe not on the thread that was stopped. */
  private boolean isTooEarly() {
    return !completion.isWatched() && Thread.currentThread() == registering;
  }

  /** Initialises this class. */
  static void initialise() {}

  private static boolean isPossible() {
    String version = System.getProperty("java.specification.version", "");
    try {
      return version.startsWith("1.") || Integer.parseInt(version) < 20;
    } catch (NumberFormatException unknown) {
      return false;
    }
  }
}
