package io.understudy.compare.align;

/** The stretches before, between and after the aligned elements of two lists. */
final class AlignmentGaps {
  private static final int NONE = -1;

  private AlignmentGaps() {}

  /** Receives one gap: places of the control and of the candidate; the ends are exclusive. */
  interface GapConsumer {
    /** Receives a gap; one side or both may be empty. */
    void accept(int from, int end, int candidateFrom, int candidateEnd);
  }

  /**
   * Passes every gap in order. The consumer may enter partners inside the gap that it receives.
   *
   * @param aligned for each element of the control its partner's place, or -1; ascending
   * @param candidates the number of the candidate's elements
   */
  static void forEach(int[] aligned, int candidates, GapConsumer consumer) {
    int i = 0;
    int j = 0;
    while (i <= aligned.length) {
      int end = i;
      while (end < aligned.length && aligned[end] == NONE) {
        end++;
      }
      int candidateEnd = end < aligned.length ? aligned[end] : candidates;
      consumer.accept(i, end, j, candidateEnd);
      i = end + 1;
      j = candidateEnd + 1;
    }
  }
}
