package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Containers of random contents: colliding keys, keys that are copies, and tight limits. */
class ContainerPropertyTest {
  /** A mutable key with few hash codes. */
  static final class Key implements Comparable<Key> {
    int number;

    Key(int number) {
      this.number = number;
    }

    @Override
    public int hashCode() {
      return number % 5;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key && ((Key) other).number == number;
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(number, other.number);
    }
  }

  private static List<Integer> numbers(Iterable<Key> keys) {
    List<Integer> numbers = new ArrayList<>();
    keys.forEach(key -> numbers.add(key.number));
    return numbers;
  }

  @Property(tries = 200)
  void mapsWithMutableKeysKeepTheirEntries(
      @ForAll @Size(max = 60) List<@IntRange(max = 200) Integer> keys) throws Uncapturable {
    for (Map<Key, Object> live :
        Arrays.<Map<Key, Object>>asList(
            new HashMap<>(), new LinkedHashMap<>(), new TreeMap<>(), new ConcurrentHashMap<>())) {
      keys.forEach(key -> live.put(new Key(key), new Date(key)));
      Map<Key, Object> copy = Copies.of(live);
      assertThat(copy).isEqualTo(live);
      for (Key key : copy.keySet()) {
        assertThat(copy).as("hashed with its contents").containsKey(key);
      }
      copy.keySet().forEach(key -> key.number = -1);
      assertThat(live.keySet()).doesNotContain(new Key(-1));
    }
  }

  @Property(tries = 200)
  void orderedMapsKeepTheirOrder(@ForAll @Size(max = 60) List<@IntRange(max = 200) Integer> keys)
      throws Uncapturable {
    Map<Key, Object> linked = new LinkedHashMap<>();
    keys.forEach(key -> linked.put(new Key(key), key));
    assertThat(numbers(Copies.of(linked).keySet())).isEqualTo(numbers(linked.keySet()));
    Map<Key, Object> sorted = new TreeMap<>(linked);
    assertThat(numbers(Copies.of(sorted).keySet())).isEqualTo(numbers(sorted.keySet()));
  }

  /** Immutable keys keep the order of hash tables as well, whatever was removed before. */
  @Property(tries = 200)
  void hashTablesOfImmutableKeysKeepTheirOrder(
      @ForAll @Size(max = 100) List<@IntRange(min = -50, max = 50) Integer> changes)
      throws Uncapturable {
    Set<String> set = new HashSet<>();
    Map<String, Integer> concurrent = new ConcurrentHashMap<>();
    for (int change : changes) {
      String key = "key " + Math.abs(change);
      if (change < 0) {
        concurrent.remove(key);
      } else {
        set.add(key);
        concurrent.put(key, change);
      }
    }
    assertThat(new ArrayList<>(Copies.of(set))).isEqualTo(new ArrayList<>(set));
    assertThat(new ArrayList<>(Copies.of(concurrent).keySet()))
        .isEqualTo(new ArrayList<>(concurrent.keySet()));
  }

  /** Whatever the limits are, a copy is complete or refused, and never partial. */
  @Property(tries = 200)
  void copyIsCompleteOrRefused(
      @ForAll @IntRange(min = 1, max = 400) int nodes,
      @ForAll @IntRange(min = 1, max = 40_000) int bytes,
      @ForAll @IntRange(max = 200) int size,
      @ForAll long seed) {
    Object live = Graph.of(seed, size);
    Meter meter = new Meter(new Bounds(nodes, bytes, 60_000_000_000L));
    Object[] result = new Object[1];
    Throwable thrown =
        catchThrowable(
            () ->
                result[0] =
                    Objects.requireNonNull(new Copier().copy(new Object[] {live}, meter)[0]));
    if (thrown == null) {
      Twins.check(live, result[0]);
      assertThat(meter.nodes()).isLessThanOrEqualTo(nodes);
      assertThat(meter.bytes()).isLessThanOrEqualTo(bytes);
    } else {
      assertThat(thrown)
          .isInstanceOf(Uncapturable.class)
          .satisfies(
              t ->
                  assertThat(((Uncapturable) t).reason())
                      .matches("more than \\d+ (nodes?|bytes?)"));
    }
  }
}
