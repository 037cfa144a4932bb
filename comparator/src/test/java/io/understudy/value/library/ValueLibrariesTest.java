package io.understudy.value.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.understudy.value.Kind;
import io.understudy.value.view.FrozenText;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import javax.money.Monetary;
import javax.xml.bind.JAXBElement;
import javax.xml.namespace.QName;
import kotlin.Lazy;
import kotlin.LazyKt;
import kotlin.Pair;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.Money;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of money, Kotlin, Jackson, Avro and JAXB. */
class ValueLibrariesTest {
  /** An object of a value class, which Kotlin code boxes by a static method. */
  private static Object boxed(String type, Class<?> bits, Object value) throws Exception {
    return Class.forName(type).getMethod("box-impl", bits).invoke(null, value);
  }

  static Stream<Arguments> kotlin() throws Exception {
    return Stream.of(
        Arguments.of(boxed("kotlin.UByte", byte.class, (byte) -1), "NUMBER 255"),
        Arguments.of(boxed("kotlin.UShort", short.class, (short) -1), "NUMBER 65535"),
        Arguments.of(boxed("kotlin.UInt", int.class, -1), "NUMBER 4294967295"),
        Arguments.of(boxed("kotlin.UInt", int.class, 5), "NUMBER 5"),
        Arguments.of(boxed("kotlin.ULong", long.class, -1L), "NUMBER 18446744073709551615"),
        Arguments.of(boxed("kotlin.ULong", long.class, 5L), "NUMBER 5"),
        // Nanoseconds, shifted by one bit.
        Arguments.of(
            boxed("kotlin.time.Duration", long.class, 3_000_000_000L), "java.time.Duration PT1.5S"),
        Arguments.of(
            boxed("kotlin.time.Duration", long.class, -3_000_000_000L),
            "java.time.Duration PT-1.5S"),
        Arguments.of(new Pair<>(1, "a"), "{first: 1, second: a}"),
        Arguments.of(boxed("kotlin.Result", Object.class, "ok"), "TEXT ok"));
  }

  static Stream<Arguments> money() {
    return Stream.of(
        Arguments.of(Money.of(new BigDecimal("2.50"), "EUR"), "{amount: 2.5, currency: EUR}"),
        Arguments.of(FastMoney.of(3, "EUR"), "{amount: 3, currency: EUR}"),
        Arguments.of(Monetary.getCurrency("CHF"), "ENUM CHF"),
        Arguments.of(org.joda.money.Money.parse("EUR 2.50"), "{amount: 2.50, currency: EUR}"),
        Arguments.of(BigMoney.parse("JPY 2.345"), "{amount: 2.345, currency: JPY}"),
        Arguments.of(CurrencyUnit.of("CHF"), "ENUM CHF"));
  }

  static Stream<Arguments> jackson() throws Exception {
    JsonNode tree =
        new ObjectMapper()
            .readTree(
                "{\"b\": [1, 2.5, null, \"x\", true], \"a\": {}, \"c\": 12345678901234567890}");
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return Stream.of(
        Arguments.of(tree, "{b = [1, 2.5, none, x, true], a = {}, c = 12345678901234567890}"),
        Arguments.of(nodes.textNode("t"), "TEXT t"),
        Arguments.of(nodes.numberNode(7L), "NUMBER 7"),
        Arguments.of(nodes.numberNode(new BigDecimal("1.50")), "NUMBER 1.50"),
        Arguments.of(nodes.booleanNode(false), "BOOLEAN false"),
        Arguments.of(NullNode.getInstance(), "none"),
        Arguments.of(MissingNode.getInstance(), "none"),
        Arguments.of(BinaryNode.valueOf(new byte[] {1, 2}), "[1, 2]"),
        Arguments.of(new POJONode(Collections.singletonMap("k", 1)), "{k = 1}"),
        Arguments.of(new POJONode(null), "none"));
  }

  static Stream<Arguments> avro() {
    Schema schema =
        SchemaBuilder.record("Line")
            .fields()
            .requiredString("sku")
            .optionalInt("count")
            .endRecord();
    GenericData.Record record = new GenericData.Record(schema);
    record.put("sku", "A7");
    Schema fixed = SchemaBuilder.fixed("Hash").size(2);
    Schema symbols = SchemaBuilder.enumeration("Color").symbols("RED", "BLUE");
    return Stream.of(
        Arguments.of(record, "{sku: A7, count: null}"),
        Arguments.of(
            new GenericData.Array<>(Schema.createArray(schema), Collections.singletonList(record)),
            "[{sku: A7, count: null}]"),
        Arguments.of(new GenericData.Fixed(fixed, new byte[] {1, -1}), "[1, -1]"),
        Arguments.of(new GenericData.EnumSymbol(symbols, "RED"), "ENUM RED"));
  }

  static Stream<Arguments> jaxb() {
    return Stream.of(
        Arguments.of(
            new JAXBElement<>(new QName("urn:a", "total"), Integer.class, 5),
            "{name: {urn:a}total, value: 5, nil: false}"));
  }

  @ParameterizedTest
  @MethodSource({"kotlin", "money", "jackson", "avro", "jaxb"})
  void valueIsReadAsItsMeaning(Object live, String expected) {
    assertThat(ShapeText.of(live)).isEqualTo(expected);
  }

  /** Two schemas of one class: the shape depends on the record, and is cached by schema. */
  @Test
  void avroRecordsOfTwoSchemas() {
    Schema a = SchemaBuilder.record("A").fields().requiredInt("x").endRecord();
    Schema b = SchemaBuilder.record("B").fields().requiredInt("y").requiredInt("z").endRecord();
    GenericData.Record first = new GenericData.Record(a);
    first.put("x", 1);
    GenericData.Record second = new GenericData.Record(b);
    second.put("y", 2);

    assertThat(FrozenText.frozen(Arrays.asList(first, second, first)))
        .isEqualTo("[{x: 1}, {y: 2, z: null}, {x: 1}]");
    assertThat(StandardShapes.of(first)).isSameAs(StandardShapes.of(first));
    assertThat(StandardShapes.of(first)).isNotSameAs(StandardShapes.of(second));
  }

  @Test
  void initialisedLazyIsItsValue() {
    Lazy<String> lazy = LazyKt.lazy(() -> "made");
    assertThat(lazy.getValue()).isEqualTo("made");

    assertThat(FrozenText.frozen(lazy)).isEqualTo("some(made)");
    assertThat(FrozenText.frozen(LazyKt.lazyOf(1))).isEqualTo("some(1)");
  }

  private static final class OwnLazy implements Lazy<String> {
    final String kept = "k";

    @Override
    public String getValue() {
      throw new IllegalStateException("called");
    }

    @Override
    public boolean isInitialized() {
      throw new IllegalStateException("called");
    }
  }

  @Test
  void methodsOfAnApplicationLazyAreNotCalled() {
    assertThat(FrozenText.frozen(new OwnLazy())).isEqualTo("{kept: k}");
  }

  @Test
  void shapeOfALibraryClassDoesNotDependOnTheObject() {
    assertThat(StandardShapes.ofInstances(Money.class).kind()).isEqualTo(Kind.RECORD);
    assertThat(StandardShapes.ofInstances(Money.class).sharable()).isTrue();
    assertThat(StandardShapes.ofInstances(Money.class).isByMethods()).isFalse();
  }
}
