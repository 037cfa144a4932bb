package io.understudy.report.aggregate;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

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
  private final TreeMap<String, V> kept = new TreeMap<>();

  /** Creates sums for {@code most} texts; {@code sum} must be commutative and associative. */
  CappedSums(int most, BinaryOperator<V> sum) {
    this.most = most;
    this.sum = sum;
  }

  void add(String text, V value) {
    if (!text.equals(OTHER) && full() && !kept.containsKey(text)) {
      // The alphabetically last text goes to the shared sum; it may be the new one.
      String last = lastKept();
      if (text.compareTo(last) > 0) {
        kept.merge(OTHER, value, sum);
        return;
      }
      V removed = kept.remove(last);
      if (removed != null) {
        kept.merge(OTHER, removed, sum);
      }
    }
    kept.merge(text, value, sum);
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
