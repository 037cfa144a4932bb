package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.Difference;
import io.understudy.compare.rule.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * The reported differences, applied to the control, give the candidate: none is lost or invented.
 */
class PatchPropertiesTest {
  private static final Differ EXACT =
      Differ.with(Rules.builder().mode(ComparisonMode.EXACT).build());
  private static final Differ PLAIN = Differ.with(Rules.none());

  private static void check(@Nullable Object control, @Nullable Object candidate) {
    for (Differ differ : new Differ[] {PLAIN, EXACT}) {
      Comparison comparison = differ.compare(control, candidate);
      Assume.that(comparison.count() == comparison.differences().size());

      List<Difference> all = comparison.differences();
      assertThat(Patches.applied(control, all)).isEqualTo(candidate);
      for (Difference one : all) {
        List<Difference> others = new ArrayList<>(all);
        others.remove(one);
        assertThat(gives(control, others, candidate)).as("without %s", one).isFalse();
      }
    }
  }

  /** Some sets of differences cannot be applied at all. */
  private static boolean gives(
      @Nullable Object control, List<Difference> differences, @Nullable Object candidate) {
    try {
      return Objects.equals(Patches.applied(control, differences), candidate);
    } catch (AssertionError | IndexOutOfBoundsException senseless) {
      return false;
    }
  }

  @Provide
  Arbitrary<List<Integer>> fewNumbers() {
    return Arbitraries.integers().between(0, 5).list().ofMaxSize(8);
  }

  @Property(tries = 3000)
  void numbersWithManyDuplicates(
      @ForAll("fewNumbers") List<Integer> a, @ForAll("fewNumbers") List<Integer> b) {
    check(a, b);
  }

  @Provide
  Arbitrary<Object> trees() {
    Arbitrary<Object> leaves = Arbitraries.of("a", "b", "c", 1, 2);
    return Arbitraries.recursive(
        () -> leaves.injectNull(0.1),
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map(list -> (Object) list),
                Arbitraries.maps(Arbitraries.of("x", "y", "z"), inner).ofMaxSize(3).map(m -> m)),
        1,
        3);
  }

  @Property(tries = 2000)
  void trees(@ForAll("trees") @Nullable Object a, @ForAll("trees") @Nullable Object b) {
    check(a, b);
  }

  @Property(tries = 1500)
  void editedRows(@ForAll Random random) {
    List<Object> control = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(20); i++) {
      control.add(row(random.nextInt(12), "v" + random.nextInt(3), random.nextInt(4)));
    }
    List<Object> candidate = new ArrayList<>(control);
    for (int edits = random.nextInt(8); edits > 0; edits--) {
      edit(candidate, random);
    }
    check(control, candidate);
  }

  @Property(tries = 300)
  void shuffledRows(@ForAll Random random) {
    List<Object> control = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      control.add(row(i, "v" + i % 7, i % 4));
    }
    List<Object> candidate = new ArrayList<>(control);
    Collections.shuffle(candidate, random);
    int changed = random.nextInt(10);
    for (int i = 0; i < changed; i++) {
      int at = random.nextInt(30);
      candidate.set(at, changed(candidate.get(at), random));
    }

    assertThat(PLAIN.compare(control, candidate).count()).isLessThanOrEqualTo(1 + 2L * changed);
    check(control, candidate);
  }

  private static Map<String, Object> row(int id, String text, int number) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id);
    row.put("text", text);
    row.put("number", number);
    return row;
  }

  private static Object changed(Object row, Random random) {
    Map<Object, Object> changed = new LinkedHashMap<>((Map<?, ?>) row);
    changed.put("text", "new" + random.nextInt(100));
    return changed;
  }

  private static void edit(List<Object> list, Random random) {
    int at = random.nextInt(list.size() + 1);
    int sort = list.isEmpty() ? 0 : random.nextInt(5);
    int there = Math.min(at, list.size() - 1);
    switch (sort) {
      case 0:
        list.add(at, row(100 + random.nextInt(5), "n", 1));
        break;
      case 1:
        list.remove(there);
        break;
      case 2:
        list.set(there, changed(list.get(there), random));
        break;
      case 3:
        Object moved = list.remove(there);
        list.add(random.nextInt(list.size() + 1), moved);
        break;
      default:
        list.add(at, list.get(there));
    }
  }
}
