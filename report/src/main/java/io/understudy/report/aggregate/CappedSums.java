package io.understudy.report.aggregate;

import io.understudy.journal.Sums;
import io.understudy.journal.file.ReadBudget;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.ToLongFunction;

/**
 * Sums by text in bounded memory. The alphabetically first texts have their own sums, all others
 * share one. A text that loses its own sum never gets it back, because the kept texts only move
 * towards the front of the alphabet. So every sum is exact, and the order of adding and merging
 * does not matter. Not thread-safe.
 *
 * @param <V> the type of a sum
 */
final class CappedSums<V> {
  /** The text of the shared sum. */
  static final String OTHER = "(other)";

  private final int most;
  private final BinaryOperator<V> sum;
  private final ToLongFunction<V> size;
  private final ReadBudget budget;
  private final TreeMap<String, V> kept = new TreeMap<>();

  /**
   * Creates sums for {@code most} texts.
   *
   * @param sum must be commutative and associative
   * @param size the estimated size of a sum in bytes
   * @param budget of what the sums may keep
   */
  CappedSums(int most, BinaryOperator<V> sum, ToLongFunction<V> size, ReadBudget budget) {
    this.most = most;
    this.sum = sum;
    this.size = size;
    this.budget = budget;
  }

  /** Creates sums of counts. */
  static CappedSums<Long> counts(int most, ReadBudget budget) {
    return new CappedSums<>(most, Sums::plus, count -> 24, budget);
  }

  void add(String text, V value) {
    if (!text.equals(OTHER) && full() && !kept.containsKey(text)) {
      // The alphabetically last text goes to the shared sum; it may be the new one.
      String last = lastKept();
      if (text.compareTo(last) > 0) {
        join(OTHER, value);
        return;
      }
      V removed = kept.remove(last);
      if (removed != null) {
        budget.take(-sizeOf(last, removed));
        join(OTHER, removed);
      }
    }
    join(text, value);
  }

  private void join(String text, V value) {
    V before = kept.get(text);
    long was = before == null ? 0 : sizeOf(text, before);
    budget.take(sizeOf(text, kept.merge(text, value, sum)) - was);
  }

  private long sizeOf(String text, V value) {
    return ReadBudget.entry(text) + size.applyAsLong(value);
  }

  void merge(CappedSums<V> other) {
    other.kept.forEach(this::add);
  }

  Map<String, V> sums() {
    return kept;
  }

  private boolean full() {
    return kept.size() - (kept.containsKey(OTHER) ? 1 : 0) >= most;
  }

  private String lastKept() {
    String last = kept.lastKey();
    if (last.equals(OTHER)) {
      String before = kept.lowerKey(last);
      return before == null ? last : before;
    }
    return last;
  }
}
