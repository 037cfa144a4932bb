package io.understudy.compare.accept;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The allowed distance and direction of the candidate's number from the control's. The boundaries
 * belong to the range. Calculated with exact decimals. Immutable.
 */
public final class DeltaRange {
  private static final String NUMBER = "[-+]?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,4})?";
  private static final Pattern RANGE =
      Pattern.compile("(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")");
  private static final Pattern MOST = Pattern.compile("(" + NUMBER + ")(?:\\s+(more|less))?");

  private final BigDecimal from;
  private final BigDecimal to;

  private DeltaRange(BigDecimal from, BigDecimal to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Creates a range: the candidate's number is at most {@code most} more or less.
   *
   * @throws IllegalArgumentException when {@code most} is negative
   */
  public static DeltaRange atMost(BigDecimal most) {
    if (most.signum() < 0) {
      throw new IllegalArgumentException(
          "a delta of at most "
              + most
              + " covers nothing: write "
              + most
              + "..0, or a positive number");
    }
    return new DeltaRange(most.negate(), most);
  }

  /**
   * Creates the range {@code from <= candidate - control <= to}.
   *
   * @throws IllegalArgumentException when {@code from} is more than {@code to}
   */
  public static DeltaRange between(BigDecimal from, BigDecimal to) {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "a delta from " + from + " to " + to + " covers nothing: write the lesser end first");
    }
    return new DeltaRange(from, to);
  }

  /**
   * Parses {@code 0.01} (at most so much more or less), {@code 0.01 more} or {@code 0.01 less}
   * (more, or less, by at most that), or {@code -0.02..0.01}.
   *
   * @throws IllegalArgumentException when the text has another form; the message states the allowed
   *     forms
   */
  public static DeltaRange parse(String text) {
    Matcher range = RANGE.matcher(text.trim());
    if (range.matches()) {
      return between(number(range.group(1)), number(range.group(2)));
    }
    Matcher most = MOST.matcher(text.trim());
    if (!most.matches()) {
      throw new IllegalArgumentException(
          "a delta is written 0.01, 0.01 more, 0.01 less or -0.02..0.01, not \"" + text + "\"");
    }
    DeltaRange both = atMost(number(most.group(1)));
    String direction = most.group(2);
    if (direction == null) {
      return both;
    }
    return direction.equals("more")
        ? new DeltaRange(BigDecimal.ZERO, both.to)
        : new DeltaRange(both.from, BigDecimal.ZERO);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  /** Returns whether {@code candidate - control} is within the range. */
  public boolean covers(BigDecimal delta) {
    return from.compareTo(delta) <= 0 && delta.compareTo(to) <= 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeltaRange
        && from.compareTo(((DeltaRange) other).from) == 0
        && to.compareTo(((DeltaRange) other).to) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(from.stripTrailingZeros(), to.stripTrailingZeros());
  }

  /** Returns the form that {@link #parse} reads. */
  @Override
  public String toString() {
    if (from.negate().compareTo(to) == 0) {
      return to.toString();
    }
    if (from.signum() == 0) {
      return to + " more";
    }
    return to.signum() == 0 ? from.negate() + " less" : from + ".." + to;
  }
}
