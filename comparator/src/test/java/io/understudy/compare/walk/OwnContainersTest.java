package io.understudy.compare.walk;

import static io.understudy.compare.walk.ContentAssertions.compare;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Containers that an application writes itself: their elements, and what they hold beside them. */
class OwnContainersTest {
  /** A hash table with open addressing, so that colliding keys show the order of insertion. */
  static final class Table extends AbstractMap<String, Integer> {
    private final transient @Nullable Object[] slots = new Object[8];
    private transient int used;
    String label = "";

    Table with(String key, int value) {
      int at = (key.hashCode() & Integer.MAX_VALUE) % slots.length;
      while (slots[at] != null) {
        at = (at + 1) % slots.length;
      }
      slots[at] = new SimpleEntry<>(key, value);
      used++;
      return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Set<Map.Entry<String, Integer>> entrySet() {
      Set<Map.Entry<String, Integer>> entries = new LinkedHashSet<>();
      for (Object slot : slots) {
        if (slot != null) {
          entries.add((Map.Entry<String, Integer>) slot);
        }
      }
      return entries;
    }
  }

  @Test
  void mapOfOnesOwnIsItsEntriesAndItsOtherFields() {
    Table table = new Table().with("Aa", 1).with("BB", 2);
    assertThat(compare(table, new Table().with("BB", 2).with("Aa", 1)).differences()).isEmpty();
    assertThat(compare(table, new Table().with("Aa", 1).with("BB", 3)).isEqual()).isFalse();
    Table named = new Table().with("Aa", 1).with("BB", 2);
    named.label = "n";
    assertThat(compare(table, named).differences().get(0).path().toString()).isEqualTo("/label");
  }

  /** Chained nodes, which implement no interface of {@code java.util}. */
  static final class Chain<E> implements Iterable<E> {
    private @Nullable Node<E> head;
    private int size;

    private static final class Node<E> {
      final E item;
      final @Nullable Node<E> next;

      Node(E item, @Nullable Node<E> next) {
        this.item = item;
        this.next = next;
      }
    }

    Chain<E> with(E item) {
      head = new Node<>(item, head);
      size++;
      return this;
    }

    public int size() {
      return size;
    }

    @Override
    public Iterator<E> iterator() {
      List<E> items = new ArrayList<>();
      for (Node<E> at = head; at != null; at = at.next) {
        items.add(at.item);
      }
      return items.iterator();
    }
  }

  @Test
  void chainIsAList() {
    assertThat(compare(new Chain<>().with("a"), Collections.singletonList("a")).isEqual()).isTrue();
    assertThat(compare(new Chain<>().with("a").with("b"), Arrays.asList("b", "a")).isEqual())
        .isTrue();
    assertThat(compare(new Chain<>().with("a"), new Chain<>().with("b")).isEqual()).isFalse();
  }

  static final class WordBag implements Iterable<String> {
    private final Map<String, Integer> counts = new HashMap<>();

    WordBag(String... words) {
      for (String word : words) {
        counts.merge(word, 1, Integer::sum);
      }
    }

    public int size() {
      return counts.values().stream().mapToInt(count -> count).sum();
    }

    @Override
    public Iterator<String> iterator() {
      List<String> words = new ArrayList<>();
      counts.forEach((word, count) -> words.addAll(Collections.nCopies(count, word)));
      return words.iterator();
    }
  }

  @Test
  void orderOfABagDoesNotCount() {
    assertThat(compare(new WordBag("Aa", "BB"), new WordBag("BB", "Aa")).isEqual()).isTrue();
    assertThat(compare(new WordBag("a", "a"), new WordBag("a")).isEqual()).isFalse();
  }

  static final class Ring extends AbstractQueue<Integer> {
    private final @Nullable Object[] buffer = new Object[4];
    private int head;
    private int tail;
    private int count;

    @Override
    public boolean offer(Integer number) {
      buffer[tail] = number;
      tail = (tail + 1) % buffer.length;
      count++;
      return true;
    }

    @Override
    public Integer poll() {
      Integer first = peek();
      head = (head + 1) % buffer.length;
      count--;
      return first;
    }

    @Override
    public Integer peek() {
      return iterator().next();
    }

    @Override
    public int size() {
      return count;
    }

    @Override
    public Iterator<Integer> iterator() {
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        numbers.add((Integer) buffer[(head + i) % buffer.length]);
      }
      return numbers.iterator();
    }
  }

  @Test
  void removedElementsOfAQueueDoNotShow() {
    Ring fresh = new Ring();
    fresh.add(1);
    Ring used = new Ring();
    used.add(9);
    used.remove();
    used.add(1);
    assertThat(compare(fresh, used).differences()).isEmpty();
    used.add(2);
    assertThat(compare(fresh, used).isEqual()).isFalse();
  }

  /** A list with content beside its elements, in each of its fields. */
  static final class Page extends AbstractList<String> {
    private final List<String> items;
    private final long total;
    private final int offset;
    private final Map<String, Long> sums;

    Page(List<String> items, long total, int offset, long sum) {
      this.items = items;
      this.total = total;
      this.offset = offset;
      this.sums = Collections.singletonMap("net", sum);
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
  void fieldsBesideTheElementsAreParts() {
    List<String> items = Arrays.asList("a", "b");
    Page page = new Page(items, 5, 0, 7);
    assertThat(compare(page, new Page(new LinkedList<>(items), 5, 0, 7)).differences()).isEmpty();
    assertThat(compare(page, new Page(items, 6, 0, 7)).differences().get(0).path().toString())
        .isEqualTo("/total");
    assertThat(compare(page, new Page(items, 5, 10, 7)).differences().get(0).path().toString())
        .isEqualTo("/offset");
  }

  /** Lines, and sums that are declared with other elements. */
  static final class Invoice implements Iterable<Invoice.Line> {
    static final class Line {
      final String sku;

      Line(String sku) {
        this.sku = sku;
      }
    }

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Long> sums = new HashMap<>();

    Invoice(String sku, long sum) {
      lines.add(new Line(sku));
      sums.put("net", sum);
    }

    public int size() {
      return lines.size();
    }

    @Override
    public Iterator<Line> iterator() {
      return lines.iterator();
    }
  }

  @Test
  void collectionDeclaredWithOtherElementsIsAPart() {
    assertThat(compare(new Invoice("a", 1), new Invoice("a", 1)).differences()).isEmpty();
    assertThat(compare(new Invoice("a", 1), new Invoice("a", 2)).differences().get(0).path())
        .hasToString("/sums/net");
    assertThat(compare(new Invoice("a", 1), new Invoice("b", 1)).differences().get(0).path())
        .hasToString("/0/sku");
  }
}
