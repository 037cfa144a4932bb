package io.understudy.agent.call;

/** What a latency measures. */
public enum LatencySide {
  /** The legacy method. */
  CONTROL,
  /** The new method, if it answered in time. */
  CANDIDATE,
  /** The cost of capture on the calling threads. */
  CALLER
}
