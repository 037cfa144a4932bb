package io.understudy.agent.evidence;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.log.Log;
import io.understudy.compare.accept.Acceptance;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logs once a day the acceptances that have expired or expire within 14 days. For the journal's
 * thread.
 */
final class ExpiryWarnings {
  private static final int DAYS_AHEAD = 14;

  private final List<CallPoint> points;
  private final Log log;
  private @Nullable LocalDate warnedOn;

  /** Creates the warnings for the acceptances of call points. */
  ExpiryWarnings(List<CallPoint> points, Log log) {
    this.points = points;
    this.log = log;
  }

  /** Logs the warnings of a day, unless they were logged already. */
  void warn(LocalDate today) {
    if (today.equals(warnedOn)) {
      return;
    }
    warnedOn = today;
    for (CallPoint point : points) {
      for (Acceptance acceptance : point.config().acceptances().list()) {
        warn(point, acceptance, ChronoUnit.DAYS.between(today, acceptance.until()));
      }
    }
  }

  private void warn(CallPoint point, Acceptance acceptance, long left) {
    if (left > DAYS_AHEAD) {
      return;
    }
    String what =
        point.name()
            + ": accepted difference "
            + acceptance.id()
            + " ("
            + acceptance.owner()
            + ") ";
    if (left < 0) {
      log.warn(
          what + "ended on " + acceptance.until() + " UTC: its differences count as mismatched");
    } else {
      log.warn(
          what
              + (left == 0 ? "ends today" : "ends in " + left + (left == 1 ? " day" : " days"))
              + ": after "
              + acceptance.until()
              + " UTC its differences count as mismatched");
    }
  }
}
