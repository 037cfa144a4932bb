package io.understudy.agent.evidence;

import io.understudy.agent.log.Log;
import io.understudy.journal.file.JournalWriter;
import io.understudy.journal.file.PrivateFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the last seal of the journal: for status, JMX and metrics at each flush, and in the log
 * when a file ends, at the close, and once an hour. Only the journal's thread writes; any thread
 * reads.
 */
final class SealPublisher {
  private static final long LOG_NANOS = TimeUnit.HOURS.toNanos(1);

  private final String session;
  private final Log log;
  private volatile @Nullable PublishedSeal last;
  private volatile @Nullable PublishedSeal hourly;
  private volatile @Nullable String exposure;
  private long loggedNanos = System.nanoTime();

  SealPublisher(String session, Log log) {
    this.session = session;
    this.log = log;
  }

  /** Publishes what a successful flush has written. */
  void flushed(JournalWriter writer) {
    writer.takeNotices().forEach(log::info);
    String hash = writer.lastSeal();
    Path file = writer.file();
    PublishedSeal before = last;
    if (hash == null || file == null || (before != null && before.hash().equals(hash))) {
      return;
    }
    String name = String.valueOf(file.getFileName());
    last = new PublishedSeal(hash, name, session, Instant.now());
    if (before == null || !before.file().equals(name)) {
      hourly = last;
      warnOfOthers(file);
    }
    if (System.nanoTime() - loggedNanos > LOG_NANOS) {
      log();
    }
  }

  /** Publishes the seal of a closed journal. */
  void closed(JournalWriter writer) {
    flushed(writer);
    log();
  }

  private void log() {
    loggedNanos = System.nanoTime();
    PublishedSeal seal = last;
    hourly = seal;
    if (seal != null) {
      log.info("journal: " + seal);
    }
  }

  private void warnOfOthers(Path file) {
    String now = PrivateFiles.exposure(file);
    if (now != null && !now.equals(exposure)) {
      log.warn("journal: " + now + ", and so remove evidence; run chmod go-w");
    }
    exposure = now;
  }

  /** Who else can write the journal's directory, one clause; null if no other user can. */
  @Nullable String exposure() {
    return exposure;
  }

  /** The seal that was last when a file began, or an hour began; null before the first flush. */
  @Nullable PublishedSeal hourly() {
    return hourly;
  }

  /** The last seal; null before the first flush. */
  @Nullable PublishedSeal last() {
    return last;
  }
}
