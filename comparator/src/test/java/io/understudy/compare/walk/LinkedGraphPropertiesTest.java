package io.understudy.compare.walk;

import static io.understudy.compare.walk.LinkedGraphFixture.compared;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.walk.LinkedGraphFixture.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random graphs are equal exactly when the definition of equality says so. */
class LinkedGraphPropertiesTest {
  /** For each node its name and its links. */
  @Provide
  Arbitrary<List<List<Integer>>> graphs() {
    return Arbitraries.integers()
        .between(0, 5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static List<Node> graph(List<List<Integer>> from) {
    List<Node> nodes = new ArrayList<>();
    from.forEach(each -> nodes.add(new Node(each.get(0) % 3)));
    for (int i = 0; i < from.size(); i++) {
      nodes.get(i).links = i % 2 == 0 ? new ArrayList<>() : nodes.get(i).links;
      for (int link : from.get(i).subList(1, from.get(i).size())) {
        nodes.get(i).links.add(nodes.get(link % nodes.size()));
      }
    }
    return nodes;
  }

  @Property(tries = 1_500)
  void verdictIsThatOfTheDefinition(
      @ForAll("graphs") List<List<Integer>> first, @ForAll("graphs") List<List<Integer>> second) {
    List<Node> mine = graph(first);
    List<Node> theirs = graph(second);
    RulesBuilder unordered = Rules.builder().unordered(parse("/**/links"));
    boolean same = bisimulation(mine, theirs, false, 0)[0][0];
    boolean sameUnordered = bisimulation(mine, theirs, true, 0)[0][0];
    boolean near = bisimulation(mine, theirs, true, 1)[0][0];

    assertThat(compared(Rules.builder(), mine.get(0), theirs.get(0)).isEqual()).isEqualTo(same);
    assertThat(compared(unordered, mine.get(0), theirs.get(0)).isEqual()).isEqualTo(sameUnordered);
    assertThat(compared(unordered, mine.get(0), graph(first).get(0)).isEqual()).isTrue();
    unordered.tolerateAbsolute(parse("/**/name"), BigDecimal.ONE);
    if (compared(unordered, mine.get(0), theirs.get(0)).isEqual()) {
      assertThat(near).isTrue();
    }
  }

  /** Removes pairs whose names or links differ, until nothing changes. */
  private static boolean[][] bisimulation(
      List<Node> mine, List<Node> theirs, boolean unordered, int tolerance) {
    boolean[][] equal = new boolean[mine.size()][theirs.size()];
    for (boolean[] row : equal) {
      Arrays.fill(row, true);
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 0; i < mine.size(); i++) {
        for (int j = 0; j < theirs.size(); j++) {
          Node a = mine.get(i);
          Node b = theirs.get(j);
          boolean ordered = !unordered && a.links instanceof List;
          List<Integer> from = indexes(a.links, mine);
          List<Integer> to = indexes(b.links, theirs);
          boolean same =
              Math.abs((Integer) a.name - (Integer) b.name) <= tolerance
                  && a.links instanceof List == b.links instanceof List
                  && (ordered ? inOrder(from, to, equal) : isPermutation(from, to, equal));
          changed |= equal[i][j] && !same;
          equal[i][j] &= same;
        }
      }
    }
    return equal;
  }

  private static List<Integer> indexes(Collection<Node> links, List<Node> all) {
    Map<Node, Integer> places = new HashMap<>();
    all.forEach(each -> places.put(each, places.size()));
    List<Integer> indexes = new ArrayList<>();
    links.forEach(each -> indexes.add(places.get(each)));
    return indexes;
  }

  private static boolean inOrder(List<Integer> from, List<Integer> to, boolean[][] equal) {
    boolean same = from.size() == to.size();
    for (int k = 0; same && k < from.size(); k++) {
      same = equal[from.get(k)][to.get(k)];
    }
    return same;
  }

  private static boolean isPermutation(List<Integer> from, List<Integer> to, boolean[][] equal) {
    if (from.isEmpty()) {
      return to.isEmpty();
    }
    for (int k = 0; k < to.size(); k++) {
      List<Integer> rest = new ArrayList<>(to);
      rest.remove(k);
      if (equal[from.get(0)][to.get(k)]
          && isPermutation(from.subList(1, from.size()), rest, equal)) {
        return true;
      }
    }
    return false;
  }
}
