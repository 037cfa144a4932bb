package io.understudy.report.propose;

import io.understudy.report.summary.DeltaSummary;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The draft of an acceptance. A person adds the reason and the owner. Immutable.
 *
 * @param id a name that no acceptance of the call point has
 * @param calls the number of calls with this difference
 * @param path a path pattern
 * @param kind the kind of difference
 * @param explanation the explanation; empty for none
 * @param deltas the deltas of the recorded examples
 */
public record AcceptanceDraft(
    String id, long calls, String path, String kind, String explanation, DeltaSummary deltas) {
  /** Returns the largest allowed delta: the largest recorded one, rounded up; empty without one. */
  public Optional<BigDecimal> delta() {
    return deltas.most().map(DeltaRounding::roundUp);
  }

  /** Whether the draft states only path and kind, so it covers every such difference there. */
  public boolean isBroad() {
    return explanation.isEmpty() && deltas.most().isEmpty();
  }

  /** Returns the explanation; null for none. */
  public @Nullable String explained() {
    return explanation.isEmpty() ? null : explanation;
  }
}
