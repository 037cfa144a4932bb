package io.understudy.journal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.Example;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalContents;
import io.understudy.journal.RecordedDifference;
import io.understudy.journal.RecordedThrown;
import io.understudy.journal.Samples;
import io.understudy.journal.Schema;
import io.understudy.journal.file.JournalReader;
import io.understudy.journal.file.JournalWriter;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedactionTest {
  @TempDir java.nio.file.Path directory;

  @Test
  void coveredValuesAreMaskedInArgumentsAndResults() throws IOException {
    ExampleEntry read =
        written(
            call(map("ssn", "078-05-1120", "name", "Ann"))
                .control(Outcome.returned(map("ssn", "078-05-1120")), 1),
            "/**/ssn");
    assertThat(read.arguments()).containsExactly("{\"ssn\":{\"$redacted\":true},\"name\":\"Ann\"}");
    assertThat(value(read)).isEqualTo("{\"ssn\":{\"$redacted\":true}}");
  }

  @Test
  void argumentsHaveTheirOwnPath() throws IOException {
    ExampleEntry read =
        written(
            call("token-1", "user-7").control(Outcome.returned("user-7 token-1"), 1),
            "/arguments/0");
    assertThat(read.arguments()).containsExactly("{\"$redacted\":true}", "\"user-7\"");
    assertThat(value(read)).isEqualTo("\"user-7 ***\"");
  }

  @Test
  void argumentsAfterTheCallAreMaskedToo() throws IOException {
    Outcome outcome = Outcome.returned(null).withArguments(new Object[] {map("ssn", "078051120")});
    ExampleEntry read = written(call().control(outcome, 1), "/arguments/0/ssn");
    assertThat(Objects.requireNonNull(read.control()).arguments())
        .containsExactly("{\"ssn\":{\"$redacted\":true}}");
  }

  @Test
  void everythingBelowACoveredPathIsMasked() throws IOException {
    ExampleEntry read =
        written(
            call(map("card", map("number", "4111111111111111", "holder", "Ann Smith"))),
            "/arguments/*/card");
    assertThat(read.arguments()).containsExactly("{\"card\":{\"$redacted\":true}}");
  }

  @Test
  void differencesAreMaskedAtAndBelowAndAboveACoveredPath() throws IOException {
    Path card = Path.root().part("card");
    ExampleEntry read =
        written(
            call()
                .differences(
                    Arrays.asList(
                        new Difference(card.part("number"), DifferenceKind.VALUE, "4111", "5105"),
                        new Difference(
                            card.part("number").index(2), DifferenceKind.VALUE, 'a', 'b'),
                        new Difference(card, DifferenceKind.MISSING, map("number", "4111"), null)),
                    3),
            "/card/number");
    assertThat(read.differences())
        .extracting(RecordedDifference::control)
        .containsExactly(
            "{\"$redacted\":true}", "{\"$redacted\":true}", "{\"number\":{\"$redacted\":true}}");
    assertThat(read.differences())
        .extracting(RecordedDifference::candidate)
        .containsExactly("{\"$redacted\":true}", "{\"$redacted\":true}", "null");
  }

  @Test
  void maskedDifferencesHaveNoDeltaAndNoExplanation() throws IOException {
    Path salary = Path.root().part("salary");
    Path total = Path.root().part("total");
    ExampleEntry read =
        written(
            call(map("salary", 52_000))
                .differences(
                    Arrays.asList(
                        new Difference(salary, DifferenceKind.VALUE, 52_000, 52_001),
                        new Difference(salary, DifferenceKind.VALUE, 1, 2),
                        new Difference(total, DifferenceKind.VALUE, 52_000, 60_000),
                        new Difference(total, DifferenceKind.VALUE, 60_000, 52_000),
                        new Difference(total, DifferenceKind.VALUE, 60_000, 60_001)),
                    5),
            "/**/salary");
    assertThat(read.differences())
        .extracting(RecordedDifference::delta)
        .containsExactly(null, null, null, null, "1");
    assertThat(read.differences())
        .extracting(difference -> difference.explained().isEmpty())
        .containsExactly(true, true, true, true, false);
  }

  @Test
  void maskedValueIsMaskedInOtherPlaces() throws IOException {
    Map<Object, Object> keyed = new LinkedHashMap<>();
    keyed.put("acct DE89370400440532013000", 1);
    keyed.put("other", Arrays.asList("de89370400440532013000", "x"));
    Exception cause = new IllegalArgumentException("bad DE89370400440532013000!");
    ExampleEntry read =
        written(
            call(map("iban", "DE89370400440532013000"), keyed)
                .reason("seen")
                .control(
                    Outcome.threw(
                        ThrownException.of(
                            new IllegalStateException("no DE89370400440532013000", cause))),
                    1)
                .candidate(Outcome.returned("<DE89370400440532013000>".toCharArray()), 1)
                .differences(
                    Collections.singletonList(
                        new Difference(
                            Path.root()
                                .key("DE89370400440532013000")
                                .element("iban=DE89370400440532013000"),
                            DifferenceKind.VALUE,
                            new StringBuilder("DE89370400440532013000"),
                            Optional.of("DE89370400440532013000"))),
                    1),
            "/**/iban");
    assertThat(read.arguments().get(1))
        .isEqualTo("{\"$map\":[[\"acct ***\",1],[\"other\",[\"***\",\"x\"]]]}");
    RecordedThrown thrown = Objects.requireNonNull(Objects.requireNonNull(read.control()).thrown());
    assertThat(thrown.message()).isEqualTo("no ***");
    assertThat(thrown.causes().get(0).message()).isEqualTo("bad ***!");
    assertThat(Objects.requireNonNull(read.candidate()).value())
        .isEqualTo("{\"$chars\":\"<***>\"}");
    RecordedDifference difference = read.differences().get(0);
    assertThat(difference.path()).isEqualTo("/***[iban=***]");
    assertThat(difference.control()).isEqualTo("\"***\"");
    assertThat(difference.candidate()).isEqualTo("{\"$optional\":[\"***\"]}");
  }

  @Test
  void maskedNumberIsMaskedInAnyForm() throws IOException {
    ExampleEntry read =
        written(
            call(
                map("amount", new BigDecimal("-1234.50")),
                new BigDecimal("1234.50"),
                1234.5,
                "total 1234.5 EUR",
                99),
            "/**/amount");
    assertThat(read.arguments())
        .containsExactly(
            "{\"amount\":{\"$redacted\":true}}",
            "{\"$redacted\":true}",
            "{\"$redacted\":true}",
            "\"total *** EUR\"",
            "99");
  }

  @Test
  void numbersAndTextsMaskEachOther() throws IOException {
    assertThat(written(call(map("pin", 123456), "pin 123456", 123456L), "/**/pin").arguments())
        .containsExactly("{\"pin\":{\"$redacted\":true}}", "\"pin ***\"", "{\"$redacted\":true}");
    assertThat(written(call(map("pin", "123456"), 123456), "/**/pin").arguments())
        .containsExactly("{\"pin\":{\"$redacted\":true}}", "{\"$redacted\":true}");
  }

  @Test
  void shortValuesAreMaskedAtTheirPathOnly() throws IOException {
    assertThat(written(call(map("code", "123"), "123", 123), "/**/code").arguments())
        .containsExactly("{\"code\":{\"$redacted\":true}}", "\"123\"", "123");
    assertThat(written(call(map("flag", false), false, "false"), "/**/flag").arguments())
        .containsExactly("{\"flag\":{\"$redacted\":true}}", "false", "\"false\"");
  }

  @Test
  void charAndByteArraysAreMaskedAsTexts() throws IOException {
    ExampleEntry read =
        written(
            call(
                map("password", "hunter22".toCharArray()),
                map("password", "letmein!".getBytes(StandardCharsets.UTF_8)),
                "hunter22",
                "say letmein! twice",
                "letmein!".getBytes(StandardCharsets.UTF_8)),
            "/**/password");
    assertThat(read.arguments().subList(2, 5))
        .containsExactly("\"***\"", "\"say *** twice\"", "{\"$redacted\":true}");
  }

  @Test
  void elementLabelIsMaskedIfItsKeyIsCovered() throws IOException {
    Path line = Path.root().part("lines").element("sku=A7");
    ExampleEntry read =
        written(
            call()
                .differences(
                    Collections.singletonList(
                        new Difference(line.part("price"), DifferenceKind.VALUE, 1, 2)),
                    1),
            "/lines/*/sku");
    assertThat(read.differences().get(0).path()).isEqualTo("/lines[sku=***]/price");
  }

  @Test
  void keysOfACoveredMapAreMasked() throws IOException {
    Path key = Path.root().part("byCard").key("41");
    ExampleEntry read =
        written(
            call(map("byCard", Collections.singletonMap("4111111111111111", 1)), "4111111111111111")
                .differences(
                    Collections.singletonList(new Difference(key, DifferenceKind.VALUE, 1, 2)), 1),
            "/**/byCard");
    assertThat(read.arguments()).containsExactly("{\"byCard\":{\"$redacted\":true}}", "\"***\"");
    assertThat(read.differences().get(0).path()).isEqualTo("/byCard/***");
  }

  @Test
  void hiddenFieldIsCoveredByItsPlainName() throws IOException {
    ExampleEntry read = written(call(new Sub()), "/**/ssn");
    assertThat(read.arguments().get(0)).doesNotContain("base-secret").doesNotContain("sub-secret");
  }

  @Test
  void keysWithCoveredPartsAreMasked() throws IOException {
    ExampleEntry read = written(call(Collections.singletonMap(new Sub(), 1)), "/**/ssn");
    assertThat(read.arguments().get(0)).doesNotContain("base-secret").doesNotContain("sub-secret");
  }

  @Test
  void exceptionMessagesCanBeMasked() throws IOException {
    ExampleEntry read =
        written(
            call("customer Ann")
                .control(
                    Outcome.threw(
                        ThrownException.of(
                            new IllegalStateException(
                                "customer Ann", new IllegalArgumentException("shown")))),
                    1),
            "/exception/message");
    RecordedThrown thrown = Objects.requireNonNull(Objects.requireNonNull(read.control()).thrown());
    assertThat(thrown.message()).isEqualTo("***");
    assertThat(thrown.causes().get(0).message()).isEqualTo("shown");
    assertThat(read.arguments()).containsExactly("\"***\"");
  }

  @Test
  void everythingCanBeMasked() throws IOException {
    ExampleEntry read =
        written(
            call("secret-a", 5)
                .control(Outcome.returned("secret-b"), 1)
                .candidate(Outcome.threw(ThrownException.of(new Exception("secret-c"))), 1)
                .differences(
                    Collections.singletonList(
                        new Difference(
                            Path.root(),
                            DifferenceKind.EXCEPTION,
                            "secret-b",
                            ThrownException.of(new Exception("secret-c")))),
                    1),
            "/**");
    assertThat(read.arguments()).containsOnly("{\"$redacted\":true}");
    assertThat(read.toString() + read.control() + read.candidate() + read.differences())
        .doesNotContain("secret");
  }

  @Test
  void secretAtTheCutOfALongTextIsMaskedCompletely() throws IOException {
    String text = Samples.repeat("x", 4_090) + "topsecret-and-more" + Samples.repeat("y", 9_000);
    ExampleEntry read = written(call(map("key", "topsecret-and-more"), text), "/**/key");
    assertThat(read.arguments().get(1))
        .isEqualTo("{\"$text\":\"" + Samples.repeat("x", 4_090) + "***\",\"$length\":13108}");
  }

  @Test
  void secretBeyondTheWrittenPartIsMasked() throws IOException {
    List<Object> many = new ArrayList<>(Collections.nCopies(50_000, "row"));
    many.add(map("ssn", "078-05-1120"));
    ExampleEntry read =
        written(
            call(many)
                .control(Outcome.threw(ThrownException.of(new Exception("at 078-05-1120"))), 1),
            "/**/ssn");
    assertThat(Objects.requireNonNull(Objects.requireNonNull(read.control()).thrown()).message())
        .isEqualTo("at ***");
  }

  @Test
  void tooLargeGraphMasksEveryText() throws IOException {
    Object deep = "bottom";
    for (int i = 0; i < 600_000; i++) {
      deep = new Object[] {deep};
    }
    ExampleEntry read = written(call("visible").control(Outcome.returned(deep), 1), "/**/ssn");
    assertThat(read.arguments()).containsExactly("\"***\"");
    // A slow machine reaches the time limit before the limit of nodes.
    assertThat(value(read))
        .startsWith("{\"$type\":\"[Ljava.lang.Object;\",\"$opaque\":\"more than ");
  }

  @Test
  void cyclesAreSearchedOnce() throws IOException {
    Map<String, Object> cycle = new HashMap<>();
    cycle.put("self", cycle);
    cycle.put("ssn", "078-05-1120");
    assertThat(written(call(cycle, "078-05-1120"), "/**/ssn").arguments().get(1))
        .isEqualTo("\"***\"");
  }

  @Test
  void withoutPatternsNothingIsMasked() throws IOException {
    assertThat(Redaction.none().isNone()).isTrue();
    assertThat(written(call("ssn 1234")).arguments()).containsExactly("\"ssn 1234\"");
  }

  private static io.understudy.journal.Example.Builder call(Object... arguments) {
    return Example.builder("quote", Fate.MISMATCHED, 0).arguments(arguments);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static String value(ExampleEntry read) {
    return String.valueOf(Objects.requireNonNull(read.control()).value());
  }

  private ExampleEntry written(Example.Builder example, String... patterns) throws IOException {
    Redaction redaction =
        Redaction.of(Stream.of(patterns).map(PathPattern::parse).collect(Collectors.toList()));
    java.nio.file.Path own = java.nio.file.Files.createTempDirectory(directory, "journal");
    JournalWriter writer =
        JournalWriter.builder(own, Samples.session()).redaction(redaction).open();
    writer.example(example.build());
    writer.close("test");
    Schema.holdsFor(own);
    JournalContents read = JournalReader.over(own).contents();
    assertThat(read.problems()).isEmpty();
    return read.examples().get(0);
  }

  /** A base class with a field that its subclass hides. */
  static class Base {
    @SuppressWarnings("unused") // read by its name
    private final String ssn = "base-secret";
  }

  /** Hides the field of its base class. */
  static final class Sub extends Base {
    @SuppressWarnings("unused") // read by its name
    private final String ssn = "sub-secret";
  }
}
