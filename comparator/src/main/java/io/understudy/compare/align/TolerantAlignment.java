package io.understudy.compare.align;

/**
 * Aligns what a tolerance lets be equal, which no hash can tell: in each gap that an alignment by
 * hashes leaves, as many elements as can be in order, by trial comparisons. Only in small gaps.
 */
final class TolerantAlignment {
  /** So many trial comparisons are made in a gap at most, and in all gaps of a list. */
  private static final int MOST = 4_096;

  private static final int MOST_IN_ALL = 1 << 16;

  private final Near near;
  private int left = MOST_IN_ALL;

  private TolerantAlignment(Near near) {
    this.near = near;
  }

  /** Whether two elements are equal under the rules. */
  public interface Near {
    /** For places of the control and of the candidate. */
    boolean areEqual(int i, int j);
  }

  /** Adds to an ascending alignment. */
  static void fillGaps(int[] aligned, int candidates, Near near) {
    TolerantAlignment alignment = new TolerantAlignment(near);
    AlignmentGaps.forEach(
        aligned,
        candidates,
        (from, end, candidateFrom, candidateEnd) ->
            alignment.fill(aligned, from, end, candidateFrom, candidateEnd));
  }

  /** A longest common subsequence, by the table of all pairs of ends. */
  private void fill(int[] aligned, int from, int end, int fromTheirs, int endOfTheirs) {
    int rows = end - from;
    int columns = endOfTheirs - fromTheirs;
    long trials = (long) rows * columns;
    if (trials == 0 || trials > Math.min(MOST, left)) {
      return;
    }
    left -= (int) trials;
    boolean[][] equal = new boolean[rows][columns];
    int[][] longest = new int[rows + 1][columns + 1];
    for (int r = rows - 1; r >= 0; r--) {
      for (int c = columns - 1; c >= 0; c--) {
        equal[r][c] = near.areEqual(from + r, fromTheirs + c);
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
        aligned[from + r++] = fromTheirs + c++;
      } else if (longest[r + 1][c] >= longest[r][c + 1]) {
        r++;
      } else {
        c++;
      }
    }
  }
}
