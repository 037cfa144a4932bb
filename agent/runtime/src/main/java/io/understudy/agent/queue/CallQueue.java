package io.understudy.agent.queue;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.CallSource;
import io.understudy.journal.Fate;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.atomic.MpmcAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * The hand-over from the application's threads to the pool, bounded in calls and in bytes. A call
 * that finds no room is dropped and counted; what waits is never displaced.
 *
 * <p>The calling thread takes no lock and wakes nobody: waking a thread is a system call. Consumers
 * poll instead, see {@link #poll}. The ring is JCTools' MPMC queue over atomic arrays, which needs
 * no Unsafe. Many consumers rather than one, because with a single consumer a worker that is held
 * up between taking and passing on would hold up all others. Of its operations only the relaxed
 * ones are used on the way of a call: the strict ones spin while another thread is suspended in the
 * middle of the same slot, and pool threads run at the lowest priority.
 *
 * <p>Room is reserved in one {@link QueueBudget} before a call enters the ring, and given back
 * after it has left, so the ring itself is never over-full, and the bounds hold at every moment.
 */
public final class CallQueue implements CallSink, CallSource {
  static final String FULL_OF_CALLS = "queue full (calls)";
  static final String FULL_OF_BYTES = "queue full (bytes)";
  static final String SHUTDOWN = "shutdown";

  private static final long SHORTEST_PARK = 50_000;
  private static final long LONGEST_PARK = 5_000_000;

  private final MpmcAtomicArrayQueue<Call> ring;
  private final QueueBudget room;

  /**
   * An open, empty queue.
   *
   * @param calls most calls that wait, from 1 to 4,194,303
   * @param bytes most bytes, as {@link Call#bytes()} estimates them, that waiting calls hold; at
   *     least 1; more than a terabyte counts as a terabyte
   */
  public CallQueue(int calls, long bytes) {
    this.room = new QueueBudget(calls, bytes);
    this.ring = new MpmcAtomicArrayQueue<>(Math.max(2, calls));
  }

  @Override
  public @Nullable String refusal() {
    return room.refusal(0);
  }

  @Override
  public void accept(Call call) {
    String refusal = room.reserve(call.bytes());
    if (refusal != null) {
      call.end(Fate.DROPPED, refusal);
      return;
    }
    if (!ring.relaxedOffer(call)) {
      // A consumer is suspended between taking its slot and clearing it, and the ring has come
      // round to that slot. Waiting for it is what this thread must not do.
      room.release(call.bytes());
      call.end(Fate.DROPPED, FULL_OF_CALLS);
      return;
    }
    // Race with close(): the ring may have been emptied between the reservation and the offer. The
    // offer's claim of a slot comes before this look, and close() sets the mark before it looks
    // into the ring for the last time: one of the two sees the other, and a call ends only once.
    if (room.isAbandoned()) {
      // Relaxed: what another late offer has not filled yet, that offer will sweep.
      for (Call late = ring.relaxedPoll(); late != null; late = ring.relaxedPoll()) {
        drop(late);
      }
    }
  }

  private void drop(Call call) {
    room.release(call.bytes());
    call.end(Fate.DROPPED, SHUTDOWN);
  }

  /**
   * {@inheritDoc}
   *
   * <p>While it waits it parks for an eighth of the time waited so far, at least 50 us and at most
   * 5 ms: under load a call is found at once, and an idle worker wakes 200 times a second.
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
        room.release(call.bytes());
        return call;
      }
      long waited = System.nanoTime() - start;
      if (waited >= nanos || room.isAbandoned()) {
        return null;
      }
      long park = Math.min(LONGEST_PARK, Math.max(SHORTEST_PARK, waited / 8));
      LockSupport.parkNanos(this, Math.min(park, nanos - waited));
    }
  }

  /** How many calls wait, at most the bound. */
  public int depth() {
    return room.calls();
  }

  /** The estimated bytes that the waiting calls hold, at most the bound. */
  public long bytes() {
    return room.bytes();
  }

  /**
   * Refuses every further call, waits for the workers to take what is there, and drops what is left
   * after that time. Calls that are offered later, or at this moment, are dropped as well. For the
   * agent's own threads; a second call does nothing that matters.
   *
   * @param drainNanos the longest wait, nanoseconds; an interrupt ends it and stays set
   */
  public void close(long drainNanos) {
    room.close();
    long start = System.nanoTime();
    while (room.calls() > 0
        && System.nanoTime() - start < drainNanos
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, LONGEST_PARK);
    }
    room.abandon();
    // Strict: it waits for an offer that has claimed its slot and not yet filled it.
    for (Call call = ring.poll(); call != null; call = ring.poll()) {
      drop(call);
    }
  }
}
