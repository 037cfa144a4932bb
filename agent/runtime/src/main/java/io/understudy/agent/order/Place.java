package io.understudy.agent.order;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallTurn;
import io.understudy.agent.call.LedgerPage;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyField;
import org.jspecify.annotations.Nullable;

/**
 * The place of one call among the calls with its key, from the entry of its control to its fate.
 *
 * <p>The calling thread appends it to the arrivals when the control has finished. The agent's
 * threads move it to the {@link Lane} of its key; the fields below belong to the lock of the {@link
 * OrderTable} then.
 */
final class Place implements CallTurn {
  final OrderKey key;

  /** The pool that replays the call. */
  final OrderedPool pool;

  private final OrderTable table;

  /** When the control has finished, {@code System.nanoTime()}. */
  private long finishedNanos;

  private volatile boolean isPlaced;
  private volatile boolean isHandedOver;
  private volatile @Nullable Fate fate;

  /** The break that the call has found when its control had finished; null if there was none. */
  private volatile @Nullable Fate brokenBefore;

  /** The break that the call follows, once it is started; null if it follows none. */
  private volatile @Nullable Fate follows;

  // Under the lock of the table.

  @Nullable Lane lane;
  @Nullable Place previous;
  @Nullable Place next;

  /** The call, once a worker has taken it from the queue. */
  @Nullable Call call;

  /** When that was, {@code System.nanoTime()}. */
  long arrivedNanos;

  /** The break of a call before this one in the lane; null if there was none. */
  @Nullable Fate brokenInLane;

  /** Whether a worker serves the call, or will at once. */
  boolean isStarted;

  /** Whether the call has its fate and nothing of it runs any more. */
  boolean hasLeft;

  /** Why the call must not be served, since it is not in a lane; null if it is. */
  @Nullable String refusal;

  Place(OrderKey key, OrderTable table, OrderedPool pool) {
    this.key = key;
    this.table = table;
    this.pool = pool;
  }

  @Override
  public void finished() {
    finishedNanos = System.nanoTime();
    isPlaced = true;
    table.append(this);
    // Only now: a break that comes later finds this place in the lane, see OrderTable.
    brokenBefore = table.broken().causeOf(key);
  }

  @Override
  public void handedOver() {
    isHandedOver = true;
  }

  @Override
  public void ended(LedgerPage page, Fate how) {
    if (fate != null) {
      return;
    }
    try {
      Fate before = follows;
      if (before != null && isVerdict(how)) {
        page.count(TallyField.BROKEN, before.wireName());
      }
      if (isBreak(how)) {
        table.broken().add(key, how);
      }
    } catch (VirtualMachineError | LinkageError notRecorded) {
      key.group.breakAll(how);
    }
    fate = how;
    try {
      if (isPlaced) {
        table.appendEnd(this);
      }
    } catch (VirtualMachineError | LinkageError notAppended) {
      // The sweep finds it.
      return;
    }
  }

  /** Returns the break that this call follows, as far as it is known; null if there is none. */
  @Nullable Fate knownBreak() {
    Fate inLane = brokenInLane;
    return inLane == null ? brokenBefore : inLane;
  }

  /** Starts the call, which follows a break or not. */
  void start(@Nullable Fate brokenBy) {
    follows = brokenBy;
    isStarted = true;
  }

  /** Returns the fate of the call; null if it has none yet. */
  @Nullable Fate fate() {
    return fate;
  }

  /** Returns the break that this place stands for; null if the candidate has answered. */
  @Nullable Fate ownBreak() {
    Fate how = fate;
    return how != null && isBreak(how) ? how : null;
  }

  /** Whether the call exists, so that it will end with a fate. */
  boolean isHandedOver() {
    return isHandedOver;
  }

  /** Returns how long ago the control has finished, in nanoseconds. */
  long age(long now) {
    return now - finishedNanos;
  }

  /** Whether the call has ended, so that the next one has its turn. */
  boolean isGone() {
    return fate != null && (!isStarted || hasLeft);
  }

  private static boolean isVerdict(Fate fate) {
    return fate == Fate.MATCHED
        || fate == Fate.ACCEPTED
        || fate == Fate.MISMATCHED
        || fate == Fate.TIMED_OUT;
  }

  private static boolean isBreak(Fate fate) {
    return fate != Fate.MATCHED && fate != Fate.ACCEPTED && fate != Fate.MISMATCHED;
  }
}
