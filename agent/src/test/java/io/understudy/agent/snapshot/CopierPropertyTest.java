package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Differ;
import io.understudy.compare.Rules;
import io.understudy.value.Bounds;
import io.understudy.value.Freezer;
import io.understudy.value.Frozen;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.IdentityHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class CopierPropertyTest {
  @Property(tries = 300)
  void copyIsTheTwinOfItsOriginal(@ForAll long seed, @ForAll @IntRange(max = 400) int size)
      throws Uncapturable {
    Copies.twin(Graph.of(seed, size));
  }

  @Property(tries = 300)
  void copyStaysWhenTheOriginalChanges(@ForAll long seed, @ForAll @IntRange(max = 200) int size)
      throws Uncapturable {
    Object live = Graph.of(seed, size);
    Object copy = Copies.of(live);
    Graph.scramble(live);
    Twins.check(Graph.of(seed, size), copy);
  }

  @Property(tries = 300)
  void frozenStaysWhenTheOriginalChanges(@ForAll long seed, @ForAll @IntRange(max = 200) int size)
      throws Uncapturable {
    Object live = Graph.of(seed, size);
    Object frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));
    Graph.scramble(live);
    assertSame(Freezer.freeze(Graph.of(seed, size), new Meter(Bounds.DEFAULT)), frozen);
  }

  @Property(tries = 100)
  void copyComparesEqualToWhatWasFrozen(@ForAll long seed, @ForAll @IntRange(max = 100) int size)
      throws Uncapturable {
    Object live = Graph.of(seed, size);
    Object frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));
    assertThat(Differ.with(Rules.none()).compare(frozen, Copies.of(live)).differences()).isEmpty();
  }

  private static void assertSame(@Nullable Object expected, @Nullable Object actual) {
    Map<Object, Object> seen = new IdentityHashMap<>();
    assertSame(expected, actual, seen);
  }

  private static void assertSame(
      @Nullable Object expected, @Nullable Object actual, Map<Object, Object> seen) {
    if (!(expected instanceof Frozen) || !(actual instanceof Frozen)) {
      assertThat(String.valueOf(actual)).isEqualTo(String.valueOf(expected));
      return;
    }
    Object known = seen.put(expected, actual);
    if (known != null) {
      assertThat(actual).isSameAs(known);
      return;
    }
    Frozen a = (Frozen) expected;
    Frozen b = (Frozen) actual;
    assertThat(b.shape()).isSameAs(a.shape());
    assertThat(b.size()).isEqualTo(a.size());
    for (int i = 0; i < a.size(); i++) {
      assertSame(a.part(i), b.part(i), seen);
      if (a.kind() == Kind.MAP) {
        assertSame(a.key(i), b.key(i), seen);
      }
    }
  }
}
