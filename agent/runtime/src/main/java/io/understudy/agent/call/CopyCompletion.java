package io.understudy.agent.call;

import io.understudy.value.Uncapturable;

/**
 * The last steps of the copies of one call. They call code of the application with the copies, such
 * as hash codes of keys, or allocate large tables, so they run on the pool. The call refers to the
 * completion until it is finished, which keeps the copies of weakly referenced keys reachable.
 */
public interface CopyCompletion {
  /**
   * Completes the copies. Call it once, before the copies are used.
   *
   * @throws Uncapturable if the copies cannot be completed
   */
  void complete() throws Uncapturable;
}
