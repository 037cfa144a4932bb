package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.accept.Acceptance;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Warns of acceptances that end soon or have ended, and of those whose path does not exist. */
final class AcceptanceCheck {
  /** A warning starts this many days before an acceptance ends. */
  private static final long WARNING_DAYS = 14;

  private final PathRoots control;
  private final @Nullable PathRoots candidate;
  private final LocalDate today;
  private final Findings findings;

  /**
   * Checks acceptances of one call point; {@code candidate} is null if its method was not found.
   */
  AcceptanceCheck(
      PathRoots control, @Nullable PathRoots candidate, LocalDate today, Findings findings) {
    this.control = control;
    this.candidate = candidate;
    this.today = today;
    this.findings = findings;
  }

  /**
   * Adds the warnings.
   *
   * @param arguments whether the arguments are compared after the call
   */
  void check(CallConfig call, boolean arguments) {
    for (Acceptance acceptance : call.acceptances().list()) {
      checkDate(acceptance);
      boolean inValues =
          acceptance.where().kinds().stream().anyMatch(kind -> kind != DifferenceKind.EXCEPTION);
      if (inValues) {
        checkPath(acceptance, arguments);
      }
    }
  }

  private void checkDate(Acceptance acceptance) {
    long left = ChronoUnit.DAYS.between(today, acceptance.until());
    String label = "accept " + acceptance.id() + ", of " + acceptance.owner() + ", ";
    if (left < 0) {
      findings.warning(
          label + "ended on " + acceptance.until() + ": it no longer accepts anything");
    } else if (left <= WARNING_DAYS) {
      findings.warning(
          label
              + "ends on "
              + acceptance.until()
              + ": fix the difference, or agree on a later"
              + " date");
    }
  }

  private void checkPath(Acceptance acceptance, boolean arguments) {
    PathRoots.Reach inControl = control.reach(acceptance.where().path().steps(), arguments);
    PathRoots candidateRoots = candidate;
    PathRoots.Reach inCandidate =
        candidateRoots == null
            ? null
            : candidateRoots.reach(acceptance.where().path().steps(), arguments);
    if (inControl.isDead && (inCandidate == null || inCandidate.isDead)) {
      findings.warning(
          "accept "
              + acceptance.id()
              + " never applies: "
              + inControl.reasons.get(inControl.reasons.size() - 1));
    }
  }
}
