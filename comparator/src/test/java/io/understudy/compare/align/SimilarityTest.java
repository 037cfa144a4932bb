package io.understudy.compare.align;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static long[][] elements(String... parts) {
    return Arrays.stream(parts)
        .map(element -> element.chars().asLongStream().sorted().toArray())
        .toArray(long[][]::new);
  }

  private static List<String> pairs(long[][] control, long[][] candidate) {
    return Similarity.pairs(control, candidate).stream()
        .map(pair -> pair.control + "-" + pair.candidate)
        .collect(toList());
  }

  @Test
  void nothingToPair() {
    assertThat(pairs(elements(), elements())).isEmpty();
    assertThat(pairs(elements("abcd"), elements())).isEmpty();
    assertThat(pairs(elements(), elements("abcd"))).isEmpty();
    assertThat(pairs(elements(""), elements(""))).isEmpty();
  }

  @Test
  void halfOfThePartsMustAgree() {
    assertThat(pairs(elements("abcd"), elements("abxy"))).containsExactly("0-0");
    assertThat(pairs(elements("abcd"), elements("axyz"))).isEmpty();
    // Of the larger element: 2 of 5 parts are less than half.
    assertThat(pairs(elements("abcd"), elements("abxyz"))).isEmpty();
    assertThat(pairs(elements("ab"), elements("abxy"))).containsExactly("0-0");
    assertThat(pairs(elements("ab"), elements("abxyz"))).isEmpty();
  }

  @Test
  void elementsWithOnePartAreNotSimilar() {
    assertThat(pairs(elements("a"), elements("a"))).isEmpty();
    assertThat(pairs(elements("a"), elements("ab"))).containsExactly("0-0");
  }

  @Test
  void mostSimilarPairsComeFirst() {
    assertThat(pairs(elements("abcd", "abxq"), elements("abxy", "abcz")))
        .containsExactly("0-1", "1-0");
    assertThat(pairs(elements("abxy", "abcd"), elements("abcz"))).containsExactly("1-0");
  }

  @Test
  void eachElementHasOnePartner() {
    assertThat(pairs(elements("abcd", "abce"), elements("abcf"))).hasSize(1);
    assertThat(pairs(elements("abcd"), elements("abce", "abcf"))).hasSize(1);
  }

  @Test
  void nearerOfTwoThatAreAlikeIsThePartner() {
    assertThat(pairs(elements("vwxy", "abcd"), elements("abcx", "abcy"))).containsExactly("1-1");
  }

  @Test
  void repeatedPartsCountAsOftenAsBothSidesHaveThem() {
    assertThat(pairs(elements("aaaa"), elements("aaxy"))).containsExactly("0-0");
    assertThat(pairs(elements("aabc"), elements("axyz"))).isEmpty();
  }

  @Test
  void commonPartsAloneDoNotMakeElementsMeet() {
    long[][] control = elements("ab");
    long[][] few =
        IntStream.range(0, 24).mapToObj(i -> new long[] {'a', 1_000 + i}).toArray(long[][]::new);
    long[][] many =
        IntStream.range(0, 25).mapToObj(i -> new long[] {'a', 1_000 + i}).toArray(long[][]::new);

    assertThat(pairs(control, few)).containsExactly("0-0");
    assertThat(pairs(control, many)).isEmpty();
  }

  @Test
  void rarePartMakesElementsMeetThatShareCommonOnesToo() {
    long[][] candidate =
        IntStream.range(0, 100)
            .mapToObj(i -> new long[] {'a', 'b', 1_000 + i, 9_000 + i})
            .toArray(long[][]::new);
    long[][] control = {{'a', 'b', 1_042, 5_000}};

    assertThat(pairs(control, candidate)).containsExactly("0-42");
  }

  @Test
  void onlyTheMostPromisingPartnersAreTried() {
    // Eight elements share two rare parts but are long; the ninth shares one and is similar.
    long[][] candidate = new long[9][];
    for (int j = 0; j < 8; j++) {
      candidate[j] = new long[] {1, 2, 100 + j, 200 + j, 300 + j, 400 + j};
    }
    candidate[8] = new long[] {3, 500};
    long[][] control = {{1, 2, 3}};

    assertThat(pairs(control, candidate)).isEmpty();
    assertThat(pairs(control, Arrays.copyOfRange(candidate, 1, 9))).isEmpty();
    assertThat(pairs(new long[][] {{3, 4}}, candidate)).containsExactly("0-8");
  }

  @Test
  void partsAreComparedInOrderOfTheirHashes() {
    assertThat(pairs(elements("axyz"), elements("bxyz"))).containsExactly("0-0");
    assertThat(pairs(elements("bxyz"), elements("axyz"))).containsExactly("0-0");
    assertThat(pairs(elements("abyz"), elements("ywxz"))).containsExactly("0-0");
  }

  @Test
  void nearerOfTwoControlsGetsTheCandidate() {
    assertThat(pairs(elements("abcd", "abce"), elements("vwxy", "abcf"))).containsExactly("1-1");
  }

  @Test
  void nearestOfManyEqualCandidatesAreTried() {
    long[][] control = new long[16][];
    for (int i = 0; i < 15; i++) {
      control[i] = new long[] {7_000 + i, 8_000 + i};
    }
    control[15] = new long[] {1, 2};
    long[][] candidate =
        IntStream.range(0, 20).mapToObj(j -> new long[] {1, 1_000 + j}).toArray(long[][]::new);

    assertThat(pairs(control, candidate)).containsExactly("15-15");
  }

  @Test
  void shareCountsAndNotTheNumberOfParts() {
    assertThat(pairs(elements("abcdefgh", "abcx"), elements("abcd"))).containsExactly("1-0");
  }
}
