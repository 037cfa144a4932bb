package io.understudy.compare.accept;

/**
 * Hears when a limit is nearly used up, and when it is breached: once each for every acceptance and
 * day, on the thread that did it.
 */
public interface LimitListener {
  /**
   * 80 % of a limit are used up.
   *
   * @param limit which, as text: {@code 1000 calls a day}
   */
  void near(Acceptance acceptance, String limit);

  /**
   * A call would have gone beyond a limit: that call, and all later ones of the day, are no longer
   * accepted by it.
   *
   * @param limit which, as text: {@code 1000 calls a day}
   */
  void breached(Acceptance acceptance, String limit);
}
