package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

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
    Object hasty = Copies.hasty(live);
    Graph.scramble(live);
    Twins.check(Graph.of(seed, size), copy);
    Twins.check(Graph.of(seed, size), hasty);
  }

  @Property(tries = 300)
  void frozenStaysWhenTheOriginalChanges(@ForAll long seed, @ForAll @IntRange(max = 200) int size)
      throws Uncapturable {
    Object live = Graph.of(seed, size);
    Object frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));
    Graph.scramble(live);
    Same.assertSame(Freezer.freeze(Graph.of(seed, size), new Meter(Bounds.DEFAULT)), frozen);
  }

  @Property(tries = 100)
  void copyComparesEqualToWhatWasFrozen(@ForAll long seed, @ForAll @IntRange(max = 100) int size)
      throws Uncapturable {
    Object live = Graph.of(seed, size);
    Object frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));
    assertThat(Differ.with(Rules.none()).compare(frozen, Copies.of(live)).differences()).isEmpty();
  }
}
