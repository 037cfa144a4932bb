package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shapes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The reader of a frequent class makes the same frozen objects as the first one. */
class FrequentRecordTest {
  private static final Shapes SLOW = StandardShapes.shapes(Integer.MAX_VALUE);
  private static final Shapes FAST = StandardShapes.shapes(1);

  /** Freezes twice: the first time makes the classes frequent. */
  private static Object fast(Object live, Meter meter) throws Uncapturable {
    FAST.freeze(live, new Meter(Bounds.DEFAULT), false);
    FAST.compile(FrequentRecordTest::empty);
    return FAST.freeze(live, meter, false);
  }

  private static @Nullable Object empty(Class<?> type) {
    return type == RecordGraph.Line.class ? new RecordGraph.Line(1) : null;
  }

  private static Object slow(Object live, Meter meter) throws Uncapturable {
    return SLOW.freeze(live, meter, false);
  }

  private static int check(Object live) throws Uncapturable {
    Meter fast = new Meter(Bounds.DEFAULT);
    Meter slow = new Meter(Bounds.DEFAULT);
    int objects = FrozenTwins.check(slow(live, slow), fast(live, fast));
    assertThat(fast.nodes()).isEqualTo(slow.nodes());
    assertThat(fast.bytes()).isEqualTo(slow.bytes());
    return objects;
  }

  private static List<Object> lines(int count) {
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(new RecordGraph.Line(i));
    }
    return lines;
  }

  private static final class Once {
    final int number = 1;
  }

  @Example
  void frequentClassGetsItsReaderAtTheNextCompilation() throws Uncapturable {
    Shapes shapes = StandardShapes.shapes(3);
    for (int reads = 0; reads < 5; reads++) {
      assertThat(shapes.compile(type -> new Once())).isEqualTo(reads == 3 ? 1 : 0);
      FrozenTwins.check(
          slow(new Once(), new Meter(Bounds.DEFAULT)),
          shapes.freeze(new Once(), new Meter(Bounds.DEFAULT), false));
    }
  }

  @Property(tries = 500)
  void randomGraphs(@ForAll long seed, @ForAll @IntRange(max = 60) int size) throws Uncapturable {
    check(RecordGraph.of(seed, size));
  }

  @Property(tries = 200)
  void frozenGraphEqualsTheLiveOne(@ForAll long seed, @ForAll @IntRange(max = 40) int size)
      throws Uncapturable {
    Object live = RecordGraph.of(seed, size);
    Object frozen = fast(live, new Meter(Bounds.DEFAULT));
    assertThat(Differ.with(Rules.none()).compare(frozen, live).differences()).isEmpty();
  }

  @Example
  void rowsOfAnyLength() throws Uncapturable {
    for (int count : new int[] {0, 1, 2, 31, 32, 33, 64, 127, 128, 129, 1_000}) {
      List<Object> row = lines(count);
      assertThat(check(row)).isEqualTo(count + 1);
      row.addAll(new ArrayList<>(row));
      assertThat(check(row)).isEqualTo(count + 1);
      Map<String, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        map.put("k" + i, row.get(i));
      }
      assertThat(check(Arrays.asList(map, row))).isEqualTo(count + 3);
    }
  }

  @Example
  void rowsOfObjectsThatLookTheSame() throws Uncapturable {
    for (int count : new int[] {1, 17, 18, 127, 128, 129, 200, 1_000}) {
      List<Object> row = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        row.add(new RecordGraph.Twin());
      }
      row.addAll(new ArrayList<>(row));
      row.addAll(lines(40));
      assertThat(check(row)).isEqualTo(count + 41);
    }
  }

  @Example
  void rowOfNullsTextsOtherClassesAndRepetitions() throws Uncapturable {
    RecordGraph.Line line = new RecordGraph.Line(3);
    RecordGraph.Gift gift = new RecordGraph.Gift(4);
    List<Object> row =
        new ArrayList<>(Arrays.asList(line, null, "text", line, gift, gift, 1, line, null));
    row.add(new ArrayList<>(row));
    row.add(row.toArray());
    check(row);
  }

  @Example
  void leafOfASubclassInARow() throws Uncapturable {
    List<Object> row = lines(40);
    ((RecordGraph.Line) row.get(20)).price = new RecordGraph.Odd(7);
    row.add(row.get(20));
    row.addAll(lines(3));
    check(row);
    check(Collections.singletonMap("odd", row.get(20)));
  }

  @Example
  void resultStaysWhenTheListAndItsObjectsChange() throws Uncapturable {
    List<Object> row = lines(50);
    fast(row, new Meter(Bounds.DEFAULT));
    Frozen frozen = (Frozen) fast(row, new Meter(Bounds.DEFAULT));
    ((RecordGraph.Line) row.get(1)).sku = "changed";
    ((RecordGraph.Line) row.get(2)).price = BigDecimal.ZERO;
    row.clear();
    FrozenTwins.check(slow(lines(50), new Meter(Bounds.DEFAULT)), frozen);
  }

  @Example
  void boundsOfRows() throws Uncapturable {
    List<Object> row = lines(100);
    fast(row, new Meter(Bounds.DEFAULT));
    Bounds few = new Bounds(150, 1_000_000, 1_000_000_000);
    assertThatThrownBy(() -> FAST.freeze(row, new Meter(few), false))
        .hasMessageContaining("more than 150 nodes");
    Bounds small = new Bounds(1_000_000, 4_000, 1_000_000_000);
    assertThatThrownBy(() -> FAST.freeze(row, new Meter(small), false))
        .hasMessageContaining("more than 4000 bytes");
  }
}
