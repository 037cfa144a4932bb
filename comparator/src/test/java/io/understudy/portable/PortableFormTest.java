package io.understudy.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.portable.PortableSamples.Node;
import io.understudy.value.Kind;
import io.understudy.value.named.KeyOrder;
import io.understudy.value.named.NamedScalar;
import io.understudy.value.named.NamedShape;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.shape.Frozen;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortableFormTest {
  private static final Differ EXACT =
      Differ.with(Rules.builder().mode(ComparisonMode.EXACT).build());
  private static final Differ VALUE = Differ.with(Rules.none());

  static List<Object> exactScalars() {
    return PortableSamples.exactScalars();
  }

  static List<Object> namedScalars() {
    return PortableSamples.namedScalars();
  }

  static List<Object> objects() {
    return PortableSamples.objects();
  }

  private static Frozen object(Object value) throws PortableFormException {
    return (Frozen) Objects.requireNonNull(PortableSamples.carried(value));
  }

  @ParameterizedTest
  @MethodSource
  void exactScalars(Object value) throws PortableFormException {
    Object carried = Objects.requireNonNull(PortableSamples.carried(value));

    assertThat(carried).isEqualTo(value);
    assertThat(carried.getClass()).isEqualTo(value.getClass());
  }

  @ParameterizedTest
  @MethodSource
  void namedScalars(Object value) throws PortableFormException {
    Object carried = Objects.requireNonNull(PortableSamples.carried(value));

    assertThat(carried).isInstanceOf(NamedScalar.class);
    assertThat(((NamedScalar) carried).shape().typeName()).isEqualTo(value.getClass().getName());
    assertThat(VALUE.compare(value, carried).isEqual()).isTrue();
  }

  @ParameterizedTest
  @MethodSource
  void objects(Object value) throws PortableFormException {
    Object carried = PortableSamples.carried(value);

    assertThat(EXACT.compare(value, carried).differences()).isEmpty();
    assertThat(EXACT.compare(carried, value).differences()).isEmpty();
    assertThat(EXACT.compare(carried, PortableSamples.carried(carried)).differences()).isEmpty();
  }

  @Test
  void nullValue() throws PortableFormException {
    assertThat(PortableSamples.carried(null)).isNull();
  }

  @Test
  void bitsOfNanAreKept() throws PortableFormException {
    double odd = Double.longBitsToDouble(0x7FF8_0000_0000_0001L);

    Object carried = Objects.requireNonNull(PortableSamples.carried(odd));

    assertThat(Double.doubleToRawLongBits((Double) carried)).isEqualTo(0x7FF8_0000_0000_0001L);
  }

  @Test
  void sharedObjectsStayShared() throws PortableFormException {
    Node shared = new Node("shared", 0);

    Frozen carried = object(Arrays.asList(shared, shared, new Node("shared", 0)));

    assertThat(carried.part(0)).isSameAs(carried.part(1)).isNotSameAs(carried.part(2));
  }

  @Test
  void partsAreNamedInOrder() throws PortableFormException {
    NamedShape shape = (NamedShape) object(new Node("n", 2)).shape();

    assertThat(shape.kind()).isEqualTo(Kind.RECORD);
    assertThat(shape.typeName()).isEqualTo(Node.class.getName());
    assertThat(shape.names()).containsExactly("name", "version", "left", "right");
    assertThat(shape.isTransient(1)).isTrue();
    assertThat(shape.typeNames()).containsExactly(Node.class.getName(), "java.lang.Object");
  }

  @Test
  void knownComparatorsAreNamed() throws PortableFormException {
    assertThat(order(new TreeMap<>())).isEqualTo(KeyOrder.NATURAL);
    assertThat(order(new TreeMap<>(Collections.reverseOrder()))).isEqualTo(KeyOrder.REVERSE);
    assertThat(order(new TreeMap<>(String.CASE_INSENSITIVE_ORDER)))
        .isEqualTo(KeyOrder.CASE_INSENSITIVE);
    assertThat(order(new TreeMap<Object, Object>((a, b) -> 0))).isEqualTo(KeyOrder.OTHER);
    assertThat(order(new ArrayList<>())).isEqualTo(KeyOrder.NONE);
  }

  private static KeyOrder order(Object collection) throws PortableFormException {
    return ((NamedShape) object(collection).shape()).outline().keyOrder();
  }

  @Test
  void carriedConstantsDifferFromOtherConstants() throws PortableFormException {
    Object carried = PortableSamples.carried(RoundingMode.UP);

    assertThat(VALUE.compare(RoundingMode.DOWN, carried).isEqual()).isFalse();
    assertThat(VALUE.compare("UP", carried).isEqual()).isTrue();
    assertThat(EXACT.compare("UP", carried).isEqual()).isFalse();
  }

  @Test
  void typesAreKeptOnceForManyDocuments() throws PortableFormException {
    byte[] bytes = PortableWriter.write(new Node("n", 0), PortableLimits.DEFAULT);
    NamedShapes shapes = new NamedShapes();

    Frozen first = (Frozen) PortableReader.read(bytes, PortableLimits.DEFAULT, shapes);
    Frozen second = (Frozen) PortableReader.read(bytes, PortableLimits.DEFAULT, shapes);

    assertThat(Objects.requireNonNull(first).shape())
        .isSameAs(Objects.requireNonNull(second).shape());
  }

  @Test
  void unreadableValuesAreRefusedOrNeverEqual() throws PortableFormException {
    Object stream = Stream.of(1);
    assertThatThrownBy(() -> PortableSamples.carried(Arrays.asList(1, stream)))
        .isInstanceOf(PortableFormException.class)
        .hasMessageContaining("can be read only once");

    byte[] bytes = PortableWriter.writeLeniently(stream, PortableLimits.DEFAULT);
    Object carried = PortableReader.read(bytes, PortableLimits.DEFAULT, new NamedShapes());

    assertThat(VALUE.compare(carried, carried).isEqual()).isFalse();
  }

  @Test
  void codeThatThrowsIsReported() {
    List<Object> list =
        new java.util.AbstractList<Object>() {
          @Override
          public Object get(int index) {
            throw new IllegalStateException("secret");
          }

          @Override
          public int size() {
            return 1;
          }
        };

    assertThatThrownBy(() -> PortableSamples.carried(list))
        .isInstanceOf(PortableFormException.class)
        .hasMessageContaining("threw java.lang.IllegalStateException")
        .hasMessageNotContaining("secret");
  }

  @Test
  void writerKeepsItsLimits() {
    refuses(new PortableLimits(64, 100, 100), new byte[100], "more than 64 bytes");
    refuses(new PortableLimits(1000, 3, 100), Arrays.asList(1, 2, 3), "more than 3 values");
    refuses(
        new PortableLimits(10_000, 1000, 2),
        Collections.singletonList(Collections.singletonList(Collections.emptyList())),
        "more than 2 levels");
    refuses(new PortableLimits(100_000, 1000, 9), new Endless(), "");
  }

  /** Has more elements than it says. */
  private static final class Endless extends java.util.AbstractCollection<Object> {
    @Override
    public Iterator<Object> iterator() {
      return Stream.iterate((Object) 0, x -> x).iterator();
    }

    @Override
    public int size() {
      return 5;
    }
  }

  private static void refuses(PortableLimits limits, @Nullable Object value, String reason) {
    assertThatThrownBy(() -> PortableWriter.write(value, limits))
        .isInstanceOf(PortableFormException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void readerKeepsItsLimits() throws PortableFormException {
    byte[] bytes = PortableWriter.write(Arrays.asList(1, 2, 3), PortableLimits.DEFAULT);

    for (PortableLimits limits :
        Arrays.asList(
            new PortableLimits(bytes.length - 1, 9, 9),
            new PortableLimits(999, 3, 9),
            new PortableLimits(999, 9, 0))) {
      assertThatThrownBy(() -> PortableReader.read(bytes, limits, new NamedShapes()))
          .isInstanceOf(PortableFormException.class)
          .hasMessageContaining("more than");
    }
  }

  @Test
  void documentHasALimitedNumberOfTypes() throws PortableFormException {
    PortableOutput out = new PortableOutput(1 << 20);
    out.u8(Tag.VERSION);
    out.u8(Tag.OBJECT);
    type(0, Kind.LIST, out);
    out.u8(0);
    out.u8(KeyOrder.NONE.ordinal());
    out.varint(TypeReader.MOST_TYPES);
    for (int i = 1; i <= TypeReader.MOST_TYPES; i++) {
      out.u8(Tag.OBJECT);
      type(i, Kind.RECORD, out);
      out.varint(0);
    }

    assertThatThrownBy(
            () -> PortableReader.read(out.toBytes(), PortableLimits.DEFAULT, new NamedShapes()))
        .hasMessage("more than " + TypeReader.MOST_TYPES + " types");
  }

  /** The beginning of a type's description, with a name of its own and without supertypes. */
  private static void type(int number, Kind kind, PortableOutput out) throws PortableFormException {
    out.varint(number);
    out.u8(kind.ordinal());
    out.text("T" + number);
    out.varint(0);
  }

  @Test
  void integersHaveALimitedLength() throws PortableFormException {
    BigInteger longest = BigInteger.ONE.shiftLeft(8 * PortableOutput.LONGEST_INTEGER - 2);

    assertThat(PortableSamples.carried(longest)).isEqualTo(longest);
    refuses(PortableLimits.DEFAULT, longest.shiftLeft(1), "an integer of more than 65536 bytes");
  }

  @Test
  void otherVersionsAreRefused() {
    assertThatThrownBy(
            () -> PortableReader.read(new byte[] {2, 0}, PortableLimits.DEFAULT, new NamedShapes()))
        .isInstanceOf(PortableFormException.class)
        .hasMessage("version 2 of the portable form; this is version 1");
  }
}
