package io.understudy.journal.json;

import java.time.Instant;

/**
 * The ranges of what a journal may say. The agent never writes a value outside of them. So a value
 * outside of them is damaged or forged, and no later sum, date or table has to expect it.
 */
final class Ranges {
  /** The greatest count of one entry: more calls than a JVM can make in a minute. */
  static final long MOST_COUNT = 1_000_000_000_000L;

  /** The first and the last time: from 1970 to the end of 2199. */
  static final Instant FIRST_TIME = Instant.EPOCH;

  static final Instant LAST_TIME = Instant.parse("2199-12-31T23:59:59.999999999Z");

  static final long LAST_MINUTE = LAST_TIME.getEpochSecond() / 60;

  /** The last year of a day, such as that of an accepted difference. */
  static final int LAST_YEAR = 9999;

  /** The greatest number of a file in its session. */
  static final long MOST_FILES = 1_000_000;

  /** The greatest number of call points in a session. */
  static final long MOST_POINTS = 1_000_000;

  /** The greatest length of a name: of a call point, a method, a host. Characters. */
  static final int MOST_NAME = 4_000;

  /** The greatest length of a session's id. Characters. */
  static final int MOST_ID = 200;

  /** The greatest length of a text that is no value of a call. Characters. */
  static final int MOST_TEXT = 100_000;

  /** The greatest number of different texts in one field of a tally; the agent writes 1,001. */
  static final int MOST_TEXTS = 2_000;

  /** The greatest number of rules, accepted differences or listed differences. */
  static final int MOST_LISTED = 10_000;

  private Ranges() {}
}
