package io.understudy.compare.accept;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceListener;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one comparison took of the acceptances, and of which it might not take. Not thread-safe; for
 * one comparison.
 */
public final class AcceptanceSession implements DifferenceListener {
  private final Acceptances acceptances;
  private final LocalDate day;
  private final BitSet breached;

  /** How many differences each covered; null before the first. */
  private long @Nullable [] covered;

  /** The sum of what each covered, where that is limited. */
  private @Nullable BigDecimal @Nullable [] amounts;

  /** Which would have covered a difference that nothing in force covers. */
  private @Nullable BitSet missed;

  AcceptanceSession(Acceptances acceptances, LocalDate day, BitSet breached) {
    this.acceptances = acceptances;
    this.day = day;
    this.breached = breached;
  }

  @Override
  public @Nullable String acceptanceIdOf(Difference difference) {
    List<Acceptance> list = acceptances.list();
    BitSet tooLate = null;
    for (int i = 0; i < list.size(); i++) {
      Acceptance acceptance = list.get(i);
      BigDecimal amount = acceptance.limit().amount() == null ? null : difference.delta();
      if (!acceptance.where().covers(difference)
          || (acceptance.limit().amount() != null && amount == null)) {
        continue;
      }
      if (isInForce(i)) {
        take(i, amount);
        return acceptance.id();
      }
      tooLate = tooLate == null ? new BitSet() : tooLate;
      tooLate.set(i);
    }
    if (tooLate != null) {
      missed().or(tooLate);
    }
    return null;
  }

  private boolean isInForce(int i) {
    return !breached.get(i) && acceptances.list().get(i).isInForce(day);
  }

  private void take(int i, @Nullable BigDecimal amount) {
    int size = acceptances.list().size();
    if (covered == null) {
      covered = new long[size];
      amounts = new BigDecimal[size];
    }
    covered[i]++;
    if (amount != null && amounts != null) {
      BigDecimal before = amounts[i];
      amounts[i] = before == null ? amount.abs() : before.add(amount.abs());
    }
  }

  private BitSet missed() {
    BitSet known = missed;
    if (known == null) {
      known = new BitSet();
      missed = known;
    }
    return known;
  }

  @Override
  public @Nullable Object mark() {
    return covered == null && missed == null ? null : new Mark(this);
  }

  @Override
  public void rollBack(@Nullable Object since) {
    Mark mark = (Mark) since;
    covered = mark == null || mark.covered == null ? null : mark.covered.clone();
    amounts = mark == null || mark.amounts == null ? null : mark.amounts.clone();
    missed = mark == null || mark.missed == null ? null : (BitSet) mark.missed.clone();
  }

  /** The day of the call, in UTC. */
  public LocalDate day() {
    return day;
  }

  /** Whether the acceptance of this number covered a difference. */
  boolean hasCovered(int i) {
    return covered != null && covered[i] > 0;
  }

  /** The numbers of the acceptances that covered a difference; a copy. */
  BitSet coveredNumbers() {
    BitSet taken = new BitSet();
    for (int i = 0; covered != null && i < covered.length; i++) {
      if (covered[i] > 0) {
        taken.set(i);
      }
    }
    return taken;
  }

  /** Whether one of these acceptances covered a difference. */
  boolean hasCoveredAny(BitSet numbers) {
    return !numbers.isEmpty() && numbers.intersects(coveredNumbers());
  }

  /** The sum of what the acceptance of this number covered, where that is limited; else 0. */
  BigDecimal amount(int i) {
    BigDecimal sum = amounts == null ? null : amounts[i];
    return sum == null ? BigDecimal.ZERO : sum;
  }

  /** The ids of the acceptances that covered a difference, in their order. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>(1);
    for (int i = 0; i < acceptances.list().size(); i++) {
      if (hasCovered(i)) {
        ids.add(acceptances.list().get(i).id());
      }
    }
    return ids;
  }

  /**
   * Which acceptances would have covered a difference that nothing covered, and why they did not:
   * {@code ROUND-17 · expired}, {@code ROUND-17 · breached}.
   */
  public Set<String> missing() {
    Set<String> texts = new TreeSet<>();
    for (int i = 0; missed != null && i < acceptances.list().size(); i++) {
      if (missed.get(i)) {
        Acceptance acceptance = acceptances.list().get(i);
        texts.add(acceptance.id() + " · " + (acceptance.isInForce(day) ? "breached" : "expired"));
      }
    }
    return texts;
  }

  /** A copy of what was heard. */
  private static final class Mark {
    final long @Nullable [] covered;
    final @Nullable BigDecimal @Nullable [] amounts;
    final @Nullable BitSet missed;

    Mark(AcceptanceSession heard) {
      covered = heard.covered == null ? null : heard.covered.clone();
      amounts = heard.amounts == null ? null : heard.amounts.clone();
      missed = heard.missed == null ? null : (BitSet) heard.missed.clone();
    }
  }
}
