package io.understudy.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which elements of two lists go together when some were inserted, removed or changed, told by
 * their hashes: a longest common subsequence (Myers, An O(ND) difference algorithm, 1986), given up
 * when the lists have little in common. The elements that it pairs are still to be compared.
 */
final class Alignment {
  private static final int NONE = -1;

  /** Insertions and removals looked for; more make one gap of the whole middle. */
  private static final int MOST_EDITS = 128;

  private Alignment() {}

  /** For each element of the control its partner's place in the candidate, or -1; ascending. */
  static int[] of(long[] control, long[] candidate) {
    int[] partner = new int[control.length];
    Arrays.fill(partner, NONE);
    int shorter = Math.min(control.length, candidate.length);
    int start = 0;
    while (start < shorter && control[start] == candidate[start]) {
      partner[start] = start;
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && control[control.length - 1 - end] == candidate[candidate.length - 1 - end]) {
      end++;
      partner[control.length - end] = candidate.length - end;
    }
    alignMiddle(
        Arrays.copyOfRange(control, start, control.length - end),
        Arrays.copyOfRange(candidate, start, candidate.length - end),
        start,
        partner);
    return partner;
  }

  private static void alignMiddle(long[] a, long[] b, int start, int[] partner) {
    int most = Math.min(MOST_EDITS, a.length + b.length);
    List<int[]> trace = new ArrayList<>();
    int[] furthest = new int[2 * most + 3];
    for (int edits = 0; edits <= most; edits++) {
      for (int k = -edits; k <= edits; k += 2) {
        int at = k + most + 1;
        boolean down = k == -edits || (k != edits && furthest[at - 1] < furthest[at + 1]);
        int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
        while (x < a.length && x - k < b.length && x - k >= 0 && a[x] == b[x - k]) {
          x++;
        }
        furthest[at] = x;
        if (x >= a.length && x - k >= b.length) {
          traceBack(trace, edits, k, x, most, start, partner);
          return;
        }
      }
      trace.add(furthest.clone());
    }
  }

  private static void traceBack(
      List<int[]> trace, int edits, int lastK, int lastX, int most, int start, int[] partner) {
    int k = lastK;
    int x = lastX;
    for (int left = edits; left > 0; left--) {
      int[] before = trace.get(left - 1);
      int at = k + most + 1;
      boolean down = k == -left || (k != left && before[at - 1] < before[at + 1]);
      int cameK = down ? k + 1 : k - 1;
      int cameX = before[cameK + most + 1];
      int snake = down ? cameX : cameX + 1;
      while (x > snake) {
        x--;
        partner[start + x] = start + x - k;
      }
      x = cameX;
      k = cameK;
    }
    while (x > 0) {
      x--;
      partner[start + x] = start + x;
    }
  }
}
