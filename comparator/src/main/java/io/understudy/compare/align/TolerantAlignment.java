package io.understudy.compare.align;

/**
 * Aligns elements that are equal under a tolerance and have different hashes. It looks in each gap
 * that an alignment by hashes leaves, and aligns as many elements in order as trial comparisons
 * find equal. Large gaps stay as they are.
 */
final class TolerantAlignment {
  /** The maximum number of trial comparisons in one gap. */
  private static final int MAX_TRIALS_IN_GAP = 4_096;

  private static final int MAX_TRIALS = 1 << 16;

  private final TolerantEquality equality;
  private int trialsLeft = MAX_TRIALS;

  private TolerantAlignment(TolerantEquality equality) {
    this.equality = equality;
  }

  /** Whether two elements are equal under the rules. */
  public interface TolerantEquality {
    /** Compares the control's element at {@code i} with the candidate's at {@code j}. */
    boolean areEqual(int i, int j);
  }

  /** Adds pairs to an ascending alignment. */
  static void fillGaps(int[] aligned, int candidates, TolerantEquality equality) {
    TolerantAlignment alignment = new TolerantAlignment(equality);
    AlignmentGaps.forEach(
        aligned,
        candidates,
        (from, end, candidateFrom, candidateEnd) ->
            alignment.fill(aligned, from, end, candidateFrom, candidateEnd));
  }

  /** Finds a longest common subsequence by dynamic programming over all pairs of ends. */
  private void fill(int[] aligned, int from, int end, int candidateFrom, int candidateEnd) {
    int rows = end - from;
    int columns = candidateEnd - candidateFrom;
    long trials = (long) rows * columns;
    if (trials == 0 || trials > Math.min(MAX_TRIALS_IN_GAP, trialsLeft)) {
      return;
    }
    trialsLeft -= (int) trials;
    boolean[][] equal = new boolean[rows][columns];
    int[][] longest = new int[rows + 1][columns + 1];
    for (int r = rows - 1; r >= 0; r--) {
      for (int c = columns - 1; c >= 0; c--) {
        equal[r][c] = equality.areEqual(from + r, candidateFrom + c);
        longest[r][c] =
            equal[r][c]
                ? longest[r + 1][c + 1] + 1
                : Math.max(longest[r + 1][c], longest[r][c + 1]);
      }
    }
    int r = 0;
    int c = 0;
    while (r < rows && c < columns) {
      if (equal[r][c]) {
        aligned[from + r++] = candidateFrom + c++;
      } else if (longest[r + 1][c] >= longest[r][c + 1]) {
        r++;
      } else {
        c++;
      }
    }
  }
}
