package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Colour;
import io.understudy.compare.walk.SampleTypes.LegacyLine;
import io.understudy.compare.walk.SampleTypes.Line;
import io.understudy.compare.walk.SampleTypes.Link;
import io.understudy.compare.walk.SampleTypes.NewColour;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Cases in which other comparators fail with near-default settings: they miss a difference, or
 * report one where there is none. Each row names the comparator.
 */
class HiddenFieldsTest {
  private static final Differ PLAIN = Differ.with(Rules.none());
  private static final Differ UNORDERED =
      Differ.with(Rules.builder().unordered(parse("/**")).build());

  private final List<DynamicTest> rows = new ArrayList<>();

  private void same(String trap, @Nullable Object control, @Nullable Object candidate) {
    row(PLAIN, true, trap, control, candidate);
  }

  private void differ(String trap, @Nullable Object control, @Nullable Object candidate) {
    row(PLAIN, false, trap, control, candidate);
  }

  private void row(
      Differ differ,
      boolean same,
      String trap,
      @Nullable Object control,
      @Nullable Object candidate) {
    rows.add(
        DynamicTest.dynamicTest(
            trap,
            () -> {
              assertThat(differ.compare(control, candidate).isEqual()).isEqualTo(same);
              assertThat(differ.compare(candidate, control).isEqual()).isEqualTo(same);
            }));
  }

  @TestFactory
  Stream<DynamicTest> passedThoughTheyDiffer() {
    row(
        UNORDERED,
        false,
        "AssertJ, JaVers: [a,b] is [a,a] unordered",
        list("a", "b"),
        list("a", "a"));
    row(
        UNORDERED,
        false,
        "AssertJ: [[a],[b]] is [[a],[a]] unordered",
        list(list("a"), list("b")),
        list(list("a"), list("a")));
    differ(
        "JSONassert: 0.1000000000000000055 is 0.1",
        new BigDecimal("0.1000000000000000055"),
        new BigDecimal("0.1"));
    differ("JSONassert: 2^53+1 is 2^53", (1L << 53) + 1, 1L << 53);
    differ("JSONassert: 2^53+1 is the double 2^53", (1L << 53) + 1, (double) (1L << 53));
    differ("Diffy: 2^64 is 0", BigInteger.ONE.shiftLeft(64), 0L);
    differ("Diffy: 2^64+5 is 5", BigInteger.ONE.shiftLeft(64).add(BigInteger.valueOf(5)), 5);
    differ("AssertJ: what the candidate lacks", map("a", 1, "b", 2), map("a", 1));
    differ("JsonUnit, JSONassert, Jackson: class without getters", new Box("x"), new Box("y"));
    differ(
        "lang3: different classes have no differences",
        new Line("a", "1", 1),
        new LegacyLine("b", "1", 1));
    differ("java-object-diff: another order", list(1, 2), list(2, 1));
    differ("java-object-diff: duplicates", list(1, 1, 2), list(1, 2, 2));
    differ("java-object-diff: content of an Optional", Optional.of(1), Optional.of(2));
    differ("java-object-diff: null for absent", map("a", null), map());
    differ(
        "Scientist4J: control threw, candidate returned",
        Outcome.threw(ThrownException.of(new RuntimeException())),
        Outcome.returned(null));
    differ("Diffy: text 1 for number 1", "1", 1);
    return rows.stream();
  }

  @TestFactory
  Stream<DynamicTest> reportedThoughTheyAreTheSame() {
    same("JaVers, lang3, JsonUnit: 1.0 and 1.00", new BigDecimal("1.0"), new BigDecimal("1.00"));
    same("JsonNode.equals, JaVers, AssertJ: 1 and 1L", 1, 1L);
    same("JsonNode.equals, zjsonpatch: 1 and 1.0", 1, 1.0);
    same("AssertJ, JsonUnit: NaN", Double.NaN, Double.NaN);
    same("JaVers, lang3, java-object-diff: -0.0", 0.0, -0.0);
    same("every JSON approach: Date and Instant", Date.from(Instant.EPOCH), Instant.EPOCH);
    same(
        "every JSON approach: Instant and ZonedDateTime",
        Instant.EPOCH,
        Instant.EPOCH.atZone(ZoneOffset.ofHours(1)));
    same("every JSON approach, AssertJ: order of a set", set(1, 2), set(2, 1));
    same("all but lang3: sets of beans without equals", set(new Box(1)), set(new Box(1)));
    same(
        "object libraries: keys 1 and 1L",
        Collections.singletonMap(1, "a"),
        Collections.singletonMap(1L, "a"));
    same("object libraries: enums of two classes", Colour.RED, NewColour.RED);
    same("object libraries: enum and text", Colour.RED, "RED");
    same(
        "object libraries: bean and its replacement",
        new LegacyLine("a", "1", 1),
        new Line("a", "1.0", 1));
    same("object libraries: Optional and null", Optional.empty(), null);
    same("JaVers, zjsonpatch, java-object-diff: byte[]", new byte[] {1, 2}, new byte[] {1, 2});
    same("JaVers, lang3: int[] and list", new int[] {1, 2}, list(1, 2));
    same("object libraries: AtomicInteger", new AtomicInteger(1), new AtomicInteger(1));
    same("Jackson approaches: cycles", ring("a", "b"), ring("a", "b"));
    same("lang3: java.time behind modules", new Box(LocalDate.MAX), new Box(LocalDate.MAX));
    return rows.stream();
  }

  private static Set<Object> set(Object... elements) {
    return new LinkedHashSet<>(Arrays.asList(elements));
  }

  private static Link ring(Object... values) {
    Link last = new Link(values[values.length - 1], null);
    Link first = last;
    for (int i = values.length - 2; i >= 0; i--) {
      first = new Link(values[i], first);
    }
    last.next = first;
    return first;
  }

  /** Jackson loses the whole comparison to one getter that throws. */
  @Test
  void onePartThatThrowsIsOneDifference() {
    Map<String, Object> control = map("a", 1, "lazy", new Detached(), "z", 2);
    Map<String, Object> candidate = map("a", 1, "lazy", new Detached(), "z", 3);

    assertThat(PLAIN.compare(control, candidate).differences())
        .extracting(DifferenceLines::of)
        .hasSize(2)
        .contains("/z VALUE: 2 / 3");
  }

  private static final class Detached extends AbstractList<Object> {
    @Override
    public Object get(int index) {
      throw new IllegalStateException("no session");
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** AssertJ takes 18 s for these, JsonUnit 1.3 s; here a trial for each pair would be counted. */
  @Test
  void thousandUnorderedObjectsNeedNoTrials() {
    List<Object> control = beans(1_000, -1);
    List<Object> candidate = beans(1_000, 500);
    Collections.shuffle(candidate, new Random(7));

    Comparison comparison = UNORDERED.compare(control, candidate);

    assertThat(comparison.differences())
        .extracting(DifferenceLines::of)
        .containsExactly("/500/price VALUE: 500.5 / -1");
    assertThat(UNORDERED.compare(control, beans(1_000, -1)).isEqual()).isTrue();
  }

  private static List<Object> beans(int count, int changed) {
    return IntStream.range(0, count)
        .mapToObj(i -> new LegacyLine("sku" + i, i == changed ? "-1" : i + ".5", i))
        .collect(toList());
  }

  /** A map's own comparator must not decide which keys are equal. */
  @Test
  void mapThatFoldsCaseIsComparedByItsKeys() {
    Map<String, Object> control = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    control.put("A", 1);

    assertThat(PLAIN.compare(control, map("a", 1)).count()).isEqualTo(2);
  }
}
