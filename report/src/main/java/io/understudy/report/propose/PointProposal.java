package io.understudy.report.propose;

import io.understudy.report.summary.PointSummary;
import java.util.List;

/**
 * What is proposed for one call point. Immutable.
 *
 * @param point the call point
 * @param drafts the most frequent first
 * @param declined what is not proposed, the most frequent first
 */
public record PointProposal(
    PointSummary point, List<AcceptanceDraft> drafts, List<DeclinedDifference> declined) {
  /** States a proposal. */
  public PointProposal {
    drafts = List.copyOf(drafts);
    declined = List.copyOf(declined);
  }

  /** How many calls the drafts stand for at most; a call may be counted under several. */
  public long calls() {
    return drafts.stream().mapToLong(AcceptanceDraft::calls).sum();
  }
}
