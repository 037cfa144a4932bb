package io.understudy.agent.config;

import io.understudy.value.PathPattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where the evidence is kept, and how much of it. Immutable. */
public final class JournalConfig {
  private final Path directory;
  private final List<PathPattern> redact;
  private final Duration flush;
  private final long rotateBytes;
  private final int examplesPerHour;

  /**
   * States the keys under {@code journal:}.
   *
   * @param directory created where it is missing; a relative one is relative to the JVM's working
   *     directory
   * @param redact places whose values never reach the disk
   * @param flush how long evidence may wait in memory
   * @param rotateBytes size at which a file is closed and the next one is begun
   * @param examplesPerHour most examples of one signature that are kept in an hour
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

  /** The directory of the journal's files; it need not exist yet. */
  public Path directory() {
    return directory;
  }

  /** The places whose values never reach the disk. Unmodifiable. */
  public List<PathPattern> redact() {
    return redact;
  }

  /** How long evidence may wait in memory before it is on disk; what a killed JVM loses at most. */
  public Duration flush() {
    return flush;
  }

  /** The size in bytes at which a file is closed and the next one is begun. */
  public long rotateBytes() {
    return rotateBytes;
  }

  /** The most examples of one signature that are kept in an hour; 0 keeps counts only. */
  public int examplesPerHour() {
    return examplesPerHour;
  }
}
