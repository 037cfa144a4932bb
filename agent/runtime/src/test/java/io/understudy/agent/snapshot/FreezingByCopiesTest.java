package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Freezing in two steps with the agent's copies. */
final class FreezingByCopiesTest {
  private final Copier copier = new Copier();
  private final Differ differ = Differ.with(Rules.none());

  private @Nullable Object partly(Object live) throws Exception {
    return Freezer.freezePartly(
        live, new Meter(Bounds.DEFAULT), Views.standard(), false, copier::begin);
  }

  private Object frozen(Object live) throws Exception {
    return Objects.requireNonNull(Freezer.complete(partly(live), new Meter(Bounds.DEFAULT)));
  }

  private void assertEqual(Object live, Object expected) throws Exception {
    assertThat(differ.compare(frozen(live), expected).differences()).isEmpty();
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

  /** Lies about its elements. */
  static final class Liar extends ArrayList<Object> {
    private static final long serialVersionUID = 1;
    final Object extra;

    Liar(Object extra, Object... all) {
      super(Arrays.asList(all));
      this.extra = extra;
    }

    @Override
    public Iterator<Object> iterator() {
      return Collections.<Object>singleton("lie").iterator();
    }

    @Override
    public Object get(int index) {
      return "lie";
    }

    @Override
    public int size() {
      return 1;
    }
  }

  @Test
  void elementsOfASubclassAreThoseInItsFields() throws Exception {
    Frozen frozen = (Frozen) frozen(new Liar("x", 1, 2, 3));
    assertThat(frozen.size()).isEqualTo(3);
    assertThat(frozen.part(2)).isEqualTo(3);
    assertThat(Freezer.isPartly(partly(new Liar("x", 1)))).isFalse();
  }

  /** Both sides are read in the same way, the candidate's live object too. */
  @Test
  void liveSubclassIsReadByItsFieldsToo() throws Exception {
    assertEqual(new Liar("x", 1, 2), new Liar("x", 1, 2));
    assertThat(differ.compare(frozen(new Liar("x", 1, 2)), new Liar("x", 1, 3)).isEqual())
        .isFalse();
  }

  /** Computes its elements. */
  static final class Own extends AbstractList<Object> {
    private final List<Object> inside = new ArrayList<>();

    Own(Object... all) {
      inside.addAll(Arrays.asList(all));
    }

    @Override
    public Object get(int index) {
      return inside.get(index);
    }

    @Override
    public int size() {
      return inside.size();
    }
  }

  @Test
  void extraFieldsAreReadLater() throws Exception {
    Object partly = partly(new Liar(new Own(7), 1));
    assertThat(Freezer.isPartly(partly)).isTrue();
    Frozen frozen =
        (Frozen) Objects.requireNonNull(Freezer.complete(partly, new Meter(Bounds.DEFAULT)));
    Shape extra = frozen.shape().beside();
    Object seven =
        ((Frozen) Objects.requireNonNull(extra.part(frozen.shape().besideOf(frozen), 0))).part(0);
    assertThat(seven).isEqualTo(7);
  }

  @Test
  void changesAfterTheCallAreNotSeen() throws Exception {
    Own own = new Own(1, 2);
    Object partly = partly(new Pair(own, null));
    own.inside.clear();
    assertThat(
            differ
                .compare(
                    Freezer.complete(partly, new Meter(Bounds.DEFAULT)),
                    new Pair(new Own(1, 2), null))
                .differences())
        .isEmpty();
  }

  @Test
  void cycleThroughADeferredObject() throws Exception {
    Pair ring = new Pair("a", null);
    ring.second = new Own(ring, "b");
    Pair same = new Pair("a", null);
    same.second = new Own(same, "b");
    Pair other = new Pair("a", null);
    other.second = new Own(other, "c");
    assertEqual(ring, same);
    assertThat(differ.compare(frozen(ring), other).isEqual()).isFalse();
  }

  /** Objects that many deferred ones share are copied once, so the cost is that of the graph. */
  @Test
  void sharedPartsOfManyDeferredObjectsAreCopiedOnce() throws Exception {
    List<Object> all = new ArrayList<>();
    List<Object> big = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      big.add(new Pair(i, i));
    }
    for (int i = 0; i < 100; i++) {
      all.add(new Own(big));
    }
    Meter meter = new Meter(Bounds.DEFAULT);
    Freezer.freezePartly(all, meter, Views.standard(), false, copier::begin);
    assertThat(meter.nodes()).isLessThan(10_000);
  }

  @Test
  void keysOfAHashTableAreHashedOnlyOnTheCopy() throws Exception {
    Map<Object, Object> map = new HashMap<>();
    map.put(new Key(1), new Own(1));
    Map<Object, Object> same = new HashMap<>();
    same.put(new Key(1), new Own(1));
    assertEqual(map, same);
  }

  static final class Key {
    final int number;

    Key(int number) {
      this.number = number;
    }

    @Override
    public int hashCode() {
      return number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key && ((Key) other).number == number;
    }
  }

  /** A map that makes its entries. */
  static final class OwnMap extends AbstractMap<Object, Object> {
    private final Object key;

    OwnMap(Object key) {
      this.key = key;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      Set<Map.Entry<Object, Object>> entries = new HashSet<>();
      entries.add(new SimpleEntry<>(key, "v"));
      return entries;
    }
  }

  @Test
  void viewsOfMapsOfTheApplication() throws Exception {
    assertEqual(new OwnMap("k"), new OwnMap("k"));
    assertEqual(new OwnMap("k").keySet(), Collections.singleton("k"));
    assertEqual(new ArrayList<>(new OwnMap("k").values()), Collections.singletonList("v"));
    assertThat(((Frozen) frozen(Collections.unmodifiableMap(new OwnMap("k")))).kind())
        .isEqualTo(Kind.MAP);
  }

  @Test
  void partOfASortedMapIsReadWithItsComparatorOnTheCopy() throws Exception {
    TreeMap<Object, Object> map = new TreeMap<>((a, b) -> ((Key) a).number - ((Key) b).number);
    for (int i = 0; i < 5; i++) {
      map.put(new Key(i), i);
    }
    assertThat(((Frozen) frozen(map.headMap(new Key(3)))).size()).isEqualTo(3);
    assertThat(((Frozen) frozen(map.descendingMap())).part(0)).isEqualTo(4);
  }

  /** An exception that computes its message. */
  static final class Loud extends RuntimeException {
    private static final long serialVersionUID = 1;

    Loud(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      throw new AssertionError("called");
    }
  }

  @Test
  void exceptionAsAValueIsReadByItsFields() throws Exception {
    Object partly = partly(new Pair(new Loud("m"), null));
    assertThat(Freezer.isPartly(partly)).isFalse();
    assertThat(differ.compare(partly, new Pair(new Loud("m"), null)).isEqual()).isTrue();
    assertThat(differ.compare(partly, new Pair(new Loud("n"), null)).isEqual()).isFalse();
  }
}
