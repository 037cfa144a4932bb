package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopierSharingTest {
  static class Leaf {
    String name;
    int hits;

    Leaf(String name) {
      this.name = name;
    }
  }

  static class Item {
    @Nullable String name;
    @Nullable BigDecimal price;
    @Nullable Object next;
  }

  /** A mutable subclass of an immutable type. */
  static class Odd extends BigDecimal {
    private static final long serialVersionUID = 1;
    final List<String> notes = new ArrayList<>();

    Odd() {
      super("1.50");
    }
  }

  static class Book {
    final List<Leaf> list = new ArrayList<>();
    final Set<Object> set = new LinkedHashSet<>();
    final Map<String, Leaf> map = new HashMap<>();
    Leaf[] array = {};
  }

  private static Object copy(Object live) throws Uncapturable {
    return copy(live, new Meter(Bounds.DEFAULT));
  }

  private static Object copy(Object live, Meter meter) throws Uncapturable {
    return Objects.requireNonNull(new Copier().copy(new Object[] {live}, meter)[0]);
  }

  private static List<Leaf> leaves(int count, String name) {
    List<Leaf> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(new Leaf(name.isEmpty() ? "leaf " + i : name));
    }
    return leaves;
  }

  @Test
  void leafIsSharedAcrossCollections() throws Uncapturable {
    Book book = new Book();
    List<Leaf> leaves = leaves(100, "");
    book.list.addAll(leaves);
    book.set.addAll(leaves);
    book.array = leaves.toArray(new Leaf[0]);
    leaves.forEach(leaf -> book.map.put(leaf.name, leaf));
    Book copy = (Book) copy(book);
    for (int i = 0; i < 100; i++) {
      Leaf leaf = copy.list.get(i);
      assertThat(leaf).isNotSameAs(leaves.get(i)).isSameAs(copy.array[i]);
      assertThat(leaf).isSameAs(copy.map.get("leaf " + i));
      assertThat(copy.set).contains(leaf);
    }
    assertThat(copy.set).hasSize(100);
  }

  @Test
  @SuppressWarnings("unchecked")
  void thousandsOfEqualLeavesStayApartAndShared() throws Uncapturable {
    List<Leaf> leaves = leaves(10_000, "same");
    leaves.addAll(new ArrayList<>(leaves));
    List<Leaf> copies = (List<Leaf>) copy(leaves);
    Set<Leaf> different = Collections.newSetFromMap(new IdentityHashMap<>());
    different.addAll(copies);
    assertThat(different).hasSize(10_000);
    for (int i = 0; i < 10_000; i++) {
      assertThat(copies.get(i)).isSameAs(copies.get(i + 10_000));
    }
  }

  @Test
  void leafThatLooksImmutableIsCopied() {
    Item item = new Item();
    item.price = new Odd();
    assertThatThrownBy(() -> copy(item))
        .isInstanceOf(Uncapturable.class)
        .hasMessageContaining(Odd.class.getName());
    assertThatThrownBy(() -> copy(Collections.nCopies(3, item))).isInstanceOf(Uncapturable.class);
  }

  @Test
  void ringThroughManyObjects() throws Uncapturable {
    Item last = new Item();
    Item ring = last;
    for (int i = 0; i < 1000; i++) {
      Item item = new Item();
      item.name = i % 2 == 0 ? "even" : "item " + i;
      item.next = ring;
      ring = item;
    }
    last.next = ring;
    Twins.check(ring, copy(ring));
  }

  @Test
  void leavesSharedAtDifferentDepths() throws Uncapturable {
    Leaf shared = new Leaf("shared");
    Object chain = shared;
    for (int i = 0; i < 200; i++) {
      Item item = new Item();
      item.next = new ArrayList<>(Arrays.asList(shared, chain, chain));
      chain = item;
    }
    List<Object> both = new ArrayList<>(Arrays.asList(shared, chain, shared));
    Twins.check(both, copy(both));
  }

  @Test
  void deepLeafIsSharedWithALaterElement() throws Uncapturable {
    Leaf shared = new Leaf("shared");
    Object chain = shared;
    for (int i = 0; i < 100; i++) {
      Item item = new Item();
      item.next = chain;
      chain = item;
    }
    List<Object> both = new ArrayList<>(Arrays.asList(chain, shared));
    List<?> copies = (List<?>) copy(both);
    Object at = copies.get(0);
    while (at instanceof Item) {
      at = ((Item) at).next;
    }
    assertThat(at).isSameAs(copies.get(1)).isNotSameAs(shared);
  }

  @Test
  void repeatedObjectIsMeteredOnce() throws Uncapturable {
    Meter meter = new Meter(Bounds.DEFAULT);
    List<Leaf> list =
        new ArrayList<>(Collections.nCopies(1000, new Leaf(new String(new char[100_000]))));
    copy(list, meter);
    assertThat(meter.bytes()).isBetween(200_000L, 250_000L);
  }

  @Test
  void textsOfLeavesAreMetered() {
    Leaf leaf = new Leaf(new String(new char[2000]));
    assertThatThrownBy(() -> copy(leaf, new Meter(new Bounds(10, 1000, 1_000_000))))
        .isInstanceOf(Uncapturable.class)
        .hasMessage("more than 1000 bytes");
  }
}
