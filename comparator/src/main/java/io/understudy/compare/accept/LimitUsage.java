package io.understudy.compare.accept;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of the limits is used up on one day. Immutable: a call that takes of it makes another. */
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

  /** Nothing is used up yet. */
  static LimitUsage none(Acceptances acceptances) {
    int size = acceptances.list().size();
    BigDecimal[] zeros = new BigDecimal[size];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return new LimitUsage(acceptances.list(), new long[size], zeros, new BitSet(), new BitSet());
  }

  /** Which limits were breached, by the number of the acceptance; not to be changed. */
  BitSet breached() {
    return breached;
  }

  /** Of which limits 80 % were used up, by the number of the acceptance; not to be changed. */
  BitSet near() {
    return near;
  }

  /** This, and what one call takes. */
  LimitUsage plus(AcceptanceSession heard, long verdicts) {
    long[] more = calls.clone();
    BigDecimal[] sums = amounts.clone();
    for (int i = 0; i < more.length; i++) {
      if (heard.hasCovered(i)) {
        more[i]++;
        sums[i] = sums[i].add(heard.amount(i));
      }
    }
    BitSet nearly = (BitSet) near.clone();
    LimitUsage next = new LimitUsage(list, more, sums, nearly, breached);
    for (int i = 0; i < more.length; i++) {
      if (heard.hasCovered(i) && next.first(i, verdicts, true) != null) {
        nearly.set(i);
      }
    }
    return next;
  }

  /** This, with these limits breached too. */
  LimitUsage withBreached(BitSet more) {
    BitSet both = (BitSet) breached.clone();
    both.or(more);
    return new LimitUsage(list, calls, amounts, near, both);
  }

  /** Which limits are exceeded now. */
  BitSet exceeded(long verdicts) {
    BitSet found = new BitSet();
    for (int i = 0; i < calls.length; i++) {
      if (first(i, verdicts, false) != null) {
        found.set(i);
      }
    }
    return found;
  }

  /**
   * The first part of a limit that is exceeded, or nearly used up.
   *
   * @param nearly whether 80 % are enough
   * @return the part as text; null for none
   */
  @Nullable String first(int i, long verdicts, boolean nearly) {
    AcceptanceLimit limit = list.get(i).limit();
    BigDecimal used = BigDecimal.valueOf(calls[i]);
    BigDecimal rate = limit.rate();
    if (rate != null && isOver(used, AcceptanceLimit.callsOf(rate, verdicts), nearly)) {
      return AcceptanceLimit.told(rate);
    }
    if (limit.calls() != Long.MAX_VALUE
        && isOver(used, BigDecimal.valueOf(limit.calls()), nearly)) {
      return AcceptanceLimit.told(limit.calls());
    }
    BigDecimal amount = limit.amount();
    return amount != null && isOver(amounts[i], amount, nearly)
        ? AcceptanceLimit.toldSum(amount)
        : null;
  }

  /** As {@link #first}, where there is one. */
  String part(int i, long verdicts, boolean nearly) {
    String part = first(i, verdicts, nearly);
    return part == null ? list.get(i).limit().toString() : part;
  }

  private static boolean isOver(BigDecimal used, BigDecimal most, boolean nearly) {
    return nearly
        ? used.compareTo(most.multiply(AcceptanceLimit.NEAR)) >= 0
        : used.compareTo(most) > 0;
  }
}
