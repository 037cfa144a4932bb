package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fields of own containers that are not the storage of the elements are content. */
class ContainerFieldsTest {
  private static boolean areEqual(Object control, Object candidate) {
    return Differ.with(Rules.none()).compare(control, candidate).isEqual();
  }

  /** A list with one element. */
  private abstract static class One extends AbstractList<String> {
    @Override
    public String get(int index) {
      return "a";
    }

    @Override
    public int size() {
      return 1;
    }
  }

  private static final class Cart extends AbstractCollection<String> {
    private final Map<String, Integer> quantities;

    Cart(int quantity) {
      quantities = Collections.singletonMap("a", quantity);
    }

    @Override
    public Iterator<String> iterator() {
      return quantities.keySet().iterator();
    }

    @Override
    public int size() {
      return quantities.size();
    }
  }

  @Test
  void valuesOfAMapBehindItsKeys() {
    assertThat(areEqual(new Cart(1), new Cart(2))).isFalse();
    assertThat(areEqual(new Cart(1), new Cart(1))).isTrue();
  }

  private static final class Labelled extends AbstractList<String> {
    private final List<String> items = Collections.singletonList("a");
    private final List<String> labels;

    Labelled(String label) {
      labels = new ArrayList<>(Collections.singletonList(label));
    }

    @Override
    public String get(int index) {
      return items.get(index);
    }

    @Override
    public int size() {
      return items.size();
    }
  }

  @Test
  void secondListOfTheSameElements() {
    assertThat(areEqual(new Labelled("x"), new Labelled("y"))).isFalse();
    assertThat(areEqual(new Labelled("x"), new Labelled("x"))).isTrue();
  }

  private static final class Weighted extends AbstractList<Integer> {
    private final int[] values = {1};
    private final int[] weights;

    Weighted(int weight) {
      weights = new int[] {weight};
    }

    @Override
    public Integer get(int index) {
      return values[index];
    }

    @Override
    public int size() {
      return 1;
    }
  }

  @Test
  void secondArrayOfTheSameElements() {
    assertThat(areEqual(new Weighted(1), new Weighted(2))).isFalse();
    assertThat(areEqual(new Weighted(1), new Weighted(1))).isTrue();
  }

  private static final class Warned<T> extends AbstractList<T> {
    private final List<T> items;
    private final List<String> warnings;

    Warned(T item, String warning) {
      items = Collections.singletonList(item);
      warnings = Collections.singletonList(warning);
    }

    @Override
    public T get(int index) {
      return items.get(index);
    }

    @Override
    public int size() {
      return 1;
    }
  }

  @Test
  void listOfAGenericContainerThatNamesOtherElements() {
    assertThat(areEqual(new Warned<>("a", "x"), new Warned<>("a", "y"))).isFalse();
    assertThat(areEqual(new Warned<>("a", "x"), new Warned<>("a", "x"))).isTrue();
  }

  private static final class Flagged extends One {
    final boolean deleted;
    final double length;

    Flagged(boolean deleted, double length) {
      this.deleted = deleted;
      this.length = length;
    }
  }

  @Test
  void flagsAndAmountsWithNamesOfBookkeeping() {
    assertThat(areEqual(new Flagged(true, 1), new Flagged(false, 1))).isFalse();
    assertThat(areEqual(new Flagged(true, 1), new Flagged(true, 2))).isFalse();
    assertThat(areEqual(new Flagged(true, 1), new Flagged(true, 1))).isTrue();
  }

  private static final class Person {
    final String name;
    @Nullable Person boss;

    Person(String name) {
      this.name = name;
    }
  }

  private static final class Team extends One {
    final Person owner;

    Team(String owner) {
      this.owner = new Person(owner);
    }
  }

  @Test
  void objectThatRefersToItsOwnClassIsNoChainedNode() {
    assertThat(areEqual(new Team("x"), new Team("y"))).isFalse();
    assertThat(areEqual(new Team("x"), new Team("x"))).isTrue();
  }

  private static final class Typed<M> extends One {
    final M meta;

    Typed(M meta) {
      this.meta = meta;
    }
  }

  @Test
  void typeVariableThatIsNotTheElements() {
    assertThat(areEqual(new Typed<>("x"), new Typed<>("y"))).isFalse();
    assertThat(areEqual(new Typed<>("x"), new Typed<>("x"))).isTrue();
  }

  private abstract static class Report extends One {
    abstract String title();
  }

  private static Report report(String title) {
    return new Report() {
      @Override
      String title() {
        return title;
      }
    };
  }

  @Test
  void capturedVariableOfAClassWithMethodsOfItsOwn() {
    assertThat(areEqual(report("x"), report("y"))).isFalse();
    assertThat(areEqual(report("x"), report("x"))).isTrue();
  }

  private static final class Chained extends AbstractList<String> {
    private static final class Node {
      final String element;
      final @Nullable Node next;

      Node(String element, @Nullable Node next) {
        this.element = element;
        this.next = next;
      }
    }

    private final int size;
    private @Nullable Node head;

    Chained(String... elements) {
      for (int i = elements.length - 1; i >= 0; i--) {
        head = new Node(elements[i], head);
      }
      size = elements.length;
    }

    @Override
    public String get(int index) {
      Node at = head;
      for (int i = 0; at != null && i < index; i++) {
        at = at.next;
      }
      return at == null ? "" : at.element;
    }

    @Override
    public int size() {
      return size;
    }
  }

  @Test
  void chainedNodesAreStorage() {
    assertThat(areEqual(new Chained("a", "b"), Arrays.asList("a", "b"))).isTrue();
    assertThat(areEqual(new Chained("a", "b"), Arrays.asList("a", "c"))).isFalse();
  }

  private static final class Clocked {
    final transient Object clock;
    final transient int cacheMinutes;

    Clocked(Object clock, int cacheMinutes) {
      this.clock = clock;
      this.cacheMinutes = cacheMinutes;
    }
  }

  @Test
  void transientFieldsWithNamesLikeLocksAndCaches() {
    assertThat(areEqual(new Clocked("x", 1), new Clocked("y", 1))).isFalse();
    assertThat(areEqual(new Clocked("x", 1), new Clocked("x", 2))).isFalse();
    assertThat(areEqual(new Clocked("x", 1), new Clocked("x", 1))).isTrue();
  }

  private static final class Sheet {
    final String name;

    Sheet(String name) {
      this.name = name;
    }

    final class Row {
      final short rowNumber = 1;

      String title() {
        return name + rowNumber;
      }
    }
  }

  @Test
  void placeInTheOuterObject() {
    assertThat(areEqual(new Sheet("x").new Row(), new Sheet("y").new Row())).isFalse();
    assertThat(areEqual(new Sheet("x").new Row(), new Sheet("x").new Row())).isTrue();
  }
}
