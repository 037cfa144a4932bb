package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

final class IdentityTableTest {
  private final IdentityTable table = new IdentityTable();
  private final AtomicIntegerArray first = new AtomicIntegerArray(1);
  private final AtomicIntegerArray second = new AtomicIntegerArray(2);

  @Test
  void objectsAreComparedByIdentity() {
    String one = new String("a");
    String two = new String("a");
    table.put(one, first);
    assertThat(table.get(one)).isSameAs(first);
    assertThat(table.get(two)).isNull();
    table.put(one, second);
    assertThat(table.get(one)).isSameAs(second);
    table.remove(two);
    assertThat(table.isEmpty()).isFalse();
    table.remove(one);
    assertThat(table.isEmpty()).isTrue();
    assertThat(table.get(one)).isNull();
  }

  @Test
  void eachAdditionIsTakenOnce() {
    Object shared = new Object();
    table.add(shared, first);
    table.add(shared, second);
    assertThat(table.take(shared)).isSameAs(second);
    assertThat(table.take(shared)).isSameAs(first);
    assertThat(table.take(shared)).isNull();
    assertThat(table.isEmpty()).isTrue();
  }

  @Test
  void methodsOfTheObjectAreNotCalled() {
    Object hostile =
        new Object() {
          @Override
          public int hashCode() {
            throw new IllegalStateException();
          }

          @Override
          public boolean equals(Object other) {
            throw new IllegalStateException();
          }
        };
    table.put(hostile, first);
    table.add(hostile, second);
    assertThat(table.get(hostile)).isSameAs(second);
    assertThat(table.take(hostile)).isSameAs(second);
    assertThat(table.take(hostile)).isSameAs(first);
  }

  @Test
  void collectedObjectsAreDropped() throws Exception {
    for (int i = 0; i < 1000; i++) {
      table.put(new Object(), first);
    }
    Object kept = new Object();
    for (int i = 0; i < 100 && !hasOnly(kept); i++) {
      System.gc();
      Thread.sleep(10);
      table.put(kept, first);
    }
    assertThat(hasOnly(kept)).isTrue();
  }

  private boolean hasOnly(Object kept) {
    table.remove(kept);
    return table.isEmpty();
  }
}
