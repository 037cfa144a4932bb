package io.understudy.compare.refine;

import static io.understudy.compare.refine.ColoringFixture.NO_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.refine.ColoringFixture.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Two nodes of random graphs have the same colour exactly when they are bisimilar. */
class ColoringPropertiesTest {
  /** A graph: for each node its value, and links as kind and target. */
  @Provide
  Arbitrary<List<List<Integer>>> graphs() {
    Arbitrary<Integer> small = Arbitraries.integers().between(0, 23);
    return small.list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(5);
  }

  private static List<Node> nodes(List<List<Integer>> from) {
    List<Node> nodes = new ArrayList<>();
    for (List<Integer> each : from) {
      nodes.add(new Node(each.get(0) % 6 == 0 ? 1 : 0));
    }
    for (int i = 0; i < from.size(); i++) {
      Node node = nodes.get(i);
      for (int link : from.get(i).subList(1, from.get(i).size())) {
        Node target = nodes.get(link / 4 % nodes.size());
        switch (link % 4) {
          case 0:
            node.set.add(target);
            break;
          case 1:
            node.list.add(target);
            break;
          case 2:
            node.map.put(target, link % 3 == 0 ? target : 0);
            break;
          default:
            node.next = target;
        }
      }
    }
    return nodes;
  }

  @Property(tries = 2_000)
  void coloursAreTheGreatestBisimulation(
      @ForAll("graphs") List<List<Integer>> first, @ForAll("graphs") List<List<Integer>> second) {
    List<Node> mine = nodes(first);
    List<Node> theirs = nodes(second);
    Coloring coloring =
        new Coloring(ComparisonMode.VALUE, false, new StepBudget(1_000_000), NO_KEYS);
    coloring.add(mine.toArray(), null, false);
    coloring.add(theirs.toArray(), null, true);
    assertThat(coloring.complete(10_000)).isTrue();
    boolean[][] equal = greatestBisimulation(mine, theirs);

    for (int i = 0; i < mine.size(); i++) {
      for (int j = 0; j < theirs.size(); j++) {
        assertThat(coloring.of(mine.get(i), null, false) == coloring.of(theirs.get(j), null, true))
            .isEqualTo(equal[i][j]);
      }
    }
  }

  /** Starts with all pairs, and removes pairs with unequal parts until nothing changes. */
  private static boolean[][] greatestBisimulation(List<Node> mine, List<Node> theirs) {
    boolean[][] equal = new boolean[mine.size()][theirs.size()];
    for (boolean[] row : equal) {
      Arrays.fill(row, true);
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 0; i < mine.size(); i++) {
        for (int j = 0; j < theirs.size(); j++) {
          Equality below =
              (a, b) ->
                  a instanceof Node && b instanceof Node
                      ? equal[mine.indexOf(a)][theirs.indexOf(b)]
                      : String.valueOf(a).equals(String.valueOf(b));
          if (equal[i][j] && !haveEqualParts(mine.get(i), theirs.get(j), below)) {
            equal[i][j] = false;
            changed = true;
          }
        }
      }
    }
    return equal;
  }

  private interface Equality {
    boolean of(@Nullable Object a, @Nullable Object b);
  }

  private static boolean haveEqualParts(Node a, Node b, Equality below) {
    boolean same =
        below.of(a.value, b.value)
            && below.of(a.next, b.next)
            && a.list.size() == b.list.size()
            && a.set.size() == b.set.size()
            && a.map.size() == b.map.size();
    for (int i = 0; same && i < a.list.size(); i++) {
      same = below.of(a.list.get(i), b.list.get(i));
    }
    return same
        && isPermutation(new ArrayList<>(a.set), new ArrayList<>(b.set), below)
        && isPermutation(
            new ArrayList<>(a.map.entrySet()),
            new ArrayList<>(b.map.entrySet()),
            (x, y) -> {
              Map.Entry<?, ?> e = (Map.Entry<?, ?>) x;
              Map.Entry<?, ?> f = (Map.Entry<?, ?>) y;
              return e != null
                  && f != null
                  && below.of(e.getKey(), f.getKey())
                  && below.of(e.getValue(), f.getValue());
            });
  }

  private static boolean isPermutation(List<?> a, List<?> b, Equality equality) {
    if (a.isEmpty()) {
      return b.isEmpty();
    }
    for (int j = 0; j < b.size(); j++) {
      List<Object> rest = new ArrayList<>(b);
      rest.remove(j);
      if (equality.of(a.get(0), b.get(j))
          && isPermutation(a.subList(1, a.size()), rest, equality)) {
        return true;
      }
    }
    return false;
  }
}
