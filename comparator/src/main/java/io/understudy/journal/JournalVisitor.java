package io.understudy.journal;

/**
 * Receives the sealed entries of a journal in the order of the files. Within a file the session
 * comes first, and all other entries belong to it. Entries after the last seal of a file, or after
 * its first damage, are not delivered. Override only the methods that you need.
 */
public interface JournalVisitor {
  /** A file begins: all entries up to the next call of this method belong to this session. */
  default void session(SessionEntry session) {}

  /** A call point of the session; it replaces an earlier one with the same name. */
  default void point(PointEntry point) {}

  /** Counts for one call point and minute; add them up. */
  default void tally(TallyEntry tally) {}

  /** Whether to read examples; else they are skipped without parsing, which is much faster. */
  default boolean wantsExamples() {
    return true;
  }

  /** One call as evidence. */
  default void example(ExampleEntry example) {}

  /** A sign that the session counted at that moment. */
  default void heartbeat(HeartbeatEntry beat) {}

  /** A seal that holds. The reader reports a broken one, and a seal after it, as a problem. */
  default void seal(SealEntry seal) {}

  /**
   * A seal that holds, as do all before it in its file.
   *
   * @param line the number of its line in the file
   */
  default void seal(SealEntry seal, long line) {
    seal(seal);
  }

  /** The orderly end of the session. */
  default void close(CloseEntry close) {}

  /** A damaged or unfinished part; reading continues. */
  default void problem(JournalProblem problem) {}
}
