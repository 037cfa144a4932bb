package io.understudy.compare.align;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LongestIncreasingSubsequenceTest {
  private static int[] longest(int... numbers) {
    return LongestIncreasingSubsequence.longest(numbers, numbers.length);
  }

  @Test
  void placesOfALongestSubsequence() {
    assertThat(longest()).isEmpty();
    assertThat(longest(7)).containsExactly(0);
    assertThat(longest(1, 2, 3)).containsExactly(0, 1, 2);
    assertThat(longest(3, 2, 1)).hasSize(1);
    assertThat(longest(5, 1, 2, 9, 3)).containsExactly(1, 2, 4);
  }

  @Test
  void equalNumbersDoNotAscend() {
    assertThat(longest(4, 4, 4)).hasSize(1);
    assertThat(longest(1, 2, 2, 3)).hasSize(3);
  }

  @Test
  void numbersBeyondTheCountAreNotRead() {
    assertThat(LongestIncreasingSubsequence.longest(new int[] {1, 2, 3, 4}, 2))
        .containsExactly(0, 1);
    assertThat(LongestIncreasingSubsequence.longest(new int[] {1, 2}, 0)).isEmpty();
  }

  @Provide
  Arbitrary<int[]> numbers() {
    return Arbitraries.integers().between(0, 9).array(int[].class).ofMaxSize(10);
  }

  @Property(tries = 500)
  void noSubsetThatAscendsIsLonger(@ForAll("numbers") int[] numbers) {
    int[] places = longest(numbers);

    for (int k = 1; k < places.length; k++) {
      assertThat(places[k]).isGreaterThan(places[k - 1]);
      assertThat(numbers[places[k]]).isGreaterThan(numbers[places[k - 1]]);
    }
    assertThat(places).hasSize(bruteForce(numbers));
  }

  /** The size of the largest subset of places whose numbers ascend. */
  private static int bruteForce(int[] numbers) {
    int best = 0;
    for (int subset = 0; subset < 1 << numbers.length; subset++) {
      int last = -1;
      boolean ascends = true;
      for (int i = 0; ascends && i < numbers.length; i++) {
        if ((subset & 1 << i) != 0) {
          ascends = numbers[i] > last;
          last = numbers[i];
        }
      }
      best = ascends ? Math.max(best, Integer.bitCount(subset)) : best;
    }
    return best;
  }

  @Test
  void negativeNumbersAreLeftOutOfTheOrder() {
    assertThat(LongestIncreasingSubsequence.isIncreasing(new int[] {})).isTrue();
    assertThat(LongestIncreasingSubsequence.isIncreasing(new int[] {0, -1, 1, -1, 5})).isTrue();
    assertThat(LongestIncreasingSubsequence.isIncreasing(new int[] {1, -1, 0})).isFalse();
    assertThat(LongestIncreasingSubsequence.isIncreasing(new int[] {2, 2})).isFalse();
  }

  @Test
  void ranksOfNumbersThatAreNotNegative() {
    assertThat(LongestIncreasingSubsequence.ranks(new int[] {})).isEmpty();
    assertThat(LongestIncreasingSubsequence.ranks(new int[] {-1, -1})).isEmpty();
    assertThat(LongestIncreasingSubsequence.ranks(new int[] {7, -1, 3, 0, 9}))
        .containsExactly(2, 1, 0, 3);
  }
}
