package io.understudy.agent.queue;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.CallSource;
import io.understudy.journal.Fate;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.atomic.MpmcAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * The hand-over from the application's threads to the pool, bounded in calls and in bytes. If there
 * is no room, the new call is dropped and counted; waiting calls are never displaced. Thread-safe.
 *
 * <p>The calling thread takes no lock and wakes no thread, since to wake a thread is a system call.
 * Consumers poll instead, see {@link #poll}. The ring is JCTools' MPMC queue over atomic arrays,
 * which does not use Unsafe. It has many consumers: if one consumer passed the calls on, a delay of
 * that thread would stop all workers. Calls use only its relaxed operations: the strict ones spin
 * while another thread is suspended in the same slot, and pool threads run at the lowest priority.
 *
 * <p>A call reserves room in the {@link QueueBudget} before it enters the ring, and releases it
 * after it has left. So the ring is never too full, and the bounds hold at every moment.
 */
public final class CallQueue implements CallSink, CallSource {
  static final String FULL_OF_CALLS = "queue full (calls)";
  static final String FULL_OF_BYTES = "queue full (bytes)";
  static final String SHUTDOWN = "shutdown";

  private static final long SHORTEST_PARK = 50_000;
  private static final long LONGEST_PARK = 5_000_000;

  private final MpmcAtomicArrayQueue<Call> ring;
  private final QueueBudget budget;

  /**
   * Creates an open, empty queue.
   *
   * @param calls maximal number of waiting calls, from 1 to 4,194,303
   * @param bytes maximal size of all waiting calls in bytes, as {@link Call#bytes()} estimates it;
   *     at least 1; more than a terabyte counts as a terabyte
   */
  public CallQueue(int calls, long bytes) {
    this.budget = new QueueBudget(calls, bytes);
    this.ring = new MpmcAtomicArrayQueue<>(Math.max(2, calls));
  }

  @Override
  public @Nullable String refusal() {
    return budget.refusal(0);
  }

  @Override
  public void accept(Call call) {
    String refusal = budget.reserve(call.bytes());
    if (refusal != null) {
      call.end(Fate.DROPPED, refusal);
      return;
    }
    if (!ring.relaxedOffer(call)) {
      // A consumer is suspended between taking its slot and clearing it, and the ring has reached
      // that slot again. This thread must not wait for it.
      budget.release(call.bytes());
      call.end(Fate.DROPPED, FULL_OF_CALLS);
      return;
    }
    // Race with close(): the ring may have been emptied between the reservation and the offer. The
    // offer claims its slot before this read, and close() sets the flag before its last poll: one
    // of the two sees the other, and a call ends only once.
    if (budget.isAbandoned()) {
      // Relaxed: if another late offer has not filled its slot yet, that thread will sweep it.
      for (Call late = ring.relaxedPoll(); late != null; late = ring.relaxedPoll()) {
        drop(late);
      }
    }
  }

  private void drop(Call call) {
    budget.release(call.bytes());
    call.end(Fate.DROPPED, SHUTDOWN);
  }

  /**
   * {@inheritDoc}
   *
   * <p>While it waits, it parks for an eighth of the time waited so far, at least 50 us and at most
   * 5 ms. Under load it finds a call at once, and an idle worker wakes 200 times a second.
   */
  @Override
  public @Nullable Call poll(long nanos) throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Call call = ring.relaxedPoll();
      if (call != null) {
        budget.release(call.bytes());
        return call;
      }
      long waited = System.nanoTime() - start;
      if (waited >= nanos || budget.isAbandoned()) {
        return null;
      }
      long park = Math.min(LONGEST_PARK, Math.max(SHORTEST_PARK, waited / 8));
      LockSupport.parkNanos(this, Math.min(park, nanos - waited));
    }
  }

  /** Returns the number of waiting calls, at most the bound. */
  public int depth() {
    return budget.calls();
  }

  /** Returns the estimated size of the waiting calls in bytes, at most the bound. */
  public long bytes() {
    return budget.bytes();
  }

  /**
   * Refuses every further call, waits for the workers to take the waiting calls, and drops those
   * that are left after that time. Calls that are offered meanwhile or later are dropped too. Only
   * for the agent's threads. A second call has no effect.
   *
   * @param drainNanos the longest wait, nanoseconds; an interrupt ends it and stays set
   */
  public void close(long drainNanos) {
    budget.close();
    long start = System.nanoTime();
    while (budget.calls() > 0
        && System.nanoTime() - start < drainNanos
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, LONGEST_PARK);
    }
    budget.abandon();
    // Strict: waits for an offer that has claimed its slot and not filled it yet.
    for (Call call = ring.poll(); call != null; call = ring.poll()) {
      drop(call);
    }
  }
}
