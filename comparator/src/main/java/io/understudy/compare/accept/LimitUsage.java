package io.understudy.compare.accept;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The used part of all limits on one day. Immutable: a call that uses some creates a new object.
 */
final class LimitUsage {
  private final List<Acceptance> list;
  private final long[] calls;
  private final BigDecimal[] amounts;
  private final BitSet near;
  private final BitSet breached;

  private LimitUsage(
      List<Acceptance> list, long[] calls, BigDecimal[] amounts, BitSet near, BitSet breached) {
    this.list = list;
    this.calls = calls;
    this.amounts = amounts;
    this.near = near;
    this.breached = breached;
  }

  /** Returns the state of a day on which nothing is used up. */
  static LimitUsage none(Acceptances acceptances) {
    int size = acceptances.list().size();
    BigDecimal[] zeros = new BigDecimal[size];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return new LimitUsage(acceptances.list(), new long[size], zeros, new BitSet(), new BitSet());
  }

  /** Returns the numbers of the acceptances whose limits are breached; do not change the set. */
  BitSet breached() {
    return breached;
  }

  /**
   * Returns the numbers of the acceptances whose limits are 80 % used up; do not change the set.
   */
  BitSet near() {
    return near;
  }

  /** Returns this usage plus that of one call. */
  LimitUsage plus(AcceptanceSession session, long verdicts) {
    long[] more = calls.clone();
    BigDecimal[] sums = amounts.clone();
    for (int i = 0; i < more.length; i++) {
      if (session.hasCovered(i)) {
        more[i]++;
        sums[i] = sums[i].add(session.amount(i));
      }
    }
    BitSet nearly = (BitSet) near.clone();
    LimitUsage next = new LimitUsage(list, more, sums, nearly, breached);
    for (int i = 0; i < more.length; i++) {
      if (session.hasCovered(i) && next.firstPart(i, verdicts, true) != null) {
        nearly.set(i);
      }
    }
    return next;
  }

  /** Returns this usage with these limits breached too. */
  LimitUsage withBreached(BitSet more) {
    BitSet both = (BitSet) breached.clone();
    both.or(more);
    return new LimitUsage(list, calls, amounts, near, both);
  }

  /** Returns the numbers of the acceptances whose limits are exceeded. */
  BitSet exceeded(long verdicts) {
    BitSet found = new BitSet();
    for (int i = 0; i < calls.length; i++) {
      if (firstPart(i, verdicts, false) != null) {
        found.set(i);
      }
    }
    return found;
  }

  /**
   * Returns the first part of a limit that is exceeded, or nearly used up.
   *
   * @param nearly whether 80 % of the limit are enough
   * @return the part as text; null if there is no such part
   */
  @Nullable String firstPart(int i, long verdicts, boolean nearly) {
    AcceptanceLimit limit = list.get(i).limit();
    BigDecimal used = BigDecimal.valueOf(calls[i]);
    BigDecimal rate = limit.rate();
    if (rate != null && isOver(used, AcceptanceLimit.callsOf(rate, verdicts), nearly)) {
      return AcceptanceLimit.rateText(rate);
    }
    if (limit.calls() != Long.MAX_VALUE
        && isOver(used, BigDecimal.valueOf(limit.calls()), nearly)) {
      return AcceptanceLimit.callsText(limit.calls());
    }
    BigDecimal amount = limit.amount();
    return amount != null && isOver(amounts[i], amount, nearly)
        ? AcceptanceLimit.amountText(amount)
        : null;
  }

  /** Returns {@link #firstPart}, or the whole limit as text if that is null. */
  String part(int i, long verdicts, boolean nearly) {
    String part = firstPart(i, verdicts, nearly);
    return part == null ? list.get(i).limit().toString() : part;
  }

  private static boolean isOver(BigDecimal used, BigDecimal most, boolean nearly) {
    return nearly
        ? used.compareTo(most.multiply(AcceptanceLimit.NEAR)) >= 0
        : used.compareTo(most) > 0;
  }
}
