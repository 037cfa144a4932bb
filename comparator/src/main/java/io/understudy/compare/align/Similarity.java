package io.understudy.compare.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds similar elements: at least half of their parts agree. It needs only the hashes of the
 * parts, so that many elements are tried at little cost: two elements are tried when they share a
 * part that few others have. Each element has at most one partner; the most similar pairs are
 * chosen first.
 */
public final class Similarity {
  /** A part that more elements share is too common to find partners by. */
  private static final int MAX_COMMON = 24;

  /** The maximum number of partners that are tried for each element. */
  private static final int MAX_TRIED = 8;

  private final long[][] control;
  private final long[][] candidate;

  /** The parts of all elements of the candidate; {@link #owners} has the element of each. */
  private final HashBuckets parts;

  private final int[] owners;

  private Similarity(long[][] control, long[][] candidate) {
    this.control = control;
    this.candidate = candidate;
    long[] all = Arrays.stream(candidate).flatMapToLong(Arrays::stream).toArray();
    this.owners = new int[all.length];
    int at = 0;
    for (int j = 0; j < candidate.length; j++) {
      Arrays.fill(owners, at, at + candidate[j].length, j);
      at += candidate[j].length;
    }
    this.parts = new HashBuckets(all);
  }

  /** Two similar elements, by their places in the given arrays. */
  public static final class Pair {
    /** The place of the control's element. */
    public final int control;

    /** The place of the candidate's element. */
    public final int candidate;

    /** The share of parts that agree, 0.5 to 1. */
    private final double share;

    private Pair(int control, int candidate, double share) {
      this.control = control;
      this.candidate = candidate;
      this.share = share;
    }
  }

  /**
   * Pairs elements that are similar.
   *
   * @param control for each element of the control the hashes of its parts, sorted
   * @param candidate likewise
   */
  public static List<Pair> pairs(long[][] control, long[][] candidate) {
    return new Similarity(control, candidate).best();
  }

  private List<Pair> best() {
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < control.length; i++) {
      collect(i, all);
    }
    all.sort(
        Comparator.<Pair>comparingDouble(pair -> -pair.share)
            .thenComparingInt(pair -> Math.abs(pair.control - pair.candidate)));
    boolean[] takenControl = new boolean[control.length];
    boolean[] takenCandidate = new boolean[candidate.length];
    List<Pair> best = new ArrayList<>();
    for (Pair pair : all) {
      if (!takenControl[pair.control] && !takenCandidate[pair.candidate]) {
        takenControl[pair.control] = true;
        takenCandidate[pair.candidate] = true;
        best.add(pair);
      }
    }
    return best;
  }

  /** Adds those of the most promising partners of one element that are similar enough. */
  private void collect(int i, List<Pair> into) {
    Map<Integer, Integer> votes = new HashMap<>();
    for (long part : control[i]) {
      if (parts.count(part, MAX_COMMON + 1) <= MAX_COMMON) {
        parts.forEach(part, at -> votes.merge(owners[at], 1, Integer::sum));
      }
    }
    votes.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(vote -> Math.abs(vote.getKey() - i)))
        .limit(MAX_TRIED)
        .forEach(
            vote -> {
              int j = vote.getKey();
              int larger = Math.max(control[i].length, candidate[j].length);
              int shared = shared(control[i], candidate[j]);
              if (larger >= 2 && 2 * shared >= larger) {
                into.add(new Pair(i, j, (double) shared / larger));
              }
            });
  }

  /** Returns the number of elements that two sorted arrays share. */
  private static int shared(long[] a, long[] b) {
    int shared = 0;
    int j = 0;
    for (int i = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }
}
