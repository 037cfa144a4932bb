package io.understudy.compare.accept;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceListener;
import io.understudy.value.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The acceptances that one comparison used, and those that were not in force. Not thread-safe;
 * serves one comparison.
 */
public final class AcceptanceSession implements DifferenceListener {
  private final Acceptances acceptances;
  private final LocalDate day;
  private final BitSet breached;

  /** The number of differences that each acceptance covered; null before the first. */
  private long @Nullable [] covered;

  /** The sum that each acceptance covered, where the sum is limited. */
  private @Nullable BigDecimal @Nullable [] amounts;

  /** The acceptances out of force that would have covered a difference; null before the first. */
  private @Nullable BitSet missed;

  /** Which acceptances may apply below a path; null before the first request. */
  private @Nullable AcceptancePlaces places;

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

  @Override
  public Object placeOf(Path path) {
    if (places == null) {
      places = new AcceptancePlaces(acceptances.list());
    }
    return places.of(path);
  }

  /** Returns the day of the call, in UTC. */
  public LocalDate day() {
    return day;
  }

  /** Returns whether the acceptance with this number covered a difference. */
  boolean hasCovered(int i) {
    return covered != null && covered[i] > 0;
  }

  /** Returns the numbers of the acceptances that covered a difference, as a copy. */
  BitSet coveredNumbers() {
    BitSet taken = new BitSet();
    for (int i = 0; covered != null && i < covered.length; i++) {
      if (covered[i] > 0) {
        taken.set(i);
      }
    }
    return taken;
  }

  /** Returns whether one of these acceptances covered a difference. */
  boolean hasCoveredAny(BitSet numbers) {
    return !numbers.isEmpty() && numbers.intersects(coveredNumbers());
  }

  /** Returns the sum that the acceptance with this number covered; 0 if the sum is not limited. */
  BigDecimal amount(int i) {
    BigDecimal sum = amounts == null ? null : amounts[i];
    return sum == null ? BigDecimal.ZERO : sum;
  }

  /** Returns the ids of the acceptances that covered a difference, in their order. */
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
   * Returns the acceptances that would have covered an uncovered difference, and why they did not:
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

  /** A copy of the state at one moment. */
  private static final class Mark {
    final long @Nullable [] covered;
    final @Nullable BigDecimal @Nullable [] amounts;
    final @Nullable BitSet missed;

    Mark(AcceptanceSession session) {
      covered = session.covered == null ? null : session.covered.clone();
      amounts = session.amounts == null ? null : session.amounts.clone();
      missed = session.missed == null ? null : (BitSet) session.missed.clone();
    }
  }
}
