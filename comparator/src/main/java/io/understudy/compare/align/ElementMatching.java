package io.understudy.compare.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of elements of two lists. First come equal elements in order, then equal elements that
 * moved and similar elements, then single elements between the same neighbours. The caller still
 * compares the elements of each pair. Not thread-safe: callers may share the array of partners.
 */
public final class ElementMatching {
  private static final int NONE = -1;

  /** For each element of the control its partner's place, or -1. */
  public final int[] partner;

  /** Whether the pairs have the same order on both sides. */
  public final boolean ordered;

  /** The number of differences of this matching; an element that changed counts as one. */
  public final long size;

  private ElementMatching(int[] partner, boolean ordered, long size) {
    this.partner = partner;
    this.ordered = ordered;
    this.size = size;
  }

  private static ElementMatching between(int[] partner, long[] a, long[] b) {
    boolean ordered = LongestIncreasingSubsequence.isIncreasing(partner);
    return new ElementMatching(partner, ordered, size(partner, a, b) + (ordered ? 0 : 1));
  }

  /** Finds elements of two lists that are similar, but not equal. */
  public interface SimilarElements {
    /**
     * Pairs the elements in these places.
     *
     * @param control places of the control's elements
     * @param candidate places of the candidate's
     * @return pairs by their indexes into the two lists of places
     */
    List<Similarity.Pair> pairs(List<Integer> control, List<Integer> candidate);
  }

  /**
   * Returns the matching that makes the fewest differences.
   *
   * @param a hashes of the control's elements
   * @param b hashes of the candidate's elements
   * @param similar pairs elements that have no equal partner
   * @param tolerant finds equal elements that have different hashes; null where there are none
   */
  public static ElementMatching of(
      long[] a,
      long[] b,
      SimilarElements similar,
      TolerantAlignment.@Nullable TolerantEquality tolerant) {
    int[] aligned = Alignment.of(a, b);
    if (tolerant != null) {
      TolerantAlignment.fillGaps(aligned, b.length, tolerant);
    }
    int[] all = aligned.clone();
    pairMoved(all, a, b);
    pairSimilar(all, b.length, similar);
    ElementMatching inOrder = between(filled(inOrder(aligned, all), b.length), a, b);
    if (LongestIncreasingSubsequence.isIncreasing(all)) {
      return inOrder;
    }
    int[] crossing = filledWithin(aligned, all, b.length);
    uncross(crossing, i -> a[i]);
    uncross(crossing, i -> b[crossing[i]]);
    ElementMatching moved = between(crossing, a, b);
    // Where both have the same size, the one that shows where an element moved to is better.
    return moved.size <= inOrder.size ? moved : inOrder;
  }

  /**
   * Returns the matching with the fewest differences among those that keep the order of elements.
   */
  public static ElementMatching inOrder(long[] a, long[] b, SimilarElements similar) {
    int[] aligned = Alignment.of(a, b);
    int[] all = aligned.clone();
    pairSimilar(all, b.length, similar);
    return between(filled(inOrder(aligned, all), b.length), a, b);
  }

  /** Returns the last place of the control whose partner has the same hash; -1 for none. */
  public int lastEqual(long[] a, long[] b) {
    int i = partner.length - 1;
    while (i >= 0 && (partner[i] == NONE || a[i] != b[partner[i]])) {
      i--;
    }
    return i;
  }

  /** Returns the matching of the first {@code end} elements of the control. */
  public ElementMatching upTo(int end) {
    return new ElementMatching(Arrays.copyOf(partner, end), ordered, size);
  }

  private static long size(int[] partner, long[] a, long[] b) {
    long size = b.length;
    for (int i = 0; i < partner.length; i++) {
      int j = partner[i];
      if (j == NONE) {
        size++;
      } else if (a[i] == b[j]) {
        size--;
      }
    }
    return size;
  }

  /** Returns for each place of the candidate whether it is the partner of some element. */
  public static boolean[] taken(int[] partner, int candidates) {
    boolean[] taken = new boolean[candidates];
    for (int j : partner) {
      if (j != NONE) {
        taken[j] = true;
      }
    }
    return taken;
  }

  private static void pairMoved(int[] partner, long[] a, long[] b) {
    List<Integer> free = free(taken(partner, b.length));
    if (free.isEmpty()) {
      return;
    }
    HashBuckets candidateBuckets = new HashBuckets(free.stream().mapToLong(j -> b[j]).toArray());
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] == NONE) {
        int at = candidateBuckets.take(a[i], any -> true);
        partner[i] = at < 0 ? NONE : free.get(at);
      }
    }
  }

  private static void pairSimilar(int[] partner, int candidates, SimilarElements similar) {
    List<Integer> freeControls = new ArrayList<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] == NONE) {
        freeControls.add(i);
      }
    }
    List<Integer> freeCandidates = free(taken(partner, candidates));
    if (freeControls.isEmpty() || freeCandidates.isEmpty()) {
      return;
    }
    for (Similarity.Pair pair : similar.pairs(freeControls, freeCandidates)) {
      partner[freeControls.get(pair.control)] = freeCandidates.get(pair.candidate);
    }
  }

  /**
   * Gives equal elements their partners in ascending order, since equal elements are exchangeable.
   */
  private static void uncross(int[] partner, IntToLongFunction hash) {
    Map<Long, List<Integer>> equal = new HashMap<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] != NONE) {
        equal.computeIfAbsent(hash.applyAsLong(i), each -> new ArrayList<>(1)).add(i);
      }
    }
    for (List<Integer> places : equal.values()) {
      int[] partners = places.stream().mapToInt(i -> partner[i]).sorted().toArray();
      for (int k = 0; places.size() > 1 && k < partners.length; k++) {
        partner[places.get(k)] = partners[k];
      }
    }
  }

  private static List<Integer> free(boolean[] taken) {
    List<Integer> free = new ArrayList<>();
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        free.add(j);
      }
    }
    return free;
  }

  /** Returns the aligned pairs, and as many of the other pairs as fit between them in order. */
  private static int[] inOrder(int[] aligned, int[] all) {
    int[] next = new int[aligned.length + 1];
    next[aligned.length] = Integer.MAX_VALUE;
    for (int i = aligned.length - 1; i >= 0; i--) {
      next[i] = aligned[i] == NONE ? next[i + 1] : aligned[i];
    }
    int[] places = new int[aligned.length];
    int[] partners = new int[aligned.length];
    int count = 0;
    int last = NONE;
    for (int i = 0; i < aligned.length; i++) {
      last = Math.max(last, aligned[i]);
      boolean fits = all[i] != NONE && all[i] >= last && all[i] <= next[i];
      if (fits) {
        places[count] = i;
        partners[count++] = all[i];
      }
    }
    int[] partner = new int[aligned.length];
    Arrays.fill(partner, NONE);
    for (int k : LongestIncreasingSubsequence.longest(partners, count)) {
      partner[places[k]] = partners[k];
    }
    return partner;
  }

  /** Pairs the single elements between two pairs in order, where both sides have equally many. */
  private static int[] filled(int[] partner, int candidates) {
    return filledWithin(partner.clone(), partner, candidates);
  }

  /** Pairs, between the pairs of {@code aligned}, elements that {@code partner} does not pair. */
  private static int[] filledWithin(int[] aligned, int[] partner, int candidates) {
    boolean[] taken = taken(partner, candidates);
    AlignmentGaps.forEach(
        aligned,
        candidates,
        (from, end, candidateFrom, candidateEnd) ->
            fill(partner, from, end, taken, candidateFrom, candidateEnd));
    return partner;
  }

  private static void fill(
      int[] partner, int from, int end, boolean[] taken, int candidateFrom, int candidateEnd) {
    int surplus = 0;
    for (int k = from; k < end; k++) {
      surplus += partner[k] == NONE ? 1 : 0;
    }
    for (int k = candidateFrom; k < candidateEnd; k++) {
      surplus -= taken[k] ? 0 : 1;
    }
    int next = candidateFrom;
    for (int k = from; surplus == 0 && k < end; k++) {
      if (partner[k] == NONE) {
        while (taken[next]) {
          next++;
        }
        partner[k] = next++;
      }
    }
  }
}
