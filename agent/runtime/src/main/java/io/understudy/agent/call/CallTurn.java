package io.understudy.agent.call;

import io.understudy.journal.Fate;

/**
 * The place of one call among the calls with the same key. Thread-safe and lock-free, for the
 * application's threads.
 */
public interface CallTurn {
  /**
   * Takes the place: the control has finished, or its stage is complete. Calls are replayed in the
   * order of these calls. Call it once, before the call is handed over.
   */
  void finished();

  /** Records that the call exists: it will be handed over, and end with a fate. */
  void handedOver();

  /**
   * Records the fate of the call, just before it is counted. Every fate without a comparison, and a
   * timeout, breaks the key. Only the first fate counts. Never throws.
   *
   * @param page counts a verdict that follows a break
   */
  void ended(LedgerPage page, Fate fate);
}
