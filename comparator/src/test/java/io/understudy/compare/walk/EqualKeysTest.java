package io.understudy.compare.walk;

import static io.understudy.compare.walk.ComparisonFixture.plainly;
import static io.understudy.compare.walk.SampleTypes.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Colour;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Maps with several equal keys are compared as multisets of entries. */
class EqualKeysTest {
  private static Map<@Nullable Object, @Nullable Object> entries(
      @Nullable Object... keysAndValues) {
    return put(new LinkedHashMap<>(), keysAndValues);
  }

  private static Map<@Nullable Object, @Nullable Object> put(
      Map<@Nullable Object, @Nullable Object> map, @Nullable Object... keysAndValues) {
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static Box key() {
    return new Box("k");
  }

  private static List<String> exactly(Object control, Object candidate) {
    return ComparisonFixture.under(Rules.builder().mode(ComparisonMode.EXACT))
        .differences(control, candidate);
  }

  @Test
  void keysWithoutEquals() {
    assertThat(plainly(entries(key(), 1, key(), 2), entries(key(), 2, key(), 1))).isEmpty();
    assertThat(plainly(entries(key(), 1, key(), 2), entries(key(), 2, key(), 3)))
        .containsExactly("/io.understudy.compare.walk.SampleTypes$Box VALUE: 1 / 3");
    assertThat(plainly(entries(key(), 1, key(), 2), entries(key(), 2)))
        .containsExactly("/io.understudy.compare.walk.SampleTypes$Box MISSING: 1 / null");
    assertThat(plainly(entries(key(), 1, key(), 1), entries(key(), 1, key(), 2))).hasSize(1);
  }

  @Test
  void arraysAndCollectionsAsKeys() {
    byte[] bytes = {1};
    assertThat(
            plainly(
                entries(bytes, 1, bytes.clone(), 2), entries(bytes.clone(), 2, bytes.clone(), 1)))
        .isEmpty();
    assertThat(
            plainly(
                entries(list(key()), 1, list(key()), 2), entries(list(key()), 2, list(key()), 1)))
        .isEmpty();
    assertThat(plainly(entries(null, 1, "a", 2), entries("a", 2, null, 1))).isEmpty();
    assertThat(plainly(entries(null, 1, "a", 2), entries("a", 1, null, 2))).hasSize(2);
  }

  @Test
  void equalNumbersOfSeveralClasses() {
    assertThat(plainly(entries(0.0, "a", (byte) 0, "b"), entries((byte) 0, "b", 0.0, "a")))
        .isEmpty();
    assertThat(exactly(entries(0.0, "a", (byte) 0, "b"), entries((byte) 0, "b", 0.0, "a")))
        .isEmpty();
    assertThat(plainly(entries(0f, "a", (short) 0, "b"), entries((short) 0, "b", 0f, "a")))
        .isEmpty();
    assertThat(plainly(entries(0.0, "a", -0.0, "b"), entries(-0.0, "b", 0.0, "a"))).isEmpty();
    BigDecimal one = new BigDecimal("1.0");
    assertThat(
            plainly(
                entries(one, "a", new BigDecimal("1.00"), "b"),
                entries(new BigDecimal("1.00"), "b", one, "a")))
        .isEmpty();
    // Other classes on each side: any key may be the partner.
    assertThat(plainly(entries(0f, "a", (short) 0, "b"), entries(0L, "b", 0, "a"))).isEmpty();
  }

  @Test
  void keysOfTheSameClassArePartners() {
    assertThat(plainly(entries(1, "a", 1L, "b"), entries(1L, "b", 1, "a"))).isEmpty();
    assertThat(plainly(entries(1, "a", 1L, "b"), entries(1L, "a", 1, "b"))).hasSize(2);
    assertThat(plainly(entries(0.0, "a", (byte) 0, "b"), entries(0.0, "b", (byte) 0, "a")))
        .hasSize(2);
  }

  @Test
  void enumsAndTheirNames() {
    assertThat(plainly(entries(Colour.RED, 1, "RED", 2), entries("RED", 2, Colour.RED, 1)))
        .isEmpty();
    assertThat(plainly(entries(Colour.RED, 1, "RED", 2), entries("RED", 1, Colour.RED, 2)))
        .hasSize(2);
  }

  @Test
  void identityMaps() {
    assertThat(plainly(identities("a", 1, "a", 2), identities("a", 2, "a", 1))).isEmpty();
    assertThat(plainly(identities("a", 1, "a", 2), identities("a", 2, "a", 3)))
        .containsExactly("/a VALUE: 1 / 3");
  }

  @SuppressWarnings("StringOperationCanBeSimplified")
  private static Map<Object, Object> identities(
      String first, Object value, String second, Object other) {
    return put(new IdentityHashMap<>(), new String(first), value, new String(second), other);
  }

  @Test
  void manyKeysThatDifferAtADeepLevel() {
    Map<Object, Object> control = new LinkedHashMap<>();
    Map<Object, Object> candidate = new LinkedHashMap<>();
    for (int i = 0; i < 2_000; i++) {
      control.put(deep(i), i);
      candidate.put(deep(1_999 - i), 1_999 - i);
    }

    assertThat(plainly(control, candidate)).isEmpty();
    candidate.put(deep(-1), -1);
    assertThat(plainly(control, candidate)).hasSize(1);
  }

  static Object deep(int value) {
    Object deep = value;
    for (int i = 0; i < 12; i++) {
      deep = new Box(deep);
    }
    return deep;
  }

  @Property(tries = 500)
  void mapsAreMultisetsOfEntries(
      @ForAll @Size(max = 5) List<@IntRange(max = 5) Integer> mine,
      @ForAll @Size(max = 5) List<@IntRange(max = 5) Integer> theirs) {
    List<Integer> sorted = new ArrayList<>(mine);
    List<Integer> others = new ArrayList<>(theirs);
    Collections.sort(sorted);
    Collections.sort(others);

    assertThat(plainly(map(mine), map(theirs)).isEmpty()).isEqualTo(sorted.equals(others));
  }

  /** A map with an entry for each number: its key from the half, its value from the rest. */
  private static Map<Object, Object> map(List<Integer> numbers) {
    Map<Object, Object> map = new IdentityHashMap<>();
    for (int number : numbers) {
      map.put(new Box(Arrays.asList(number / 2)), number % 2);
    }
    return map;
  }
}
