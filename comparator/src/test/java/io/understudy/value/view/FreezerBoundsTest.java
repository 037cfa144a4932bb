package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.CountText;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What freezing counts, and that it stops at each bound in strict and in lenient mode. */
class FreezerBoundsTest {
  static final class Pair {
    final @Nullable Object left;
    final @Nullable Object right;

    Pair(@Nullable Object left, @Nullable Object right) {
      this.left = left;
      this.right = right;
    }
  }

  static final class Person {
    final String name;
    final int age = 3;

    Person(String name) {
      this.name = name;
    }
  }

  private static String text(int length) {
    return String.join("", Collections.nCopies(length, "x"));
  }

  static Stream<Arguments> costs() {
    Pair shared = new Pair(null, null);
    Map<Object, Object> map = new HashMap<>();
    map.put(1, 2);
    return Stream.of(
        Arguments.of(1, 0),
        Arguments.of("text", 0),
        Arguments.of(new Object(), 1),
        Arguments.of(new Pair(null, null), 1),
        Arguments.of(new Pair(1, "x"), 1),
        Arguments.of(new Pair(new Pair(null, null), null), 2),
        Arguments.of(new Pair(shared, shared), 2),
        Arguments.of(Collections.emptyList(), 1),
        Arguments.of(Arrays.asList(1, 2, 3), 4),
        Arguments.of(Arrays.asList(shared, shared), 4),
        Arguments.of(new Object[] {1, 2}, 3),
        Arguments.of(new int[1000], 1),
        Arguments.of(map, 2),
        Arguments.of(ByteBuffer.allocate(9), 1));
  }

  @ParameterizedTest
  @MethodSource("costs")
  void nodesAreCounted(Object live, int nodes) throws Uncapturable {
    Meter meter = new Meter(Bounds.DEFAULT);
    Freezer.freeze(live, meter);

    assertThat(meter.nodes()).isEqualTo(nodes);
  }

  @ParameterizedTest
  @MethodSource("costs")
  void exactBoundsAreEnough(Object live, int nodes) throws Uncapturable {
    Meter meter = new Meter(Bounds.DEFAULT);
    Freezer.freeze(live, meter);
    int least = Math.max(1, meter.nodes());
    long bytes = Math.max(1, meter.bytes());

    assertThat(run(live, least, bytes, false)).isEqualTo("frozen");
    if (meter.nodes() > 1) {
      assertThat(run(live, least - 1, bytes, false))
          .isEqualTo("more than " + CountText.of(least - 1, "node"));
      assertThat(run(live, least - 1, bytes, true))
          .isEqualTo("more than " + CountText.of(least - 1, "node"));
    }
    if (meter.bytes() > 1) {
      assertThat(run(live, least, bytes - 1, false))
          .isEqualTo("more than " + CountText.of(bytes - 1, "byte"));
      assertThat(run(live, least, bytes - 1, true))
          .isEqualTo("more than " + CountText.of(bytes - 1, "byte"));
    }
  }

  private static String run(Object live, int nodes, long bytes, boolean lenient) {
    Meter meter = new Meter(new Bounds(nodes, bytes, 1));
    try {
      if (lenient) {
        Freezer.freezeLeniently(live, meter);
      } else {
        Freezer.freeze(live, meter);
      }
      return "frozen";
    } catch (Uncapturable exceeded) {
      return exceeded.reason();
    }
  }

  static Stream<Arguments> largeObjects() {
    return Stream.of(
        Arguments.of(new Object[] {text(1000)}),
        Arguments.of(new Person(text(1000))),
        Arguments.of(new Object[] {new StringBuilder(text(1000))}),
        Arguments.of(new Object[] {new StringBuffer(text(1000))}),
        Arguments.of(new byte[2000]),
        Arguments.of(new short[1000]),
        Arguments.of(new char[1000]),
        Arguments.of(new int[500]),
        Arguments.of(new float[500]),
        Arguments.of(new long[250]),
        Arguments.of(new double[250]),
        Arguments.of(new boolean[2000]),
        Arguments.of(ByteBuffer.allocate(2000)),
        Arguments.of(Collections.nCopies(250, 1)),
        Arguments.of(new Object[] {new Name(text(1000))}));
  }

  private static final class Name implements CharSequence {
    private final String text;

    Name(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @ParameterizedTest
  @MethodSource("largeObjects")
  void bytesOfLargeObjectsAreCounted(Object live) {
    assertThat(run(live, 10_000, 1_999, false)).isEqualTo("more than 1999 bytes");
    assertThat(run(live, 10_000, 2_999, false)).isEqualTo("frozen");
  }

  @Test
  void largeNumberIsCountedByItsBits() {
    Object live = new Object[] {new java.util.BitSet(20_000)};

    assertThat(run(live, 10, 2_400, false)).isEqualTo("more than 2400 bytes");
    assertThat(StandardShapes.of(BigInteger.TEN).bytes(BigInteger.TEN)).isEqualTo(32);
  }

  /** Claims a size that its iterator does not have. */
  private static final class Lying extends java.util.AbstractCollection<Integer> {
    private final int claimed;
    private final int actual;

    Lying(int claimed, int actual) {
      this.claimed = claimed;
      this.actual = actual;
    }

    @Override
    public int size() {
      return claimed;
    }

    @Override
    public java.util.Iterator<Integer> iterator() {
      return new ArrayList<>(Collections.nCopies(actual, 7)).iterator();
    }
  }

  @Test
  void wrongSizeOfACollectionIsNoError() {
    assertThat(FrozenText.frozen(new Lying(0, 3))).isEqualTo("[7, 7, 7]");
    assertThat(FrozenText.frozen(new Lying(5, 2))).isEqualTo("[7, 7]");
    assertThat(FrozenText.frozen(new Lying(3, 3))).isEqualTo("[7, 7, 7]");
  }

  @Test
  void hugeClaimedSizeAllocatesNothing() {
    assertThat(run(new Lying(Integer.MAX_VALUE, 1), 100_000, 1L << 40, false))
        .isEqualTo("more than 100000 nodes");
    assertThat(run(new Lying(100_000_000, 1), Integer.MAX_VALUE, 1L << 20, true))
        .isEqualTo("more than 1048576 bytes");
  }

  @Test
  void oneMeterCountsSeveralObjects() throws Uncapturable {
    Meter meter = new Meter(new Bounds(5, 10_000, 1));
    Collection<Object> two = Arrays.asList(1, 2);
    Freezer.freeze(two, meter);

    assertThat(meter.nodes()).isEqualTo(3);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Freezer.freeze(two, meter)))
        .hasMessage("more than 5 nodes");
  }

  @Test
  void immutableClassIsKeptByReference() throws Uncapturable {
    Views views = Views.standard().withImmutable(Collections.singleton(Person.class.getName()));
    Person person = new Person("p");
    Meter meter = new Meter(Bounds.DEFAULT);

    assertThat(Freezer.freeze(person, meter, views)).isSameAs(person);
    assertThat(meter.nodes()).isZero();
    assertThat(Views.standard().withImmutable(Collections.emptySet())).isSameAs(Views.standard());
    List<Object> list = Collections.singletonList(person);
    Object frozen = java.util.Objects.requireNonNull(Freezer.freeze(list, meter, views));
    assertThat(((io.understudy.value.shape.Frozen) frozen).part(0)).isSameAs(person);
  }
}
