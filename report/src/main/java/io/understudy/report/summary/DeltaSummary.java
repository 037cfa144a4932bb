package io.understudy.report.summary;

import io.understudy.journal.RecordedDifference;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far apart numbers were in the examples of one kind of difference. Immutable; adding is
 * commutative and associative.
 *
 * @param examples how many differences of examples had a delta
 * @param largest the largest of them without its sign and trailing zeros; null where there was none
 */
public record DeltaSummary(long examples, @Nullable BigDecimal largest) {
  /** No example with a delta. */
  public static final DeltaSummary NONE = new DeltaSummary(0, null);

  private static final int MOST_LENGTH = 100;
  private static final int MOST_SCALE = 60;

  /** That of one difference; none where it has no delta, or one of absurd size. */
  public static DeltaSummary of(RecordedDifference difference) {
    String text = difference.delta();
    if (text == null || text.length() > MOST_LENGTH) {
      return NONE;
    }
    try {
      BigDecimal delta = new BigDecimal(text);
      // 1E+999999999 is short, and would be a gigabyte when printed or added.
      boolean absurd = Math.abs((long) delta.scale()) > MOST_SCALE;
      return absurd ? NONE : new DeltaSummary(1, delta.abs().stripTrailingZeros());
    } catch (NumberFormatException malformed) {
      return NONE;
    }
  }

  /** Those of both. */
  public DeltaSummary plus(DeltaSummary other) {
    if (largest == null || other.largest == null) {
      return largest == null ? other : this;
    }
    return new DeltaSummary(examples + other.examples, largest.max(other.largest));
  }

  /** The largest without its sign; empty where there was none. */
  public Optional<BigDecimal> most() {
    return Optional.ofNullable(largest);
  }
}
