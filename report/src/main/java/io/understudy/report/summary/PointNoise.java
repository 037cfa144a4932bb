package io.understudy.report.summary;

import java.util.List;
import java.util.Optional;

/**
 * What the repeated calls of a call point show about noise. Immutable.
 *
 * @param repeats how many calls the control answered twice; 0 where nothing is known about noise
 * @param signatures every signature in which the control differed from itself or the candidate from
 *     the control; those with most calls of the candidate first
 * @param onlyNoise the number of mismatched calls whose differences are all noise
 * @param unrepeated why calls were chosen for a repeat but not repeated, the most frequent first
 */
public record PointNoise(
    long repeats, List<NoiseComparison> signatures, long onlyNoise, List<ReasonCount> unrepeated) {
  /** No call was repeated. */
  public static final PointNoise NONE = new PointNoise(0, List.of(), 0, List.of());

  /** Creates the summary with copies of the lists. */
  public PointNoise {
    signatures = List.copyOf(signatures);
    unrepeated = List.copyOf(unrepeated);
  }

  /** Whether calls were repeated or chosen for a repeat. */
  public boolean isAsked() {
    return repeats > 0 || !unrepeated.isEmpty();
  }

  /**
   * Returns parity as if the calls that differ only in noise had matched. Always show it together
   * with raw parity.
   *
   * @param raw the score that counts noise as a mismatch
   * @param onlyNoise the number of calls that differ only in noise
   * @return empty where there is no such call or no raw parity
   */
  public static Optional<Parity> adjusted(Score raw, long onlyNoise) {
    return onlyNoise == 0
        ? Optional.empty()
        : raw.parity().map(parity -> parity.withMoreAgreed(onlyNoise));
  }
}
