package io.understudy.compare.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentGapsTest {
  private static List<String> gaps(int candidates, int... aligned) {
    List<String> gaps = new ArrayList<>();
    AlignmentGaps.forEach(
        aligned,
        candidates,
        (from, end, candidateFrom, candidateEnd) ->
            gaps.add(from + "-" + end + " / " + candidateFrom + "-" + candidateEnd));
    return gaps;
  }

  @Test
  void emptyListsHaveOneEmptyGap() {
    assertThat(gaps(0)).containsExactly("0-0 / 0-0");
    assertThat(gaps(2)).containsExactly("0-0 / 0-2");
  }

  @Test
  void gapsBeforeBetweenAndAfterPairs() {
    assertThat(gaps(5, -1, 1, -1, -1, 3)).containsExactly("0-1 / 0-1", "2-4 / 2-3", "5-5 / 4-5");
  }

  @Test
  void neighbouringPairsHaveAnEmptyGap() {
    assertThat(gaps(2, 0, 1)).containsExactly("0-0 / 0-0", "1-1 / 1-1", "2-2 / 2-2");
  }

  @Test
  void partnersEnteredInAGapDoNotSplitIt() {
    int[] aligned = {-1, -1, 2};
    List<String> gaps = new ArrayList<>();
    AlignmentGaps.forEach(
        aligned,
        3,
        (from, end, candidateFrom, candidateEnd) -> {
          gaps.add(from + "-" + end);
          for (int i = from; i < end; i++) {
            aligned[i] = candidateFrom + i - from;
          }
        });

    assertThat(gaps).containsExactly("0-2", "3-3");
    assertThat(aligned).containsExactly(0, 1, 2);
  }
}
