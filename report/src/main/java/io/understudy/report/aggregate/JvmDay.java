package io.understudy.report.aggregate;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A day of one JVM. The agent limits an acceptance per JVM and day in UTC. Immutable.
 *
 * @param session the id of the JVM's session
 * @param day the day in UTC
 */
record JvmDay(String session, LocalDate day) implements Comparable<JvmDay> {
  private static final Comparator<JvmDay> ORDER =
      Comparator.comparing(JvmDay::session).thenComparing(JvmDay::day);

  private static final long MINUTES = 24 * 60;

  /** Returns the day of a minute; minutes are counted from the epoch. */
  static JvmDay of(String session, long minute) {
    return new JvmDay(session, LocalDate.ofEpochDay(Math.floorDiv(minute, MINUTES)));
  }

  @Override
  public int compareTo(JvmDay other) {
    return ORDER.compare(this, other);
  }
}
