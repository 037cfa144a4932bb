package io.understudy.compare.align;

import java.util.Arrays;

/** Finds longest ascending subsequences, by patience sorting in {@code O(n log n)}. */
public final class LongestIncreasingSubsequence {
  private LongestIncreasingSubsequence() {}

  /**
   * Returns the places of a longest strictly ascending subsequence.
   *
   * @param count the number of leading elements of {@code numbers} to read
   * @return indexes into {@code numbers}, ascending
   */
  static int[] longest(int[] numbers, int count) {
    int[] ends = new int[count];
    int[] before = new int[count];
    int length = 0;
    for (int i = 0; i < count; i++) {
      int pile = pile(numbers, ends, length, numbers[i]);
      before[i] = pile == 0 ? -1 : ends[pile - 1];
      ends[pile] = i;
      length = Math.max(length, pile + 1);
    }
    int[] longest = new int[length];
    int at = length == 0 ? -1 : ends[length - 1];
    for (int k = length - 1; k >= 0; k--) {
      longest[k] = at;
      at = before[at];
    }
    return longest;
  }

  /** Returns the first pile whose end is not less than a number. */
  private static int pile(int[] numbers, int[] ends, int length, int number) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[ends[middle]] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether all numbers that are not negative ascend. */
  static boolean isIncreasing(int[] numbers) {
    int last = -1;
    for (int number : numbers) {
      if (number >= 0 && number <= last) {
        return false;
      }
      last = Math.max(last, number);
    }
    return true;
  }

  /** Drops negative numbers and replaces each other number by its rank, from 0. */
  public static int[] ranks(int[] numbers) {
    int[] ranks = Arrays.stream(numbers).filter(number -> number >= 0).toArray();
    int[] sorted = ranks.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = Arrays.binarySearch(sorted, ranks[i]);
    }
    return ranks;
  }
}
