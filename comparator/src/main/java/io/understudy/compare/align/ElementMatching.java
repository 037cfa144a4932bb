package io.understudy.compare.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of two lists go together: equal ones in order, then equal ones that moved and
 * those that are the same thing changed, then what stands alone between the same neighbours. The
 * elements of a pair are still to be compared. Immutable.
 */
public final class ElementMatching {
  private static final int NONE = -1;

  /** For each element of the control its partner's place, or -1. */
  public final int[] partner;

  /** Whether pairs stand in the same order on both sides. */
  public final boolean ordered;

  /** How many differences this makes, if an element that changed is counted as one. */
  public final long size;

  public ElementMatching(int[] partner, boolean ordered, long size) {
    this.partner = partner;
    this.ordered = ordered;
    this.size = size;
  }

  public static ElementMatching between(int[] partner, long[] a, long[] b) {
    boolean ordered = LongestIncreasingSubsequence.isIncreasing(partner);
    return new ElementMatching(partner, ordered, size(partner, a, b) + (ordered ? 0 : 1));
  }

  /** Finds elements of two lists that are the same thing changed. */
  public interface SimilarElements {
    /**
     * Pairs elements among those in these places.
     *
     * @param control places of the control's elements
     * @param candidate places of the candidate's
     * @return pairs by their indexes into the two lists of places
     */
    List<Similarity.Pair> pairs(List<Integer> control, List<Integer> candidate);
  }

  /**
   * The matching that makes the fewest differences.
   *
   * @param a hashes of the control's elements
   * @param b hashes of the candidate's elements
   * @param similar pairs what the hashes leave
   * @param near what elements are equal of which the hashes are not; null where there are none
   */
  public static ElementMatching of(
      long[] a, long[] b, SimilarElements similar, TolerantAlignment.@Nullable Near near) {
    int[] aligned = Alignment.of(a, b);
    if (near != null) {
      TolerantAlignment.fillGaps(aligned, b.length, near);
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
    // Of two accounts as short, the one that says what became of an element that moved.
    return moved.size <= inOrder.size ? moved : inOrder;
  }

  /** The matching that makes the fewest differences of those that leave everything in order. */
  public static ElementMatching inOrder(long[] a, long[] b, SimilarElements similar) {
    int[] aligned = Alignment.of(a, b);
    int[] all = aligned.clone();
    pairSimilar(all, b.length, similar);
    return between(filled(inOrder(aligned, all), b.length), a, b);
  }

  /** The last place of the control whose partner has the same hash; -1 for none. */
  public int lastEqual(long[] a, long[] b) {
    int i = partner.length - 1;
    while (i >= 0 && (partner[i] == NONE || a[i] != b[partner[i]])) {
      i--;
    }
    return i;
  }

  /** The matching of the first {@code end} elements of the control, which keeps its order. */
  public ElementMatching upTo(int end) {
    return new ElementMatching(Arrays.copyOf(partner, end), ordered, size);
  }

  public static long size(int[] partner, long[] a, long[] b) {
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

  /** Which places of the candidate are the partner of some element. */
  public static boolean[] taken(int[] partner, int candidates) {
    boolean[] taken = new boolean[candidates];
    for (int j : partner) {
      if (j != NONE) {
        taken[j] = true;
      }
    }
    return taken;
  }

  public static void pairMoved(int[] partner, long[] a, long[] b) {
    List<Integer> free = free(taken(partner, b.length));
    if (free.isEmpty()) {
      return;
    }
    HashBuckets theirs = new HashBuckets(free.stream().mapToLong(j -> b[j]).toArray());
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] == NONE) {
        int at = theirs.take(a[i], any -> true);
        partner[i] = at < 0 ? NONE : free.get(at);
      }
    }
  }

  public static void pairSimilar(int[] partner, int candidates, SimilarElements similar) {
    List<Integer> gone = new ArrayList<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] == NONE) {
        gone.add(i);
      }
    }
    List<Integer> come = free(taken(partner, candidates));
    if (gone.isEmpty() || come.isEmpty()) {
      return;
    }
    for (Similarity.Pair pair : similar.pairs(gone, come)) {
      partner[gone.get(pair.control)] = come.get(pair.candidate);
    }
  }

  /** Equal elements have no order among themselves: their partners go with them in order. */
  public static void uncross(int[] partner, IntToLongFunction hash) {
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

  /** What is aligned, and of the other pairs as many as fit between without crossing. */
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

  /** Pairs in order what stands between two pairs, where that is as many on both sides. */
  public static int[] filled(int[] partner, int candidates) {
    return filledWithin(partner.clone(), partner, candidates);
  }

  /** The same, between the pairs of {@code aligned}, for what {@code partner} leaves there. */
  public static int[] filledWithin(int[] aligned, int[] partner, int candidates) {
    boolean[] taken = taken(partner, candidates);
    AlignmentGaps.forEach(
        aligned,
        candidates,
        (from, end, candidateFrom, candidateEnd) ->
            fill(partner, from, end, taken, candidateFrom, candidateEnd));
    return partner;
  }

  public static void fill(int[] partner, int i, int end, boolean[] taken, int j, int endOfTheirs) {
    int gone = 0;
    for (int k = i; k < end; k++) {
      gone += partner[k] == NONE ? 1 : 0;
    }
    for (int k = j; k < endOfTheirs; k++) {
      gone -= taken[k] ? 0 : 1;
    }
    int next = j;
    for (int k = i; gone == 0 && k < end; k++) {
      if (partner[k] == NONE) {
        while (taken[next]) {
          next++;
        }
        partner[k] = next++;
      }
    }
  }
}
