package io.understudy.report.aggregate;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Sums by text in bounded memory: the first so many texts in alphabetical order are kept apart, all
 * others share one sum. A text that is pushed out can never come back, since what is kept only
 * moves towards the front of the alphabet; so every sum is exact, and neither the order of adding
 * nor that of merging changes anything. Not thread-safe.
 *
 * @param <V> what is summed
 */
final class CappedSums<V> {
  /** The text under which the others are summed. */
  static final String OTHER = "(other)";

  private final int most;
  private final BinaryOperator<V> sum;
  private final TreeMap<String, V> kept = new TreeMap<>();

  /** Keeps {@code most} texts; {@code sum} must be commutative and associative. */
  CappedSums(int most, BinaryOperator<V> sum) {
    this.most = most;
    this.sum = sum;
  }

  void add(String text, V value) {
    if (!text.equals(OTHER) && full() && !kept.containsKey(text)) {
      // Pushed out is the last of the alphabet, be it the new one.
      String last = lastKept();
      if (text.compareTo(last) > 0) {
        kept.merge(OTHER, value, sum);
        return;
      }
      V pushedOut = kept.remove(last);
      if (pushedOut != null) {
        kept.merge(OTHER, pushedOut, sum);
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
