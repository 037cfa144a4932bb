package io.understudy.agent.queue;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.CallSource;
import io.understudy.journal.Fate;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The hand-over from the application's threads to the pool, bounded in calls and in bytes. If there
 * is no room, the new call is dropped and counted; waiting calls are never displaced. Thread-safe.
 *
 * <p>The calling thread takes no lock and wakes no thread, since to wake a thread is a system call.
 * Consumers poll instead, see {@link #poll}. There are many consumers: if one consumer passed the
 * calls on, a delay of that thread would stop all workers.
 *
 * <p><b>Errors at any instruction.</b> A call may run out of stack or memory, or be stopped, inside
 * of {@link #accept}. So the waiting calls are in a linked queue: one compare-and-set adds a call,
 * and other threads complete what the adding thread leaves undone. An array whose slots are claimed
 * first and filled later would stop all consumers at a slot that is never filled.
 *
 * <p>A call reserves room in the {@link QueueBudget} before it is added, and releases it after it
 * has left. So the bounds hold at every moment. The budget takes back the room of calls that were
 * never added.
 */
public final class CallQueue implements CallSink, CallSource {
  static final String FULL_OF_CALLS = "queue full (calls)";
  static final String FULL_OF_BYTES = "queue full (bytes)";
  static final String SHUTDOWN = "shutdown";

  /** The reason for shedding a call that has waited too long. */
  static final String TOO_OLD = "queue: too old";

  private static final long SHORTEST_PARK = 50_000;
  private static final long LONGEST_PARK = 5_000_000;

  private final ConcurrentLinkedQueue<Call> waiting = new ConcurrentLinkedQueue<>();
  private final QueueBudget budget;
  private final long mostAge;

  /** Whether no call is too old. */
  private volatile boolean isPatient;

  /** Until when that was so; {@code System.nanoTime()}. */
  private volatile long impatientSince = System.nanoTime() - Long.MAX_VALUE / 2;

  /** Creates an open, empty queue in which calls may wait for ever. */
  public CallQueue(int calls, long bytes) {
    this(calls, bytes, bytes, 0);
  }

  /**
   * Creates an open, empty queue.
   *
   * @param calls maximal number of waiting calls, from 1 to 4,194,303
   * @param bytes maximal size of all waiting calls in bytes, as {@link Call#bytes()} estimates it;
   *     at least 1; more than a terabyte counts as a terabyte
   * @param alone maximal size of a call that waits alone
   * @param ageNanos how long a call may wait until it is shed, nanoseconds; 0 for no limit
   */
  public CallQueue(int calls, long bytes, long alone, long ageNanos) {
    this.budget = new QueueBudget(calls, bytes, alone);
    this.mostAge = ageNanos;
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
    try {
      waiting.add(call);
    } catch (OutOfMemoryError notAdded) {
      budget.release(call.bytes());
      throw notAdded;
    }
    // Race with close(): the queue may have been emptied between the reservation and here. The call
    // is added before this read, and close() sets the flag before its last poll: one of the two
    // sees the other, and a call ends only once.
    if (budget.isAbandoned()) {
      dropWaiting();
    }
  }

  private void dropWaiting() {
    for (Call call = waiting.poll(); call != null; call = waiting.poll()) {
      drop(call);
    }
  }

  private void drop(Call call) {
    call.end(Fate.DROPPED, SHUTDOWN);
    budget.release(call.bytes());
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
      Call call = waiting.poll();
      long now = System.nanoTime();
      if (call != null) {
        if (isStillWanted(call, now)) {
          return call;
        }
        continue;
      }
      budget.reclaim(now);
      long waited = now - start;
      if (waited >= nanos || budget.isAbandoned()) {
        return null;
      }
      long park = Math.min(LONGEST_PARK, Math.max(SHORTEST_PARK, waited / 8));
      LockSupport.parkNanos(this, Math.min(park, nanos - waited));
    }
  }

  /** Releases the room of a call that was taken, and sheds the call if it is too old. */
  private boolean isStillWanted(Call call, long now) {
    try {
      budget.release(call.bytes());
    } catch (StackOverflowError noStack) {
      // The call is in no queue any more. Its room is taken back when no call waits.
    } catch (RuntimeException | Error struck) {
      // Such as Thread.stop(): no other thread can end the call.
      call.end(Fate.UNANSWERED, "the agent threw " + struck.getClass().getName());
      throw struck;
    }
    if (!isTooOld(call, now)) {
      return true;
    }
    call.end(Fate.SHED, TOO_OLD);
    return false;
  }

  private boolean isTooOld(Call call, long now) {
    return mostAge > 0
        && !isPatient
        && now - impatientSince > mostAge
        && call.isOlderThan(mostAge, now);
  }

  /**
   * Sets whether calls may wait for ever, while the pool serves none on purpose. After that, those
   * that wait get their full time.
   */
  public void waitPatiently(boolean on) {
    if (on != isPatient) {
      impatientSince = System.nanoTime();
      isPatient = on;
    }
  }

  /**
   * Sheds the calls that have waited too long, while all workers are busy. A thread of the agent
   * calls this periodically.
   */
  public void shedOld() {
    long now = System.nanoTime();
    for (Call first = waiting.peek();
        first != null && isTooOld(first, now);
        first = waiting.peek()) {
      // Race: a worker may have taken that call, and this one is a little younger.
      Call call = waiting.poll();
      if (call == null) {
        return;
      }
      shed(call, TOO_OLD);
    }
  }

  private void shed(Call call, String reason) {
    try {
      budget.release(call.bytes());
    } finally {
      // The call is in no queue any more, so only this thread can end it.
      call.end(Fate.SHED, reason);
    }
  }

  /** Sheds all waiting calls, since the call points are stopped; for the agent's threads. */
  public void shedAll(String reason) {
    for (Call call = waiting.poll(); call != null; call = waiting.poll()) {
      shed(call, reason);
    }
  }

  /** Lets waiting calls take at most this many bytes from now on, within the bound. */
  public void limit(long bytes) {
    budget.limit(bytes);
  }

  /** Returns the number of waiting calls, at most the bound. */
  @Override
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
    while (!waiting.isEmpty()
        && System.nanoTime() - start < drainNanos
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, LONGEST_PARK);
    }
    budget.abandon();
    dropWaiting();
  }
}
