package io.understudy.compare;

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
final class Matching {
  private static final int NONE = -1;

  /** For each element of the control its partner's place, or -1. */
  final int[] partner;

  /** Whether pairs stand in the same order on both sides. */
  final boolean ordered;

  /** How many differences this makes, if an element that changed is counted as one. */
  final long size;

  private Matching(int[] partner, boolean ordered, long size) {
    this.partner = partner;
    this.ordered = ordered;
    this.size = size;
  }

  private static Matching between(int[] partner, long[] a, long[] b) {
    boolean ordered = Ascending.isIncreasing(partner);
    return new Matching(partner, ordered, size(partner, a, b) + (ordered ? 0 : 1));
  }

  /** Finds elements of two lists that are the same thing changed. */
  interface SimilarElements {
    /**
     * Pairs elements among those in these places.
     *
     * @param control places of the control's elements
     * @param candidate places of the candidate's
     * @return pairs by their indexes into the two lists of places
     */
    List<Likeness.Pair> pairs(List<Integer> control, List<Integer> candidate);
  }

  /**
   * The matching that makes the fewest differences.
   *
   * @param a hashes of the control's elements
   * @param b hashes of the candidate's elements
   * @param similar pairs what the hashes leave
   * @param near what elements are equal of which the hashes are not; null where there are none
   */
  public static Matching of(
      long[] a, long[] b, SimilarElements similar, NearAlignment.@Nullable Near near) {
    int[] aligned = Alignment.of(a, b);
    if (near != null) {
      NearAlignment.fillGaps(aligned, b.length, near);
    }
    int[] all = aligned.clone();
    pairMoved(all, a, b);
    pairSimilar(all, b.length, similar);
    Matching inOrder = between(filled(inOrder(aligned, all), b.length), a, b);
    if (Ascending.isIncreasing(all)) {
      return inOrder;
    }
    int[] crossing = filledWithin(aligned, all, b.length);
    uncross(crossing, i -> a[i]);
    uncross(crossing, i -> b[crossing[i]]);
    Matching moved = between(crossing, a, b);
    // Of two accounts as short, the one that says what became of an element that moved.
    return moved.size <= inOrder.size ? moved : inOrder;
  }

  /** The matching that makes the fewest differences of those that leave everything in order. */
  public static Matching inOrder(long[] a, long[] b, SimilarElements similar) {
    int[] aligned = Alignment.of(a, b);
    int[] all = aligned.clone();
    pairSimilar(all, b.length, similar);
    return between(filled(inOrder(aligned, all), b.length), a, b);
  }

  /** The last place of the control whose partner has the same hash; -1 for none. */
  int lastEqual(long[] a, long[] b) {
    int i = partner.length - 1;
    while (i >= 0 && (partner[i] == NONE || a[i] != b[partner[i]])) {
      i--;
    }
    return i;
  }

  /** The matching of the first {@code end} elements of the control, which keeps its order. */
  Matching upTo(int end) {
    return new Matching(Arrays.copyOf(partner, end), ordered, size);
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

  /** Which places of the candidate are the partner of some element. */
  static boolean[] taken(int[] partner, int candidates) {
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
    Buckets theirs = new Buckets(free.stream().mapToLong(j -> b[j]).toArray());
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] == NONE) {
        int at = theirs.take(a[i], any -> true);
        partner[i] = at < 0 ? NONE : free.get(at);
      }
    }
  }

  private static void pairSimilar(int[] partner, int candidates, SimilarElements similar) {
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
    for (Likeness.Pair pair : similar.pairs(gone, come)) {
      partner[gone.get(pair.control)] = come.get(pair.candidate);
    }
  }

  /** Equal elements have no order among themselves: their partners go with them in order. */
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
    for (int k : Ascending.longest(partners, count)) {
      partner[places[k]] = partners[k];
    }
    return partner;
  }

  /** Pairs in order what stands between two pairs, where that is as many on both sides. */
  private static int[] filled(int[] partner, int candidates) {
    return filledWithin(partner.clone(), partner, candidates);
  }

  /** The same, between the pairs of {@code aligned}, for what {@code partner} leaves there. */
  private static int[] filledWithin(int[] aligned, int[] partner, int candidates) {
    boolean[] taken = taken(partner, candidates);
    AlignmentGaps.forEach(
        aligned,
        candidates,
        (from, end, candidateFrom, candidateEnd) ->
            fill(partner, from, end, taken, candidateFrom, candidateEnd));
    return partner;
  }

  private static void fill(int[] partner, int i, int end, boolean[] taken, int j, int endOfTheirs) {
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
