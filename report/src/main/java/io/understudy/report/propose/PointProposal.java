package io.understudy.report.propose;

import io.understudy.journal.Sums;
import io.understudy.report.summary.PointSummary;
import java.util.List;

/**
 * The proposal for one call point. Immutable.
 *
 * @param point the call point
 * @param drafts the proposed acceptances, the most frequent first
 * @param declined the differences that are not proposed
 */
public record PointProposal(
    PointSummary point, List<AcceptanceDraft> drafts, List<DeclinedDifference> declined) {
  /** Creates the proposal with copies of the lists. */
  public PointProposal {
    drafts = List.copyOf(drafts);
    declined = List.copyOf(declined);
  }

  /** Returns the sum of the drafts' calls. A call with several drafts counts several times. */
  public long calls() {
    return Sums.of(drafts.stream().mapToLong(AcceptanceDraft::calls));
  }
}
