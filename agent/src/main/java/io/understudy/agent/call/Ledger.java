package io.understudy.agent.call;

/** The books of one call point: a page for each minute, of which one is current. Thread-safe. */
public final class Ledger {
  private volatile Page current;

  /** Opens the books at the given time, milliseconds since the epoch. */
  public Ledger(long nowMillis) {
    current = new Page(Math.floorDiv(nowMillis, 60_000L));
  }

  /**
   * The page on which a call that is entered now is counted. The minute is turned by a timer, so a
   * call may be counted on the page before its minute by the timer's period, never by more.
   */
  public Page page() {
    return current;
  }
}
