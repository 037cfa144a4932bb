package io.understudy.compare.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {
  /** One letter for each hash. */
  private static long[] hashes(String letters) {
    return letters.chars().asLongStream().toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', []",
    "a, '', [-1]",
    "'', a, []",
    "abc, abc, '[0, 1, 2]'",
    "abc, xabc, '[1, 2, 3]'",
    "abc, abcx, '[0, 1, 2]'",
    "abc, axbc, '[0, 2, 3]'",
    "abc, bc, '[-1, 0, 1]'",
    "abc, ac, '[0, -1, 1]'",
    "abc, ab, '[0, 1, -1]'",
    "abc, axc, '[0, -1, 2]'",
    "abc, xyz, '[-1, -1, -1]'",
    "aab, ab, '[0, -1, 1]'",
    "abcd, bxcdy, '[-1, 0, 2, 3]'"
  })
  void edits(String control, String candidate, String partners) {
    assertThat(Arrays.toString(Alignment.of(hashes(control), hashes(candidate))))
        .isEqualTo(partners);
  }

  @Provide
  Arbitrary<long[]> lists() {
    return Arbitraries.longs().between(0, 4).array(long[].class).ofMaxSize(12);
  }

  @Property(tries = 500)
  void shortListsAreAlignedByALongestCommonSubsequence(
      @ForAll("lists") long[] control, @ForAll("lists") long[] candidate) {
    int[] partners = Alignment.of(control, candidate);

    checkIsAlignment(partners, control, candidate);
    assertThat(pairs(partners)).isEqualTo(longest(control, candidate));
  }

  /** The length of a longest common subsequence, by the usual table. */
  private static int longest(long[] a, long[] b) {
    int[][] table = new int[a.length + 1][b.length + 1];
    for (int i = a.length - 1; i >= 0; i--) {
      for (int j = b.length - 1; j >= 0; j--) {
        table[i][j] =
            a[i] == b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
      }
    }
    return table[0][0];
  }

  private static long pairs(int[] partners) {
    return Arrays.stream(partners).filter(j -> j >= 0).count();
  }

  private static void checkIsAlignment(int[] partners, long[] control, long[] candidate) {
    int last = -1;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        assertThat(partners[i]).isGreaterThan(last);
        assertThat(candidate[partners[i]]).isEqualTo(control[i]);
        last = partners[i];
      }
    }
  }

  @Test
  void moreEditsThanTheLimitAreAlignedByUniqueElements() {
    // 1,000 unique elements, each with 4 insertions before it: far more than 512 edits.
    long[] control = LongStream.range(0, 1_000).toArray();
    long[] candidate = LongStream.range(0, 5_000).map(i -> i % 5 == 4 ? i / 5 : -1 - i).toArray();

    int[] partners = Alignment.of(control, candidate);

    checkIsAlignment(partners, control, candidate);
    assertThat(pairs(partners)).isEqualTo(1_000);
  }

  @Test
  void repeatedElementsBesideUniqueOnesAreAlignedBetweenThem() {
    // The elements 1 and 2 are unique; 1,200 insertions are more than the limit of edits.
    long[] control = {-1, 1, 9, 9, 9, 2, 9, 9, 9, -2};
    long[] candidate =
        LongStream.concat(
                LongStream.concat(LongStream.of(-3, 1, 9, 9, 9), LongStream.range(100, 1_300)),
                LongStream.of(2, 9, 9, 9, -4))
            .toArray();

    assertThat(Alignment.of(control, candidate))
        .containsExactly(-1, 1, 2, 3, 4, 1_205, 1_206, 1_207, 1_208, -1);
  }

  @Test
  void hundredsOfEditsAreFoundInAShortListWithoutUniqueElements() {
    Random random = new Random(5);
    long[] control = random.longs(1_000, 0, 30).toArray();
    long[] candidate =
        IntStream.range(0, 1_000).filter(i -> i % 5 != 2).mapToLong(i -> control[i]).toArray();

    int[] partners = Alignment.of(control, candidate);

    checkIsAlignment(partners, control, candidate);
    assertThat(pairs(partners)).isEqualTo(800);
  }

  @Test
  void elementsAroundALargeChangeAreAlignedAtTheirOwnPlaces() {
    // Two unique anchors in the middle of both lists, which start and end with 600 others.
    long[] control =
        LongStream.concat(
                LongStream.concat(LongStream.range(1_000, 1_600), LongStream.of(1, 2)),
                LongStream.range(2_000, 2_600))
            .toArray();
    long[] candidate =
        LongStream.concat(
                LongStream.concat(LongStream.range(3_000, 3_600), LongStream.of(1, 2)),
                LongStream.range(4_000, 4_600))
            .toArray();

    int[] partners = Alignment.of(control, candidate);

    assertThat(pairs(partners)).isEqualTo(2);
    assertThat(partners[600]).isEqualTo(600);
    assertThat(partners[601]).isEqualTo(601);
  }

  @Test
  void uniqueElementsInAnotherOrderKeepALongestAscendingPart() {
    long[] control = LongStream.range(0, 2_000).toArray();
    long[] candidate = control.clone();
    Random random = new Random(11);
    for (int i = candidate.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      long kept = candidate[i];
      candidate[i] = candidate[j];
      candidate[j] = kept;
    }

    int[] partners = Alignment.of(control, candidate);

    checkIsAlignment(partners, control, candidate);
    int[] places = new int[2_000];
    for (int j = 0; j < places.length; j++) {
      places[(int) candidate[j]] = j;
    }
    assertThat(pairs(partners))
        .isEqualTo(LongestIncreasingSubsequence.longest(places, places.length).length);
  }

  @Test
  void longListsWithNothingInCommonHaveNoPair() {
    long[] control = LongStream.range(0, 3_000).toArray();
    long[] candidate = LongStream.range(3_000, 6_000).toArray();

    assertThat(pairs(Alignment.of(control, candidate))).isZero();
  }
}
