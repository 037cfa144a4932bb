package io.understudy.agent.config;

import io.understudy.value.PathPattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The keys under {@code journal:}: where the evidence is written, and its limits. Immutable. */
public final class JournalConfig {
  private final Path directory;
  private final List<PathPattern> redact;
  private final Duration flush;
  private final long rotateBytes;
  private final int examplesPerHour;

  /**
   * Creates the values of the keys under {@code journal:}.
   *
   * @param directory created if it is missing; a relative path starts at the JVM's working
   *     directory
   * @param redact places whose values are never written
   * @param flush the longest time that evidence waits in memory
   * @param rotateBytes size in bytes at which a file is closed and the next one is started
   * @param examplesPerHour the most examples of one signature that are kept in an hour
   */
  public JournalConfig(
      Path directory,
      List<PathPattern> redact,
      Duration flush,
      long rotateBytes,
      int examplesPerHour) {
    this.directory = directory;
    this.redact = Collections.unmodifiableList(new ArrayList<>(redact));
    this.flush = flush;
    this.rotateBytes = rotateBytes;
    this.examplesPerHour = examplesPerHour;
  }

  /** The directory of the journal's files, which may not exist yet. */
  public Path directory() {
    return directory;
  }

  /** The places whose values are never written. Unmodifiable. */
  public List<PathPattern> redact() {
    return redact;
  }

  /** The longest time that evidence waits in memory; a killed JVM loses no more than that. */
  public Duration flush() {
    return flush;
  }

  /** The size in bytes at which a file is closed and the next one is started. */
  public long rotateBytes() {
    return rotateBytes;
  }

  /** The most examples of one signature that are kept in an hour; 0 keeps counts only. */
  public int examplesPerHour() {
    return examplesPerHour;
  }
}
