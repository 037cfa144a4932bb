package io.understudy.agent.evidence;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.PageCounts;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.journal.Example;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.PointEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalWriter;
import io.understudy.value.CountText;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes new counts and examples to the journal at every {@link #write()}. While the disk refuses
 * writes, counts stay in the ledger, examples wait within their limits, and the next write tries
 * again. Confined to the journal's thread.
 *
 * <p>An {@code Error} at any instruction leaves it usable: the caller repeats the write. What
 * follows from an entry, such as counts that are written, happens only if the journal has accepted
 * the entry, and may happen twice without harm; see {@link #offer}.
 */
final class EvidenceWriter {
  private static final long LEAST_PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final long MOST_PAUSE = TimeUnit.SECONDS.toNanos(30);

  /** How often the writing of one example may end with an {@code Error}. */
  private static final int MOST_ATTEMPTS = 3;

  private final List<CallPoint> points;
  private final ExampleQueue examples;
  private final PointEntrySource entries;
  private final Callable<JournalWriter> opening;
  private final IntSupplier armed;
  private final AgentThreads threads;

  /** What had happened before this session. */
  private final int failuresBefore;

  private final int restartsBefore;
  private final ExpiryWarnings expiries;
  private final Log log;

  private final Map<String, PointEntry> written = new HashMap<>();
  private final SealPublisher seals;
  private @Nullable JournalWriter writer;
  private boolean isFailing;

  /** Whether everything must be written now, also what usually waits. */
  private boolean isClosing;

  private volatile boolean closed;

  /** What follows from the entry that was offered last; null if that is done. */
  private @Nullable Runnable offered;

  /** The number of entries that the journal had accepted before that. */
  private long acceptedBefore;

  /** The example that is being written, or whose writing has failed; null if there is none. */
  private @Nullable Example attempted;

  private int attempts;

  private volatile long flushes;
  private volatile @Nullable Instant lastFlush;
  private long beatMinute = Long.MIN_VALUE;
  private long beatFlushes = -1;

  /** The pause after a failure, and its end. A refused write costs the disk and the log nothing. */
  private long pauseNanos;

  private long pausedUntil;

  /**
   * Creates a writer that has not opened a file yet.
   *
   * @param opening opens the journal; called again until it succeeds
   * @param armed returns how many call points take calls now
   * @param threads counts the failures and restarts of the agent's threads
   * @param seals receives the seals that were written
   */
  EvidenceWriter(
      List<CallPoint> points,
      ExampleQueue examples,
      PointEntrySource entries,
      Callable<JournalWriter> opening,
      IntSupplier armed,
      AgentThreads threads,
      SealPublisher seals,
      Log log) {
    this.points = points;
    this.examples = examples;
    this.entries = entries;
    this.opening = opening;
    this.armed = armed;
    this.threads = threads;
    this.failuresBefore = threads.failures();
    this.restartsBefore = threads.restarts();
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
    // Last, since warnings are less important than counts.
    expiries.warn(PointEvaluator.day(System.currentTimeMillis()));
  }

  private void writeNow() {
    try {
      JournalWriter to = openJournal();
      writeAll(to, null);
      if (isFailing) {
        isFailing = false;
        log.info("the journal is written again; no count is lost");
      }
      seals.flushed(to);
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
    settle(to);
    for (CallPoint point : points) {
      PointEntry entry = entries.of(point);
      if (!entry.equals(written.get(point.name()))) {
        offer(to, () -> to.point(entry), () -> written.put(point.name(), entry));
      }
    }
    // Those that wait now: a pool that adds examples all the time must not delay the counts.
    for (int left = examples.size(); left > 0; left--) {
      writeExample(to);
    }
    for (CallPoint point : points) {
      writeTallies(point, to, dropReason);
    }
    writeBeat(to, dropReason != null);
    to.force();
    flushes++;
    lastFlush = Instant.now();
  }

  /** Adds an entry to the journal. */
  private interface Offer {
    void add() throws IOException;
  }

  /**
   * Offers an entry to the journal. If an {@code Error} strikes, it is unknown whether the journal
   * has accepted the entry; {@link #settle} then finds out.
   *
   * @param accepted what follows if the entry was accepted; may run again
   */
  private void offer(JournalWriter to, Offer entry, Runnable accepted) throws IOException {
    settle(to);
    acceptedBefore = to.acceptedEntries();
    offered = accepted;
    entry.add();
    settle(to);
  }

  private void settle(JournalWriter to) {
    Runnable last = offered;
    if (last != null && to.acceptedEntries() > acceptedBefore) {
      last.run();
    }
    offered = null;
  }

  private void writeExample(JournalWriter to) throws IOException {
    Example example = examples.peek();
    if (example == null) {
      return;
    }
    attempts = example == attempted ? attempts + 1 : 1;
    attempted = example;
    if (attempts > MOST_ATTEMPTS) {
      attempted = null;
      examples.lose(example);
      log.warn(example.point() + ": an example could not be written and is left out");
      return;
    }
    try {
      offer(to, () -> to.example(example), () -> examples.remove(example));
      // It refers to classes of the application, which may be undeployed.
      attempted = null;
    } catch (IOException refused) {
      // The disk refuses, and not the example.
      attempts = 0;
      throw refused;
    } catch (RuntimeException | LinkageError unwritable) {
      // One example that cannot be formatted must not block all others, nor a class that can never
      // be used any more since its initialisation has failed.
      attempted = null;
      examples.lose(example);
      log.warn(example.point() + ": an example could not be written", unwritable);
    }
  }

  private void writeTallies(CallPoint point, JournalWriter to, @Nullable String dropReason)
      throws IOException {
    long now = System.nanoTime();
    for (LedgerPage page : point.ledger().pages()) {
      PageCounts counts = isClosing ? PageCounts.of(page) : PageCounts.of(page, now);
      TallyEntry tally =
          dropReason == null
              ? counts.tally(point.name())
              : counts.lastTally(point.name(), dropReason);
      if (!tally.isEmpty()) {
        offer(to, () -> to.tally(tally), counts::written);
      }
    }
    point.ledger().retire();
  }

  // At most one for each flush: the number of flushes grows from beat to beat.
  private void writeBeat(JournalWriter to, boolean isLast) throws IOException {
    long minute = TimeUnit.MILLISECONDS.toMinutes(System.currentTimeMillis());
    long count = flushes;
    if (count <= beatFlushes || (minute == beatMinute && !isLast)) {
      return;
    }
    int paused = 0;
    for (CallPoint point : points) {
      paused += point.isResting() ? 1 : 0;
    }
    HeartbeatEntry beat =
        new HeartbeatEntry(minute, count, points.size(), armed.getAsInt(), paused)
            .withThreads(
                Math.max(0, threads.failures() - failuresBefore),
                Math.max(0, threads.restarts() - restartsBefore));
    offer(
        to,
        () -> to.heartbeat(beat),
        () -> {
          beatMinute = minute;
          beatFlushes = count;
        });
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
   * as dropped, so that a closed session has no call without a fate. May be called again after an
   * {@code Error}.
   *
   * @param why the reason in the closing record, and of the dropped calls
   */
  void close(String why) {
    if (closed) {
      return;
    }
    isClosing = true;
    try {
      JournalWriter to = openJournal();
      settle(to);
      if (!to.isClosing()) {
        writeAll(to, null);
        writeAll(to, why);
      }
      to.close(why);
      isFailing = false;
      closed = true;
      seals.closed(to);
    } catch (Exception failure) {
      reportFailure(failure);
      log.fatal("the journal ends here: what could not be written by now is lost");
    }
    if (examples.lost() > 0) {
      log.warn(CountText.of(examples.lost(), "example") + " had no room; their calls are counted");
    }
  }

  /** A number that grows with each call that was entered or has ended. */
  long moves() {
    long moves = 0;
    for (CallPoint point : points) {
      moves += point.ledger().moves();
    }
    return moves;
  }

  /** Whether examples wait, or the disk has refused the last write. */
  boolean isUrgent() {
    return isFailing || examples.size() > 0;
  }

  /** The number of flushes so far. Thread-safe. */
  long flushes() {
    return flushes;
  }

  /** The time of the last flush; null before the first. Thread-safe. */
  @Nullable Instant lastFlush() {
    return lastFlush;
  }

  /** Whether the journal is closed and complete on disk. Thread-safe. */
  boolean isClosed() {
    return closed;
  }
}
