package io.understudy.compare.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ElementMatchingTest {
  private static final ElementMatching.SimilarElements NO_SIMILAR =
      (control, candidate) -> Collections.emptyList();

  private static long[] hashes(String letters) {
    return letters.chars().asLongStream().toArray();
  }

  private static ElementMatching matching(String control, String candidate) {
    return ElementMatching.of(hashes(control), hashes(candidate), NO_SIMILAR, null);
  }

  private static ElementMatching inOrder(String control, String candidate) {
    return ElementMatching.inOrder(hashes(control), hashes(candidate), NO_SIMILAR);
  }

  private static void check(ElementMatching found, boolean ordered, long size, int... partner) {
    assertThat(found.partner).containsExactly(partner);
    assertThat(found.ordered).isEqualTo(ordered);
    assertThat(found.size).isEqualTo(size);
  }

  @Test
  void equalLists() {
    check(matching("abc", "abc"), true, 0, 0, 1, 2);
    check(matching("", ""), true, 0);
  }

  @Test
  void missingAndExtraElementsCountOnce() {
    check(matching("abc", "ac"), true, 1, 0, -1, 1);
    check(matching("ac", "abc"), true, 1, 0, 2);
    check(matching("abc", ""), true, 3, -1, -1, -1);
    check(matching("", "abc"), true, 3);
  }

  @Test
  void singleElementsBetweenTheSameNeighboursArePaired() {
    check(matching("abc", "axc"), true, 1, 0, 1, 2);
    check(matching("abbc", "axyc"), true, 2, 0, 1, 2, 3);
    // Two against one: nothing says which of them changed.
    check(matching("abbc", "axc"), true, 3, 0, -1, -1, 2);
  }

  @Test
  void movedElementIsOneDifferenceOfOrder() {
    check(matching("abcde", "bcdea"), false, 1, 4, 0, 1, 2, 3);
    check(inOrder("abcde", "bcdea"), true, 2, -1, 0, 1, 2, 3);
  }

  @Test
  void twoSwappedElementsAreOneDifferenceOfOrder() {
    check(matching("xaby", "xbay"), false, 1, 0, 2, 1, 3);
  }

  @Test
  void equalElementsDoNotCross() {
    ElementMatching found = matching("aabb", "bbaa");

    check(found, false, 1, 2, 3, 0, 1);
  }

  @Test
  void similarElementsArePaired() {
    ElementMatching.SimilarElements first =
        (control, candidate) ->
            Similarity.pairs(new long[][] {{1, 2}}, new long[][] {{1, 3}, {7, 8}});
    // The control's x and the candidate's p are similar; q is extra.
    ElementMatching found = ElementMatching.of(hashes("axb"), hashes("apqb"), first, null);

    check(found, true, 2, 0, 1, 3);
  }

  /** Finds the control's first element similar to the candidate's second, and the reverse. */
  private static final ElementMatching.SimilarElements CROSSING =
      (control, candidate) ->
          Similarity.pairs(new long[][] {{1, 2}, {3, 4}}, new long[][] {{3, 4}, {1, 2}});

  @Test
  void similarElementsInAnotherOrderAreShownAsMoved() {
    // Both accounts have three differences; the one that shows the moves is chosen.
    check(ElementMatching.of(hashes("pq"), hashes("rs"), CROSSING, null), false, 3, 1, 0);
  }

  @Test
  void similarElementsThatAreEqualOnOneSideDoNotCross() {
    check(ElementMatching.of(hashes("pq"), hashes("rr"), CROSSING, null), true, 2, 0, 1);
    check(ElementMatching.of(hashes("pp"), hashes("rs"), CROSSING, null), true, 2, 0, 1);
  }

  @Test
  void similarElementsAreLeftWhereTheyCrossInOrder() {
    ElementMatching found = ElementMatching.inOrder(hashes("pq"), hashes("rs"), CROSSING);

    assertThat(found.ordered).isTrue();
    assertThat(found.size).isEqualTo(3);
  }

  @Test
  void equalElementsOfWhichOneMovedDoNotCross() {
    // The alignment pairs the second a with the first; the moved one must not cross it.
    check(matching("abcax", "bcaay"), false, 2, 2, 0, 1, 3, 4);
  }

  @Test
  void similarElementsSeeOnlyElementsWithoutPartner() {
    ElementMatching.SimilarElements checking =
        (control, candidate) -> {
          assertThat(control).containsExactly(1, 2);
          assertThat(candidate).containsExactly(1);
          return Collections.emptyList();
        };

    check(ElementMatching.of(hashes("axyb"), hashes("apb"), checking, null), true, 3, 0, -1, -1, 2);
  }

  @Test
  void tolerantEqualityFillsGapsBeforeOtherPairs() {
    long[] control = {10, 20, 30};
    long[] candidate = {21, 31};

    ElementMatching found =
        ElementMatching.of(
            control, candidate, NO_SIMILAR, (i, j) -> Math.abs(control[i] - candidate[j]) <= 1);

    assertThat(found.partner).containsExactly(-1, 0, 1);
  }

  @Test
  void lastEqualPair() {
    ElementMatching found = inOrder("abx", "aby");

    assertThat(found.partner).containsExactly(0, 1, 2);
    assertThat(found.lastEqual(hashes("abx"), hashes("aby"))).isEqualTo(1);
    assertThat(inOrder("x", "y").lastEqual(hashes("x"), hashes("y"))).isEqualTo(-1);
    assertThat(inOrder("", "").lastEqual(new long[0], new long[0])).isEqualTo(-1);
  }

  @Test
  void prefixKeepsItsPairs() {
    assertThat(inOrder("abc", "axbc").upTo(2).partner).containsExactly(0, 2);
    assertThat(inOrder("abc", "abc").upTo(0).partner).isEmpty();
  }

  @Test
  void takenPlacesOfTheCandidate() {
    assertThat(ElementMatching.taken(new int[] {2, -1, 0}, 4))
        .containsExactly(true, false, true, false);
    assertThat(ElementMatching.taken(new int[0], 0)).isEmpty();
  }

  @Provide
  Arbitrary<String> lists() {
    return Arbitraries.strings().withChars("abcd").ofMaxLength(7);
  }

  @Property(tries = 500)
  void partnersAreOneToOneAndTheSizeIsTheirs(
      @ForAll("lists") String control, @ForAll("lists") String candidate) {
    ElementMatching found = matching(control, candidate);

    boolean[] used = new boolean[candidate.length()];
    long size = found.ordered ? 0 : 1;
    int last = -1;
    boolean ordered = true;
    for (int i = 0; i < control.length(); i++) {
      int j = found.partner[i];
      if (j < 0) {
        size++;
      } else {
        assertThat(used[j]).isFalse();
        used[j] = true;
        size += control.charAt(i) == candidate.charAt(j) ? 0 : 1;
        ordered &= j > last;
        last = j;
      }
    }
    for (boolean partner : used) {
      size += partner ? 0 : 1;
    }
    assertThat(found.size).isEqualTo(size);
    assertThat(found.ordered).isEqualTo(ordered);
  }

  @Property(tries = 500)
  void neverMoreDifferencesThanInOrder(
      @ForAll("lists") String control, @ForAll("lists") String candidate) {
    ElementMatching ordered = inOrder(control, candidate);

    assertThat(ordered.ordered).isTrue();
    assertThat(matching(control, candidate).size).isLessThanOrEqualTo(ordered.size);
  }

  @Property(tries = 500)
  void permutationIsAtMostOneDifference(@ForAll("lists") String list, @ForAll int seed) {
    List<String> letters = new java.util.ArrayList<>(java.util.Arrays.asList(list.split("")));
    Collections.shuffle(letters, new java.util.Random(seed));
    String shuffled = String.join("", letters);

    assertThat(matching(list, shuffled).size).isEqualTo(list.equals(shuffled) ? 0 : 1);
  }
}
