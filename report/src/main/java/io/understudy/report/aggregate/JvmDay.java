package io.understudy.report.aggregate;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A day in UTC of one JVM: for this the agent limits what is accepted. Immutable.
 *
 * @param session of the JVM
 * @param day in UTC
 */
record JvmDay(String session, LocalDate day) implements Comparable<JvmDay> {
  private static final Comparator<JvmDay> ORDER =
      Comparator.comparing(JvmDay::session).thenComparing(JvmDay::day);

  private static final long MINUTES = 24 * 60;

  static JvmDay of(String session, long minute) {
    return new JvmDay(session, LocalDate.ofEpochDay(Math.floorDiv(minute, MINUTES)));
  }

  @Override
  public int compareTo(JvmDay other) {
    return ORDER.compare(this, other);
  }
}
