package io.understudy.agent.budget;

import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one ledger that have arrived since the last look. Not thread-safe. */
final class Arrivals {
  private final Ledger ledger;
  private @Nullable LedgerPage page;
  private long counted;

  Arrivals(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Returns the number of calls since the last time. */
  long since() {
    LedgerPage now = ledger.page();
    LedgerPage last = page;
    long count = now.interceptedCount();
    long arrived = now == last ? count - counted : count;
    if (last != null && now != last) {
      arrived += last.interceptedCount() - counted;
    }
    page = now;
    counted = count;
    return arrived;
  }
}
