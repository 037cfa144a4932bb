package io.understudy.agent.replay.target;

import org.jspecify.annotations.Nullable;

/**
 * The target of a call point, or the reason why it is not found yet. A failure is kept for a pause,
 * after which the lookup is tried again: the application may still be starting. The pause doubles
 * from one second to one minute. Thread-safe.
 */
public final class TargetLookup {
  private static final long FIRST_PAUSE = 1_000_000_000L;
  private static final long LONGEST_PAUSE = 60 * FIRST_PAUSE;

  private final Finder finder;
  private volatile @Nullable Target target;
  private @Nullable UnansweredException failure;
  private long pause = FIRST_PAUSE;
  private long retryAt;

  /** Finds the target. It runs application code, and may take any time. */
  interface Finder {
    Target find() throws UnansweredException;
  }

  TargetLookup(Finder finder) {
    this.finder = finder;
  }

  /** The target; null if it has not been found. */
  @Nullable
  public Target target() {
    return target;
  }

  /**
   * Finds the target, or repeats a failure whose pause is not over. Several threads may search at a
   * time; they find the same target.
   *
   * @param now {@code System.nanoTime()}
   * @throws UnansweredException when the target cannot be found, now or a short time ago
   */
  public Target find(long now) throws UnansweredException {
    rethrow(now);
    try {
      Target found = finder.find();
      target = found;
      return found;
    } catch (UnansweredException e) {
      failed(e, now);
      throw e;
    }
  }

  private synchronized void rethrow(long now) throws UnansweredException {
    UnansweredException last = failure;
    if (last != null && now - retryAt < 0) {
      throw last;
    }
  }

  /**
   * Keeps a failure for a pause. The watchdog calls this too, when finding the target takes too
   * long.
   *
   * @param now {@code System.nanoTime()}
   */
  public synchronized void failed(UnansweredException why, long now) {
    // Drop the cause: it may refer to classes of the application and keep them after an
    // undeployment.
    failure =
        why.isUnreachable()
            ? UnansweredException.unreachable(why.reason())
            : new UnansweredException(why.reason());
    retryAt = now + pause;
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  }
}
