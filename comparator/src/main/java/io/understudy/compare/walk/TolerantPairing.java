package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.align.HashBuckets;
import io.understudy.compare.rule.RuleNode;
import io.understudy.compare.rule.Tolerance;
import io.understudy.value.view.ExactNumbers;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A largest one-to-one pairing of elements that agree in all parts without a tolerance.
 *
 * <p>The general algorithm uses augmenting paths (Berge 1957): an element without a partner may
 * take the partner of another element, if that one finds a new partner, and so on. When no such
 * path exists, the pairing is a largest one. Pairs with equal strict hashes are tried first, so
 * that few paths remain to be searched. For plain numbers the partners of each number form an
 * interval, and both ends of it grow with the number. One pass over both sides in order of size
 * then finds a largest pairing.
 */
final class TolerantPairing {
  private static final int NONE = -1;

  /** Indexes in the whole multisets; all these elements share one loose hash. */
  final List<Integer> control = new ArrayList<>();

  final List<Integer> candidate = new ArrayList<>();

  private final MultisetPairing whole;

  TolerantPairing(MultisetPairing whole) {
    this.whole = whole;
  }

  /** Enters the partners of this group's elements into the whole pairing. */
  void pair() {
    if (control.size() == 1 && candidate.size() == 1) {
      whole.partner[control.get(0)] = candidate.get(0);
      whole.likely[control.get(0)] = true;
    } else if (!candidate.isEmpty()) {
      RuleNode node = whole.node();
      Tolerance tolerance = node == null ? null : node.toleranceAlone();
      boolean grows = tolerance != null && tolerance.isMonotonic();
      List<IndexedNumber> controls = grows ? numbers(control, true) : null;
      List<IndexedNumber> candidates = grows ? numbers(candidate, false) : null;
      if (tolerance != null && controls != null && candidates != null) {
        pairNumbers(controls, candidates, tolerance);
      } else {
        augment();
      }
    }
  }

  /** A number and its index in the whole multiset. */
  private static final class IndexedNumber {
    final BigDecimal value;
    final int index;

    IndexedNumber(BigDecimal value, int index) {
      this.value = value;
      this.index = index;
    }
  }

  /**
   * Returns the elements as numbers in order of size; null when one is not a plain finite number.
   */
  private @Nullable List<IndexedNumber> numbers(List<Integer> indexes, boolean ofControl) {
    if (whole.mode() == ComparisonMode.EXACT) {
      return null;
    }
    List<IndexedNumber> numbers = new ArrayList<>();
    for (int index : indexes) {
      Object element = ofControl ? whole.control(index) : whole.candidate(index);
      BigDecimal value = ExactNumbers.finiteOrNull(element);
      if (value == null) {
        return null;
      }
      numbers.add(new IndexedNumber(value, index));
    }
    numbers.sort(Comparator.comparing(number -> number.value));
    return numbers;
  }

  private void pairNumbers(
      List<IndexedNumber> controls, List<IndexedNumber> candidates, Tolerance tolerance) {
    int j = 0;
    for (IndexedNumber number : controls) {
      // A partner that is too small for this number is too small for every later one.
      while (j < candidates.size()
          && candidates.get(j).value.compareTo(number.value) < 0
          && !tolerance.covers(number.value, candidates.get(j).value)) {
        j++;
      }
      if (j < candidates.size() && tolerance.covers(number.value, candidates.get(j).value)) {
        whole.partner[number.index] = candidates.get(j++).index;
      }
    }
  }

  private void augment() {
    int[] owner = new int[candidate.size()];
    Arrays.fill(owner, NONE);
    Edges edges = new Edges();
    List<Integer> free = new ArrayList<>();
    long[][] hashes = whole.strictHashes(control, candidate);
    HashBuckets candidateBuckets = new HashBuckets(hashes[1]);
    for (int i = 0; i < control.size(); i++) {
      int index = control.get(i);
      int j = candidateBuckets.take(hashes[0][i], to -> whole.areEqual(index, candidate.get(to)));
      if (j == NONE) {
        free.add(i);
      } else {
        owner[j] = i;
      }
    }
    for (int i : free) {
      findPartner(i, owner, edges);
    }
    for (int j = 0; j < owner.length; j++) {
      if (owner[j] != NONE) {
        whole.partner[control.get(owner[j])] = candidate.get(j);
      }
    }
  }

  /**
   * Searches breadth-first for an augmenting path from a free element to a free partner, and shifts
   * the partners along it.
   */
  private void findPartner(int start, int[] owner, Edges edges) {
    int[] cameFrom = new int[owner.length];
    Arrays.fill(cameFrom, NONE);
    Deque<Integer> queue = new ArrayDeque<>();
    queue.add(start);
    while (!queue.isEmpty()) {
      int i = queue.remove();
      for (int j = 0; j < owner.length; j++) {
        if (cameFrom[j] != NONE || !edges.join(i, j)) {
          continue;
        }
        cameFrom[j] = i;
        if (owner[j] == NONE) {
          shift(j, start, owner, cameFrom);
          return;
        }
        queue.add(owner[j]);
      }
    }
  }

  private static void shift(int end, int start, int[] owner, int[] cameFrom) {
    int j = end;
    while (true) {
      int i = cameFrom[j];
      int given = NONE;
      for (int k = 0; i != start && k < owner.length; k++) {
        if (owner[k] == i) {
          given = k;
          break;
        }
      }
      owner[j] = i;
      if (i == start) {
        return;
      }
      j = given;
    }
  }

  /** The pairs of equal elements; each pair is compared once. */
  private final class Edges {
    private static final byte EQUAL = 1;
    private static final byte DIFFERENT = 2;
    private static final int MAX_CELLS = 4_000_000;

    /** A row for each element of the control, created on demand. */
    private final byte[] @Nullable [] known = new byte[control.size()][];

    private long cells;

    boolean join(int i, int j) {
      byte[] row = known[i];
      if (row == null) {
        cells += candidate.size();
        if (cells > MAX_CELLS) {
          throw new MultisetPairing.TooManyTrials();
        }
        row = new byte[candidate.size()];
        known[i] = row;
      }
      if (row[j] == 0) {
        row[j] = whole.areEqual(control.get(i), candidate.get(j)) ? EQUAL : DIFFERENT;
      }
      return row[j] == EQUAL;
    }
  }
}
