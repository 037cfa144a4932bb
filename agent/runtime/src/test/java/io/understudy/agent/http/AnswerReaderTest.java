package io.understudy.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.HttpConfig;
import io.understudy.agent.config.HttpOrigin;
import io.understudy.agent.config.HttpStatus;
import io.understudy.agent.config.HttpText;
import io.understudy.compare.Difference;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.PathPattern;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.shape.Frozen;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerReaderTest {
  private static final Views VIEWS = Views.standard();

  enum Level {
    HIGH
  }

  static final class Quote {
    final BigDecimal price = new BigDecimal("12.50");
    final double rate = 0.1;
    final float factor = 0.7f;
    final long count = 9007199254740993L;
    final LocalDate day = LocalDate.of(2024, 2, 29);
    final Date at = new Date(1_700_000_000_000L);
    final UUID id = new UUID(1, 2);
    final Level level = Level.HIGH;
    final byte[] sign = {1, 2, -3};
    final Map<String, Integer> byName = new TreeMap<>(Collections.singletonMap("a", 1));
    final Set<String> tags = new HashSet<>(Arrays.asList("x", "y"));
    final List<Line> lines = Arrays.asList(new Line(null), new Line(Instant.EPOCH));
    final @Nullable String none = null;
  }

  static final class Line {
    final @Nullable Instant due;

    Line(@Nullable Instant due) {
      this.due = due;
    }
  }

  private static final String QUOTE =
      "{\"price\":12.5,\"rate\":0.1,\"factor\":0.7,\"count\":9007199254740993,"
          + "\"day\":\"2024-02-29\",\"at\":\"2023-11-14T22:13:20.000Z\","
          + "\"id\":\"00000000-0000-0001-0000-000000000002\",\"level\":\"HIGH\",\"sign\":\"AQL9\","
          + "\"byName\":{\"a\":1},\"tags\":[\"y\",\"x\"],"
          + "\"lines\":[{\"due\":null},{\"due\":\"1970-01-01T00:00:00Z\"}],\"none\":null}";

  private static @Nullable Object freeze(@Nullable Object value) throws Exception {
    return Freezer.freeze(value, new Meter(Bounds.DEFAULT));
  }

  private static HttpConfig.Builder config() {
    return HttpConfig.builder(HttpOrigin.parse("http://127.0.0.1:1"), HttpText.parse("/"), "GET");
  }

  private static Outcome read(
      HttpConfig config, Rules rules, int status, byte[] body, @Nullable Object value)
      throws Exception {
    AnswerReader reader =
        new AnswerReader(
            config, rules, VIEWS, new NamedShapes(), false, Collections::singletonList);
    return reader.read(new HttpAnswer(status, "", body), Outcome.returned(freeze(value)));
  }

  private static Outcome read(String body, Object control) throws Exception {
    return read(
        config().build(), Rules.none(), 200, body.getBytes(StandardCharsets.UTF_8), control);
  }

  private static List<Difference> differences(String body, Object control) throws Exception {
    return differences(Rules.none(), body, control);
  }

  private static List<Difference> differences(Rules rules, String body, Object control)
      throws Exception {
    Outcome candidate =
        read(config().build(), rules, 200, body.getBytes(StandardCharsets.UTF_8), control);
    return Differ.with(rules).compare(Outcome.returned(freeze(control)), candidate).differences();
  }

  @Test
  void answerThatSaysTheSameIsEqual() throws Exception {
    assertThat(differences(QUOTE, new Quote())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"price\":12.5,|\"price\":\"12.5\",",
        "\"rate\":0.1,|\"rate\":0.1000000000000000055,",
        "\"rate\":0.1,|\"rate\":0.10000000000000001,",
        "\"factor\":0.7,|\"factor\":0.70000001,",
        "\"count\":9007199254740993,|\"count\":9007199254740992,",
        "\"day\":\"2024-02-29\"|\"day\":\"2024-2-29\"",
        "22:13:20.000Z|22:13:20.001Z",
        "0000-000000000002|0-2",
        "\"AQL9\"|\"AQL9=\"",
        "\"byName\":{\"a\":1}|\"byName\":{\"a\":\"1\"}",
        "[\"y\",\"x\"]|[\"y\",\"x\",\"x\"]",
        "\"due\":\"1970-01-01T00:00:00Z\"|\"due\":0",
        "\"HIGH\"|\"High\"",
        ",\"none\":null|,\"none\":\"\"",
        ",\"none\":null|,\"none\":null,\"more\":1"
      })
  void answerThatSaysSomethingElseDiffersOnce(String part, String other) throws Exception {
    assertThat(QUOTE).contains(part);
    assertThat(differences(QUOTE.replace(part, other), new Quote())).hasSize(1);
  }

  @Test
  void renamedPartIsReadByTheGuideOfTheControlsPart() throws Exception {
    Rules rules =
        Rules.builder()
            .rename(PathPattern.parse("/lines/*/due"), PathPattern.parse("/lines/*/dates/until"))
            .build();
    String body =
        QUOTE
            .replace("\"due\":null", "\"dates\":{\"until\":null}")
            .replace(
                "\"due\":\"1970-01-01T00:00:00Z\"",
                "\"dates\":{\"until\":\"1970-01-01T00:00:00Z\"}");
    assertThat(differences(rules, body, new Quote())).isEmpty();
  }

  @Property(tries = 500)
  void shortestDecimalIsItsDoubleAndNoOther(@ForAll double value) {
    org.assertj.core.api.Assumptions.assumeThat(Math.abs(value)).isLessThan(1e300);
    AnswerGuide guide = AnswerGuide.of(value, VIEWS, Rules.none().root());
    Object read = GuidedScalars.number(new BigDecimal(Double.toString(value)), guide);
    // Double.toString of older JVMs is not always the shortest; then the decimal stays exact.
    assertThat(((Number) read).doubleValue() == value).isTrue();
    BigDecimal next = new BigDecimal(value).add(new BigDecimal("1e-400"));
    assertThat(GuidedScalars.number(next, guide)).isSameAs(next);
  }

  @Property(tries = 300)
  void noAnswerBreaksTheReader(@ForAll @Size(max = 60) byte[] body) throws Exception {
    try {
      read(config().build(), Rules.none(), 200, body, new Quote());
    } catch (HttpException reason) {
      assertThat(reason.reason()).startsWith("the answer");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":1,\"a\":2}", "{} x", "{", "1e999999999", "[1,]", "NaN", "<html></html>"})
  void answerThatIsNotJsonIsNoAnswer(String body) {
    assertThatThrownBy(() -> read(body, new Quote()))
        .isInstanceOf(HttpException.class)
        .hasMessageContaining("the answer is not JSON");
  }

  @Test
  void deepAnswerIsNoAnswerOrIsRead() throws Exception {
    String deep = String.join("", Collections.nCopies(100_000, "["));
    assertThatThrownBy(() -> read(deep, "x")).isInstanceOf(HttpException.class);
    String allowed =
        String.join("", Collections.nCopies(1_000, "["))
            + "1"
            + String.join("", Collections.nCopies(1_000, "]"));
    assertThat(differences(allowed, "x")).hasSize(1);
  }

  /** The time must not grow with the square of the entries. */
  @Test
  @Timeout(10)
  void largeMapIsReadEntryByEntry() throws Exception {
    Map<String, Object> control = new TreeMap<>();
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      control.put("k" + i, i % 2 == 0 ? (Object) LocalDate.of(2024, 2, 29) : "2024-02-29");
      body.append(i == 0 ? "{" : ",").append("\"k").append(i).append("\":\"2024-02-29\"");
    }
    Bounds large = new Bounds(1_000_000, 1L << 30, 60_000_000_000L);
    AnswerReader reader =
        new AnswerReader(
            config().build(),
            Rules.none(),
            VIEWS,
            new NamedShapes(),
            false,
            Collections::singletonList);
    HttpAnswer answer =
        new HttpAnswer(200, "", body.append('}').toString().getBytes(StandardCharsets.UTF_8));
    Outcome frozen = Outcome.returned(Freezer.freeze(control, new Meter(large)));
    Frozen read = (Frozen) Objects.requireNonNull(reader.read(answer, frozen).value());

    assertThat(read.key(0)).isEqualTo("k0");
    assertThat(read.part(0)).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(read.part(1)).isEqualTo("2024-02-29");
  }

  @Test
  void bytesThatAreNotUtf8AreNoAnswer() {
    byte[] body = {'"', (byte) 0xFF, '"'};
    assertThatThrownBy(() -> read(config().build(), Rules.none(), 200, body, "x"))
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void resultIsThePartOfThePointer() throws Exception {
    HttpConfig config = config().result(Arrays.asList("a", "1", "b")).build();
    byte[] body = "{\"a\":[0,{\"b\":5}]}".getBytes(StandardCharsets.UTF_8);
    assertThat(read(config, Rules.none(), 200, body, 5).value()).isEqualTo(new BigDecimal(5));
    byte[] other = "{\"a\":[0]}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(config, Rules.none(), 200, other, 5))
        .hasMessageContaining("the answer has no part a/1/b");
  }

  @Test
  void statusDecidesWhatTheAnswerMeans() throws Exception {
    Map<Integer, HttpStatus> statuses = new TreeMap<>();
    statuses.put(404, HttpStatus.NULL);
    statuses.put(422, HttpStatus.thrown("a.Rejected", Collections.singletonList("error")));
    HttpConfig config = config().statuses(statuses).build();
    byte[] body = "{\"error\":\"too late\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(read(config, Rules.none(), 404, body, "x").value()).isNull();
    ThrownException thrown =
        Objects.requireNonNull(read(config, Rules.none(), 422, body, "x").thrown());
    assertThat(thrown.className()).isEqualTo("a.Rejected");
    assertThat(thrown.message()).isEqualTo("too late");
    assertThatThrownBy(() -> read(config, Rules.none(), 500, body, "x"))
        .hasMessageContaining("the server answered with status 500");
    assertThat(read(config, Rules.none(), 204, new byte[0], null).value()).isNull();
  }
}
