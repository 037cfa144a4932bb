package io.understudy.agent.evidence;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.log.Log;
import io.understudy.compare.Comparison;
import io.understudy.compare.Outcome;
import io.understudy.compare.accept.Acceptance;
import io.understudy.compare.accept.AcceptanceSession;
import io.understudy.compare.accept.Allowances;
import io.understudy.compare.accept.LimitListener;
import io.understudy.compare.identity.Identities;
import io.understudy.compare.rule.RuleCounts;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.journal.TallyField;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the calls of one call point by its rules and acceptances, within the limits that remain
 * on the day of the call in UTC. Thread-safe.
 */
final class PointEvaluator {
  private static final long DAY_MILLIS = 86_400_000;

  private final Differ differ;
  private final @Nullable Allowances allowances;
  private final Log log;

  /** The rules whose applications are counted; null if there are none. */
  private final @Nullable Rules countedRules;

  /** Creates an evaluator of a call point; {@code log} receives warnings about limits. */
  PointEvaluator(CallPoint point, Identities identities, ComparatorLoader comparators, Log log) {
    this.differ =
        Differ.with(point.config().effectiveRules(), point.views(), comparators.resolverFor(point))
            .pairing(identities);
    this.allowances =
        point.config().acceptances().isEmpty() ? null : Allowances.of(point.config().acceptances());
    this.log = log;
    Rules rules = point.config().effectiveRules();
    this.countedRules = RuleCounts.of(rules).hits().isEmpty() ? null : rules;
  }

  /** Returns the day in UTC of a time in milliseconds since the epoch. */
  static LocalDate day(long millis) {
    return LocalDate.ofEpochDay(Math.floorDiv(millis, DAY_MILLIS));
  }

  /** Compares both outcomes and counts the verdict. */
  Evaluation evaluate(Call call, Outcome candidate) {
    Allowances remaining = allowances;
    RuleCounts counts = countedRules == null ? null : call.page().rules(countedRules);
    if (remaining == null) {
      return new Evaluation(differ.compare(call.compared(), candidate, null, counts), null);
    }
    LocalDate day = day(call.calledAtMillis());
    while (true) {
      AcceptanceSession session = remaining.start(day);
      Comparison comparison = differ.compare(call.compared(), candidate, session, counts);
      // Count the applications of rules once, even if the comparison is repeated.
      counts = null;
      // A refusal means a breached limit: the next round has one acceptance less, so the loop ends.
      if (!comparison.isAccepted() || remaining.take(session, new LimitWarnings(call))) {
        remaining.countVerdict(day);
        return new Evaluation(comparison, session);
      }
    }
  }

  /** Counts the verdict on a call whose candidate did not answer in time. */
  void timedOut(Call call) {
    if (allowances != null) {
      allowances.countVerdict(day(call.calledAtMillis()));
    }
  }

  /** Reports in the log and in the journal that a call comes near a limit or breaches it. */
  private final class LimitWarnings implements LimitListener {
    private final Call call;

    LimitWarnings(Call call) {
      this.call = call;
    }

    @Override
    public void near(Acceptance acceptance, String limit) {
      call.page().count(TallyField.LIMITS, acceptance.id() + " · near");
      log.warn(
          describe(acceptance) + ": 80 % of the limit of " + limit + " are used up" + forDay());
    }

    @Override
    public void breached(Acceptance acceptance, String limit) {
      log.warn(
          describe(acceptance)
              + ": the limit of "
              + limit
              + " is breached"
              + forDay()
              + "; its differences count as mismatched for the rest of that day");
    }

    private String describe(Acceptance acceptance) {
      return call.point().name()
          + ": accepted difference "
          + acceptance.id()
          + " ("
          + acceptance.owner()
          + ")";
    }

    private String forDay() {
      return " for calls of " + day(call.calledAtMillis()) + " UTC";
    }
  }
}
