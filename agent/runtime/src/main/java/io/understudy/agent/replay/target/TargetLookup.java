package io.understudy.agent.replay.target;

import org.jspecify.annotations.Nullable;

/**
 * A call point's target, or why there is none yet. A failure stands for a while that doubles with
 * each further one, from a second to a minute: the application may still be starting. Thread-safe.
 */
public final class TargetLookup {
  private static final long FIRST_PAUSE = 1_000_000_000L;
  private static final long LONGEST_PAUSE = 60 * FIRST_PAUSE;

  private final Finder finder;
  private volatile @Nullable Target target;
  private @Nullable UnansweredException failure;
  private long pause = FIRST_PAUSE;
  private long retryAt;

  /** Looks for the target, for as long as the application's code takes. */
  interface Finder {
    Target find() throws UnansweredException;
  }

  TargetLookup(Finder finder) {
    this.finder = finder;
  }

  /** The target if it has been found. */
  @Nullable
  public Target target() {
    return target;
  }

  /**
   * Looks for the target, unless that failed a short while ago. Several may look at a time; they
   * find the same.
   *
   * @param now {@code System.nanoTime()}
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

  /** Makes a failure stand for a while; also for the watchdog, when looking takes too long. */
  public synchronized void failed(UnansweredException why, long now) {
    // The cause is of the application's making; keeping it might keep what was undeployed.
    failure = new UnansweredException(why.reason());
    retryAt = now + pause;
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  }
}
