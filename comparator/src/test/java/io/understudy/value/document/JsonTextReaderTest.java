package io.understudy.value.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextReaderTest {
  @Test
  void document() throws Documents.Malformed {
    assertThat(Documents.json(" {\"b\": [1, 2.50, true, null, \"x\\u00e4\"], \"a\": {}} "))
        .hasToString("{b=[1, 2.50, true, null, xä], a={}}");
    assertThat(Documents.json("null")).isNull();
    assertThat(Documents.json("\"text\"")).isEqualTo("text");
    assertThat(Documents.json("[]")).isEqualTo(Arrays.asList());
  }

  @Test
  void numbersAreExact() throws Documents.Malformed {
    assertThat(Documents.json("9007199254740993")).isEqualTo(new BigDecimal("9007199254740993"));
    assertThat(Documents.json("0.1000000000000000055"))
        .isEqualTo(new BigDecimal("0.1000000000000000055"));
    assertThat(Documents.json("1e-400")).isEqualTo(new BigDecimal("1e-400"));
    assertThat(Documents.json("2.50")).isEqualTo(new BigDecimal("2.50"));
  }

  @Test
  void resultIsUnmodifiable() throws Documents.Malformed {
    assertThat(Documents.json("{}"))
        .isInstanceOf(Collections.unmodifiableMap(new HashMap<>()).getClass());
    assertThat(Documents.json("[]"))
        .isInstanceOf(Collections.unmodifiableList(new ArrayList<>()).getClass());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1, \"a\": 1}|not JSON: an object that has one name twice, which is never read, at line 1, column 13",
        "{\"a\": 1} 2|not JSON: more text after its end at line 1, column 10",
        "[1, 2|not JSON: the text ends early at line 1, column 6",
        "``|not JSON: the text ends early at line 1, column 1",
        "1e999999999|not JSON: a number out of range at line 1, column 12",
        "1e99999999999|not JSON: a number out of range at line 1, column 14",
      })
  void malformedTextNamesThePosition(String text, String message) {
    assertThatThrownBy(() -> Documents.json(text))
        .isInstanceOf(Documents.Malformed.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a: 1}",
        "{'a': 1}",
        "[1,]",
        "{\"a\":1,}",
        "NaN",
        "01",
        "+1",
        ".5",
        "1.",
        "secret",
        "// c\n1",
        "[1 2]",
        "\"a",
        "\"\t\"",
        "tru",
        "{\"a\"}",
        "]",
        "\u0000",
        "\uFEFF1",
        "\"\\u\u0661234\"",
        "{\"\\u\u0661234\": 1}",
        "\"\\x\"",
        "\"\\u12G4\""
      })
  void malformedTextIsRejected(String text) {
    assertThatThrownBy(() -> Documents.json(text))
        .isInstanceOf(Documents.Malformed.class)
        .hasMessageMatching("not JSON.* at line \\d+, column \\d+");
  }

  @Test
  void escapes() throws Documents.Malformed {
    assertThat(Documents.json("\"\\\\u\u0661234 \\u00e4\"")).isEqualTo("\\u\u0661234 ä");
  }

  @Test
  void depthIsBounded() throws Documents.Malformed {
    assertThat(Documents.json(nested(900))).isNotNull();
    assertThatThrownBy(() -> Documents.json(nested(100_000)))
        .isInstanceOf(Documents.Malformed.class);
  }

  private static String nested(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append('[');
    }
    for (int i = 0; i < depth; i++) {
      text.append(']');
    }
    return text.toString();
  }

  /**
   * The reader accepts exactly the texts that Jackson accepts and reads them the same way. The
   * exceptions are repeated names and numbers out of range, which are rejected here.
   */
  @Property
  void acceptsTheSameTextsAsJackson(@ForAll("almostJson") String text) throws Documents.Malformed {
    Object expected = jackson(text);
    if (expected == MALFORMED) {
      assertThatThrownBy(() -> Documents.json(text)).isInstanceOf(Documents.Malformed.class);
    } else {
      assertThat(Documents.json(text)).isEqualTo(expected);
    }
  }

  private static final Object MALFORMED = new Object();

  private static @Nullable Object jackson(String text) {
    ObjectMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();
    try {
      return decimals(mapper.readValue(text, Object.class));
    } catch (JsonProcessingException | OutOfRange malformed) {
      return MALFORMED;
    }
  }

  private static final class OutOfRange extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static @Nullable Object decimals(@Nullable Object value) {
    if (value instanceof BigInteger) {
      return new BigDecimal((BigInteger) value);
    }
    if (value instanceof BigDecimal
        && Math.abs((long) ((BigDecimal) value).scale()) > JsonScanner.MOST_SCALE) {
      throw new OutOfRange();
    }
    if (value instanceof List) {
      List<@Nullable Object> all = new ArrayList<>();
      ((List<?>) value).forEach(each -> all.add(decimals(each)));
      return all;
    }
    if (value instanceof Map) {
      Map<Object, @Nullable Object> all = new HashMap<>();
      ((Map<?, ?>) value).forEach((key, each) -> all.put(key, decimals(each)));
      return all;
    }
    return value;
  }

  @Provide
  Arbitrary<String> almostJson() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"b\"",
            "\"a\":",
            "\"b\":",
            "1",
            "-0.50",
            "1e2",
            "true",
            "null",
            " ",
            "\n",
            "\"\\u00e4\\n\"",
            "-",
            "\"",
            "\"c\":1,",
            "[1,2]",
            "{}",
            "00")
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(parts -> String.join("", parts));
  }
}
