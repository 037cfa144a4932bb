package io.understudy.compare.walk;

import static io.understudy.compare.walk.ComparisonFixture.plainly;
import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.LegacyLine;
import io.understudy.compare.walk.SampleTypes.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists with several changes at once. */
class ListRealignmentTest {
  private static final String LIST = "java.util.ArrayList";
  private static final String LINE = "io.understudy.compare.walk.SampleTypes$Line";

  private static List<Object> lines(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> new Line("sku" + i, i + ".5", i))
        .collect(toList());
  }

  private static String explained(@Nullable Object control, @Nullable Object candidate) {
    return Differ.with(Rules.none()).compare(control, candidate).differences().stream()
        .map(d -> d.path() + " " + d.kind() + " " + d.explanations())
        .collect(joining("; "));
  }

  @Test
  void shuffledAndChanged() {
    List<Object> control = lines(0, 50);
    List<Object> candidate = lines(0, 50);
    candidate.set(7, new Line("sku7", "7.6", 7));
    candidate.set(30, new Line("sku30", "30.5", 31));
    Collections.shuffle(candidate, new Random(2));

    assertThat(plainly(control, candidate))
        .containsExactly(
            "(root) ORDER: " + LIST + " / " + LIST,
            "/7/price VALUE: 7.5 / 7.6",
            "/30/quantity VALUE: 30 / 31");
  }

  @Test
  void movedRemovedAndAdded() {
    List<Object> control = lines(0, 20);
    List<Object> candidate = lines(0, 20);
    candidate.add(0, candidate.remove(15));
    candidate.remove(11);
    candidate.add(new Line("new", "1", 100));

    assertThat(plainly(control, candidate))
        .containsExactly(
            "(root) ORDER: " + LIST + " / " + LIST,
            "/10 MISSING: " + LINE + " / null",
            "/19 EXTRA: null / " + LINE);
  }

  @Test
  void movedAndChangedElement() {
    List<Object> control = lines(0, 10);
    List<Object> candidate = lines(0, 10);
    candidate.remove(8);
    candidate.add(1, new Line("sku8", "9.5", 8));

    assertThat(plainly(control, candidate))
        .containsExactly("(root) ORDER: " + LIST + " / " + LIST, "/8/price VALUE: 8.5 / 9.5");
  }

  @Test
  void everyElementChangedAndOneInserted() {
    List<Object> control = lines(0, 40);
    List<Object> candidate =
        IntStream.range(0, 40).mapToObj(i -> new Line("sku" + i, i + ".6", i)).collect(toList());
    candidate.add(0, new Line("new", "0", 77));

    Comparison comparison = Differ.with(Rules.none()).compare(control, candidate);

    assertThat(comparison.count()).isEqualTo(41);
    assertThat(comparison.differences().get(0).toString()).startsWith("/0 EXTRA");
    assertThat(comparison.differences().get(1).toString()).startsWith("/0/price VALUE: 0.5 / 0.6");
    assertThat(comparison.differences().get(40).toString()).startsWith("/39/price VALUE");
  }

  @Test
  void rowsAsMapsAndAsLists() {
    assertThat(
            plainly(
                list(map("id", 1, "v", "a"), map("id", 2, "v", "b"), map("id", 3, "v", "c")),
                list(map("id", 3, "v", "x"), map("id", 1, "v", "a"), map("id", 2, "v", "b"))))
        .hasSize(2)
        .contains("/2/v VALUE: c / x");
    assertThat(
            plainly(
                list(list(1, "a", "p"), list(2, "b", "q"), list(3, "c", "r")),
                list(list(9, "n", "n"), list(1, "a", "p"), list(2, "b", "z"), list(3, "c", "r"))))
        .hasSize(2)
        .contains("/1/2 VALUE: q / z");
  }

  @Test
  void swappedValuesAreLeftInTheirPlaces() {
    assertThat(plainly(list(1, 2, 3), list(3, 2, 4)))
        .containsExactly("/0 VALUE: 1 / 3", "/2 VALUE: 3 / 4");
  }

  @Test
  void renamedAndToleratedPartsCountAsEqual() {
    ComparisonFixture rules =
        ComparisonFixture.under(
            Rules.builder()
                .rename(parse("/*/sku"), parse("/*/article"))
                .tolerateAbsolute(parse("/*/price"), new BigDecimal("0.01")));

    assertThat(
            rules.differences(
                list(line("a", "1.00", 1), line("b", "2.00", 2), line("c", "3.00", 3)),
                list(article("c", "3.01", 3), article("a", "1.01", 5), article("b", "2.00", 2))))
        .hasSize(2)
        .contains("/0/quantity VALUE: 1 / 5");
  }

  private static Object line(String sku, String price, int quantity) {
    return map("sku", sku, "price", new BigDecimal(price), "quantity", quantity);
  }

  private static Object article(String sku, String price, int quantity) {
    return map("article", sku, "price", new BigDecimal(price), "quantity", quantity);
  }

  private static final ComparisonFixture NEAR =
      ComparisonFixture.under(
          Rules.builder().tolerateAbsolute(parse("/**"), new BigDecimal("0.01")));

  @Test
  void toleratedNumbersAreAlignedToo() {
    assertThat(NEAR.differences(list(1.0, 2.0, 3.0, 4.0), list(9.0, 1.001, 2.0, 3.001, 4.0)))
        .containsExactly("/0 EXTRA: null / 9.0");
    assertThat(NEAR.differences(list(1.0, 2.0, 3.0), list(2.001, 3.001)))
        .containsExactly("/0 MISSING: 1.0 / null");
    assertThat(NEAR.differences(list(1.0, 2.0, 3.0), list(3.001, 1.001, 2.001))).hasSize(1);
    assertThat(NEAR.differences(list(1.0, 2.0), list(1.5, 2.5)))
        .containsExactly("/0 VALUE: 1.0 / 1.5", "/1 VALUE: 2.0 / 2.5");
  }

  @Test
  void linesWithToleratedPricesAreAlignedToo() {
    List<Object> candidate =
        IntStream.range(1, 90)
            .mapToObj(i -> new Line("sku" + i, i + (i == 50 ? ".7" : ".501"), i))
            .collect(toList());

    assertThat(NEAR.differences(lines(0, 90), candidate))
        .containsExactly("/0 MISSING: " + LINE + " / null", "/50/price VALUE: 50.5 / 50.7");
  }

  @Test
  void numbersWithTheirNeighboursBelowZero() {
    assertThat(plainly(list(0, 1, 2), list(-1, 0, 1, 2))).containsExactly("/0 EXTRA: null / -1");
    assertThat(plainly(list(5L, 7L), list(-6L, 5L, 7L))).containsExactly("/0 EXTRA: null / -6");
  }

  @Test
  void duplicates() {
    assertThat(explained(list("a", "b", "c"), list("a", "b", "b", "c")))
        .isEqualTo("/2 EXTRA [duplicate]");
    assertThat(explained(list("a", "a", "b"), list("a", "b"))).isEqualTo("/1 MISSING [duplicate]");
    assertThat(explained(list("a", "b"), list("a", "x", "b"))).isEqualTo("/1 EXTRA []");
  }

  @Test
  void cutLists() {
    List<Object> control = lines(0, 12);

    assertThat(explained(control, lines(0, 10)))
        .isEqualTo(
            "/10 MISSING [cut list at 10, cut list]; /11 MISSING [cut list at 10, cut list]");
    assertThat(explained(lines(0, 11), control)).isEqualTo("/11 EXTRA [cut list]");
    assertThat(explained(control, lines(1, 12))).isEqualTo("/0 MISSING []");
    assertThat(explained(list(), list(1))).isEqualTo("/0 EXTRA []");
  }

  @Test
  void orders() {
    List<Object> control = list("d", "a", "c", "b");

    assertThat(explained(control, list("a", "b", "c", "d"))).endsWith("[sorted by candidate]");
    assertThat(explained(control, list("b", "c", "a", "d"))).endsWith("[reversed]");
    assertThat(explained(control, list("a", "c", "b", "d")))
        .endsWith("[one element moved, rotated]");
    assertThat(explained(control, list("b", "a", "c", "d"))).endsWith("[two elements swapped]");
    assertThat(explained(list("d", "a", "c", "b", "e"), list("a", "d", "b", "c", "e")))
        .endsWith("ORDER []");
    assertThat(explained(list(1, 2), list(2, 1))).endsWith("ORDER []");
  }

  @Test
  void blobsOfAnotherLength() {
    assertThat(plainly(new byte[] {1, 2, 3}, new byte[] {1, 2}))
        .containsExactly("(root) LENGTH: [B / [B");
    assertThat(plainly("abc".toCharArray(), "ab".toCharArray())).hasSize(1);
    assertThat(plainly(new byte[] {1, 2, 3}, list(1, 2))).containsExactly("/2 MISSING: 3 / null");
    assertThat(plainly(new int[] {1, 2, 3}, new int[] {1, 3}))
        .containsExactly("/1 MISSING: 2 / null");
    ComparisonFixture ignoring = ComparisonFixture.under(Rules.builder().ignore(parse("/2")));
    assertThat(ignoring.differences(new byte[] {1, 2, 3}, new byte[] {1, 2})).isEmpty();
  }

  @Test
  void longListsAreAlignedInWindows() {
    List<Object> control = IntStream.range(0, 200_000).mapToObj(i -> "e" + i).collect(toList());
    List<Object> candidate = new ArrayList<>(control);
    candidate.add(0, "new");
    candidate.set(50_000, "changed");
    candidate.subList(100_000, 100_010).clear();
    candidate.add("end");

    assertThat(plainly(control, candidate))
        .containsExactly(
            "/0 EXTRA: null / new",
            "/49999 VALUE: e49999 / changed",
            "/99999 MISSING: e99999 / null",
            "/100000 MISSING: e100000 / null",
            "/100001 MISSING: e100001 / null",
            "/100002 MISSING: e100002 / null",
            "/100003 MISSING: e100003 / null",
            "/100004 MISSING: e100004 / null",
            "/100005 MISSING: e100005 / null",
            "/100006 MISSING: e100006 / null",
            "/100007 MISSING: e100007 / null",
            "/100008 MISSING: e100008 / null",
            "/199991 EXTRA: null / end");
  }

  @Test
  void longListsAreReportedWithoutLoss() {
    Random random = new Random(11);
    List<Object> control = IntStream.range(0, 70_000).boxed().collect(toList());
    List<Object> candidate = new ArrayList<>(control);
    for (int i = 0; i < 20; i++) {
      candidate.remove(random.nextInt(candidate.size()));
      candidate.add(random.nextInt(candidate.size()), -1 - i);
      candidate.set(random.nextInt(candidate.size()), -100 - i);
    }

    Comparison comparison = Differ.with(Rules.none()).compare(control, candidate);

    assertThat(comparison.count()).isLessThanOrEqualTo(60);
    assertThat(Patches.applied(control, comparison.differences())).isEqualTo(candidate);
  }

  @Test
  void longListsReversed() {
    List<Object> control = lines(0, 100_000);
    List<Object> candidate = lines(0, 100_000);
    Collections.reverse(candidate);

    assertThat(plainly(control, candidate)).hasSize(1);
  }

  @Test
  void longListsWithNothingInCommon() {
    long[] control = IntStream.range(0, 150_000).mapToLong(i -> i).toArray();
    long[] candidate = Arrays.stream(control).map(i -> -1 - i).toArray();

    assertThat(Differ.with(Rules.none()).compare(control, candidate).count()).isEqualTo(150_000);
  }

  @Test
  void longListsChangedAndShifted() {
    List<Object> control = lines(0, 70_000);
    List<Object> candidate =
        IntStream.range(0, 70_000)
            .mapToObj(i -> new LegacyLine("sku" + i, i + (i % 3 == 0 ? ".5" : ".6"), i))
            .collect(toList());
    candidate.remove(100);

    Comparison comparison = Differ.with(Rules.none()).compare(control, candidate);

    // One of three is unchanged; element 100 is a changed one.
    assertThat(comparison.count()).isEqualTo(70_000 - 23_334 - 1 + 1);
  }
}
