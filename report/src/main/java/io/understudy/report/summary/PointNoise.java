package io.understudy.report.summary;

import java.util.List;
import java.util.Optional;

/**
 * What asking the control twice has shown at a call point. Immutable.
 *
 * @param repeats how many calls were repeated; 0 where none was, so nothing is known
 * @param signatures each way in which the control disagreed with itself, or the candidate with the
 *     control: those that more calls of the candidate showed first
 * @param onlyNoise mismatched calls all of whose differences are noise
 * @param unrepeated why calls that were to be repeated were not, the most frequent first
 */
public record PointNoise(
    long repeats, List<NoiseComparison> signatures, long onlyNoise, List<ReasonCount> unrepeated) {
  /** Nothing is known. */
  public static final PointNoise NONE = new PointNoise(0, List.of(), 0, List.of());

  /** States what was shown. */
  public PointNoise {
    signatures = List.copyOf(signatures);
    unrepeated = List.copyOf(unrepeated);
  }

  /** Whether calls were repeated, or were to be. */
  public boolean isAsked() {
    return repeats > 0 || !unrepeated.isEmpty();
  }

  /**
   * Parity as it would be if calls whose differences are all noise had matched; empty where no such
   * call is known, or raw parity is refused. Never to be shown without the raw one.
   */
  public static Optional<Parity> adjusted(Score raw, long onlyNoise) {
    return onlyNoise == 0
        ? Optional.empty()
        : raw.parity().map(parity -> parity.withMoreAgreed(onlyNoise));
  }
}
