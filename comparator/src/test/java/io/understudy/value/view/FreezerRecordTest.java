package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"unused", "UnusedVariable"})
class FreezerRecordTest {
  static class Base {
    private final int id;
    protected String note = "base";

    Base(int id) {
      this.id = id;
    }
  }

  static final class Bean extends Base {
    static int counter = 1;
    private String note = "bean";
    private final double price = 1.5;
    transient int cache = 9;
    private final ReentrantLock lock = new ReentrantLock();
    private final Logger log = Logger.getLogger("bean");
    @Nullable Bean other;

    Bean(int id) {
      super(id);
    }

    public String getNote() {
      throw new IllegalStateException("getters are not called");
    }
  }

  static final class All {
    boolean bool = true;
    byte octet = 1;
    short small = 2;
    char letter = 'c';
    int number = 3;
    long big = 4;
    float single = 5;
    double real = 6;
    Object any = "any";
    List<Object> list = Arrays.asList(1, null);
  }

  static final class Empty {}

  final class Inner {
    int x = 1;
  }

  static final class Node {
    @Nullable Object next;
  }

  static final class Failing extends RuntimeException {
    final int code = 7;

    Failing(String message, Throwable cause) {
      super(message, cause);
    }
  }

  static class Observed extends java.text.ParsePosition {
    int x = 1;

    Observed() {
      super(0);
    }
  }

  @Test
  void partsAreTheFieldsOfTheHierarchy() {
    assertThat(FrozenText.frozen(new Bean(3)))
        .isEqualTo("{id: 3, Base.note: base, note: bean, price: 1.5, other: null}");
  }

  @Test
  void everyTypeOfField() {
    assertThat(FrozenText.frozen(new All()))
        .isEqualTo(
            "{bool: true, octet: 1, small: 2, letter: c, number: 3, big: 4, single: 5.0,"
                + " real: 6.0, any: any, list: [1, null]}");
  }

  @Test
  void objectsWithoutState() {
    assertThat(FrozenText.frozen(new Empty())).isEqualTo("{}");
    assertThat(FrozenText.frozen(new Object())).isEqualTo("{}");
    assertThat(FrozenText.frozen(new Inner())).isEqualTo("{x: 1}");
  }

  @Test
  void capturedVariablesAreParts() {
    int captured = 5;
    Object anonymous =
        new Object() {
          int twice() {
            return 2 * captured;
          }
        };
    assertThat(FrozenText.frozen(anonymous)).isIn("{val$captured: 5}", "{}");
  }

  @Test
  void sameShapeForLiveAndFrozen() throws Uncapturable {
    Bean live = new Bean(3);
    Frozen frozen = FrozenText.freeze(live);
    Shape shape = StandardShapes.of(live);
    assertThat(StandardShapes.of(frozen)).isSameAs(shape);
    assertThat(shape.names()).containsExactly("id", "Base.note", "note", "price", "other");
    assertThat(shape.size(live)).isEqualTo(5);
    for (int i = 0; i < 5; i++) {
      assertThat(shape.part(live, i)).isEqualTo(shape.part(frozen, i));
    }
  }

  @Test
  void frozenIsIndependentOfLaterChanges() throws Uncapturable {
    Bean live = new Bean(3);
    live.other = new Bean(4);
    Object frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));
    String before = FrozenText.of(frozen);
    live.note = "changed";
    live.other.note = "changed";
    live.other = null;
    assertThat(FrozenText.of(frozen)).isEqualTo(before);
  }

  @Test
  void cyclesAreKept() {
    Node node = new Node();
    node.next = Arrays.asList(new Node(), node);
    assertThat(FrozenText.frozen(node)).isEqualTo("{next: [{next: null}, ^1]}");
  }

  @Test
  void sharedReferencesAreKept() throws Uncapturable {
    Node shared = new Node();
    Frozen frozen = FrozenText.freeze(Arrays.asList(shared, shared));
    assertThat(frozen.part(0)).isSameAs(frozen.part(1));
  }

  @Test
  void graphOfDepthHundredThousandIsFrozen() throws Uncapturable {
    Node first = new Node();
    Node last = first;
    for (int i = 1; i < 100_000; i++) {
      Node node = new Node();
      last.next = node;
      last = node;
    }
    last.next = "end";
    Object frozen = Freezer.freeze(first, new Meter(new Bounds(200_000, 1 << 30, 60_000_000_000L)));
    int depth = 0;
    while (frozen instanceof Frozen) {
      frozen = ((Frozen) frozen).part(0);
      depth++;
    }
    assertThat(depth).isEqualTo(100_000);
    assertThat(frozen).isEqualTo("end");
  }

  @Test
  void exceptionIsClassMessageCauseAndFields() {
    assertThat(FrozenText.frozen(new Failing("no", new IllegalStateException("why"))))
        .isEqualTo(
            "{class: io.understudy.value.view.FreezerRecordTest$Failing, message: no, cause:"
                + " {class: java.lang.IllegalStateException, message: why, cause: null,"
                + " suppressed: []}, suppressed: [], code: 7}");
  }

  @Test
  void classThatExtendsUnknownJdkStateIsOpaque() {
    assertThat(FrozenText.frozen(new Observed()))
        .isEqualTo(
            "uncapturable: io.understudy.value.view.FreezerRecordTest$Observed extends"
                + " java.text.ParsePosition, whose state cannot be read");
  }

  @Test
  void lambdasAndProxiesAreOpaque() {
    Supplier<String> lambda = () -> "x";
    Object proxy =
        java.lang.reflect.Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Supplier.class}, (p, m, a) -> null);
    assertThat(FrozenText.frozen(lambda))
        .isEqualTo("uncapturable: a lambda of java.util.function.Supplier cannot be looked into");
    assertThat(FrozenText.frozen(proxy))
        .isEqualTo(
            "uncapturable: a dynamic proxy of java.util.function.Supplier cannot be looked into");
  }

  @Test
  void lenientFreezeKeepsOpaqueParts() throws Uncapturable {
    Node node = new Node();
    node.next = Arrays.asList(1, Arrays.asList(2).iterator(), Optional.of(3));
    assertThat(FrozenText.lenient(node))
        .isEqualTo(
            "{next: [1, opaque: java.util.AbstractList$Itr can be read only once, some(3)]}"
                .replace(
                    "java.util.AbstractList$Itr",
                    Arrays.asList(2).iterator().getClass().getName()));
  }
}
