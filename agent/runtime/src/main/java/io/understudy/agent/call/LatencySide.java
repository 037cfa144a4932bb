package io.understudy.agent.call;

/** Whose time a latency is. */
public enum LatencySide {
  /** The legacy method. */
  CONTROL,
  /** The new method, where it answered in time. */
  CANDIDATE,
  /** What capturing cost the calling threads. */
  CALLER
}
