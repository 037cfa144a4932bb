package io.understudy.agent.evidence;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.OutcomeSink;
import io.understudy.agent.config.Config;
import io.understudy.agent.log.Log;
import io.understudy.compare.identity.Identities;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.file.JournalWriter;
import io.understudy.journal.file.PrivateFiles;
import io.understudy.journal.redact.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stages 5 and 6 as a whole: the evaluator that runs on the pool's threads, and the thread that
 * writes the journal at every flush. Thread-safe.
 */
public final class Evidence {
  /** Limits of the examples that wait for the next flush. */
  private static final int MOST_EXAMPLES = 1_024;

  private static final long MOST_EXAMPLE_BYTES = 32L << 20;

  private final OutcomeEvaluator evaluator;
  private final EvidenceWriter writer;
  private final SealPublisher seals;
  private final Thread thread;
  private final long flushNanos;
  private final Object wake = new Object();
  private @Nullable String closing;

  /**
   * Wires the stages; writes nothing and starts no thread yet.
   *
   * @param config the configuration, with the journal's directory and limits
   * @param version the agent's version
   * @param points the call points, in the order of their numbers
   * @param identities the generated ids of the run
   * @param controls the classes of the controls, once they are loaded
   * @param log receives failures
   */
  public Evidence(
      Config config,
      String version,
      List<CallPoint> points,
      Identities identities,
      ControlClasses controls,
      Log log) {
    ExampleQueue examples = new ExampleQueue(MOST_EXAMPLES, MOST_EXAMPLE_BYTES);
    Instant start = Instant.now();
    SessionEntry session = session(config, version, start);
    seals = new SealPublisher(session.session(), log);
    Redaction redaction = Redaction.of(config.journal().redact());
    evaluator =
        new OutcomeEvaluator(
            points,
            identities,
            new ComparatorLoader(controls, log),
            config.journal().examplesPerHour(),
            redaction,
            examples,
            log);
    writer =
        new EvidenceWriter(
            points,
            examples,
            new PointEntrySource(controls),
            () -> open(config, session),
            seals,
            log);
    flushNanos = config.journal().flush().toNanos();
    thread = new Thread(this::run, "understudy-journal");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
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

  /**
   * Checks, before the application starts, whether the journal can be written. Creates the
   * directory.
   *
   * @return the obstacle; null if there is none
   */
  public static @Nullable String findObstacle(Path directory) {
    try {
      PrivateFiles.createDirectories(directory);
      return Files.isWritable(directory)
          ? null
          : "journal.directory " + directory + " cannot be written by this process";
    } catch (IOException | RuntimeException refused) {
      return "journal.directory " + directory + " cannot be created: " + refused;
    }
  }

  /** Starts the journal's thread. */
  public void start() {
    thread.start();
  }

  private void run() {
    while (true) {
      String why = awaitFlush();
      if (why != null) {
        writer.close(why);
        return;
      }
      writer.write();
    }
  }

  private @Nullable String awaitFlush() {
    long until = System.nanoTime() + flushNanos;
    synchronized (wake) {
      for (long nanos = flushNanos;
          closing == null && nanos > 0;
          nanos = until - System.nanoTime()) {
        try {
          TimeUnit.NANOSECONDS.timedWait(wake, nanos);
        } catch (InterruptedException nobodyShould) {
          return "interrupted";
        }
      }
      return closing;
    }
  }

  /**
   * Writes the remaining counts and examples, closes the journal, and waits for both. Calls in
   * flight are counted as dropped, since their fates cannot be written later.
   *
   * @param why the reason in the closing record and of the dropped calls, one word: "shutdown",
   *     "reloaded", "detached"
   * @param patienceNanos the longest wait in nanoseconds, for a disk that does not respond
   * @return whether everything is written
   */
  public boolean close(String why, long patienceNanos) {
    synchronized (wake) {
      closing = why;
      wake.notifyAll();
    }
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, patienceNanos);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
