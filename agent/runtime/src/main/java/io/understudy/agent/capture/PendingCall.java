package io.understudy.agent.capture;

import io.understudy.agent.call.Completions;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.PendingEntries;
import io.understudy.agent.call.StageWatch;
import io.understudy.journal.Fate;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A call whose control has returned a stage that is not complete; it is in flight until the stage
 * completes. The stage, the timer and the shutdown may end it, and the first one does. After that,
 * this object refers to nothing of the call, since the stage may live much longer. Thread-safe and
 * lock-free.
 */
final class PendingCall implements PendingEntries.Entry, StageWatch.Listener {
  private static final AtomicReferenceFieldUpdater<PendingCall, @Nullable CallToken> TOKEN =
      AtomicReferenceFieldUpdater.newUpdater(PendingCall.class, CallToken.class, "token");

  private final PointCapture point;
  private final PendingCalls calls;
  private final LedgerPage page;
  private final long bytes;
  private final long returnedNanos;
  private volatile @Nullable CallToken token;
  private volatile StageWatch.@Nullable Watch watch;

  /**
   * Creates a waiting call.
   *
   * @param returnedNanos when the control returned, {@code System.nanoTime()}
   */
  PendingCall(PointCapture point, PendingCalls calls, CallToken token, long returnedNanos) {
    this.point = point;
    this.calls = calls;
    this.page = token.page;
    this.bytes = token.meter.bytes();
    this.returnedNanos = returnedNanos;
    this.token = token;
  }

  /** Sets the watch, which {@link #claim} cancels. */
  void watchedBy(StageWatch.Watch newWatch) {
    watch = newWatch;
    // Race: the call may have ended before the watch was set.
    if (isOver()) {
      newWatch.forget();
    }
  }

  /** Ends the call with the completion of its stage; runs on the completing thread. */
  @Override
  public void completed(Completions.Live with) {
    CallToken claimed = TOKEN.getAndSet(this, null);
    if (claimed != null) {
      claimed.settled = false;
      try {
        point.finish(claimed, with.value(), with.thrown(), System.nanoTime());
      } catch (StackOverflowError noStack) {
        if (!claimed.settled) {
          claimed.settled = true;
          page.unsettled++;
          if (point.order != null) {
            point.order.hasLost = true;
          }
        }
      } finally {
        // Last: the sweep finds room that is not released.
        calls.release(this);
      }
    }
  }

  /** Claims the end of the call for the caller; returns false if another thread was first. */
  boolean claim() {
    return claimToken() != null;
  }

  private @Nullable CallToken claimToken() {
    CallToken claimed = TOKEN.getAndSet(this, null);
    if (claimed == null) {
      return null;
    }
    try {
      calls.release(this);
      StageWatch.Watch newWatch = watch;
      if (newWatch != null) {
        newWatch.forget();
      }
    } catch (StackOverflowError noStack) {
      // The call is claimed, so the caller must end it. The sweep finds the room.
    }
    return claimed;
  }

  /**
   * Claims the end of a call of which it is not known whether it was added. The sweep finds its
   * room, if it has any.
   */
  boolean claimUnadded() {
    return TOKEN.getAndSet(this, null) != null;
  }

  /** Ends the call if its stage has taken too long; for the agent's timer. */
  void expireAt(long now) {
    long limit = point.completionNanos();
    if (now - returnedNanos >= limit) {
      end(Fate.UNCAPTURED, "not complete within " + limit / 1_000_000 + " ms");
    }
  }

  /** Ends the call, unless it has ended. */
  void end(Fate fate, String reason) {
    CallToken claimed = claimToken();
    if (claimed != null) {
      try {
        point.notReplayed(claimed, fate);
        page.ended(fate, reason);
      } catch (StackOverflowError noStack) { // nothing is counted
        page.unsettled++;
      }
    }
  }

  @Override
  public boolean isOver() {
    return token == null;
  }

  @Override
  public long bytes() {
    return bytes;
  }
}
