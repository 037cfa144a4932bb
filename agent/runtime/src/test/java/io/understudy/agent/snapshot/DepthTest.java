package io.understudy.agent.snapshot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.shape.Frozen;
import io.understudy.value.view.Freezer;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Very deep graphs, copied and frozen on a small stack. */
final class DepthTest {
  private static final int DEPTH = 100_000;
  private static final int STACK = 256 << 10;
  private static final Bounds BOUNDS = new Bounds(10 * DEPTH, 1L << 30, Long.MAX_VALUE);

  private static final class Link {
    private final String name = "link";
    private final Object next;

    Link(Object next) {
      this.next = next;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final class Branch {
    private final Object left;
    private final Object right = new Leafy();

    Branch(Object left) {
      this.left = left;
    }

    @Override
    public String toString() {
      return String.valueOf(right);
    }
  }

  private static final class Leafy {
    private int state = 1;

    @Override
    public String toString() {
      return "leaf " + state++;
    }
  }

  /** A function that wraps an object, and one that unwraps it. */
  enum Nesting {
    BEANS(Link::new, o -> ((Link) o).next),
    TREE(Branch::new, o -> ((Branch) o).left),
    ARRAYS(o -> new Object[] {o}, o -> ((Object[]) o)[0]),
    ARRAY_LISTS(o -> new ArrayList<>(Arrays.asList(1, o)), o -> ((List<?>) o).get(1)),
    LINKED_LISTS(o -> new LinkedList<>(Arrays.asList(o)), Nesting::first),
    VECTORS(o -> new Vector<>(Arrays.asList(o)), Nesting::first),
    DEQUES(o -> new ArrayDeque<>(Arrays.asList(o)), Nesting::first),
    COPY_ON_WRITE(o -> new CopyOnWriteArrayList<>(Arrays.asList(o)), Nesting::first),
    AS_LIST(o -> Arrays.asList(o, 1), Nesting::first),
    SINGLETONS(Collections::singletonList, Nesting::first),
    UNMODIFIABLE(o -> Collections.unmodifiableList(Arrays.asList(o, 1)), Nesting::first),
    SYNCHRONIZED(o -> Collections.synchronizedList(Arrays.asList(o, 1)), Nesting::first),
    CHECKED(o -> Collections.checkedList(Arrays.asList(o, 1), Object.class), Nesting::first),
    MAPS(o -> new LinkedHashMap<>(Collections.singletonMap("k", o)), Nesting::value),
    TREE_MAPS(o -> new TreeMap<>(Collections.singletonMap("k", o)), Nesting::value),
    CONCURRENT_MAPS(o -> new ConcurrentHashMap<>(Collections.singletonMap("k", o)), Nesting::value),
    SINGLETON_MAPS(o -> Collections.singletonMap("k", o), Nesting::value),
    ENTRIES(o -> new SimpleEntry<>("k", o), o -> ((Map.Entry<?, ?>) o).getValue()),
    OPTIONALS(Optional::of, o -> ((Optional<?>) o).get()),
    REFERENCES(AtomicReference::new, o -> ((AtomicReference<?>) o).get());

    private final UnaryOperator<Object> around;
    private final UnaryOperator<Object> inside;

    Nesting(UnaryOperator<Object> around, UnaryOperator<Object> inside) {
      this.around = around;
      this.inside = inside;
    }

    private static Object first(Object collection) {
      return ((Collection<?>) collection).iterator().next();
    }

    private static Object value(Object map) {
      return requireNonNull(((Map<?, ?>) map).get("k"));
    }

    Object deep(Object innermost) {
      Object all = innermost;
      for (int i = 0; i < DEPTH; i++) {
        all = around.apply(all);
      }
      return all;
    }

    Object innermost(Object all) {
      Object at = all;
      for (int i = 0; i < DEPTH; i++) {
        at = inside.apply(at);
      }
      return at;
    }
  }

  @ParameterizedTest
  @EnumSource
  void copied(Nesting nesting) throws Exception {
    Leafy innermost = new Leafy();
    Object live = nesting.deep(innermost);
    Object copy =
        withLittleStack(
            () -> requireNonNull(new Copier().copy(new Object[] {live}, new Meter(BOUNDS))[0]));
    assertThat(nesting.innermost(copy)).isInstanceOf(Leafy.class).isNotSameAs(innermost);
  }

  @ParameterizedTest
  @EnumSource
  void frozen(Nesting nesting) throws Exception {
    Object live = nesting.deep(new Leafy());
    Meter meter = new Meter(BOUNDS);
    withLittleStack(() -> requireNonNull(Freezer.freeze(live, meter)));
    assertThat(meter.nodes()).isGreaterThanOrEqualTo(DEPTH);
  }

  /** Nested wrappers whose own methods would use up the stack. */
  enum Wrapping {
    SYNCHRONIZED(o -> Collections.synchronizedList((List<?>) o), Arrays.asList(1, 2)),
    CHECKED(o -> checked((List<?>) o), Arrays.asList(1, 2)),
    SYNCHRONIZED_SETS(o -> Collections.synchronizedSet((Set<?>) o), Collections.singleton(1)),
    SYNCHRONIZED_MAPS(
        o -> Collections.synchronizedMap((Map<?, ?>) o), Collections.singletonMap(1, 2));

    private final UnaryOperator<Object> around;
    private final Object innermost;

    Wrapping(UnaryOperator<Object> around, Object innermost) {
      this.around = around;
      this.innermost = innermost;
    }

    @SuppressWarnings("unchecked")
    private static Object checked(List<?> list) {
      return Collections.checkedList((List<Object>) list, Object.class);
    }

    Object deep() {
      Object all = innermost;
      for (int i = 0; i < DEPTH; i++) {
        all = around.apply(all);
      }
      return all;
    }
  }

  @ParameterizedTest
  @EnumSource
  void nestedWrappers(Wrapping wrapping) throws Exception {
    Object live = wrapping.deep();
    Object copy =
        withLittleStack(
            () -> requireNonNull(new Copier().copy(new Object[] {live}, new Meter(BOUNDS))[0]));
    assertThat(copy.getClass()).isSameAs(live.getClass());
    Object frozen = requireNonNull(withLittleStack(() -> Freezer.freeze(live, new Meter(BOUNDS))));
    assertThat(((Frozen) frozen).size())
        .isEqualTo(((Frozen) requireNonNull(frozen(wrapping.innermost))).size());
  }

  private static @Nullable Object frozen(Object live) throws Exception {
    return Freezer.freeze(live, new Meter(BOUNDS));
  }

  private static <T> T withLittleStack(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(null, future, "little stack", STACK);
    thread.start();
    return future.get();
  }
}
