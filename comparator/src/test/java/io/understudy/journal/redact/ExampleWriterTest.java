package io.understudy.journal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.Example;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.RecordedDifference;
import io.understudy.journal.RecordedOutcome;
import io.understudy.journal.RecordedThrown;
import io.understudy.journal.Samples;
import io.understudy.journal.Schema;
import io.understudy.journal.json.EntryReader;
import io.understudy.journal.json.EntryWriter;
import io.understudy.journal.json.LineBuffer;
import io.understudy.value.Path;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which fields an example has, and how much of its values. */
final class ExampleWriterTest {
  @Test
  void smallestExampleHasFewFields() {
    assertThat(json(Example.builder("p", Fate.UNANSWERED, 0).build()))
        .isEqualTo(
            "{\"entry\":\"example\",\"point\":\"p\",\"fate\":\"unanswered\","
                + "\"at\":\"1970-01-01T00:00:00Z\",\"differenceCount\":0,\"differences\":[],"
                + "\"arguments\":[]}\n");
  }

  @Test
  void unwritableExampleHasAReason() {
    LineBuffer line = new LineBuffer();
    Example example =
        Example.builder("p", Fate.MISMATCHED, 1)
            .reason("r")
            .control(Outcome.returned("value"), 7)
            .build();
    new EntryWriter(line).line(out -> ExampleWriter.writeBare(out, example, "too large"));
    assertThat(new String(line.array(), 0, line.size(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"entry\":\"example\",\"point\":\"p\",\"fate\":\"mismatched\","
                + "\"at\":\"1970-01-01T00:00:00.001Z\",\"reason\":\"r\",\"controlNanos\":7,"
                + "\"differenceCount\":0,\"unwritten\":\"too large\"}\n");
  }

  @Test
  void unknownDurationIsAbsentAndZeroIsNot() {
    assertThat(json(call().control(Outcome.returned(1), 0).build()))
        .contains("\"controlNanos\":0")
        .doesNotContain("candidateNanos");
    assertThat(json(call().control(Outcome.returned(1), -1).build()))
        .doesNotContain("controlNanos");
  }

  @Test
  void reasonIsClipped() throws IOException {
    ExampleEntry read = written(call().reason(Samples.repeat("r", 5_000)));
    assertThat(Objects.requireNonNull(read.reason())).hasSize(1_000).startsWith("rrr");
  }

  @Test
  void differenceHasTypesDeltaAndExplanations() throws IOException {
    RecordedDifference read =
        one(new Difference(Path.root().part("a"), DifferenceKind.VALUE, 100, 200L));
    assertThat(read.controlType()).isEqualTo("java.lang.Integer");
    assertThat(read.candidateType()).isEqualTo("java.lang.Long");
    assertThat(read.delta()).isEqualTo("100");
    assertThat(read.explained()).contains("factor 2");
    assertThat(read.accepted()).isNull();
    assertThat(read.path()).isEqualTo("/a");
    assertThat(read.signature()).isEqualTo("/a · VALUE");
  }

  @Test
  void nullHasNoType() throws IOException {
    RecordedDifference read =
        one(new Difference(Path.root(), DifferenceKind.MISSING, "x", null).acceptedBy("A"));
    assertThat(read.controlType()).isEqualTo("java.lang.String");
    assertThat(read.candidateType()).isNull();
    assertThat(read.candidate()).isEqualTo("null");
    assertThat(read.delta()).isNull();
    assertThat(read.accepted()).isEqualTo("A");
  }

  @Test
  void exceptionHasItsClassAsType() throws IOException {
    RecordedDifference read =
        one(
            new Difference(
                Path.root(),
                DifferenceKind.EXCEPTION,
                ThrownException.of(new IllegalStateException("m")),
                "returned"));
    assertThat(read.controlType()).isEqualTo("java.lang.IllegalStateException");
    assertThat(read.control())
        .isEqualTo("{\"class\":\"java.lang.IllegalStateException\",\"message\":\"m\"}");
  }

  @Test
  void veryLongDeltaIsOmitted() throws IOException {
    BigDecimal fits = new BigDecimal(Samples.repeat("9", 200));
    assertThat(one(value(BigDecimal.ZERO, fits)).delta()).isEqualTo(fits.toString());
    assertThat(one(value(BigDecimal.ZERO, fits.multiply(BigDecimal.TEN.pow(5)).add(fits))).delta())
        .isNull();
  }

  @Test
  void longPathAndSignatureAreClipped() throws IOException {
    Path path = Path.root().part(Samples.repeat("n", 3_000));
    RecordedDifference read = one(new Difference(path, DifferenceKind.VALUE, 1, 2));
    assertThat(read.path()).hasSize(1_000);
    assertThat(read.signature()).hasSize(1_000);
  }

  @Test
  void valueOfADifferenceIsCutEarlierThanAnOutcome() throws IOException {
    String text = Samples.repeat("x", 4_000);
    List<String> texts = Collections.nCopies(10, text);
    ExampleEntry read =
        written(
            call()
                .control(Outcome.returned(texts), 1)
                .differences(Collections.singletonList(value(texts, 1)), 1));
    assertThat(read.differences().get(0).control())
        .hasSizeLessThan(9_000)
        .contains("{\"$more\":8}");
    RecordedOutcome control = Objects.requireNonNull(read.control());
    assertThat(Objects.requireNonNull(control.value())).hasSizeGreaterThan(40_000);
  }

  /** All differences together have a limit too; the count still states how many there are. */
  @Test
  void tooManyLargeDifferencesAreNotAllListed() throws IOException {
    List<Difference> many = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      many.add(value(Samples.repeat("x", 3_000), Samples.repeat("y", 3_000)));
    }
    ExampleEntry read = written(call().differences(many, 100));
    assertThat(read.differences().size()).isBetween(8, 20);
    assertThat(read.differenceCount()).isEqualTo(100);
  }

  @Test
  void argumentsBeyondTheirRoomAreCounted() throws IOException {
    Object[] arguments = new Object[40];
    Arrays.fill(arguments, Samples.repeat("a", 4_000));
    List<String> read = written(call().arguments(arguments)).arguments();
    assertThat(read.size()).isBetween(15, 20);
    assertThat(read.get(read.size() - 1)).isEqualTo("{\"$more\":" + (41 - read.size()) + "}");
  }

  @Test
  void longMessageIsCutAndHasItsLength() throws IOException {
    String message = Samples.repeat("m", 10_000);
    Example example =
        call().control(Outcome.threw(ThrownException.of(new Exception(message))), 1).build();
    assertThat(json(example)).contains("\"messageLength\":10000");
    RecordedThrown thrown = thrown(example);
    assertThat(Objects.requireNonNull(thrown.message())).hasSize(4_096);
    assertThat(
            json(call().control(Outcome.threw(ThrownException.of(new Exception("m"))), 1).build()))
        .doesNotContain("messageLength");
  }

  @Test
  void exceptionWithoutMessageHasNone() throws IOException {
    RecordedThrown thrown =
        thrown(
            call()
                .control(
                    Outcome.threw(ThrownException.of(new Exception(null, new Error("cause")))), 1)
                .build());
    assertThat(thrown.message()).isNull();
    assertThat(thrown.causes()).extracting(RecordedThrown::message).containsExactly("cause");
  }

  @Test
  void candidateThatDidNotAnswerIsAbsent() throws IOException {
    ExampleEntry read =
        written(call().control(Outcome.returned(null), 1).candidate(null, 2_000_000));
    assertThat(read.candidate()).isNull();
    assertThat(read.candidateNanos()).isEqualTo(2_000_000);
    assertThat(Objects.requireNonNull(read.control()).value()).isEqualTo("null");
  }

  /** An object that cannot be frozen is written with its class; the rest is written as usual. */
  @Test
  void opaqueDifferenceHasItsClass() throws IOException {
    Object deep = "bottom";
    for (int i = 0; i < 600_000; i++) {
      deep = new Object[] {deep};
    }
    RecordedDifference read = one(value(deep, 1));
    assertThat(read.controlType()).isEqualTo("[Ljava.lang.Object;");
    assertThat(read.control())
        .startsWith("{\"$type\":\"[Ljava.lang.Object;\",\"$opaque\":\"more than ");
    assertThat(read.candidate()).isEqualTo("1");
  }

  @Test
  void numbersOfManyDigitsAreNamed() throws IOException {
    assertThat(one(value(Double.NaN, new BigDecimal("1E+5000"))).candidate()).isEqualTo("1E+5000");
    assertThat(one(value(Double.NaN, 1)).control()).isEqualTo("{\"$number\":\"NaN\"}");
  }

  private static Difference value(Object control, Object candidate) {
    return new Difference(Path.root(), DifferenceKind.VALUE, control, candidate);
  }

  private static Example.Builder call() {
    return Example.builder("p", Fate.MISMATCHED, 0);
  }

  private static RecordedDifference one(Difference difference) throws IOException {
    return written(call().differences(Collections.singletonList(difference), 1))
        .differences()
        .get(0);
  }

  private static RecordedThrown thrown(Example example) throws IOException {
    byte[] line = json(example).getBytes(StandardCharsets.UTF_8);
    ExampleEntry read = (ExampleEntry) new EntryReader().read(line, 0, line.length);
    return Objects.requireNonNull(
        Objects.requireNonNull(Objects.requireNonNull(read).control()).thrown());
  }

  private static ExampleEntry written(Example.Builder example) throws IOException {
    String json = json(example.build());
    assertThat(Schema.complaints(json)).isEmpty();
    byte[] line = json.getBytes(StandardCharsets.UTF_8);
    return (ExampleEntry) Objects.requireNonNull(new EntryReader().read(line, 0, line.length));
  }

  private static String json(Example example) {
    LineBuffer line = new LineBuffer();
    new EntryWriter(line).line(out -> ExampleWriter.write(out, example, Redaction.none()));
    return new String(line.array(), 0, line.size(), StandardCharsets.UTF_8);
  }
}
