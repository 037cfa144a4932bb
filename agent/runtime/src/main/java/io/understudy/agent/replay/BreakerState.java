package io.understudy.agent.replay;

import java.util.Locale;

/** The state of the breaker of a call point, in the order of the numbers in the metrics. */
public enum BreakerState {
  /** All calls are admitted. */
  CLOSED,
  /** The pause is over: one call, the probe, decides whether the breaker closes. */
  PROBING,
  /** Calls are shed since the candidate does not answer. */
  OPEN,
  /** Calls are shed until a person turns the call point on, since its candidate has spun twice. */
  OFF;

  /** The name in a status. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
