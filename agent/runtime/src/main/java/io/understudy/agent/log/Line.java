package io.understudy.agent.log;

import java.time.Instant;

/** One message: when, by which thread, how serious. Immutable. */
final class Line {
  private final long millis;
  private final String thread;
  private final boolean warning;
  private final String text;

  Line(long millis, String thread, boolean warning, String text) {
    this.millis = millis;
    this.thread = thread;
    this.warning = warning;
    this.text = text;
  }

  /** {@code 2026-11-20T14:37:05.120Z WARN [understudy-replay-1] text}, with the end of the line. */
  @Override
  public String toString() {
    return Instant.ofEpochMilli(millis)
        + (warning ? " WARN [" : " INFO [")
        + thread
        + "] "
        + text
        + "\n";
  }
}
