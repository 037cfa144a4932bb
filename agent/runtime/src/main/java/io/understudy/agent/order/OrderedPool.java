package io.understudy.agent.order;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.OrderedCalls;
import io.understudy.agent.config.OrderLimits;
import io.understudy.journal.Fate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one generation that wait for their turn; its own state belongs to the lock of the
 * {@link OrderTable}. Thread-safe.
 */
final class OrderedPool implements OrderedCalls {
  private final OrderTable table;
  private final OrderLimits limits;
  private final int mostCalls;
  private final long mostBytes;

  /** At most {@link #mostBytes}; less while the heap has little room. */
  private volatile long limit;

  /** The calls whose turn has come. */
  private final Deque<Place> ready = new ArrayDeque<>();

  private long bytes;
  private volatile boolean isClosed;
  private volatile int waiting;
  private volatile int readyCalls;

  /** Creates the calls of a pool with bounds for all that wait together. */
  OrderedPool(OrderTable table, OrderLimits limits, int mostCalls, long mostBytes) {
    this.table = table;
    this.limits = limits;
    this.mostCalls = mostCalls;
    this.mostBytes = mostBytes;
    this.limit = mostBytes;
  }

  /** Lets waiting calls take at most this many bytes from now on, within the bound. */
  void limit(long bytes) {
    limit = Math.min(mostBytes, bytes);
  }

  OrderLimits limits() {
    return limits;
  }

  @Override
  public boolean admit(Call call) {
    if (!(call.turn() instanceof Place)) {
      return true;
    }
    String refusal = table.admit((Place) call.turn(), call, System.nanoTime());
    if (refusal != null && !refusal.isEmpty()) {
      call.end(Fate.DROPPED, refusal);
    }
    return refusal == null;
  }

  @Override
  public @Nullable Call ready(Predicate<Call> isInHand) {
    // First: an error here must not lose a call that is taken.
    for (Call each : table.overdue(this, isInHand, System.nanoTime())) {
      each.end(Fate.DROPPED, "an earlier call with its order key takes too long");
    }
    return table.ready(this);
  }

  @Override
  public void left(Call call) {
    if (call.turn() instanceof Place) {
      table.left((Place) call.turn());
    }
  }

  @Override
  public boolean isEmpty() {
    return waiting == 0;
  }

  @Override
  public boolean hasWork() {
    return waiting > 0 || !table.isQuiet();
  }

  @Override
  public boolean hasReady() {
    return readyCalls > 0;
  }

  @Override
  public int waiting() {
    return waiting;
  }

  @Override
  public void drop(String reason) {
    for (Call call : table.waitingOf(this)) {
      call.end(Fate.DROPPED, reason);
    }
  }

  // Under the lock of the table.

  /** Returns why another call cannot wait; null if there is room. */
  @Nullable String refusal(Lane lane, Call call) {
    if (lane.waiting >= limits.calls()) {
      return "too many calls of one order key wait (replay.order.calls: " + limits.calls() + ")";
    }
    return waiting >= mostCalls || (waiting > 0 && bytes + call.bytes() > limit)
        ? "too many calls wait for their order"
        : null;
  }

  void waits(Call call) {
    waiting++;
    bytes += call.bytes();
  }

  void waitsNoMore(Call call) {
    waiting--;
    bytes -= call.bytes();
  }

  void becomesReady(Place place) {
    ready.add(place);
    readyCalls = ready.size();
  }

  boolean isReady(Place place) {
    return ready.contains(place);
  }

  @Nullable Call takeReady() {
    Place place = ready.poll();
    readyCalls = ready.size();
    if (place == null) {
      return null;
    }
    Call call = place.call;
    if (call != null) {
      waitsNoMore(call);
    }
    return call;
  }

  /** Whether the calls were dropped, so that the pool serves no more. */
  boolean isClosed() {
    return isClosed;
  }

  /** Closes the pool, and forgets the calls that wait, which the caller ends. */
  void close() {
    isClosed = true;
    ready.clear();
    readyCalls = 0;
    waiting = 0;
    bytes = 0;
  }
}
