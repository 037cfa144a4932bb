package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.accept.Acceptance;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Says which acceptances end soon or have ended, and which are for places that cannot be. */
final class AcceptanceCheck {
  /** So many days before its last one an acceptance is told of. */
  private static final long SOON = 14;

  private final PathRoots control;
  private final @Nullable PathRoots candidate;
  private final LocalDate today;
  private final Findings findings;

  /** Acceptances of one call point; {@code candidate} is null where it was not found. */
  AcceptanceCheck(
      PathRoots control, @Nullable PathRoots candidate, LocalDate today, Findings findings) {
    this.control = control;
    this.candidate = candidate;
    this.today = today;
    this.findings = findings;
  }

  /**
   * Notes what is odd about the acceptances.
   *
   * @param arguments whether arguments are compared as they stand after the call
   */
  void check(CallConfig call, boolean arguments) {
    for (Acceptance acceptance : call.acceptances().list()) {
      date(acceptance);
      boolean inValues =
          acceptance.where().kinds().stream().anyMatch(kind -> kind != DifferenceKind.EXCEPTION);
      if (inValues) {
        place(acceptance, arguments);
      }
    }
  }

  private void date(Acceptance acceptance) {
    long left = ChronoUnit.DAYS.between(today, acceptance.until());
    String what = "accept " + acceptance.id() + ", of " + acceptance.owner() + ", ";
    if (left < 0) {
      findings.warning(what + "ended on " + acceptance.until() + ": it accepts nothing any more");
    } else if (left <= SOON) {
      findings.warning(
          what + "ends on " + acceptance.until() + ": mend the difference, or agree anew");
    }
  }

  private void place(Acceptance acceptance, boolean arguments) {
    PathRoots.Reach here = control.reach(acceptance.where().path().steps(), arguments);
    PathRoots other = candidate;
    PathRoots.Reach there =
        other == null ? null : other.reach(acceptance.where().path().steps(), arguments);
    if (here.isDead && (there == null || there.isDead)) {
      findings.warning(
          "accept " + acceptance.id() + " never applies: " + here.dead.get(here.dead.size() - 1));
    }
  }
}
