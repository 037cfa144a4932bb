package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreezerSharingTest {
  static class Item {
    final String name;
    @Nullable BigDecimal price;
    @Nullable Item next;

    Item(String name) {
      this.name = name;
    }
  }

  static class Leaf {
    final String name;

    Leaf(String name) {
      this.name = name;
    }
  }

  static class Odd extends BigDecimal {
    private static final long serialVersionUID = 1;

    Odd() {
      super("1.50");
    }
  }

  private static Frozen frozen(Object live) throws Uncapturable {
    return (Frozen) Objects.requireNonNull(Freezer.freeze(live, new Meter(Bounds.DEFAULT)));
  }

  @Test
  void sharedObjectIsFrozenOnce() throws Uncapturable {
    List<Leaf> leaves = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      leaves.add(new Leaf("same"));
    }
    leaves.addAll(new ArrayList<>(leaves));
    Frozen frozen = frozen(leaves);
    for (int i = 0; i < 5000; i++) {
      assertThat(frozen.part(i)).isSameAs(frozen.part(i + 5000));
    }
    assertThat(frozen.part(0)).isNotSameAs(frozen.part(1));
  }

  @Test
  void ring() throws Uncapturable {
    Item last = new Item("last");
    Item ring = last;
    for (int i = 0; i < 300; i++) {
      Item item = new Item("item " + i);
      item.next = ring;
      ring = item;
    }
    last.next = ring;
    Frozen first = frozen(ring);
    Object at = first;
    for (int i = 0; i < 301; i++) {
      at = Objects.requireNonNull(((Frozen) Objects.requireNonNull(at)).part(2));
    }
    assertThat(at).isSameAs(first);
  }

  @Test
  void leafOfSubclassIsFrozen() throws Uncapturable {
    Item item = new Item("odd");
    item.price = new Odd();
    assertThat(frozen(item).part(1))
        .isEqualTo(Freezer.freeze(new Odd(), new Meter(Bounds.DEFAULT)));
  }

  @Test
  void textsOfLeavesAreMetered() {
    Leaf leaf = new Leaf(new String(new char[2000]));
    assertThatThrownBy(() -> Freezer.freeze(leaf, new Meter(new Bounds(10, 1000, 1_000_000))))
        .isInstanceOf(Uncapturable.class)
        .hasMessage("more than 1000 bytes");
  }

  @Test
  void sharedObjectIsMeteredOnce() throws Uncapturable {
    Meter meter = new Meter(Bounds.DEFAULT);
    Leaf leaf = new Leaf(new String(new char[100_000]));
    Freezer.freeze(Collections.nCopies(1000, leaf), meter);
    assertThat(meter.bytes()).isBetween(200_000L, 250_000L);
  }
}
