package io.understudy.agent.call;

/** Looks at the memory on a thread of a candidate. Must not block or throw. Thread-safe. */
public interface MemoryLook {
  /**
   * Looks whether the heap suffices for the candidate of the current thread; if not, stops it.
   *
   * @param bytes the size of a large object that the candidate makes; 0 if there is none
   * @param mayGrow whether that object exists, and may grow to twice its size
   * @param isCollected whether a garbage collection has run since the last look
   * @return the number of stop points until the next look; 0 for the next collection
   */
  int look(long bytes, boolean mayGrow, boolean isCollected);
}
