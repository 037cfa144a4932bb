package io.understudy.agent.call;

import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/**
 * The order of the calls of one call point, for the application's threads. A call point whose calls
 * are replayed in any order has none. Thread-safe and lock-free; runs no code of the application.
 *
 * <p>A class, since an error may leave no stack for a call; see {@link #hasLost}.
 */
public abstract class CallOrder {
  /**
   * Set without a call where the stack is used up: a call of an unknown key is not replayed. It is
   * taken as {@link #lost} from the next look at a key on.
   */
  public volatile boolean hasLost;

  /** Returns why another call would be dropped now; null if there is room. */
  public abstract @Nullable String refusal();

  /** Whether the key is a part of the receiver, so that {@link #ofReceiver} begins a turn. */
  public abstract boolean isByReceiver();

  /**
   * Begins the turn of a call whose key is a part of its receiver.
   *
   * @param self the receiver; null for a static method
   * @throws Uncapturable if the key cannot be read; then the call counts as {@link #lost}
   */
  public abstract CallTurn ofReceiver(@Nullable Object self) throws Uncapturable;

  /**
   * Begins the turn of a call at the entry of its control.
   *
   * @param arguments the live arguments
   * @throws Uncapturable if the key cannot be read; then the call counts as {@link #lost}
   */
  public abstract CallTurn ofArguments(@Nullable Object[] arguments) throws Uncapturable;

  /** Records that a call is not replayed whose key is not known: it breaks every key. */
  public abstract void lost(Fate fate);

  /** Records that a call is not replayed: it breaks its key, or every key if there is no turn. */
  public final void notReplayed(@Nullable CallTurn turn, LedgerPage page, Fate fate) {
    if (turn == null) {
      lost(fate);
    } else {
      turn.ended(page, fate);
    }
  }
}
