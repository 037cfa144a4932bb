package io.understudy.agent.thread;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Periodic work of the agent on a thread of its own. A round that throws anything is repeated after
 * a pause. A thread that dies all the same, such as by {@code Thread.stop()}, is replaced by {@link
 * AgentThreads}; the next round then continues. So a round must leave its state usable at every
 * instruction. Thread-safe.
 */
public final class AgentLoop {
  /** The result of a round after which the loop ends. */
  public static final long END = -1;

  /** The longest time in nanoseconds for which a round runs without being reported. */
  private static final long ROUND_LIMIT = TimeUnit.SECONDS.toNanos(30);

  private static final long FIRST_PAUSE = 1_000_000;
  private static final long LONGEST_PAUSE = 1_000_000_000;
  private static final long RARE_PAUSE = 5_000_000_000L;
  private static final long JOIN_PARK = 2_000_000;

  private final AgentThreads threads;
  private final String name;
  private final Round round;
  private final Runnable body = this::runGuarded;

  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
  private volatile boolean ended;
  private volatile boolean over;
  private volatile boolean woken;

  /** The time by which this loop shows that it is alive; {@code System.nanoTime()}. */
  private volatile long due;

  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger restarts = new AtomicInteger();
  private volatile @Nullable Throwable lastFailure;

  /** Failures since the last complete round; only for the loop's thread. */
  private int failuresInARow;

  /** Only for the thread that has the claim of {@link AgentThreads}. */
  private int startsInARow;

  /** One round of the work. */
  public interface Round {
    /**
     * Runs once. May throw anything.
     *
     * @return the time until the next round in nanoseconds; {@link AgentLoop#END} to end the loop
     */
    long run() throws Exception;
  }

  AgentLoop(AgentThreads threads, String name, Round round) {
    this.threads = threads;
    this.name = name;
    this.round = round;
  }

  /** The name of the loop's thread. */
  String name() {
    return name;
  }

  /**
   * Starts the thread; to be called once.
   *
   * @throws OutOfMemoryError for example, if the JVM cannot create a thread; the loop has not
   *     started
   */
  public void start() {
    due = System.nanoTime() + ROUND_LIMIT;
    AgentThread first = new AgentThread(body, name);
    threads.add(this);
    boolean started = false;
    try {
      first.start();
      started = true;
    } finally {
      if (!started) {
        threads.remove(this);
      }
    }
    // The thread does the same, unless an error has ended it before. Then it is known to be dead.
    thread.compareAndSet(null, first);
  }

  /** Runs the next round soon, in place of waiting for its time. */
  public void wake() {
    woken = true;
    LockSupport.unpark(thread.get());
  }

  /** Ends the loop after the current round. */
  public void end() {
    ended = true;
    wake();
  }

  /** Whether the loop has ended as intended; a thread that died does not end a loop. */
  public boolean isOver() {
    return over;
  }

  /** Whether the calling thread is the thread of this loop. */
  public boolean isCurrentThread() {
    return thread.get() == Thread.currentThread();
  }

  /** Returns the thread that runs the rounds now; null before the start. */
  public @Nullable Thread thread() {
    return thread.get();
  }

  /** The number of rounds that have thrown. */
  public int failures() {
    return failures.get();
  }

  /** How often the thread has died and was started again. */
  public int restarts() {
    return restarts.get();
  }

  /** What the last failed round has thrown; null if none has failed. */
  @Nullable Throwable lastFailure() {
    return lastFailure;
  }

  /** Returns for how many nanoseconds a sign of life is overdue; 0 or less if it is not. */
  long overdueNanos(long now) {
    return thread.get() == null || over ? 0 : now - due;
  }

  /**
   * Waits for the end of the loop, and restarts it meanwhile if its thread dies. Runs the rounds on
   * the calling thread if no thread can be started. An interrupt does not shorten the wait and
   * stays set.
   *
   * @param nanos the longest wait in nanoseconds; longer only for a round that the caller runs
   * @return whether the loop has ended
   */
  public boolean join(long nanos) {
    long start = System.nanoTime();
    boolean interrupted = false;
    while (!over && System.nanoTime() - start < nanos) {
      if (isCurrentThread()) {
        turnGuarded();
        continue;
      }
      LockSupport.parkNanos(this, JOIN_PARK);
      interrupted |= Thread.interrupted();
      if (isDead()) {
        threads.revive(this);
      }
      if (isDead()) {
        threads.takeOver(this);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return over;
  }

  /** Whether the loop should run and its thread does not. */
  boolean isDead() {
    Thread current = thread.get();
    return current != null && !over && !current.isAlive();
  }

  /** Starts another thread in place of the dead one; for one thread at a time. */
  void restart() {
    // The second attempt uses the root group, in case the application has destroyed the agent's.
    AgentThread next =
        startsInARow++ % 2 == 0 ? new AgentThread(body, name) : AgentThread.inRootGroup(body, name);
    thread.set(next);
    next.start();
    startsInARow = 0;
    restarts.incrementAndGet();
  }

  /** Makes the calling thread the one that runs the rounds; for one thread at a time. */
  void takeOver() {
    thread.set(Thread.currentThread());
  }

  private boolean isMine() {
    return !over && isCurrentThread();
  }

  // Three levels: a second and a third Thread.stop() may arrive while the first one is handled.
  private void runGuarded() {
    // The first thread publishes itself: before that, the loop has not started and cannot be dead.
    thread.compareAndSet(null, Thread.currentThread());
    while (isMine()) {
      try {
        runOuter();
      } catch (Throwable again) {
        failures.incrementAndGet();
      }
    }
  }

  private void runOuter() {
    while (isMine()) {
      try {
        runInner();
      } catch (Throwable again) {
        failures.incrementAndGet();
      }
    }
  }

  private void runInner() {
    while (isMine()) {
      turnGuarded();
    }
  }

  private void turnGuarded() {
    try {
      turn();
    } catch (Throwable failure) {
      try {
        record(failure);
        pause();
      } catch (Throwable again) {
        failures.incrementAndGet();
      }
    }
  }

  private void turn() throws Exception {
    if (ended) {
      finish();
      return;
    }
    woken = false;
    due = System.nanoTime() + ROUND_LIMIT;
    long wait = round.run();
    if (wait < 0) {
      finish();
      return;
    }
    failuresInARow = 0;
    await(wait);
  }

  private void finish() {
    over = true;
    threads.remove(this);
  }

  private void record(Throwable failure) {
    lastFailure = failure;
    failures.incrementAndGet();
    failuresInARow++;
    if (failure instanceof OutOfMemoryError) {
      threads.releaseReserve();
    }
  }

  private void pause() {
    await(Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(10, failuresInARow)));
  }

  /**
   * Waits, and looks after the other loops before and at least once a second meanwhile; more rarely
   * if the loop sleeps for long, since others look then.
   */
  private void await(long nanos) {
    long longest = nanos > RARE_PAUSE ? RARE_PAUSE : LONGEST_PAUSE;
    long start = System.nanoTime();
    due = start + nanos + ROUND_LIMIT;
    long left = nanos;
    while (true) {
      threads.check();
      if (woken || left <= 0) {
        return;
      }
      // The flag is set only by native code, since interrupt() does nothing; a set flag would make
      // each park return at once.
      Thread.interrupted();
      LockSupport.parkNanos(this, Math.min(left, longest));
      left = nanos - (System.nanoTime() - start);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
