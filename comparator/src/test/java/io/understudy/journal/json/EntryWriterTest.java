package io.understudy.journal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.CodeIdentity;
import io.understudy.journal.Fate;
import io.understudy.journal.PointEntry;
import io.understudy.journal.PointTotals;
import io.understudy.journal.RecordedAcceptance;
import io.understudy.journal.Samples;
import io.understudy.journal.Schema;
import io.understudy.journal.SealEntry;
import io.understudy.journal.SessionEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.BeforeTry;

final class EntryWriterTest {
  private final LineBuffer lines = new LineBuffer();
  private final EntryWriter writer = new EntryWriter(lines);

  @BeforeTry
  void clear() {
    lines.clear();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().ascii().ofMaxLength(20);
  }

  @Provide
  Arbitrary<SessionEntry> sessions() {
    Arbitrary<String> text = texts();
    return Combinators.combine(
            text,
            text,
            text,
            text,
            Arbitraries.longs().between(0, 1L << 22),
            Arbitraries.integers().between(1, 9_999))
        .as(
            (application, host, jvm, zone, pid, file) ->
                SessionEntry.builder(application, Samples.NOON)
                    .session("s" + host)
                    .host(host)
                    .pid(pid)
                    .jvm(jvm)
                    .os(zone)
                    .agent(jvm)
                    .config(host)
                    .zone(zone)
                    .file(file)
                    .previous(file == 1 ? null : Samples.repeat("a", 64))
                    .opened(Samples.NOON.plusSeconds(file))
                    .build());
  }

  @Provide
  Arbitrary<PointEntry> points() {
    Arbitrary<String> text = texts();
    return Combinators.combine(
            text, text, text.list().ofMaxSize(4), Arbitraries.doubles().between(0, 1))
        .as(
            (name, method, rules, share) ->
                new PointEntry(
                        "p" + name,
                        method,
                        name,
                        new CodeIdentity(method, rules.isEmpty() ? null : Samples.repeat("a", 64)),
                        rules.size() > 2 ? null : new CodeIdentity(name, null),
                        share,
                        rules.size(),
                        rules)
                    .withAcceptances(
                        rules.isEmpty()
                            ? Collections.emptyList()
                            : Collections.singletonList(
                                new RecordedAcceptance(
                                    "A" + name,
                                    method,
                                    name,
                                    method,
                                    LocalDate.of(2027, 1, rules.size()),
                                    rules.size() > 1 ? name : null)))
                    .withNoise(share));
  }

  @Property(tries = 200)
  void sessionIsReadAsWritten(@ForAll("sessions") SessionEntry session) throws IOException {
    writer.session(session);
    assertThat(readOne()).isEqualTo(session).hasSameHashCodeAs(session);
  }

  @Property(tries = 200)
  void pointIsReadAsWritten(@ForAll("points") PointEntry point) throws IOException {
    writer.point(point);
    assertThat(readOne()).isEqualTo(point).hasSameHashCodeAs(point);
  }

  @Property(tries = 100)
  void closeIsReadAsWritten(
      @ForAll("texts") String why,
      @ForAll @LongRange(min = 0, max = 1L << 40) long intercepted,
      @ForAll Map<Fate, @LongRange(min = 0, max = 1L << 30) Long> fates)
      throws IOException {
    CloseEntry close =
        new CloseEntry(
            Instant.parse("2026-11-20T12:00:00.123Z"),
            why,
            Collections.singletonMap("p" + why, new PointTotals(intercepted, fates)));
    writer.close(close);
    assertThat(readOne()).isEqualTo(close).hasSameHashCodeAs(close);
  }

  @Example
  void sealHasOneForm() throws IOException {
    SealEntry seal = new SealEntry(3, 4_711, Samples.repeat("0f", 32));
    byte[] line = EntryWriter.line(seal);
    assertThat(new String(line, StandardCharsets.US_ASCII))
        .isEqualTo(
            "{\"entry\":\"seal\",\"records\":3,\"bytes\":4711,\"sha256\":\""
                + Samples.repeat("0f", 32)
                + "\"}\n");
    assertThat(new EntryReader().read(line, 0, line.length)).isEqualTo(seal);
  }

  @Example
  void emptyFieldsAreAbsent() {
    writer.point(
        new PointEntry("p", "a", "b", null, null, 0.5, 7, Collections.<String>emptyList()));
    assertThat(text())
        .isEqualTo(
            "{\"entry\":\"point\",\"point\":\"p\",\"control\":{\"method\":\"a\"},"
                + "\"candidate\":{\"method\":\"b\"},\"sample\":0.5,\"timeoutMillis\":7,"
                + "\"rules\":[]}\n");
  }

  @Example
  void reasonOfACloseIsClipped() throws IOException {
    writer.close(new CloseEntry(Samples.NOON, Samples.repeat("w", 5_000), Collections.emptyMap()));
    assertThat(((CloseEntry) readOne()).why()).hasSize(1_000);
  }

  /** Each body fails at another place: outside, in a nested value, in the middle of a field. */
  @Example
  void failedLineLeavesTheBufferUnchanged() {
    writer.session(Samples.session());
    byte[] before = Arrays.copyOf(lines.array(), lines.size());
    List<EntryWriter.Body> bodies =
        Arrays.asList(
            out -> {
              throw new IllegalStateException("first");
            },
            out -> {
              out.writeObjectFieldStart("a");
              out.writeStringField("b", Samples.repeat("x", 100_000));
              throw new IllegalStateException("nested");
            },
            out -> {
              out.writeFieldName("a");
              throw new IllegalStateException("in a field");
            },
            out -> {
              out.writeArrayFieldStart("a");
              out.flush();
              throw new StackOverflowError("error");
            },
            out -> out.writeString("a value where a name is expected"));
    for (EntryWriter.Body body : bodies) {
      assertThatThrownBy(() -> writer.line(body)).isNotNull();
      assertThat(Arrays.copyOf(lines.array(), lines.size())).isEqualTo(before);
      assertThat(lines.lines()).isEqualTo(1);
    }
    writer.tally(Samples.tally(1, 2));
    assertThat(lines.lines()).isEqualTo(2);
    assertThat(text().split("\n")).hasSize(2).allMatch(line -> Schema.complaints(line).isEmpty());
  }

  @Example
  void bufferGrowsAndShrinks() {
    LineBuffer buffer = new LineBuffer();
    int usual = buffer.array().length;
    for (int i = 0; i < 3 * usual; i++) {
      buffer.write('x');
    }
    assertThat(buffer.size()).isEqualTo(3 * usual);
    assertThat(buffer.array().length).isGreaterThanOrEqualTo(3 * usual);
    buffer.clear();
    assertThat(buffer.size()).isZero();
    assertThat(buffer.lines()).isZero();
    assertThat(buffer.array().length).isEqualTo(usual);
  }

  @Example
  void bufferAddsLinesOfAnother() {
    LineBuffer other = new LineBuffer();
    new EntryWriter(other).tally(Samples.tally(1, 2));
    new EntryWriter(other).tally(Samples.tally(2, 2));
    writer.session(Samples.session());
    lines.add(other);
    assertThat(lines.lines()).isEqualTo(3);
    assertThat(text()).endsWith(new String(other.array(), 0, other.size(), StandardCharsets.UTF_8));
    lines.cutTo(0, 0);
    assertThat(text()).isEmpty();
  }

  @Example
  void partsOfAnArrayAreWritten() {
    lines.write(new byte[] {'a', 'b', 'c', 'd'}, 1, 2);
    assertThat(text()).isEqualTo("bc");
  }

  private Object readOne() throws IOException {
    assertThat(Schema.complaints(text())).isEmpty();
    Object entry = new EntryReader().read(lines.array(), 0, lines.size());
    assertThat(entry).isNotNull();
    return entry;
  }

  private String text() {
    return new String(lines.array(), 0, lines.size(), StandardCharsets.UTF_8);
  }
}
