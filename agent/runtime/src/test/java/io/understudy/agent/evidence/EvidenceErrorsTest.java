package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.compare.Outcome;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalContents;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.file.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors that strike the journal's thread between its steps; the loop then repeats the write. */
final class EvidenceErrorsTest {
  @TempDir Path directory;
  private final ExampleQueue examples = new ExampleQueue(8, 1_000);
  private final CallPoint quote = Journals.quote(Journals.config(Paths.get("unused")));
  private @Nullable Error atOpen;
  private @Nullable Error atPoint;
  private @Nullable Error atBeat;

  private void strike(@Nullable Error error) {
    if (error != null) {
      throw error;
    }
  }

  private EvidenceWriter writer() {
    SessionEntry session =
        SessionEntry.builder("billing", Instant.parse("2026-11-20T10:00:00Z")).build();
    return new EvidenceWriter(
        Collections.singletonList(quote),
        examples,
        new PointEntrySource(
            point -> {
              strike(atPoint);
              return null;
            },
            new IsolatedLoaders()),
        () -> {
          strike(atOpen);
          return JournalWriter.builder(directory, session).openLater();
        },
        () -> {
          strike(atBeat);
          return 1;
        },
        new AgentThreads(Log.none()),
        new SealPublisher(session.session(), new WarningLog()),
        new WarningLog());
  }

  private void match() {
    quote.ledger().page().intercepted();
    quote.ledger().page().control().record(1_000);
    quote.ledger().page().ended(Fate.MATCHED, null);
    examples.offer(
        Example.builder("quote", Fate.MISMATCHED, 0)
            .control(Outcome.returned(1), 1)
            .candidate(Outcome.returned(2), 1)
            .build(),
        1);
  }

  private static void assertFails(Runnable write, Error with) {
    assertThatThrownBy(write::run).isSameAs(with);
  }

  @Test
  void eachCountIsWrittenOnceWhereverAnErrorStrikes() throws IOException {
    EvidenceWriter writer = writer();
    match();
    atOpen = new OutOfMemoryError("open");
    assertFails(writer::write, atOpen);
    atOpen = null;
    atPoint = new StackOverflowError();
    assertFails(writer::write, atPoint);
    atPoint = null;
    atBeat = new ThreadDeath();
    // After the tallies and examples were accepted, and before they are on the disk.
    assertFails(writer::write, atBeat);
    match();
    assertFails(writer::write, atBeat);
    atBeat = null;
    writer.write();
    match();
    atPoint = new NoClassDefFoundError("a/B");
    assertFails(() -> writer.close("test"), atPoint);
    assertThat(writer.isClosed()).isFalse();
    atPoint = null;
    writer.close("test");
    writer.close("test");
    assertThat(writer.isClosed()).isTrue();
    JournalContents journal = Journals.read(directory);
    assertThat(journal.fate(Fate.MATCHED)).isEqualTo(3);
    assertThat(journal.examples()).hasSize(3);
    assertThat(journal.tallies().stream().mapToLong(tally -> tally.control().count()).sum())
        .isEqualTo(3);
    assertThat(journal.closes()).hasSize(1);
  }

  @Test
  void flushesGrowWithEachSuccessAlone() {
    EvidenceWriter writer = writer();
    writer.write();
    long before = writer.flushes();
    atPoint = new OutOfMemoryError("point");
    assertFails(writer::write, atPoint);
    assertThat(writer.flushes()).isEqualTo(before);
    atPoint = null;
    writer.write();
    assertThat(writer.flushes()).isEqualTo(before + 1);
    assertThat(writer.lastFlush()).isNotNull();
  }
}
