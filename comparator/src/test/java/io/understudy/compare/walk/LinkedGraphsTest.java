package io.understudy.compare.walk;

import static io.understudy.compare.walk.LinkedGraphFixture.FEW_STEPS;
import static io.understudy.compare.walk.LinkedGraphFixture.compared;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.accept.Acceptance;
import io.understudy.compare.accept.AcceptanceCondition;
import io.understudy.compare.accept.Acceptances;
import io.understudy.compare.rule.RuleCounts;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.walk.LinkedGraphFixture.Node;
import io.understudy.compare.walk.SampleTypes.Link;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Graphs whose sets are linked with each other, as entities of a database are. */
class LinkedGraphsTest {
  private static final int NONE = -1;

  private static final class Tree {
    Object value;
    List<Tree> children = new ArrayList<>();

    Tree(Object value) {
      this.value = value;
    }
  }

  private static void areEqual(RulesBuilder rules, Object control, Object candidate) {
    assertThat(compared(rules, control, candidate).report()).isEqualTo("equal");
  }

  /** Checks that there is one difference, of the name. */
  private static void differOnce(Object control, Object candidate) {
    assertThat(compared(Rules.builder(), control, candidate).differences())
        .singleElement()
        .asString()
        .contains("/name VALUE: ");
  }

  private static List<Node> nodes(int count, boolean named, int changed) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(new Node(i == changed ? "changed" : named ? "n" + i : "n"));
    }
    return nodes;
  }

  /** Students and courses, each with a set of the other, in another order for each seed. */
  private static List<Node> school(int changed, int seed) {
    List<Node> students = nodes(200, true, changed);
    List<Node> courses = nodes(50, true, NONE);
    List<Node> shuffled = new ArrayList<>(courses);
    Collections.shuffle(shuffled, new Random(seed));
    for (Node student : students) {
      for (Node course : shuffled) {
        student.links.add(course);
        course.links.add(student);
      }
    }
    return students;
  }

  @Test
  void studentsAndCourses() {
    areEqual(Rules.builder(), school(NONE, 1), school(NONE, 2));
    differOnce(school(NONE, 1), school(7, 2));
    areEqual(Rules.builder().ignore(parse("/**/name")), school(NONE, 1), school(7, 2));
  }

  private static List<Node> complete(int count, boolean named, int changed) {
    List<Node> nodes = nodes(count, named, changed);
    for (Node each : nodes) {
      for (Node other : nodes) {
        if (each != other) {
          each.links.add(other);
        }
      }
    }
    return nodes;
  }

  @Test
  void completeGraphOfFriends() {
    for (boolean named : new boolean[] {true, false}) {
      areEqual(Rules.builder(), complete(80, named, NONE), complete(80, named, NONE));
      areEqual(Rules.builder(), complete(80, named, NONE).get(0), complete(80, named, NONE).get(0));
      differOnce(complete(80, named, NONE), complete(80, named, 7));
    }
    areEqual(
        Rules.builder(),
        new HashSet<>(complete(80, false, NONE)),
        new HashSet<>(complete(80, false, NONE)));
    assertThat(
            compared(
                    Rules.builder(),
                    new HashSet<>(complete(80, false, NONE)),
                    new HashSet<>(complete(80, false, 7)))
                .isEqual())
        .isFalse();
  }

  @Test
  void completeGraphOfFriendsInMapsAndLists() {
    areEqual(Rules.builder(), keyed(40, NONE), keyed(40, NONE));
    assertThat(compared(Rules.builder(), keyed(40, NONE), keyed(40, 3)).isEqual()).isFalse();
    RulesBuilder unordered = Rules.builder().unordered(parse("/**"));
    areEqual(unordered, lists(60, NONE, 1), lists(60, NONE, 2));
    assertThat(compared(unordered, lists(60, NONE, 1), lists(60, 3, 2)).isEqual()).isFalse();
  }

  /** Objects in maps whose keys are the objects, which have no equals. */
  private static List<Object> keyed(int count, int changed) {
    List<Object> all = new ArrayList<>();
    List<Map<Object, Object>> maps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<Object, Object> map = new IdentityHashMap<>();
      maps.add(map);
      all.add(new Link(i == changed ? "changed" : "same", null));
      ((Link) all.get(i)).next = new Link(map, null);
    }
    for (Map<Object, Object> map : maps) {
      all.forEach(each -> map.put(each, each));
    }
    return all;
  }

  private static List<Node> lists(int count, int changed, int seed) {
    List<Node> nodes = nodes(count, false, changed);
    for (Node each : nodes) {
      List<Node> others = new ArrayList<>(nodes);
      Collections.shuffle(others, new Random(seed));
      each.links = others;
    }
    return nodes;
  }

  /** A connected graph of rings through all nodes. */
  private static List<Node> rings(int count, boolean named, int changed, int seed) {
    List<Node> nodes = nodes(count, named, changed);
    Random random = new Random(seed);
    for (int ring = 0; ring < 3; ring++) {
      List<Node> order = new ArrayList<>(nodes);
      Collections.shuffle(order, random);
      for (int i = 0; i < count; i++) {
        Node next = order.get((i + 1) % count);
        order.get(i).links.add(next);
        next.links.add(order.get(i));
      }
    }
    return nodes;
  }

  @Test
  void sparseGraphs() {
    areEqual(Rules.builder(), rings(5_000, true, NONE, 1), rings(5_000, true, NONE, 1));
    areEqual(Rules.builder(), rings(5_000, false, NONE, 1), rings(5_000, false, NONE, 1));
    differOnce(rings(5_000, true, NONE, 1), rings(5_000, true, 7, 1));
    assertThat(
            compared(Rules.builder(), rings(2_000, false, NONE, 1), rings(2_000, false, 7, 1))
                .report())
        .contains("/name VALUE");
    assertThat(
            compared(Rules.builder(), rings(1_000, false, NONE, 1), rings(1_000, false, NONE, 2))
                .isEqual())
        .isFalse();
  }

  private static List<Object> chains(int count, int changed) {
    List<Object> chains = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Link chain = new Link(i == changed ? "changed" : i, null);
      for (int k = 0; k < 50; k++) {
        chain = new Link(k, chain);
      }
      chains.add(chain);
    }
    return chains;
  }

  @Test
  void chainsThatDifferAtTheEnd() {
    RulesBuilder unordered = Rules.builder().unordered(parse(""));
    List<Object> candidate = chains(1_000, NONE);
    Collections.reverse(candidate);

    areEqual(unordered, chains(1_000, NONE), candidate);
    areEqual(Rules.builder(), new HashSet<>(chains(1_000, NONE)), new HashSet<>(candidate));
    assertThat(compared(unordered, chains(1_000, NONE), chains(1_000, 7)).differences())
        .singleElement()
        .asString()
        .startsWith("/7/next/next/next")
        .contains("/next/value TYPE: 7");
  }

  @Test
  void chainsUnderATolerance() {
    RulesBuilder near =
        Rules.builder().unordered(parse("")).tolerateAbsolute(parse("/**/price"), BigDecimal.ONE);
    List<Object> candidate = chains(1_500, NONE);
    Collections.reverse(candidate);

    areEqual(near, chains(1_500, NONE), candidate);
    assertThat(compared(near, chains(1_500, NONE), chains(1_500, 7)).isEqual()).isFalse();
  }

  @Test
  void keyedListsWithKeysThatDifferAtADeepLevel() {
    List<Object> control = new ArrayList<>();
    List<Object> candidate = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      control.add(new Link(EqualKeysTest.deep(i), null));
      candidate.add(0, new Link(EqualKeysTest.deep(i), null));
    }

    areEqual(Rules.builder().keyed(parse(""), "value"), control, candidate);
    areEqual(Rules.builder().unordered(parse("")), control, candidate);
    areEqual(Rules.builder(), new HashSet<>(control), new HashSet<>(candidate));
  }

  private static Tree tree(int depth, boolean mirrored, int[] leaves, int changed) {
    if (depth == 0) {
      return new Tree(leaves[0]++ == changed ? "changed" : "leaf");
    }
    Tree tree = new Tree(depth);
    tree.children.add(tree(depth - 1, mirrored, leaves, changed));
    tree.children.add(mirrored ? 0 : 1, tree(depth - 1, mirrored, leaves, changed));
    return tree;
  }

  @Test
  void mirroredTree() {
    RulesBuilder unordered = Rules.builder().unordered(parse("/**/children"));
    Tree control = tree(14, false, new int[1], NONE);

    areEqual(unordered, control, tree(14, true, new int[1], NONE));
    assertThat(compared(unordered, control, tree(14, true, new int[1], 77)).differences())
        .singleElement()
        .asString()
        .endsWith("/value VALUE: \"leaf\" / \"changed\"");
  }

  @Test
  void rulesThatMatterAreCountedWhereColoursDecide() {
    Rules rules = Rules.builder().ignore(parse("/*/name")).unordered(parse("/**/links")).build();
    RuleCounts counts = RuleCounts.of(rules);
    List<Node> control = lists(60, NONE, 1);
    List<Node> candidate = lists(60, NONE, 2);
    control.get(5).name = "other";
    candidate.get(5).name = "other";

    assertThat(Differ.with(rules).bounded(FEW_STEPS).compare(control, candidate, counts).isEqual())
        .isTrue();
    assertThat(counts.hits().values()).hasSize(2).allMatch(hits -> hits > 0);
  }

  @Test
  void acceptedDifferenceOfAParentOfChildren() {
    AcceptanceCondition where = AcceptanceCondition.builder().path(parse("/**/name")).build();
    Acceptance acceptance = Acceptance.of("A-1", where, "agreed", "team", LocalDate.MAX);
    Acceptances acceptances = Acceptances.of(Collections.singletonList(acceptance));

    assertThat(
            Differ.with(Rules.none())
                .compare(parent("p"), parent("q"), acceptances.on(LocalDate.of(2026, 1, 1)))
                .isAccepted())
        .isTrue();
  }

  @Test
  void childrenWithAReferenceToTheirParent() {
    differOnce(parent("p"), parent("q"));
  }

  private static Node parent(String name) {
    Node parent = new Node(name);
    for (int i = 0; i < 3; i++) {
      Node child = new Node(i);
      child.links.add(parent);
      parent.links.add(child);
    }
    return parent;
  }
}
