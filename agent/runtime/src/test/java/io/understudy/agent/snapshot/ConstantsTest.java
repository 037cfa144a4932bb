package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Uncapturable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects that code compares by identity: they are shared or refused, and never copied. */
@SuppressWarnings({"unused", "UnusedVariable", "NullAway", "serial"})
class ConstantsTest {
  private static final String OUTER = ConstantsTest.class.getName() + "$";

  /** A type-safe enum, as Java had before version 5. */
  static class Status implements Serializable, Comparable<Status> {
    private static int next;

    static final Status OPEN = new Status("open");
    static final Status PAID =
        new Status("paid") {
          @Override
          boolean isLast() {
            return true;
          }
        };
    private static final Status[] VALUES = {OPEN, PAID};

    private final String name;
    private final int ordinal = next++;
    private int hashCode;

    private Status(String name) {
      this.name = name;
    }

    boolean isLast() {
      return false;
    }

    @Override
    public int compareTo(Status other) {
      return ordinal - other.ordinal;
    }

    @Override
    public int hashCode() {
      hashCode = hashCode == 0 ? name.length() + 1 : hashCode;
      return hashCode;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    Object readResolve() {
      return VALUES[ordinal];
    }
  }

  static class Level {
    static final Level LOW = new Level("low");
    String label;

    Level(String label) {
      this.label = label;
    }
  }

  /** A type-safe enum that forgot to make its fields final. */
  static class Kind implements Serializable {
    static final Kind ONLY = new Kind("only");
    private String name;
    private int code = 1;

    public Kind(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return name + code;
    }

    private Object readResolve() {
      return ONLY;
    }
  }

  static class Sequence {
    static final Sequence MAIN = new Sequence();
    private int last;

    private Sequence() {}

    int next() {
      return ++last;
    }
  }

  static class Grade {
    static final Grade FIRST = new Grade(1);
    static final Grade SECOND = new Grade(2);
    final int value;
    final List<Grade> others = Collections.unmodifiableList(new ArrayList<>(Arrays.asList(this)));

    Grade(int value) {
      this.value = value;
    }
  }

  /** Constants of another type, in an interface and in a list. */
  interface Grades {
    Grade THIRD = new Grade(3);
    List<Grade> ALL = Collections.unmodifiableList(Arrays.asList(new Grade(4), new Grade(5)));
  }

  static class Lazy {
    private static @Nullable Lazy instance;
    private final String name = "lazy";

    private Lazy() {}

    static Lazy get() {
      if (instance == null) {
        instance = new Lazy();
      }
      return instance;
    }
  }

  static class Registry {
    private static volatile @Nullable Registry instance;
    private final Map<String, String> entries = new HashMap<>();

    private Registry() {}

    static Registry get() {
      instance = instance == null ? new Registry() : instance;
      return instance;
    }
  }

  static class OnDemand {
    final List<String> entries = new ArrayList<>();

    private OnDemand() {}

    static class Holder {
      static final OnDemand INSTANCE = new OnDemand();
    }
  }

  static class Strategy {
    int twice(int value) {
      return 2 * value;
    }
  }

  static final Strategy ANONYMOUS = new Strategy() {};

  static class Locking {
    synchronized int twice(int value) {
      return 2 * value;
    }
  }

  static class Order {
    static final Object NONE = new Object();
    static final List<String> NO_NOTES = Collections.unmodifiableList(new ArrayList<>());
    static final List<String> NOTES = new ArrayList<>(Arrays.asList("a"));
    static final String[] NO_TAGS = {};
    static final Supplier<String> EMPTY = () -> "";

    Object reference = NONE;
    List<String> notes = NO_NOTES;
    Object[] tags = NO_TAGS;
    Supplier<String> text = EMPTY;
    final Object lock = new Object();
    @Nullable Order previous;
    Date day = new Date(1);
  }

  private static void isShared(Object constant) throws Uncapturable {
    assertThat(Copies.of(constant)).isSameAs(constant);
    assertThat(Copies.hasty(constant)).isSameAs(constant);
    assertThat(Copies.of(new Object[] {constant, constant})).containsExactly(constant, constant);
    assertThat(Copies.of(new ArrayList<>(Collections.singleton(constant))).get(0))
        .isSameAs(constant);
    assertThat(Copies.of(new HashMap<>(Collections.singletonMap(constant, constant))).get(constant))
        .isSameAs(constant);
  }

  @Test
  void typeSafeEnumsAreShared() throws Uncapturable {
    isShared(Status.OPEN);
    isShared(Status.PAID);
    assertThat(Copies.of(Status.PAID).isLast()).isTrue();
  }

  @Test
  void constantsOfMutableClassesAreRefused() throws Uncapturable {
    assertThat(Copies.refusal(Level.LOW))
        .isEqualTo(
            "a constant that can change: "
                + OUTER
                + "Level.LOW, because its field "
                + OUTER
                + "Level.label is not final");
    Level other = new Level("other");
    assertThat(Copies.of(other)).isNotSameAs(other);
    assertThat(Copies.of(other).label).isEqualTo("other");
  }

  @Test
  void constantsWithFieldsThatAreNotFinalAreRefused() {
    assertThat(Copies.refusal(Kind.ONLY)).contains("Kind.name is not final");
    assertThat(Copies.refusal(Sequence.MAIN)).contains("Sequence.last is not final");
  }

  @Test
  void constantsThatHoldEachOtherAreShared() throws Uncapturable {
    isShared(Grade.FIRST);
    isShared(Grade.SECOND);
    Grade other = new Grade(3);
    assertThat(Copies.of(other)).isNotSameAs(other);
  }

  @Test
  void constantsOfInterfacesAndListsAreShared() throws Uncapturable {
    isShared(Grades.THIRD);
    isShared(Grades.ALL.get(1));
  }

  @Test
  void lazySingletonsAreSharedOrRefused() throws Uncapturable {
    isShared(Lazy.get());
    Copies.of(new Date());
    assertThat(Copies.refusal(Registry.get()))
        .isEqualTo(
            "a constant that can change: "
                + OUTER
                + "Registry.instance, because it holds a java.util.HashMap");
    assertThat(Copies.refusal(OnDemand.Holder.INSTANCE)).contains("OnDemand$Holder.INSTANCE");
  }

  @Test
  void objectsWithoutStateAreSharedUnlessTheyAreLocks() throws Uncapturable {
    isShared(new Strategy());
    isShared(ANONYMOUS);
    isShared(new Object());
    Locking lock = new Locking();
    assertThat(Copies.of(lock)).isNotSameAs(lock);
  }

  @Test
  void constantsOfTheHolderAreSharedAndItsLockIsNot() throws Uncapturable {
    for (Order copy : Arrays.asList(Copies.of(new Order()), Copies.hasty(new Order()))) {
      assertThat(copy.reference).isSameAs(Order.NONE);
      assertThat(copy.notes).isSameAs(Order.NO_NOTES);
      assertThat(copy.tags).isSameAs(Order.NO_TAGS);
      assertThat(copy.text).isSameAs(Order.EMPTY);
    }
    Order live = new Order();
    Order copy = Copies.of(live);
    assertThat(copy.lock).isNotNull().isNotSameAs(live.lock);
    assertThat(copy.day).isNotSameAs(live.day);
  }

  @Test
  void constantOfTheHolderThatCanChangeIsRefused() throws Uncapturable {
    Order live = new Order();
    live.notes = Order.NOTES;
    assertThat(Copies.refusal(live))
        .isEqualTo(
            "a constant that can change: "
                + OUTER
                + "Order.NOTES, because it holds a java.util.ArrayList");
    live.notes = new ArrayList<>(Order.NOTES);
    assertThat(Copies.of(live).notes).isEqualTo(live.notes).isNotSameAs(live.notes);
  }

  static class Busy {
    static boolean initialized;

    static final class Started {
      static final Started ONE = start();

      private Started() {}

      static Started start() {
        initialized = true;
        return new Started();
      }
    }
  }

  @Test
  void noClassIsInitialised() throws Uncapturable {
    Copies.of(new Busy());
    Copies.of(new Level("x"));
    assertThat(Busy.initialized).isFalse();
  }

  static class Early {
    static final List<Object> COPIES = new ArrayList<>();
    static final Early FIRST = new Early(1);
    static final Early SECOND;

    static {
      COPIES.add(Copies.refusal(new Early(3)));
      SECOND = new Early(2);
    }

    final int value;

    private Early(int value) {
      this.value = value;
    }
  }

  static class Unfinished {
    static final List<Object> COPIES = new ArrayList<>();
    static final Unfinished FIRST = new Unfinished();

    static {
      COPIES.add(Copies.refusal(new Unfinished()));
    }

    int value;
  }

  @Test
  void objectOfAClassThatIsNotInitialisedYetIsNotCopied() throws Uncapturable {
    assertThat(Unfinished.COPIES).containsExactly(OUTER + "Unfinished is not initialised yet");
    Unfinished live = new Unfinished();
    assertThat(Copies.of(live)).isNotSameAs(live);
    assertThat(Copies.refusal(Unfinished.FIRST)).startsWith("a constant that can change");
    assertThat(Early.COPIES).hasSize(1);
    isShared(Early.SECOND);
  }

  static final class Fixed {
    final int value;

    Fixed(int value) {
      this.value = value;
    }
  }

  /** Its transient field is null until the first use, and changes then. */
  static final class Basket {
    static final Basket EMPTY = new Basket();

    private transient @Nullable List<String> items;

    void add(String item) {
      List<String> list = items == null ? new ArrayList<>() : items;
      list.add(item);
      items = list;
    }
  }

  @Test
  void capturedConstantsMayBeShared() throws Uncapturable {
    Fixed fixed = new Fixed(7);
    Supplier<Object> captures = () -> fixed;
    assertThat(Copies.of(captures)).isSameAs(captures);
    Grade viewed = new Grade(7);
    Supplier<Object> view = () -> viewed;
    assertThat(Copies.refusal(view)).endsWith("Grade, which can change");
    Basket basket = new Basket();
    Supplier<Object> lazy = () -> basket;
    assertThat(Copies.refusal(lazy)).endsWith("Basket, which can change");
    assertThat(Copies.refusal(Basket.EMPTY))
        .startsWith("a constant that can change: " + OUTER + "Basket.EMPTY");
    Level level = new Level("x");
    Supplier<Object> mutable = () -> level;
    assertThat(Copies.refusal(mutable))
        .isEqualTo(
            "a lambda of java.util.function.Supplier holds a " + OUTER + "Level, which can change");
    assertThat(Objects.requireNonNull(mutable.get())).isSameAs(level);
  }
}
