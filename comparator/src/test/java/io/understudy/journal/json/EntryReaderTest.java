package io.understudy.journal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.PointEntry;
import io.understudy.journal.RecordedOutcome;
import io.understudy.journal.RecordedThrown;
import io.understudy.journal.Samples;
import io.understudy.journal.SealEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are written with single quotes here; {@code line} replaces them. */
final class EntryReaderTest {
  private final EntryReader reader = new EntryReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // The start and the end of a line.
        "[] | the line does not begin with {\"entry\":\"...\"",
        "null | the line does not begin with {\"entry\":\"...\"",
        "{'entry':null} | the line does not begin with {\"entry\":\"...\"",
        "{'point':'p'} | the line does not begin with {\"entry\":\"...\"",
        "{'entry':'close'} {} | there is text after the close on the same line",
        // Types.
        "{'entry':'tally','point':7} | expected a text at tally.point",
        "{'entry':'tally','point':'p','minute':'1'} | expected an integer at tally.minute",
        "{'entry':'tally','point':'p','minute':1.5} | expected an integer at tally.minute",
        "{'entry':'tally','point':'p','minute':1,'fates':[]} | expected an object at tally.fates",
        "{'entry':'point','point':'p','sample':'1'} | expected a number from 0 to 1 at point.sample",
        "{'entry':'point','point':'p','rules':{}} | expected an array at point.rules",
        "{'entry':'point','point':'p','rules':[1]} | expected a text at point.null",
        "{'entry':'example','differences':{}} | expected an array at example.differences",
        "{'entry':'example','control':[]} | expected an object at example.control",
        "{'entry':'session','start':7} | expected a text at session.start",
        // Required fields.
        "{'entry':'tally'} | a tally needs point and minute, in this order and first",
        "{'entry':'tally','minute':1} | a tally needs point and minute, in this order and first",
        "{'entry':'tally','point':'p','leaves':1} | a tally needs point and minute, in this order"
            + " and first",
        "{'entry':'point'} | a point needs its name in point",
        "{'entry':'session'} | a session needs format, session and start",
        "{'entry':'session','format':1,'session':'s'} | a session needs format, session and start",
        "{'entry':'seal','records':1} | a seal needs sha256 with 64 hexadecimal digits",
        "{'entry':'seal','sha256':'abc'} | a seal needs sha256 with 64 hexadecimal digits",
        "{'entry':'example'} | an example needs point and fate",
        "{'entry':'example','point':'p'} | an example needs point and fate",
        "{'entry':'point','point':'p','accepts':[{}]} | an accepted difference needs id and until",
        // Values.
        "{'entry':'close','at':'noon'} | \"noon\" is not a time in UTC from 1970 to 2199,"
            + " such as 2026-11-20T14:40:49.123Z",
        "{'entry':'point','point':'p','accepts':[{'until':'soon'}]} | \"soon\" is not a day such"
            + " as 2027-01-31",
        "{'entry':'tally','point':'p','minute':1,'intercepted':-1} | expected an integer from 0 to"
            + " 1000000000000 at tally.intercepted",
        "{'entry':'tally','point':'p','minute':1,'control':{'count':1}} | latency counts add up to"
            + " 0, not 1",
        "{'entry':'tally','point':'p','minute':1,'control':{'count':1,'buckets':[1]}} | 1 latency"
            + " buckets with 0 counts",
        "{'entry':'tally','point':'p','minute':1,'control':{'count':1,'buckets':[-7],'counts':[1]}}"
            + " | expected an integer from 0 to 1000000000000 at tally.null",
        "{'entry':'tally','point':'p','minute':1,'caller':{'count':0,'buckets':[99999999999],"
            + "'counts':[1]}} | latency bucket 2147483647 with count 1: expected a bucket from 0"
            + " to 1887 and a count of at least 1",
      })
  void malformedLineStatesWhatIsExpected(String line, String message) {
    assertThatThrownBy(() -> read(line)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{",
        "{'entry'",
        "{'entry':'tally'",
        "{'entry':'seal',}",
        "{'entry':'close','at':NaN}",
        "{'entry':'close' 'at'}",
        "{entry:'close'}",
        "{'entry':'session','format':1e99}"
      })
  void invalidJsonIsNamed(String line) {
    assertThatThrownBy(() -> read(line)).isInstanceOf(IOException.class);
  }

  @Test
  void unknownFateListsTheFates() {
    assertThatThrownBy(() -> read("{'entry':'tally','point':'p','minute':1,'fates':{'lost':1}}"))
        .hasMessageStartingWith("\"lost\" is not a fate; expected one of [")
        .hasMessageContaining("timed-out");
  }

  @Test
  void numberBeyondItsRangeIsRefused() {
    assertThatThrownBy(() -> read("{'entry':'session','format':4294967297}"))
        .hasMessage("expected an integer from 0 to 1000000 at session.format");
    assertThatThrownBy(() -> read("{'entry':'seal','records':99999999999999999999,'sha256':'x'}"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("not valid JSON: ");
  }

  @Test
  void readerContinuesAfterAMalformedLine() throws IOException {
    assertThatThrownBy(() -> read("{'entry':'close','totals':{'a':{'fates':{"))
        .isInstanceOf(IOException.class);
    assertThat(read("{'entry':'close','why':'end'}")).isInstanceOf(CloseEntry.class);
  }

  @Test
  void sessionHasDefaults() throws IOException {
    SessionEntry session =
        (SessionEntry)
            read("{'entry':'session','start':'2026-11-20T12:00:00Z','session':'s','format':1}");
    assertThat(Objects.requireNonNull(session).revision()).isZero();
    assertThat(session.file()).isEqualTo(1);
    assertThat(session.previous()).isNull();
    assertThat(session.opened()).isEqualTo(session.start()).isEqualTo(Samples.NOON);
    assertThat(session.application()).isEmpty();
    assertThat(session.pid()).isZero();
  }

  @Test
  void pointHasDefaults() throws IOException {
    PointEntry point = (PointEntry) read("{'entry':'point','point':'p'}");
    assertThat(Objects.requireNonNull(point).sample()).isEqualTo(1);
    assertThat(point.timeoutMillis()).isZero();
    assertThat(point.rules()).isEmpty();
    assertThat(point.accepts()).isEmpty();
    assertThat(point.noise()).isZero();
    assertThat(point.controlCode()).isNull();
  }

  @Test
  void hashWithoutCodeIsNoIdentity() throws IOException {
    PointEntry point =
        (PointEntry) read("{'entry':'point','point':'p','control':{'sha256':'ab','method':'m'}}");
    assertThat(Objects.requireNonNull(point).controlCode()).isNull();
    assertThat(point.control()).isEqualTo("m");
  }

  @Test
  void acceptanceMayHaveNoLimit() throws IOException {
    PointEntry point =
        (PointEntry)
            read(
                "{'entry':'point','point':'p','accepts':[{'id':'A','until':'2027-01-31'},"
                    + "{'id':'B','until':'2027-02-01','limit':'1 calls a day','later':{'x':[]}}]}");
    assertThat(Objects.requireNonNull(point).accepts()).hasSize(2);
    assertThat(point.accepts().get(0).limit()).isNull();
    assertThat(point.accepts().get(0).until()).isEqualTo(LocalDate.of(2027, 1, 31));
    assertThat(point.accepts().get(1).limit()).isEqualTo("1 calls a day");
    assertThat(reader.unknownFields()).containsExactly("point.accepts.later");
  }

  @Test
  void closeHasTotalsByPoint() throws IOException {
    CloseEntry close =
        (CloseEntry)
            read("{'entry':'close','totals':{'a':{'intercepted':3,'fates':{'matched':2}},'b':{}}}");
    assertThat(Objects.requireNonNull(close).at()).isEqualTo(Instant.EPOCH);
    assertThat(close.why()).isEmpty();
    assertThat(close.totals()).containsOnlyKeys("a", "b");
    assertThat(Objects.requireNonNull(close.totals().get("a")).inFlight()).isEqualTo(1);
    assertThat(Objects.requireNonNull(close.totals().get("b")).intercepted()).isZero();
  }

  @Test
  void exampleHasNestedOutcomes() throws IOException {
    ExampleEntry example =
        (ExampleEntry)
            read(
                "{'entry':'example','point':'p','fate':'mismatched','differenceCount':9,"
                    + "'control':{'threw':{'class':'a.X','causes':[{'class':'b.Y','message':'m'}],"
                    + "'messageLength':9000}},'candidate':{'returned':null,'arguments':[1,[2]]},"
                    + "'differences':[{'path':'/a','kind':'NEW','control':{'x':1},"
                    + "'explained':['case'],'accepted':'A'},{}]}");
    RecordedOutcome control = Objects.requireNonNull(Objects.requireNonNull(example).control());
    RecordedThrown thrown = Objects.requireNonNull(control.thrown());
    assertThat(thrown.className()).isEqualTo("a.X");
    assertThat(thrown.message()).isNull();
    assertThat(thrown.causes()).extracting(RecordedThrown::toString).containsExactly("b.Y: m");
    RecordedOutcome candidate = Objects.requireNonNull(example.candidate());
    assertThat(candidate.value()).isEqualTo("null");
    assertThat(candidate.arguments()).containsExactly("1", "[2]");
    assertThat(example.differenceCount()).isEqualTo(9);
    assertThat(example.differences()).hasSize(2);
    assertThat(example.differences().get(0).kind()).isEqualTo("NEW");
    assertThat(example.differences().get(0).control()).isEqualTo("{\"x\":1}");
    assertThat(example.differences().get(1).control()).isEqualTo("null");
    assertThat(example.controlNanos()).isEqualTo(-1);
    assertThat(example.given()).isNull();
  }

  @Test
  void reasonOfAnUnwrittenExampleIsRead() throws IOException {
    ExampleEntry example =
        (ExampleEntry)
            read("{'entry':'example','point':'p','fate':'matched','unwritten':'too large'}");
    assertThat(Objects.requireNonNull(example).reason()).isEqualTo("too large");
    assertThat(example.control()).isNull();
    assertThat(example.arguments()).isEmpty();
  }

  @Test
  void unknownEntriesAreCounted() throws IOException {
    assertThat(read("{'entry':'tape'}")).isNull();
    assertThat(read("{'entry':'tape','x':1}")).isNull();
    assertThat(read("{'entry':'index'}")).isNull();
    assertThat(reader.unknownEntries()).containsEntry("tape", 2L).containsEntry("index", 1L);
    assertThatThrownBy(() -> reader.unknownEntries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void onlyTheFirstUnknownFieldsAreKept() throws IOException {
    StringBuilder line = new StringBuilder("{'entry':'close'");
    for (int i = 10; i < 50; i++) {
      line.append(",'f").append(i).append("':{'deep':[1,2]}");
    }
    read(line.append('}').toString());
    assertThat(reader.unknownFields()).hasSize(20).contains("close.f10", "close.f29");
  }

  @Test
  void sealIsRead() throws IOException {
    String hash = Samples.repeat("0f", 32);
    assertThat(read("{'entry':'seal','sha256':'" + hash + "','bytes':7,'records':2}"))
        .isEqualTo(new SealEntry(2, 7, hash));
  }

  @Test
  void examplesAreRecognizedByTheirFirstBytes() {
    for (String line : new String[] {"{'entry':'example'", "{'entry':'example','point':'p'}"}) {
      byte[] bytes = bytes("xx" + line);
      assertThat(EntryReader.isExample(bytes, 2, bytes.length - 2)).as(line).isTrue();
    }
    for (String line : new String[] {"", "{'entry':'exampl", "{ 'entry':'example'}"}) {
      byte[] bytes = bytes(line);
      assertThat(EntryReader.isExample(bytes, 0, bytes.length)).as(line).isFalse();
    }
  }

  @Test
  void lineMayStandInTheMiddleOfAnArray() throws IOException {
    byte[] bytes = bytes("junk{'entry':'example','point':'p','fate':'shed','arguments':[1.0]}junk");
    ExampleEntry example = (ExampleEntry) reader.read(bytes, 4, bytes.length - 8);
    assertThat(Objects.requireNonNull(example).arguments()).containsExactly("1.0");
    assertThat(example.fate()).isEqualTo(Fate.SHED);
  }

  @Test
  void tallyFallsBackToTheParser() throws IOException {
    TallyEntry tally =
        (TallyEntry)
            read("{'entry':'tally','point':'p','minute':1, 'signatures':{'a':2},'later':[]}");
    assertThat(Objects.requireNonNull(tally).signatures()).containsEntry("a", 2L);
    assertThat(reader.unknownFields()).containsExactly("tally.later");
  }

  private @Nullable Object read(String line) throws IOException {
    byte[] bytes = bytes(line + "\n");
    return reader.read(bytes, 0, bytes.length);
  }

  private static byte[] bytes(String line) {
    return line.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
