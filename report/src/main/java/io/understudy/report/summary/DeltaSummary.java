package io.understudy.report.summary;

import io.understudy.journal.RecordedDifference;
import io.understudy.journal.Sums;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far apart the numbers are in the recorded examples of one kind of difference. Immutable;
 * adding is commutative and associative.
 *
 * @param examples how many recorded differences have a delta
 * @param largest the largest absolute delta without trailing zeros; null where there is none
 */
public record DeltaSummary(long examples, @Nullable BigDecimal largest) {
  /** No difference with a delta. */
  public static final DeltaSummary NONE = new DeltaSummary(0, null);

  private static final int MOST_LENGTH = 100;
  private static final int MOST_SCALE = 60;

  /**
   * Summarises one difference.
   *
   * @return {@link #NONE} where the difference has no delta, or a delta that is not a decimal
   *     number of at most 100 characters and 60 decimal places
   */
  public static DeltaSummary of(RecordedDifference difference) {
    String text = difference.delta();
    if (text == null || text.length() > MOST_LENGTH) {
      return NONE;
    }
    try {
      BigDecimal delta = new BigDecimal(text);
      // A text such as 1E+999999999 is short, but takes a gigabyte when it is printed or added.
      boolean tooLarge = Math.abs((long) delta.scale()) > MOST_SCALE;
      return tooLarge ? NONE : new DeltaSummary(1, delta.abs().stripTrailingZeros());
    } catch (NumberFormatException malformed) {
      return NONE;
    }
  }

  /** Returns the summary of both sets of differences. */
  public DeltaSummary plus(DeltaSummary other) {
    if (largest == null || other.largest == null) {
      return largest == null ? other : this;
    }
    return new DeltaSummary(Sums.plus(examples, other.examples), largest.max(other.largest));
  }

  /** Returns the largest absolute delta; empty where there is none. */
  public Optional<BigDecimal> most() {
    return Optional.ofNullable(largest);
  }
}
