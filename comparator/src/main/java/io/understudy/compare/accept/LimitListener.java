package io.understudy.compare.accept;

/**
 * Receives a call when a limit is nearly used up, and one when it is breached: once each for an
 * acceptance and a day, on the thread that compares.
 */
public interface LimitListener {
  /**
   * Called when 80 % of a limit are used up.
   *
   * @param limit the limit as text: {@code 1000 calls a day}
   */
  void near(Acceptance acceptance, String limit);

  /**
   * Called when a call would have exceeded a limit. The acceptance covers neither that call nor any
   * later one of the day.
   *
   * @param limit the limit as text: {@code 1000 calls a day}
   */
  void breached(Acceptance acceptance, String limit);
}
