package io.understudy.agent.capture;

import io.understudy.agent.call.CallOrder;
import io.understudy.agent.call.CallTurn;
import io.understudy.agent.call.LedgerPage;
import io.understudy.bridge.Token;
import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/**
 * A call that was counted, has its fate and will not be replayed, at a call point whose calls are
 * in order. It only reads its key, which is broken from the entry of the control on. Confined to
 * the calling thread.
 */
final class RefusedCall implements Token {
  private final CallOrder order;
  private final LedgerPage page;
  private final Fate fate;
  private boolean isKnown;

  RefusedCall(CallOrder order, LedgerPage page, Fate fate) {
    this.order = order;
    this.page = page;
    this.fate = fate;
  }

  /** Loads the class now: one that is first used at the end of a stack stays broken. */
  static void load() {}

  @Override
  public void self(@Nullable Object self, Class<?> declaring) {
    if (!order.isByReceiver()) {
      return;
    }
    CallTurn turn = null;
    try {
      turn = order.ofReceiver(self);
    } catch (Uncapturable | RuntimeException | LinkageError | VirtualMachineError unreadable) {
      turn = null;
    }
    breakKey(turn);
  }

  @Override
  public void capture(@Nullable Object[] arguments) {
    if (isKnown) {
      return;
    }
    CallTurn turn = null;
    try {
      turn = order.ofArguments(arguments);
    } catch (Uncapturable | RuntimeException | LinkageError | VirtualMachineError unreadable) {
      turn = null;
    }
    breakKey(turn);
  }

  private void breakKey(@Nullable CallTurn turn) {
    order.notReplayed(turn, page, fate);
    isKnown = true;
  }

  @Override
  public void exit(@Nullable Object returned, @Nullable Throwable thrown) {
    // Without stack at the entry, the key is not known.
    if (!isKnown) {
      isKnown = true;
      order.lost(fate);
    }
  }

  @Override
  public void failed(Throwable failure) {
    if (!isKnown) {
      isKnown = true;
      order.hasLost = true;
    }
  }
}
