package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"unused", "UnusedVariable", "UnusedMethod"})
class CopierBeanTest {
  static class Base {
    private final int id;
    private String note;

    private Base(int id, String note) {
      this.id = id;
      this.note = note;
    }
  }

  private static final class Bean extends Base {
    static int made;
    private final boolean bool = Boolean.parseBoolean("true");
    private final byte octet = Byte.parseByte("1");
    private short small = 2;
    private char letter = 'c';
    private long big = 4;
    private float single = 5;
    private double real = 6;
    private final BigDecimal price = new BigDecimal("1.50");
    private final LocalDate day = LocalDate.of(2026, 11, 20);
    private final Thread.State state = Thread.State.NEW;
    private Object date = new Date(5);
    private StringBuilder text = new StringBuilder("text");
    transient int cache = 9;
    private final Logger log = Logger.getLogger("bean");
    private final ReentrantLock lock = new ReentrantLock(true);
    @Nullable Object other;

    Bean(int id) {
      super(id, "note");
      made++;
    }
  }

  final class Inner {
    int x = 1;

    CopierBeanTest outer() {
      return CopierBeanTest.this;
    }
  }

  static final class Node {
    @Nullable Object next;

    Node(@Nullable Object next) {
      this.next = next;
    }
  }

  static class Observed extends java.util.TimerTask {
    @Override
    public void run() {}
  }

  enum Only {
    ONE {
      @Override
      public String toString() {
        return "body";
      }
    }
  }

  static final class Single {
    static final Single INSTANCE = new Single();
    private final int x = 1;

    private Single() {}
  }

  @Test
  void everyFieldIsCopiedWithoutAConstructor() throws Uncapturable {
    Bean live = new Bean(3);
    int made = Bean.made;
    Bean copy = Copies.twin(live);
    assertThat(Bean.made).isEqualTo(made);
    assertThat(copy.cache).isEqualTo(9);
    assertThat(((Base) copy).id).isEqualTo(3);
    assertThat(copy.price).isSameAs(live.price);
    assertThat(copy.text).isNotSameAs(live.text);
    assertThat(copy.log).isSameAs(live.log);
    assertThat(copy.lock.isFair()).isTrue();
  }

  @Test
  void lockOfTheCopyIsFree() throws Uncapturable {
    Bean live = new Bean(3);
    live.lock.lock();
    Bean copy = Copies.of(live);
    assertThat(copy.lock).isNotSameAs(live.lock);
    assertThat(copy.lock.isLocked()).isFalse();
  }

  @Test
  void immutableArgumentsAreShared() throws Uncapturable {
    Object[] live = {
      "text",
      1,
      new BigDecimal("2.5"),
      LocalDate.MAX,
      Only.ONE,
      null,
      String.class,
      Single.INSTANCE,
      Optional.of("x"),
      Collections.emptyList(),
      Collections.singletonList("x")
    };
    Object[] copies = new Copier().copy(live, new Meter(Bounds.DEFAULT));
    assertThat(copies).isNotSameAs(live).hasSameSizeAs(live);
    for (int i = 0; i < live.length; i++) {
      assertThat(copies[i]).isSameAs(live[i]);
    }
  }

  @Test
  void copiesShareWhatTheirArgumentsShare() throws Uncapturable {
    Date shared = new Date(1);
    Object[] copies =
        new Copier().copy(new Object[] {shared, new Node(shared)}, new Meter(Bounds.DEFAULT));
    assertThat(copies[0]).isNotSameAs(shared).isEqualTo(shared);
    assertThat(((Node) copies[1]).next).isSameAs(copies[0]);
  }

  @Test
  void innerAndAnonymousClassesAreCopiedWithTheirOuterObject() throws Uncapturable {
    Inner live = new Inner();
    Inner copy = Copies.of(live);
    assertThat(copy.outer()).isNotNull();
    List<String> captured = new ArrayList<>(Arrays.asList("a"));
    Supplier<List<String>> anonymous =
        new Supplier<List<String>>() {
          @Override
          public List<String> get() {
            return captured;
          }
        };
    assertThat(Copies.of(anonymous).get()).isEqualTo(captured).isNotSameAs(captured);
  }

  @Test
  void cycles() throws Uncapturable {
    Node live = new Node(null);
    live.next = new ArrayList<>(Arrays.asList(live, new Object[] {live}));
    Copies.twin(live);
  }

  @Test
  void cycleThroughObjectsBuiltFromTheirContents() throws Uncapturable {
    Node live = new Node(null);
    live.next = Optional.of(new ArrayList<>(Collections.singleton(live)));
    Copies.twin(live);
    List<Object> list = new ArrayList<>();
    Optional<Object> optional = Optional.of(list);
    list.add(optional);
    Optional<Object> copy = Copies.twin(optional);
    assertThat(((List<?>) copy.get()).get(0)).isSameAs(copy);
  }

  @Test
  void chainOfHundredThousand() throws Uncapturable {
    Object chain = new Date(7);
    for (int i = 0; i < 100_000; i++) {
      chain = i % 3 == 0 ? Optional.of(chain) : i % 3 == 1 ? new Node(chain) : new Object[] {chain};
    }
    Meter meter = new Meter(new Bounds(400_000, 1 << 30, 60_000_000_000L));
    Object copy = new Copier().copy(new Object[] {chain}, meter)[0];
    Twins.check(chain, copy);
  }

  @Test
  void ringOfHundredThousand() throws Uncapturable {
    Node first = new Node(null);
    Node last = first;
    for (int i = 1; i < 100_000; i++) {
      last = new Node(last);
    }
    first.next = Optional.of(last);
    Meter meter = new Meter(new Bounds(400_000, 1 << 30, 60_000_000_000L));
    Twins.check(last, new Copier().copy(new Object[] {last}, meter)[0]);
  }

  @Test
  void datesOfJavaUtilAndSql() throws Uncapturable {
    Copies.twin(new Date(1));
    Copies.twin(new java.sql.Timestamp(1));
    Copies.twin(new java.sql.Date(1));
    Copies.twin(new java.sql.Time(1));
    Copies.twin(new GregorianCalendar());
  }

  @Test
  void functionsWithImmutableVariablesAreShared() throws Uncapturable {
    String captured = new String("x");
    Optional<String> fixed = Optional.of("x");
    List<String> list = new ArrayList<>();
    Supplier<String> pure = () -> "x";
    Supplier<String> closed = () -> captured + fixed;
    Supplier<String> open = () -> captured + list;
    assertThat(Copies.of(pure)).isSameAs(pure);
    assertThat(Copies.of(new Node(closed)).next).isSameAs(closed);
    assertThat(Copies.refusal(new Node(open)))
        .isEqualTo(
            "a lambda of java.util.function.Supplier holds a java.util.ArrayList, which can"
                + " change");
  }

  @Test
  void comparatorsWithImmutableStateAreShared() throws Uncapturable {
    List<String> order = new ArrayList<>(Arrays.asList("b", "a"));
    Comparator<String> byList = Comparator.comparing(order::indexOf);
    Comparator<String> byLength = Comparator.comparing(String::length);
    Comparator<String> both = Collections.reverseOrder(Comparator.nullsFirst(byLength));
    assertThat(Copies.of(byLength)).isSameAs(byLength);
    assertThat(Copies.of(both)).isSameAs(both);
    assertThat(Copies.refusal(new TreeMap<>(byList))).endsWith("which can change");
    assertThat(Copies.of(java.text.Collator.getInstance()))
        .isNotSameAs(java.text.Collator.getInstance());
  }

  @Test
  void refusals() {
    assertThat(Copies.refusal(new Observed()))
        .isEqualTo(Observed.class.getName() + " belongs to threads, not to a value");
    assertThat(Copies.refusal(Thread.currentThread()))
        .endsWith("belongs to threads, not to a value");
    assertThat(Copies.refusal(new Node(new java.io.ByteArrayInputStream(new byte[1]))))
        .isEqualTo("java.io.ByteArrayInputStream can be read only once");
    assertThat(Copies.refusal(new java.util.concurrent.CompletableFuture<>()))
        .isEqualTo("java.util.concurrent.CompletableFuture has not completed with a value");
  }

  @Test
  void boundsAreEnforced() {
    Copier copier = new Copier();
    for (Object large :
        new Object[] {new java.util.BitSet(9_000), java.nio.ByteBuffer.allocate(1001)}) {
      assertThatThrownBy(() -> copier.copy(new Object[] {large}, new Meter(new Bounds(9, 1000, 1))))
          .hasMessage("more than 1000 bytes");
    }
    assertThatThrownBy(
            () -> copier.copy(new Object[] {new int[1001]}, new Meter(new Bounds(9, 1000, 1))))
        .hasMessage("more than 1000 bytes");
    assertThatThrownBy(
            () -> copier.copy(new Object[] {new Object[100]}, new Meter(new Bounds(9, 1000, 1))))
        .hasMessage("more than 9 nodes");
    assertThatThrownBy(
            () ->
                copier.copy(
                    new Object[] {new Node(new Node(new Node(null)))},
                    new Meter(new Bounds(2, 1000, 1))))
        .hasMessage("more than 2 nodes");
  }
}
