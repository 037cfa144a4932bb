package io.understudy.bridge;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The callback that the agent registers with a {@code CompletionStage} of the application. It calls
 * its listener at most once. A stage may live as long as the application and never complete, so the
 * callback drops its listener after the call and on {@link #forget}. Thread-safe.
 *
 * <p>It runs on the thread that completes the stage. Calls that the application makes meanwhile on
 * this thread are not captured. It throws nothing but a {@code ThreadDeath}.
 */
public final class Completion implements BiConsumer<@Nullable Object, @Nullable Throwable> {
  private static final AtomicReferenceFieldUpdater<Completion, @Nullable Listener> LISTENER =
      AtomicReferenceFieldUpdater.newUpdater(Completion.class, Listener.class, "listener");

  private volatile @Nullable Listener listener;

  /** Receives the completion. */
  public interface Listener {
    /** Receives the value or the exception of the stage. At least one of them is null. */
    void completed(@Nullable Object value, @Nullable Throwable thrown);
  }

  /** Creates a callback for this listener. */
  public Completion(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void accept(@Nullable Object value, @Nullable Throwable thrown) {
    int[] head = null;
    int before = 0;
    try {
      head = Marks.head();
      before = head[Marks.SUPPRESSED];
      Listener current = LISTENER.getAndSet(this, null);
      if (current != null) {
        head[Marks.SUPPRESSED] = before + 1;
        current.completed(value, thrown);
        head[Marks.SUPPRESSED] = before;
      }
    } catch (Throwable failure) {
      if (head != null) {
        // Not in a finally block, which a stop of the thread could leave before this store.
        head[Marks.SUPPRESSED] = before;
      }
      Bridge.escaped++;
      StopAgain.ifSwallowed(failure);
      Bridge.rethrowDeath(failure);
    }
  }

  /** Initialises this class and its updater. */
  static void initialise() {}

  /** Cancels the callback and drops the listener. */
  public void forget() {
    listener = null;
  }
}
