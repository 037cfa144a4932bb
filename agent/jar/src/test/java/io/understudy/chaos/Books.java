package io.understudy.chaos;

/** How the journal must agree with the count of the application. */
enum Books {
  /** As many calls as the application counted, each with a fate. */
  EXACT,
  /**
   * As many calls as the application made, each with a fate: the candidate calls the control too.
   */
  CALLS,
  /**
   * Each call has a fate. An error that strikes between the count of the one and that of the other
   * may separate them by as many calls as errors were thrown.
   */
  CLOSED,
  /**
   * The application goes on calling while the JVM shuts down: each call has a fate; at least as
   * many as were made before.
   */
  SHUTDOWN,
  /** The JVM was killed: at least what was counted before the last flushes, at most everything. */
  KILLED,
  /** There is no journal. */
  NO_JOURNAL,
  /** The journal is damaged by other code. */
  UNREADABLE
}
