package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Freezing in two steps: on a thread of the application without any code of the application, then
 * on another thread with copies.
 */
final class FreezePartlyTest {
  private final List<Object> copied = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  /** Copies objects that know how; they say so when another object is asked for. */
  private final PrivateCopies copies =
      meter ->
          new PrivateCopies.Session() {
            @Override
            public Object copy(Object live) throws Uncapturable {
              if (!(live instanceof Copyable)) {
                throw new Uncapturable(live.getClass().getSimpleName() + " cannot be copied");
              }
              copied.add(live);
              return ((Copyable) live).copy();
            }

            @Override
            public PrivateCopies.LastSteps finish() {
              return () -> steps.add("last steps");
            }
          };

  interface Copyable {
    Object copy();
  }

  /** A list that computes its elements and may be read only as a copy. */
  static final class Numbers extends AbstractList<Object> implements Copyable {
    final List<Object> inside;
    private final boolean readable;

    Numbers(boolean readable, Object... inside) {
      this.readable = readable;
      this.inside = Arrays.asList(inside);
    }

    static Numbers live(Object... inside) {
      return new Numbers(false, inside);
    }

    @Override
    public Object copy() {
      return new Numbers(true, inside.toArray());
    }

    private void check() {
      if (!readable) {
        throw new AssertionError("read on the calling thread");
      }
    }

    @Override
    public Object get(int index) {
      check();
      return inside.get(index);
    }

    @Override
    public int size() {
      check();
      return inside.size();
    }

    @Override
    public int hashCode() {
      throw new AssertionError("hashed");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      throw new AssertionError("compared");
    }
  }

  /** An object with fields. */
  static final class Pair {
    @Nullable Object first;
    @Nullable Object second;

    Pair(@Nullable Object first, @Nullable Object second) {
      this.first = first;
      this.second = second;
    }
  }

  private @Nullable Object partly(Object live) throws Uncapturable {
    return partly(live, Views.standard());
  }

  private @Nullable Object partly(Object live, Views views) throws Uncapturable {
    return Freezer.freezePartly(live, new Meter(Bounds.DEFAULT), views, false, copies);
  }

  private static String complete(@Nullable Object partly) throws Uncapturable {
    assertThat(Freezer.isPartly(partly)).isTrue();
    return FrozenText.of(Freezer.complete(partly, new Meter(Bounds.DEFAULT)));
  }

  @Test
  void whatIsReadByFieldsIsCompleteAtOnce() throws Uncapturable {
    Object frozen = partly(new Pair("a", new ArrayList<>(Arrays.asList(1, 2))));
    assertThat(Freezer.isPartly(frozen)).isFalse();
    assertThat(FrozenText.of(frozen)).isEqualTo("{first: a, second: [1, 2]}");
    assertThat(Freezer.complete(frozen, new Meter(Bounds.DEFAULT))).isSameAs(frozen);
    assertThat(copied).isEmpty();
  }

  @Test
  void objectIsReadFromItsCopyLater() throws Uncapturable {
    Object partly = partly(Numbers.live(1, 2));
    assertThat(complete(partly)).isEqualTo("[1, 2]");
    assertThat(steps).containsExactly("last steps");
  }

  @Test
  void everyPlaceIsReplaced() throws Uncapturable {
    Numbers shared = Numbers.live(1);
    Object partly =
        partly(
            new Pair(
                new Object[] {shared, Collections.singletonMap("k", shared)},
                new AtomicReference<Object>(Arrays.asList(shared))));
    assertThat(complete(partly)).isEqualTo("{first: [[1], {k = [1]}], second: some([[1]])}");
    assertThat(copied).hasSize(1);
  }

  @Test
  void deferredKeyIsReplaced() throws Uncapturable {
    assertThat(complete(partly(Collections.singletonMap(new Text("k"), 1)))).isEqualTo("{k = 1}");
  }

  @Test
  void deferredObjectInADeferredObject() throws Uncapturable {
    Numbers inner = new Numbers(true, 2); // What the copy refers to is a copy too.
    assertThat(complete(partly(new Pair(Numbers.live(1, inner), null))))
        .isEqualTo("{first: [1, [2]], second: null}");
    assertThat(copied).hasSize(1);
  }

  /** A text of the application. */
  static final class Text implements CharSequence, Copyable {
    private final String text;

    Text(String text) {
      this.text = text;
    }

    @Override
    public Object copy() {
      return new StringBuilder(text);
    }

    @Override
    public int length() {
      throw new AssertionError("read on the calling thread");
    }

    @Override
    public char charAt(int index) {
      throw new AssertionError("read on the calling thread");
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new AssertionError("read on the calling thread");
    }
  }

  @Test
  void deferredObjectMayBeAScalar() throws Uncapturable {
    assertThat(complete(partly(new Text("abc")))).isEqualTo("abc");
    assertThat(complete(partly(new Pair(new Text("abc"), 1)))).isEqualTo("{first: abc, second: 1}");
  }

  @Test
  void objectThatCannotBeCopiedIsUncapturable() {
    Iterator<Object> none = Collections.emptyIterator();
    Object live = new Pair(1, new Sequence(none));
    assertThatThrownBy(() -> partly(live))
        .isInstanceOf(Uncapturable.class)
        .hasMessage("Sequence cannot be copied");
  }

  @Test
  void lenientlyItIsOpaque() throws Uncapturable {
    Object live = new Pair(Numbers.live(1), new Sequence(Collections.emptyIterator()));
    Object partly =
        Freezer.freezePartly(live, new Meter(Bounds.DEFAULT), Views.standard(), true, copies);
    assertThat(complete(partly))
        .isEqualTo("{first: [1], second: opaque: Sequence cannot be copied}");
  }

  /** An endless list. */
  static final class Sequence extends AbstractList<Object> {
    private final Iterator<Object> given;

    Sequence(Iterator<Object> given) {
      this.given = given;
    }

    @Override
    public Object get(int index) {
      return given.hasNext() ? given.next() : index;
    }

    @Override
    public int size() {
      return Integer.MAX_VALUE;
    }

    @Override
    public Iterator<Object> iterator() {
      return Collections.<Object>nCopies(1_000_000, "x").iterator();
    }
  }

  /** Copied as an endless list. */
  static final class Endless extends AbstractList<Object> implements Copyable {
    @Override
    public Object copy() {
      return new Sequence(Collections.emptyIterator());
    }

    @Override
    public Object get(int index) {
      throw new AssertionError("read on the calling thread");
    }

    @Override
    public int size() {
      throw new AssertionError("read on the calling thread");
    }
  }

  @Test
  void endlessObjectEndsAtTheBounds() throws Uncapturable {
    Object partly = partly(new Pair(new Endless(), null));
    assertThatThrownBy(() -> Freezer.complete(partly, new Meter(Bounds.DEFAULT)))
        .isInstanceOf(Uncapturable.class)
        .hasMessageContaining("nodes");
  }

  @Test
  void copiesCountAgainstTheBounds() {
    List<Object> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(Numbers.live(i));
    }
    Bounds few = new Bounds(50, 1_000_000, 1_000_000_000);
    assertThatThrownBy(
            () -> Freezer.freezePartly(many, new Meter(few), Views.standard(), false, copies))
        .hasMessageContaining("50 nodes");
  }

  /** Views run code of the application, or a function of the user. */
  @Test
  void viewIsReadFromACopy() throws Uncapturable {
    Geo live = new Geo();
    assertThat(complete(partly(live, Views.builder().asString(Geo.class.getName()).build())))
        .isEqualTo("read 1 times");
    assertThat(complete(partly(live, Views.builder().getters(Geo.class.getName()).build())))
        .isEqualTo("{count: 1}");
    assertThat(
            complete(
                partly(
                    live,
                    Views.builder()
                        .seenAs(Geo.class.getName(), geo -> ++((Geo) geo).reads)
                        .build())))
        .isEqualTo("1");
    assertThat(
            complete(partly(live, Views.builder().content(Geo.class.getName(), "count").build())))
        .isEqualTo("1");
    assertThat(live.reads).isZero();
  }

  @Test
  void viewOfFieldsIsReadAtOnce() throws Uncapturable {
    Geo live = new Geo();
    Object parts = partly(live, Views.builder().parts(Geo.class.getName(), "reads").build());
    assertThat(FrozenText.of(parts)).isEqualTo("{reads: 0}");
    assertThat(partly(live, Views.builder().content(Geo.class.getName(), "reads").build()))
        .isEqualTo(0);
  }

  /** Changes itself whenever a method reads it. */
  public static final class Geo implements Copyable {
    int reads;

    @Override
    public Object copy() {
      return new Geo();
    }

    public int getCount() {
      return ++reads;
    }

    @Override
    public String toString() {
      return "read " + ++reads + " times";
    }
  }

  @Test
  void viewWhoseFunctionThrowsIsUncapturableLater() throws Uncapturable {
    Views views =
        Views.builder()
            .seenAs(
                Geo.class.getName(),
                geo -> {
                  throw new IllegalStateException("secret");
                })
            .build();
    Object partly = partly(new Geo(), views);
    assertThatThrownBy(() -> Freezer.complete(partly, new Meter(Bounds.DEFAULT)))
        .hasMessage("reading " + Geo.class.getName() + " threw java.lang.IllegalStateException");
  }

  /** The class of a view's function is loaded when an object is read, not before. */
  @Test
  void functionClassIsInitialisedLater() throws Uncapturable {
    Views views = Views.builder().with(Geo.class.getName(), LateFunction.class.getName()).build();
    Object partly = partly(new Geo(), views);
    assertThat(LATE).isEmpty();
    assertThat(complete(partly)).isEqualTo("seen");
    assertThat(LATE).containsExactly("initialised", "constructed");
  }

  static final List<String> LATE = new ArrayList<>();

  /** Records when it is initialised. */
  public static final class LateFunction implements java.util.function.Function<Object, Object> {
    static {
      LATE.add("initialised");
    }

    public LateFunction() {
      LATE.add("constructed");
    }

    @Override
    public Object apply(Object geo) {
      return "seen";
    }
  }
}
