package io.understudy.journal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Samples;
import io.understudy.journal.Schema;
import io.understudy.journal.json.EntryWriter;
import io.understudy.journal.json.LineBuffer;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ValueWriterTest {
  private final List<String> written = new ArrayList<>();

  @AfterEach
  void everyValueFitsTheSchema() {
    for (String json : written) {
      String line =
          "{\"entry\":\"example\",\"point\":\"p\",\"fate\":\"matched\",\"at\":"
              + "\"2026-11-20T12:00:00Z\",\"differenceCount\":0,\"arguments\":["
              + json
              + "]}";
      assertThat(Schema.complaints(line)).as(json).isEmpty();
    }
  }

  @Test
  void numbersKeepTheirExactDigits() throws Exception {
    assertThat(json(7)).isEqualTo("7");
    assertThat(json((1L << 53) + 1)).isEqualTo("9007199254740993");
    assertThat(json(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    assertThat(json(new BigDecimal("2.50"))).isEqualTo("2.50");
    assertThat(json(new BigDecimal("0.1000000000000000055"))).isEqualTo("0.1000000000000000055");
    assertThat(json(new BigDecimal("1E+3"))).isEqualTo("1E+3");
    assertThat(json(new BigDecimal("1E-400"))).isEqualTo("1E-400");
    assertThat(json(BigInteger.ONE.shiftLeft(64))).isEqualTo("18446744073709551616");
    assertThat(json(0.1)).isEqualTo("0.1");
    assertThat(json(0.1f)).isEqualTo("0.1");
    assertThat(json(-0.0)).isEqualTo("-0.0");
    assertThat(json(1e300)).isEqualTo("1.0E300");
    assertThat(json((byte) -1)).isEqualTo("-1");
    assertThat(json(new AtomicLong(5))).isEqualTo("5");
  }

  @Test
  void specialNumbersAreNamed() throws Exception {
    assertThat(json(Double.NaN)).isEqualTo("{\"$number\":\"NaN\"}");
    assertThat(json(Float.NEGATIVE_INFINITY)).isEqualTo("{\"$number\":\"-Infinity\"}");
    assertThat(json(BigInteger.ONE.shiftLeft(100_000)))
        .isEqualTo("{\"$number\":\"(a number of 100001 bits)\"}");
  }

  @Test
  void plainScalarsArePlain() throws Exception {
    assertThat(json(null)).isEqualTo("null");
    assertThat(json(true)).isEqualTo("true");
    assertThat(json('x')).isEqualTo("\"x\"");
    assertThat(json("a\"b\\c\n")).isEqualTo("\"a\\\"b\\\\c\\n\"");
    assertThat(json(new StringBuilder("built"))).isEqualTo("\"built\"");
  }

  @Test
  void valuesOfOtherTypesNameTheirType() throws Exception {
    assertThat(json(TimeUnit.SECONDS))
        .isEqualTo("{\"$type\":\"java.util.concurrent.TimeUnit\",\"$value\":\"SECONDS\"}");
    assertThat(json(LocalDate.of(2026, 11, 20)))
        .isEqualTo("{\"$type\":\"java.time.LocalDate\",\"$value\":\"2026-11-20\"}");
    assertThat(json(OffsetDateTime.parse("2026-11-20T13:00:00+01:00")))
        .isEqualTo(
            "{\"$type\":\"java.time.OffsetDateTime\",\"$value\":\"2026-11-20T13:00+01:00\"}");
    assertThat(json(Date.from(Instant.parse("2026-11-20T12:00:00.123Z"))))
        .isEqualTo("{\"$type\":\"java.util.Date\",\"$value\":\"2026-11-20T12:00:00.123Z\"}");
    assertThat(json(Duration.ofMillis(1500)))
        .isEqualTo("{\"$type\":\"java.time.Duration\",\"$value\":\"PT1.5S\"}");
    assertThat(json(new UUID(1, 2)))
        .isEqualTo(
            "{\"$type\":\"java.util.UUID\",\"$value\":\"00000000-0000-0001-0000-000000000002\"}");
    assertThat(json(String.class))
        .isEqualTo("{\"$type\":\"java.lang.Class\",\"$value\":\"java.lang.String\"}");
  }

  @Test
  void collectionsKeepTheirKind() throws Exception {
    assertThat(json(Arrays.asList(1, null, "x"))).isEqualTo("[1,null,\"x\"]");
    assertThat(json(new int[] {1, 2})).isEqualTo("[1,2]");
    assertThat(json(new LinkedHashSet<>(Arrays.asList(1, 2)))).isEqualTo("{\"$set\":[1,2]}");
    assertThat(json(Optional.of(5))).isEqualTo("{\"$optional\":[5]}");
    assertThat(json(Optional.empty())).isEqualTo("{\"$optional\":[]}");
    assertThat(json("abc".toCharArray())).isEqualTo("{\"$chars\":\"abc\"}");
    assertThat(json(new byte[] {1, 2, -1})).isEqualTo("{\"$bytes\":\"AQL/\"}");
  }

  @Test
  void mapsWithTextKeysAreObjects() throws Exception {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("", 2);
    map.put("$type", 3);
    map.put("$$x", 4);
    assertThat(json(map)).isEqualTo("{\"a\":1,\"\":2,\"$$type\":3,\"$$$x\":4}");
  }

  @Test
  void mapsWithOtherKeysArePairs() throws Exception {
    Map<Object, Object> map = new TreeMap<>();
    map.put(1, "one");
    map.put(2, "two");
    assertThat(json(map)).isEqualTo("{\"$map\":[[1,\"one\"],[2,\"two\"]]}");
    assertThat(json(Collections.singletonMap(null, 1))).isEqualTo("{\"$map\":[[null,1]]}");
    assertThat(json(Collections.singletonMap(TimeUnit.DAYS, 1)))
        .isEqualTo(
            "{\"$map\":[[{\"$type\":\"java.util.concurrent.TimeUnit\",\"$value\":\"DAYS\"},1]]}");
    assertThat(json(Collections.singletonMap(Samples.repeat("k", 300), 1)))
        .isEqualTo("{\"$map\":[[\"" + Samples.repeat("k", 300) + "\",1]]}");
  }

  @Test
  void applicationNamesGetAnExtraDollar() throws Exception {
    assertThat(json(new DollarField()))
        .isEqualTo(
            "{\"$type\":\"io.understudy.journal.redact.ValueWriterTest$DollarField\",\"$$type\":1}");
  }

  @Test
  void opaqueValuesStateTheReason() throws Exception {
    assertThat(json(Collections.singletonList(new ByteArrayInputStream(new byte[0]))))
        .startsWith("[{\"$type\":\"java.io.ByteArrayInputStream\",\"$opaque\":\"");
  }

  @Test
  void cyclesStateTheLevelsUp() throws Exception {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThat(json(list)).isEqualTo("[{\"$cycle\":1}]");
    Map<String, Object> map = new HashMap<>();
    map.put("x", Collections.singletonList(map));
    assertThat(json(map)).isEqualTo("{\"x\":[{\"$cycle\":2}]}");
  }

  @Test
  void sharedObjectsAreWrittenTwice() throws Exception {
    List<Integer> shared = Collections.singletonList(1);
    assertThat(json(Arrays.asList(shared, shared))).isEqualTo("[[1],[1]]");
  }

  @Test
  void longTextIsCutAndHasItsLength() throws Exception {
    assertThat(json(Samples.repeat("x", 10_000_000), 1 << 20))
        .isEqualTo("{\"$text\":\"" + Samples.repeat("x", 4_096) + "\",\"$length\":10000000}");
    assertThat(json(Samples.repeat("x", 10_000).toCharArray(), 1 << 20))
        .isEqualTo(
            "{\"$chars\":{\"$text\":\"" + Samples.repeat("x", 4_096) + "\",\"$length\":10000}}");
  }

  @Test
  void largeByteArrayIsCutAndHasItsLength() throws Exception {
    assertThat(json(new byte[9_000], 1 << 20))
        .isEqualTo("{\"$bytes\":\"" + Samples.repeat("A", 4_096) + "\",\"$length\":9000}");
  }

  @Test
  void longListIsCutAndTheRestIsCounted() throws Exception {
    assertThat(json(Collections.nCopies(100_000, 1), 20)).isEqualTo("[1,1,1,1,{\"$more\":99996}]");
  }

  @Test
  void largeGraphStaysWithinItsRoom() throws Exception {
    List<Object> graph = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      graph.add(Samples.order("1.00"));
    }
    assertThat(json(graph, 16 << 10))
        .hasSizeLessThan(20 << 10)
        .matches(".*\\{\"\\$more\":99\\d\\d\\}\\]");
  }

  @Test
  void deepGraphIsCut() throws Exception {
    Object deep = "bottom";
    for (int i = 0; i < 20_000; i++) {
      deep = Collections.singletonList(deep);
    }
    assertThat(json(deep, 1 << 20))
        .isEqualTo(
            Samples.repeat("[", 64)
                + "{\"$type\":\"java.util.Collections$SingletonList\","
                + "\"$cut\":\"more than 64 levels deep\"}"
                + Samples.repeat("]", 64));
  }

  @Test
  void unpairedSurrogatesAreEscaped() throws Exception {
    assertThat(json("a\ud800b")).isEqualTo("\"a\\\\ud800b\"");
    assertThat(json("\udc00")).isEqualTo("\"\\\\udc00\"");
    assertThat(json("\ud83d\ude00")).isEqualTo("\"\\uD83D\\uDE00\"");
    assertThat(json(Collections.singletonMap("\ud800", 1)))
        .isEqualTo("{\"$map\":[[\"\\\\ud800\",1]]}");
  }

  private String json(@Nullable Object value) throws IOException, Uncapturable {
    return json(value, 1 << 16);
  }

  private String json(@Nullable Object value, long room) throws IOException, Uncapturable {
    Meter meter = new Meter(new Bounds(1_000_000, 1L << 30, Long.MAX_VALUE));
    Object frozen = Freezer.freezeLeniently(value, meter);
    LineBuffer line = new LineBuffer();
    new EntryWriter(line)
        .line(
            out -> {
              out.writeFieldName("value");
              new ValueWriter(out, new Secrets(), room).writeValue(frozen, RedactionState.NONE);
            });
    String text = new String(line.array(), 0, line.size(), StandardCharsets.UTF_8);
    String json = text.substring("{\"value\":".length(), text.length() - "}\n".length());
    written.add(json);
    return json;
  }

  private static final class DollarField {
    @SuppressWarnings("unused") // read by its name
    private final int $type = 1;
  }
}
