package io.understudy.compare.align;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Aligns two lists in which elements were inserted, removed or changed. It needs only the hashes of
 * the elements, and finds a longest common subsequence (Myers, An O(ND) difference algorithm,
 * 1986). The number of edits is bounded. Where two lists differ in more, elements that are unique
 * in both lists are paired first, as many as are in order (Cohen's patience diff). Each stretch
 * between two such pairs is then aligned on its own. The caller still compares the elements of each
 * pair.
 */
final class Alignment {
  private static final int NONE = -1;

  /**
   * The maximum number of insertions and removals in a stretch that is longer than {@link #SHORT}.
   */
  private static final int MAX_EDITS = 128;

  private static final int SHORT = 4_096;
  private static final int MAX_EDITS_IF_SHORT = 512;

  private final long[] a;
  private final long[] b;
  private final int[] partner;
  private final Deque<int[]> stretches = new ArrayDeque<>();

  private Alignment(long[] a, long[] b) {
    this.a = a;
    this.b = b;
    this.partner = new int[a.length];
    Arrays.fill(partner, NONE);
  }

  /**
   * Returns for each element of the control its partner's place in the candidate, or -1; ascending.
   */
  static int[] of(long[] control, long[] candidate) {
    Alignment alignment = new Alignment(control, candidate);
    alignment.stretches.push(new int[] {0, control.length, 0, candidate.length});
    while (!alignment.stretches.isEmpty()) {
      int[] next = alignment.stretches.pop();
      alignment.align(next[0], next[1], next[2], next[3]);
    }
    return alignment.partner;
  }

  private void align(int aFrom, int aTo, int bFrom, int bTo) {
    int i = aFrom;
    int j = bFrom;
    while (i < aTo && j < bTo && a[i] == b[j]) {
      partner[i++] = j++;
    }
    int aEnd = aTo;
    int bEnd = bTo;
    while (i < aEnd && j < bEnd && a[aEnd - 1] == b[bEnd - 1]) {
      partner[--aEnd] = --bEnd;
    }
    if (i < aEnd && j < bEnd && !alignShortest(i, aEnd, j, bEnd)) {
      alignAnchors(i, aEnd, j, bEnd);
    }
  }

  /** Pairs elements that are unique on both sides, as far as they are in order. */
  private void alignAnchors(int aFrom, int aTo, int bFrom, int bTo) {
    HashBuckets controlBuckets = new HashBuckets(Arrays.copyOfRange(a, aFrom, aTo));
    HashBuckets candidateBuckets = new HashBuckets(Arrays.copyOfRange(b, bFrom, bTo));
    int[] places = new int[aTo - aFrom];
    int[] partners = new int[aTo - aFrom];
    int count = 0;
    for (int i = aFrom; i < aTo; i++) {
      int j = controlBuckets.only(a[i]) < 0 ? NONE : candidateBuckets.only(a[i]);
      if (j >= 0) {
        places[count] = i;
        partners[count++] = bFrom + j;
      }
    }
    int i = aFrom;
    int j = bFrom;
    for (int k : LongestIncreasingSubsequence.longest(partners, count)) {
      partner[places[k]] = partners[k];
      stretches.push(new int[] {i, places[k], j, partners[k]});
      i = places[k] + 1;
      j = partners[k] + 1;
    }
    if (i > aFrom) {
      stretches.push(new int[] {i, aTo, j, bTo});
    }
  }

  /** Finds the fewest edits; returns false, and pairs nothing, when there are too many. */
  private boolean alignShortest(int aFrom, int aTo, int bFrom, int bTo) {
    int lengths = aTo - aFrom + bTo - bFrom;
    int maxEdits = Math.min(lengths <= SHORT ? MAX_EDITS_IF_SHORT : MAX_EDITS, lengths);
    List<int[]> trace = new ArrayList<>();
    int[] furthest = new int[2 * maxEdits + 3];
    for (int edits = 0; edits <= maxEdits; edits++) {
      for (int k = -edits; k <= edits; k += 2) {
        int at = k + maxEdits + 1;
        boolean down = k == -edits || (k != edits && furthest[at - 1] < furthest[at + 1]);
        int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
        while (aFrom + x < aTo
            && bFrom + x - k < bTo
            && x - k >= 0
            && a[aFrom + x] == b[bFrom + x - k]) {
          x++;
        }
        furthest[at] = x;
        if (aFrom + x >= aTo && bFrom + x - k >= bTo) {
          traceBack(trace, edits, k, x, maxEdits, aFrom, bFrom);
          return true;
        }
      }
      trace.add(furthest.clone());
    }
    return false;
  }

  /** Enters the pairs on the way back. The stretch starts with a difference, so with no pair. */
  private void traceBack(
      List<int[]> trace, int edits, int lastK, int lastX, int maxEdits, int aFrom, int bFrom) {
    int k = lastK;
    int x = lastX;
    for (int edit = edits; edit > 0; edit--) {
      int[] before = trace.get(edit - 1);
      int at = k + maxEdits + 1;
      boolean down = k == -edit || (k != edit && before[at - 1] < before[at + 1]);
      int previousK = down ? k + 1 : k - 1;
      int previousX = before[previousK + maxEdits + 1];
      int snake = down ? previousX : previousX + 1;
      while (x > snake) {
        x--;
        partner[aFrom + x] = bFrom + x - k;
      }
      x = previousX;
      k = previousK;
    }
  }
}
