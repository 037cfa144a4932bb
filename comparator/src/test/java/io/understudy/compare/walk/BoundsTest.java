package io.understudy.compare.walk;

import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Link;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A million differences give a bounded list and an exact count; deep graphs do not overflow. */
class BoundsTest {
  private static final int MANY = 1_000_000;
  private static final int LISTED = 64;
  private static final Differ PLAIN = Differ.with(Rules.none());

  private static void checkMany(Object control, Object candidate, long count) {
    Comparison comparison = PLAIN.compare(control, candidate);

    assertThat(comparison.count()).isEqualTo(count);
    assertThat(comparison.differences()).hasSize(LISTED);
  }

  private static List<Integer> numbers(int from) {
    return new AbstractList<Integer>() {
      @Override
      public Integer get(int index) {
        return from + index;
      }

      @Override
      public int size() {
        return MANY;
      }
    };
  }

  @Test
  void millionElementsOfLists() {
    checkMany(new ArrayList<>(numbers(0)), new ArrayList<>(numbers(MANY)), MANY);
  }

  @Test
  void millionElementsOfArrays() {
    int[] control = IntStream.range(0, MANY).toArray();
    int[] candidate = IntStream.range(MANY, 2 * MANY).toArray();

    checkMany(control, candidate, MANY);
    checkMany(control, new int[0], MANY);
  }

  @Test
  void millionElementsShiftedByHalf() {
    checkMany(numbers(0), numbers(MANY / 2), MANY);
  }

  @Test
  void millionElementsAndOneMore() {
    List<Integer> longer = new ArrayList<>(numbers(0));
    longer.add(0, -1);

    assertThat(PLAIN.compare(numbers(0), longer).differences())
        .extracting(DifferenceLines::of)
        .containsExactly("/0 EXTRA: null / -1");
  }

  @Test
  void millionElementsInAnotherOrder() {
    List<Integer> shuffled = new ArrayList<>(numbers(0));
    Collections.shuffle(shuffled, new Random(1));

    assertThat(PLAIN.compare(numbers(0), shuffled).count()).isEqualTo(1);
  }

  @Test
  void millionEntriesOfMaps() {
    Map<Integer, Integer> control = new HashMap<>();
    Map<Integer, Integer> candidate = new HashMap<>();
    for (int i = 0; i < MANY; i++) {
      control.put(i, i);
      candidate.put(i, -1 - i);
    }

    checkMany(control, candidate, MANY);
  }

  @Test
  void millionElementsOfSets() {
    Set<Integer> control = new HashSet<>(numbers(0));
    Set<Integer> candidate = new HashSet<>(numbers(MANY));

    checkMany(control, candidate, 2L * MANY);
  }

  @Test
  void manyUnorderedElements() {
    Differ unordered = Differ.with(Rules.builder().unordered(parse("")).build());
    List<Box> control =
        numbers(0).stream().limit(200_000).map(Box::new).collect(Collectors.toList());
    List<Box> candidate =
        numbers(MANY).stream().limit(200_000).map(Box::new).collect(Collectors.toList());

    Comparison comparison = unordered.compare(control, candidate);

    assertThat(comparison.count()).isEqualTo(400_000);
    assertThat(comparison.differences()).hasSize(LISTED);
  }

  @Test
  void deepGraphsOnASmallStack() throws InterruptedException {
    AtomicReference<Object> found = new AtomicReference<>();
    Thread small =
        new Thread(
            null,
            () -> {
              try {
                Comparison same = PLAIN.compare(chain("end"), chain("end"));
                Comparison other = PLAIN.compare(chain("end"), chain("END"));
                found.set(same.count() + " and " + other.count());
              } catch (Throwable overflow) {
                found.set(overflow);
              }
            },
            "small stack",
            256 * 1024);
    small.start();
    small.join();

    assertThat(found.get()).isEqualTo("0 and 1");
  }

  private static Link chain(Object end) {
    Link chain = new Link(end, null);
    for (int i = 0; i < 100_000; i++) {
      chain = new Link(i, chain);
    }
    return chain;
  }
}
