package io.understudy.bridge;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the agent leaves with a {@code CompletionStage} of the application, to be told once what it
 * completes with. A stage may live as long as the application and never complete, so this holds
 * nothing of the agent once it has told, or was made to {@link #forget}. Thread-safe.
 *
 * <p>It runs on the thread that completes the stage, as the agent's own: whatever of the
 * application is called from here is not captured. It never throws.
 */
public final class Completion implements BiConsumer<@Nullable Object, @Nullable Throwable> {
  private static final AtomicReferenceFieldUpdater<Completion, @Nullable Listener> LISTENER =
      AtomicReferenceFieldUpdater.newUpdater(Completion.class, Listener.class, "listener");

  private volatile @Nullable Listener listener;

  /** Who is told. */
  public interface Listener {
    /** Takes what the stage completed with; of both, one is null or both are. */
    void completed(@Nullable Object value, @Nullable Throwable thrown);
  }

  /** What tells this listener. */
  public Completion(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void accept(@Nullable Object value, @Nullable Throwable thrown) {
    try {
      Listener told = LISTENER.getAndSet(this, null);
      if (told != null) {
        tell(told, value, thrown);
      }
    } catch (Throwable failure) {
      Bridge.escaped++;
    }
  }

  private static void tell(Listener told, @Nullable Object value, @Nullable Throwable thrown) {
    int[] head = Marks.quiet();
    try {
      told.completed(value, thrown);
    } finally {
      Marks.leave(head);
    }
  }

  /** Tells nobody any more. */
  public void forget() {
    listener = null;
  }
}
