package io.understudy.compare.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TolerantAlignmentTest {
  private static final int NONE = -1;

  /** Fills the gaps for numbers that are equal if they differ by at most 1. */
  private static int[] filled(int[] aligned, int[] control, int[] candidate) {
    int[] filled = aligned.clone();
    TolerantAlignment.fillGaps(
        filled, candidate.length, (i, j) -> Math.abs(control[i] - candidate[j]) <= 1);
    return filled;
  }

  private static int[] none(int length) {
    int[] none = new int[length];
    java.util.Arrays.fill(none, NONE);
    return none;
  }

  @Test
  void nearElementsOfAGapArePaired() {
    assertThat(filled(none(3), new int[] {10, 20, 30}, new int[] {11, 31}))
        .containsExactly(0, -1, 1);
    assertThat(filled(none(2), new int[] {10, 20}, new int[] {5, 11, 15, 19}))
        .containsExactly(1, 3);
    assertThat(filled(none(2), new int[] {10, 20}, new int[] {40, 50})).containsExactly(-1, -1);
  }

  @Test
  void emptySideHasNoPairs() {
    assertThat(filled(none(0), new int[0], new int[] {1})).isEmpty();
    assertThat(filled(none(1), new int[] {1}, new int[0])).containsExactly(-1);
  }

  @Test
  void pairsOfTheAlignmentStay() {
    assertThat(filled(new int[] {-1, 1, -1}, new int[] {10, 20, 30}, new int[] {11, 99, 29}))
        .containsExactly(0, 1, 2);
    // 10 is near the candidate's last element, which lies behind the pair.
    assertThat(filled(new int[] {-1, 0}, new int[] {10, 20}, new int[] {20, 10}))
        .containsExactly(-1, 0);
  }

  @Provide
  Arbitrary<int[]> numbers() {
    return Arbitraries.integers().between(0, 9).array(int[].class).ofMaxSize(7);
  }

  @Property(tries = 500)
  void asManyAsCanBeInOrder(@ForAll("numbers") int[] control, @ForAll("numbers") int[] candidate) {
    int[] filled = filled(none(control.length), control, candidate);

    int pairs = 0;
    int last = -1;
    for (int i = 0; i < filled.length; i++) {
      if (filled[i] != NONE) {
        assertThat(filled[i]).isGreaterThan(last);
        assertThat(Math.abs(control[i] - candidate[filled[i]])).isLessThanOrEqualTo(1);
        last = filled[i];
        pairs++;
      }
    }
    assertThat(pairs).isEqualTo(most(control, 0, candidate, 0));
  }

  private static int most(int[] a, int i, int[] b, int j) {
    if (i == a.length || j == b.length) {
      return 0;
    }
    int without = Math.max(most(a, i + 1, b, j), most(a, i, b, j + 1));
    return Math.abs(a[i] - b[j]) <= 1 ? Math.max(without, 1 + most(a, i + 1, b, j + 1)) : without;
  }

  @Test
  void largeGapStaysAsItIs() {
    AtomicInteger trials = new AtomicInteger();
    int[] small = none(64);
    TolerantAlignment.fillGaps(small, 64, (i, j) -> trials.incrementAndGet() > 0);
    assertThat(small[63]).isEqualTo(63);
    assertThat(trials).hasValue(4_096);

    trials.set(0);
    int[] large = none(64);
    TolerantAlignment.fillGaps(large, 65, (i, j) -> trials.incrementAndGet() > 0);
    assertThat(large).containsOnly(NONE);
    assertThat(trials).hasValue(0);
  }

  @Test
  void trialsOfAllGapsAreLimited() {
    // 20 gaps of 64 elements each, between aligned elements: 16 gaps use up 65,536 trials.
    int[] aligned = none(20 * 65);
    for (int gap = 1; gap <= 20; gap++) {
      aligned[gap * 65 - 1] = gap * 65 - 1;
    }
    AtomicInteger trials = new AtomicInteger();
    TolerantAlignment.fillGaps(aligned, 20 * 65, (i, j) -> trials.incrementAndGet() > 0);

    assertThat(trials).hasValue(1 << 16);
    assertThat(aligned[15 * 65]).isEqualTo(15 * 65);
    assertThat(aligned[16 * 65]).isEqualTo(NONE);
  }
}
