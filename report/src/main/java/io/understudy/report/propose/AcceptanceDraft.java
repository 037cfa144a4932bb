package io.understudy.report.propose;

import io.understudy.report.summary.DeltaSummary;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A difference that a person might agree on: what it is, not why it should be. Immutable.
 *
 * @param id a name that no acceptance of the call point has
 * @param calls how many showed it
 * @param path where, as a pattern
 * @param kind in which way
 * @param explanation what explains it; empty for none
 * @param deltas how far apart numbers were in examples
 */
public record AcceptanceDraft(
    String id, long calls, String path, String kind, String explanation, DeltaSummary deltas) {
  /**
   * The most that numbers may differ: the largest delta seen, rounded up; empty without numbers.
   */
  public Optional<BigDecimal> delta() {
    return deltas.most().map(DeltaRounding::up);
  }

  /** Whether nothing but place and kind is stated, so that it covers whatever differs so there. */
  public boolean isBroad() {
    return explanation.isEmpty() && deltas.most().isEmpty();
  }

  /** What explains it; null for none. */
  public @Nullable String explained() {
    return explanation.isEmpty() ? null : explanation;
  }
}
