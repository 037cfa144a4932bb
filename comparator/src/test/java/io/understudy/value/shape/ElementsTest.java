package io.understudy.value.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.StandardShapes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes give the same elements of a live object and of its frozen form. */
class ElementsTest {
  private static List<String> walk(Shape shape, Object object) {
    List<String> all = new ArrayList<>();
    for (Elements each = shape.elements(object); each.next(); ) {
      all.add(shape.kind() == Kind.MAP ? each.key() + "=" + each.value() : "" + each.value());
      if (shape.kind() != Kind.MAP) {
        assertThat(each.key()).isNull();
      }
    }
    return all;
  }

  static Stream<Arguments> containers() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("b", null);
    map.put(null, 1);
    Map<TimeUnit, Integer> enums = new EnumMap<>(TimeUnit.class);
    enums.put(TimeUnit.DAYS, 1);
    enums.put(TimeUnit.SECONDS, 2);
    Map<Object, Object> identities = new IdentityHashMap<>();
    identities.put(7, 8);
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {9, 1, 2, 9});
    buffer.position(1).limit(3);
    return Stream.of(
        Arguments.of(Arrays.asList("b", null, "a"), "LIST [b, null, a]"),
        Arguments.of(new LinkedHashSet<>(Arrays.asList(2, 1)), "SET [2, 1]"),
        Arguments.of(map, "MAP [b=null, null=1]"),
        Arguments.of(enums, "MAP [SECONDS=2, DAYS=1]"),
        Arguments.of(identities, "MAP [7=8]"),
        Arguments.of(Collections.emptyMap(), "MAP []"),
        Arguments.of(new Object[] {1, null}, "LIST [1, null]"),
        Arguments.of(new int[] {1, -2}, "LIST [1, -2]"),
        Arguments.of(new long[] {1L << 40}, "LIST [1099511627776]"),
        Arguments.of(new double[] {0.5}, "LIST [0.5]"),
        Arguments.of(new float[] {0.5f}, "LIST [0.5]"),
        Arguments.of(new byte[] {-1}, "LIST [-1]"),
        Arguments.of(new short[] {3}, "LIST [3]"),
        Arguments.of(new char[] {'c'}, "LIST [c]"),
        Arguments.of(new boolean[] {true, false}, "LIST [true, false]"),
        Arguments.of(new String[0], "LIST []"),
        Arguments.of(buffer, "LIST [1, 2]"),
        Arguments.of(ByteBuffer.allocateDirect(2), "LIST [0, 0]"),
        Arguments.of(buffer.asReadOnlyBuffer(), "LIST [1, 2]"),
        Arguments.of(new AtomicIntegerArray(new int[] {5}), "LIST [5]"),
        Arguments.of(new AtomicLongArray(new long[] {6}), "LIST [6]"),
        Arguments.of(new AtomicReferenceArray<>(new Object[] {"x", null}), "LIST [x, null]"),
        Arguments.of(new AtomicReference<>("x"), "OPTIONAL [x]"),
        Arguments.of(new AtomicReference<>(), "OPTIONAL []"),
        Arguments.of(Optional.of(1), "OPTIONAL [1]"),
        Arguments.of(Optional.empty(), "OPTIONAL []"),
        Arguments.of(OptionalInt.of(1), "OPTIONAL [1]"),
        Arguments.of(OptionalInt.empty(), "OPTIONAL []"),
        Arguments.of(OptionalLong.of(2), "OPTIONAL [2]"),
        Arguments.of(OptionalLong.empty(), "OPTIONAL []"),
        Arguments.of(OptionalDouble.of(0.5), "OPTIONAL [0.5]"),
        Arguments.of(OptionalDouble.empty(), "OPTIONAL []"));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void elementsOfLiveAndFrozenContainerAreEqual(Object live, String expected) throws Uncapturable {
    Shape shape = StandardShapes.of(live);
    Object frozen = Objects.requireNonNull(Freezer.freeze(live, new Meter(Bounds.DEFAULT)));

    assertThat(shape.kind() + " " + walk(shape, live)).isEqualTo(expected);
    assertThat(walk(shape, frozen)).isEqualTo(walk(shape, live));
    assertThat(shape.size(frozen)).isEqualTo(shape.size(live));
    assertThat(((Frozen) frozen).shape()).isSameAs(shape);
    assertThat(shape.primitives(live) == null).isEqualTo(shape.primitives(frozen) == null);
  }

  @Test
  void bufferKeepsItsPosition() throws Uncapturable {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3});
    buffer.get();
    Freezer.freeze(buffer, new Meter(Bounds.DEFAULT));
    walk(StandardShapes.of(buffer), buffer);

    assertThat(buffer.position()).isEqualTo(1);
  }

  @Test
  void frozenPrimitivesAreACopy() throws Uncapturable {
    int[] live = {1, 2};
    Frozen frozen =
        (Frozen) Objects.requireNonNull(Freezer.freeze(live, new Meter(Bounds.DEFAULT)));
    live[0] = 9;

    assertThat(frozen.shape().primitives(frozen)).isEqualTo(new int[] {1, 2});
    assertThat(frozen.shape().primitives(live)).isSameAs(live);
    assertThat(frozen).hasToString("[I(LIST, 2)");
  }

  @Test
  void unreadObject() {
    Frozen unread = Frozen.unread("a.B", "too large");

    assertThat(unread.kind()).isEqualTo(Kind.OPAQUE);
    assertThat(unread.typeName()).isEqualTo("a.B");
    assertThat(unread.reason()).isEqualTo("too large");
    assertThat(unread.size()).isZero();
    assertThat(unread).hasToString("a.B(OPAQUE, 0)");
    assertThat(Freezer.unread(null, "why")).isNull();
    assertThat(Freezer.unread("x", "why")).hasToString("java.lang.String(OPAQUE, 0)");
  }
}
