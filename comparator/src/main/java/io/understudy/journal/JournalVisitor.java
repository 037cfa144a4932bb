package io.understudy.journal;

/**
 * Receives the entries of a journal in the order in which they stand. Within a file the session
 * comes first, and what follows belongs to it. Implement what you need.
 */
public interface JournalVisitor {
  /** A file begins; all that follows up to the next call of this belongs to this session. */
  default void session(SessionEntry session) {}

  /** A call point of the session; replaces an earlier one of that name. */
  default void point(PointEntry point) {}

  /** Counts of a call point and minute, to be added up. */
  default void tally(TallyEntry tally) {}

  /** Whether examples are to be read; else they are skipped unparsed, which is much faster. */
  default boolean wantsExamples() {
    return true;
  }

  /** One call as evidence. */
  default void example(ExampleEntry example) {}

  /** A seal; whether it holds is checked by the reader, and told as a problem where it does not. */
  default void seal(SealEntry seal) {}

  /** The session ended in order. */
  default void close(CloseEntry close) {}

  /** Something is wrong or unfinished; reading goes on. */
  default void problem(JournalProblem problem) {}
}
