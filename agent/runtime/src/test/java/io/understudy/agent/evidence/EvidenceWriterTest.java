package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.GarbageCollection;
import io.understudy.agent.config.Config;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentLoop;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.compare.Outcome;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.JournalContents;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyField;
import io.understudy.journal.file.JournalWriter;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceWriterTest {
  @TempDir Path directory;
  private final WarningLog log = new WarningLog();
  private final AgentThreads threads = new AgentThreads(Log.none());
  private final ExampleQueue examples = new ExampleQueue(2, 1_000);
  private CallPoint quote;
  private int openings;

  @BeforeEach
  void point() {
    Config config = Journals.config(directory);
    quote = Journals.quote(config);
  }

  private JournalWriter open() throws IOException {
    openings++;
    return JournalWriter.builder(
            directory,
            SessionEntry.builder("billing", Instant.parse("2026-11-20T10:00:00Z")).build())
        .open();
  }

  private EvidenceWriter writer(Callable<JournalWriter> opening) {
    return new EvidenceWriter(
        Collections.singletonList(quote),
        examples,
        new PointEntrySource(point -> null, new IsolatedLoaders()),
        opening,
        () -> 1,
        threads,
        new SealPublisher("session", log),
        log);
  }

  private void match() {
    quote.ledger().page().intercepted();
    quote.ledger().page().ended(Fate.MATCHED, null);
  }

  private static Example example() {
    return Example.builder("quote", Fate.MISMATCHED, 0)
        .control(Outcome.returned(1), 1)
        .candidate(Outcome.returned(2), 1)
        .build();
  }

  @Test
  void journalIsOpenedOnceAndThePointIsWrittenOnce() throws IOException {
    EvidenceWriter writer = writer(this::open);
    match();
    writer.write();
    match();
    writer.write();
    writer.close("test");
    JournalContents journal = Journals.read(directory);
    assertThat(openings).isEqualTo(1);
    assertThat(journal.points()).hasSize(1);
    assertThat(journal.fate(Fate.MATCHED)).isEqualTo(2);
    assertThat(journal.closes().get(0).why()).isEqualTo("test");
    assertThat(log.texts).isEmpty();
    assertThat(log.fatal).isEmpty();
  }

  @Test
  void beatCountsFailuresOfThreadsSinceTheStartOfTheSession() throws IOException {
    failOnce();
    EvidenceWriter writer = writer(this::open);
    writer.write();
    failOnce();
    failOnce();
    writer.close("test");
    assertThat(Journals.read(directory).heartbeats())
        .extracting(HeartbeatEntry::failures)
        .startsWith(0L)
        .endsWith(2L);
  }

  private void failOnce() {
    AtomicInteger rounds = new AtomicInteger();
    AgentLoop loop =
        threads.loop(
            "fails",
            () -> {
              if (rounds.getAndIncrement() == 0) {
                throw new OutOfMemoryError();
              }
              return AgentLoop.END;
            });
    loop.start();
    assertThat(loop.join(TimeUnit.SECONDS.toNanos(30))).isTrue();
  }

  @Test
  void failureIsReportedOnceAndNoCountIsLost() throws IOException {
    EvidenceWriter writer =
        writer(
            () -> {
              if (openings++ < 1) {
                throw new IOException("No space left on device");
              }
              return open();
            });
    match();
    for (int i = 0; i < 3; i++) {
      writer.write();
    }
    assertThat(log.fatal)
        .containsExactly(
            "the journal cannot be written, and is tried again with pauses of at most 30 s: No"
                + " space left on device");
    assertThat(openings).as("the pause is not over").isEqualTo(1);
    examples.offer(example(), 10);
    match();
    writer.write();
    writer.close("test");
    JournalContents journal = Journals.read(directory);
    assertThat(journal.fate(Fate.MATCHED)).isEqualTo(2);
    assertThat(journal.examples()).hasSize(1);
    assertThat(log.fatal).hasSize(1);
  }

  @Test
  void callsInFlightAreDroppedWithTheGivenReason() throws IOException {
    EvidenceWriter writer = writer(this::open);
    quote.ledger().page().intercepted();
    match();
    writer.close("reloaded");
    JournalContents journal = Journals.read(directory);
    assertThat(journal.fate(Fate.MATCHED)).isEqualTo(1);
    assertThat(journal.fate(Fate.DROPPED)).isEqualTo(1);
    assertThat(journal.tallies())
        .anySatisfy(
            tally ->
                assertThat(tally.counted(TallyField.REASONS))
                    .contains(entry("dropped: reloaded", 1L)));
  }

  @Test
  void lostExamplesAreLogged() {
    EvidenceWriter writer = writer(this::open);
    for (int i = 0; i < 5; i++) {
      examples.offer(example(), 10);
    }
    writer.close("test");
    assertThat(log.texts).containsExactly("3 examples had no room; their calls are counted");
  }

  @Test
  void exampleIsNotKeptAfterItIsWritten() throws Exception {
    EvidenceWriter writer = writer(this::open);
    WeakReference<Example> written = new WeakReference<>(offered());
    writer.write();
    GarbageCollection.awaitUntil(() -> written.get() == null);
    assertThat(writer.isClosed()).isFalse(); // uses the writer, so that it lives until here
  }

  private Example offered() {
    Example example = example();
    examples.offer(example, 10);
    return example;
  }
}
