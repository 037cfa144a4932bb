package io.understudy.agent.evidence;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.OutcomeSink;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.TimeLimit;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentLoop;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.compare.identity.Identities;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.file.JournalWriter;
import io.understudy.journal.file.PrivateFiles;
import io.understudy.journal.redact.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stages 5 and 6 as a whole: the evaluator that runs on the pool's threads, and the thread that
 * writes the journal at every flush. Thread-safe.
 */
public final class Evidence {
  /** Limits of the examples that wait for the next flush. */
  private static final int MOST_EXAMPLES = 1_024;

  private static final long OBSTACLE_SECONDS = 5;
  private static final long MOST_EXAMPLE_BYTES = 32L << 20;

  private final OutcomeEvaluator evaluator;
  private final EvidenceWriter writer;
  private final SealPublisher seals;
  private final AgentLoop loop;
  private final Log log;
  private final Config config;
  private final Instant start = Instant.now();
  private final FlushSchedule schedule;
  private volatile boolean ready;

  /** The next question to the schedule, {@code System.nanoTime()}; for the journal's thread. */
  private long nextTick;

  /** Set by {@link #close}; the journal is closed only then. */
  private volatile @Nullable String closing;

  /**
   * Wires the stages; writes nothing and starts no thread yet.
   *
   * @param config the configuration, with the journal's directory and limits
   * @param version the agent's version
   * @param points the call points, in the order of their numbers
   * @param identities the generated ids of the run
   * @param controls the classes of the controls, once they are loaded
   * @param isolated the class loaders of the candidates that have a class path of their own
   * @param armed returns how many call points take calls now
   * @param threads starts the journal's thread
   * @param log receives failures
   */
  public Evidence(
      Config config,
      String version,
      List<CallPoint> points,
      Identities identities,
      ControlClasses controls,
      IsolatedLoaders isolated,
      IntSupplier armed,
      AgentThreads threads,
      Log log) {
    this.log = log;
    ExampleQueue examples = new ExampleQueue(MOST_EXAMPLES, MOST_EXAMPLE_BYTES);
    SessionEntry session = session(config, version, start);
    seals = new SealPublisher(session.session(), log);
    Redaction redaction = Redaction.of(config.journal().redact());
    evaluator =
        new OutcomeEvaluator(
            points,
            identities,
            new ComparatorLoader(controls, isolated, log),
            config.journal().examplesPerHour(),
            redaction,
            examples,
            log);
    writer =
        new EvidenceWriter(
            points,
            examples,
            new PointEntrySource(controls, isolated),
            () -> open(config, session),
            armed,
            threads,
            seals,
            log);
    nextTick = System.nanoTime();
    schedule = new FlushSchedule(config.journal().flush().toNanos(), nextTick);
    this.config = config;
    loop = threads.loop("understudy-journal", this::round);
  }

  private static SessionEntry session(Config config, String version, Instant start) {
    return SessionEntry.builder(config.application(), start)
        .host(ProcessIdentity.host())
        .pid(ProcessIdentity.pid())
        .jvm(ProcessIdentity.jvm())
        .os(ProcessIdentity.os())
        .agent(version)
        .config(config.hash())
        .zone(ZoneId.systemDefault().getId())
        .build();
  }

  private static JournalWriter open(Config config, SessionEntry session) {
    return JournalWriter.builder(config.journal().directory(), session)
        .redaction(Redaction.of(config.journal().redact()))
        .rotateBytes(config.journal().rotateBytes())
        .openLater();
  }

  /** The number of flushes of the journal so far. */
  public long flushes() {
    return writer.flushes();
  }

  /** The time of the last flush that has succeeded; null before the first. */
  public @Nullable Instant lastFlush() {
    return writer.lastFlush();
  }

  /** The time in seconds since the last flush that has succeeded, or since the start. */
  public long secondsSinceFlush() {
    Instant last = writer.lastFlush();
    return Math.max(0, Duration.between(last == null ? start : last, Instant.now()).getSeconds());
  }

  /** The last seal on the disk; null before the first flush. */
  public @Nullable PublishedSeal lastSeal() {
    return seals.last();
  }

  /** The sink for the outcomes of replay. */
  public OutcomeSink answers() {
    return evaluator;
  }

  /** The process id of this JVM; 0 if it is unknown. */
  public static long pid() {
    return ProcessIdentity.pid();
  }

  /** A seal that changes at most once an hour and with each file; null before the first flush. */
  public @Nullable PublishedSeal hourlySeal() {
    return seals.hourly();
  }

  /** Who else can write the journal's directory, one clause; null if no other user can. */
  public @Nullable String exposure() {
    return seals.exposure();
  }

  /**
   * Checks, before the application starts, whether the journal can be written. Creates the
   * directory. It waits at most five seconds, because a file system may not respond.
   *
   * @return the obstacle; null if there is none
   */
  public static @Nullable String findObstacle(Path directory) {
    try {
      boolean isWritable =
          TimeLimit.call(
              () -> {
                PrivateFiles.createDirectories(directory);
                return Files.isWritable(directory);
              },
              OBSTACLE_SECONDS);
      return isWritable
          ? null
          : "journal.directory " + directory + " cannot be written by this process";
    } catch (ExecutionException refused) {
      return "journal.directory " + directory + " cannot be created: " + refused.getCause();
    } catch (TimeoutException hung) {
      return "journal.directory "
          + directory
          + " did not respond within "
          + OBSTACLE_SECONDS
          + " s";
    }
  }

  /** Starts the journal's thread, which writes the journal's first lines at once. */
  public void start() {
    loop.start();
  }

  // May be repeated after an error at any instruction.
  private long round() {
    String why = closing;
    if (why != null) {
      writer.close(why);
      return AgentLoop.END;
    }
    long left = nextTick - System.nanoTime();
    if (left > 0) {
      return left;
    }
    if (!ready) {
      warmUp();
    }
    long moves = writer.moves();
    if (schedule.isDue(System.nanoTime(), moves, writer.isUrgent())) {
      writer.write();
      ready = true;
      // An error in the write leaves this out, and the loop repeats the write after a short pause.
      schedule.flushed(System.nanoTime(), moves);
    }
    nextTick = System.nanoTime() + schedule.tickNanos();
    return nextTick - System.nanoTime();
  }

  private void warmUp() {
    try {
      JournalWarmUp.play(config);
    } catch (IOException | RuntimeException failure) {
      log.warn("the warm-up of the journal failed; the journal is written all the same", failure);
    }
  }

  /**
   * Waits until the journal's thread has tried to write, so that its classes are initialised.
   *
   * @param patienceNanos the longest wait in nanoseconds, for a disk that does not respond
   */
  public void awaitFirstWrite(long patienceNanos) {
    long start = System.nanoTime();
    while (!ready
        && System.nanoTime() - start < patienceNanos
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, 1_000_000);
    }
  }

  /**
   * Writes the remaining counts and examples, closes the journal, and waits for both. Calls in
   * flight are counted as dropped, since their fates cannot be written later. If the journal's
   * thread has died, it is started again; if no thread can start, the calling thread does the work.
   *
   * @param why the reason in the closing record and of the dropped calls, one word: "shutdown",
   *     "reloaded", "detached"
   * @param patienceNanos the longest wait in nanoseconds, for a disk that does not respond; an
   *     interrupt does not shorten it
   * @return whether everything is written
   */
  public boolean close(String why, long patienceNanos) {
    closing = why;
    if (loop.thread() == null) {
      // Not started, so nothing was counted. A thread that is just starting sees the reason.
      return true;
    }
    loop.wake();
    if (!loop.join(patienceNanos)) {
      log.fatal(
          "the journal was not closed in time, and may lack all counts since its last flush: "
              + writer.lastFlush());
    }
    return writer.isClosed();
  }
}
