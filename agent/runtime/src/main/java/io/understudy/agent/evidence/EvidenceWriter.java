package io.understudy.agent.evidence;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.PageCounts;
import io.understudy.agent.log.Log;
import io.understudy.journal.Example;
import io.understudy.journal.PointEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalWriter;
import io.understudy.value.CountText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes new counts and examples to the journal at every {@link #write()}. While the disk refuses
 * writes, counts stay in the ledger, examples wait within their limits, and the next write tries
 * again. Confined to the journal's thread.
 */
final class EvidenceWriter {
  private static final long LEAST_PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final long MOST_PAUSE = TimeUnit.SECONDS.toNanos(30);

  private final List<CallPoint> points;
  private final ExampleQueue examples;
  private final PointEntrySource entries;
  private final Callable<JournalWriter> opening;
  private final ExpiryWarnings expiries;
  private final Log log;

  private final Deque<Example> waiting = new ArrayDeque<>();
  private final Map<String, PointEntry> written = new HashMap<>();
  private final SealPublisher seals;
  private @Nullable JournalWriter writer;
  private boolean isFailing;
  private volatile boolean closed;

  /** The pause after a failure, and its end. A refused write costs the disk and the log nothing. */
  private long pauseNanos;

  private long pausedUntil;

  /**
   * Creates a writer that has not opened a file yet.
   *
   * @param opening opens the journal; called again until it succeeds
   * @param seals receives the seals that were written
   */
  EvidenceWriter(
      List<CallPoint> points,
      ExampleQueue examples,
      PointEntrySource entries,
      Callable<JournalWriter> opening,
      SealPublisher seals,
      Log log) {
    this.points = points;
    this.examples = examples;
    this.entries = entries;
    this.opening = opening;
    this.seals = seals;
    this.expiries = new ExpiryWarnings(points, log);
    this.log = log;
  }

  /**
   * Writes everything new since the last write, and forces it to the disk. Does nothing during the
   * pause after a failure: from one second, twice as long after each further failure, at most 30.
   */
  void write() {
    if (!isFailing || System.nanoTime() - pausedUntil >= 0) {
      writeNow();
    }
  }

  private void writeNow() {
    expiries.warn(PointEvaluator.day(System.currentTimeMillis()));
    try {
      writeAll(openJournal(), null);
      if (isFailing) {
        isFailing = false;
        log.info("the journal is written again; no count is lost");
      }
      seals.flushed(openJournal());
    } catch (Exception failure) {
      reportFailure(failure);
    }
  }

  private JournalWriter openJournal() throws Exception {
    JournalWriter open = writer;
    if (open == null) {
      open = opening.call();
      writer = open;
    }
    return open;
  }

  private void writeAll(JournalWriter to, @Nullable String dropReason) throws IOException {
    for (CallPoint point : points) {
      PointEntry entry = entries.of(point);
      if (!entry.equals(written.get(point.name()))) {
        to.point(entry);
        written.put(point.name(), entry);
      }
    }
    // Otherwise examples stay in their bounded queue while the disk refuses writes.
    if (waiting.isEmpty()) {
      waiting.addAll(examples.take());
    }
    for (Example example = waiting.peek(); example != null; example = waiting.peek()) {
      write(example, to);
      waiting.remove();
    }
    for (CallPoint point : points) {
      writeTallies(point, to, dropReason);
    }
    to.force();
  }

  private void write(Example example, JournalWriter to) throws IOException {
    try {
      to.example(example);
    } catch (RuntimeException unwritable) {
      // One example that cannot be formatted must not block all others.
      log.warn(example.point() + ": an example could not be written", unwritable);
    }
  }

  private void writeTallies(CallPoint point, JournalWriter to, @Nullable String dropReason)
      throws IOException {
    for (LedgerPage page : point.ledger().pages()) {
      PageCounts counts = PageCounts.of(page);
      TallyEntry tally =
          dropReason == null
              ? counts.tally(point.name())
              : counts.lastTally(point.name(), dropReason);
      if (!tally.isEmpty()) {
        to.tally(tally);
        counts.written();
      }
    }
    point.ledger().retire();
  }

  private void reportFailure(Exception failure) {
    pauseNanos = isFailing ? Math.min(MOST_PAUSE, 2 * pauseNanos) : LEAST_PAUSE;
    pausedUntil = System.nanoTime() + pauseNanos;
    if (!isFailing) {
      isFailing = true;
      log.fatal(
          "the journal cannot be written, and is tried again with pauses of at most 30 s: "
              + failure.getMessage());
    }
  }

  /**
   * Writes the remaining counts and examples, and the closing record. Calls in flight are counted
   * as dropped, so that a closed session has no call without a fate.
   *
   * @param why the reason in the closing record, and of the dropped calls
   */
  void close(String why) {
    writeNow();
    try {
      writeAll(openJournal(), why);
      openJournal().close(why);
      seals.closed(openJournal());
      closed = !isFailing;
    } catch (Exception failure) {
      reportFailure(failure);
    }
    if (isFailing) {
      log.fatal("the journal ends here: what could not be written by now is lost");
    }
    if (examples.lost() > 0) {
      log.warn(CountText.of(examples.lost(), "example") + " had no room; their calls are counted");
    }
  }

  /** Whether the journal is closed and complete on disk. Thread-safe. */
  boolean isClosed() {
    return closed;
  }

  /** The number of calls that were entered and are not in the journal. Thread-safe. */
  long unwrittenCalls() {
    long sum = 0;
    for (CallPoint point : points) {
      sum += point.ledger().unwritten();
    }
    return sum;
  }
}
