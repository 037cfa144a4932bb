package io.understudy.value.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.json.JsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonpShapesTest {
  /** A constant: true, false or null. */
  static class Literal implements JsonValue {
    private final ValueType type;

    Literal(ValueType type) {
      this.type = type;
    }

    @Override
    public ValueType getValueType() {
      return type;
    }
  }

  /** A string. */
  public static final class Text extends Literal {
    Text() {
      super(ValueType.STRING);
    }

    public String getString() {
      return "s";
    }
  }

  /** A number. */
  public static final class Numeric extends Literal {
    Numeric() {
      super(ValueType.NUMBER);
    }

    public BigDecimal bigDecimalValue() {
      return new BigDecimal("1.50");
    }
  }

  private static final class Items extends AbstractList<JsonValue> implements JsonValue {
    @Override
    public JsonValue get(int index) {
      return new Text();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public ValueType getValueType() {
      return ValueType.ARRAY;
    }
  }

  private static final class Members extends AbstractMap<String, JsonValue> implements JsonValue {
    @Override
    public Set<Map.Entry<String, JsonValue>> entrySet() {
      return Collections.<String, JsonValue>singletonMap("k", new Numeric()).entrySet();
    }

    @Override
    public ValueType getValueType() {
      return ValueType.OBJECT;
    }
  }

  private static final class Unsupported implements jakarta.json.JsonValue {}

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(new Literal(JsonValue.ValueType.TRUE), "BOOLEAN true"),
        Arguments.of(new Literal(JsonValue.ValueType.FALSE), "BOOLEAN false"),
        Arguments.of(new Literal(JsonValue.ValueType.NULL), "none"),
        Arguments.of(new Text(), "TEXT s"),
        Arguments.of(new Numeric(), "NUMBER 1.50"),
        Arguments.of(new Items(), "[s]"),
        Arguments.of(new Members(), "{k = 1.50}"),
        Arguments.of(
            new Unsupported(),
            "uncapturable: "
                + Unsupported.class.getName()
                + " cannot be read as a jakarta.json.JsonValue of a known version"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueIsReadAsItsMeaning(Object value, String expected) {
    assertThat(ShapeText.of(value)).isEqualTo(expected);
  }
}
