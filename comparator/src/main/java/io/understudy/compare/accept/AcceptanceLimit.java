package io.understudy.compare.accept;

import io.understudy.value.CountText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The most that one JVM accepts under an acceptance on one UTC day of calls. The call that would
 * exceed the limit is mismatched, and so are all later ones of that day. Immutable.
 *
 * <p>A limit restricts the accepted calls in which the acceptance covered a difference: their
 * number, their share of all verdicts of the call point so far on that day, and the sum of {@code
 * |candidate - control|} over the covered differences.
 */
public final class AcceptanceLimit {
  /**
   * The least number of verdicts from which a share is calculated. With fewer, a few calls in the
   * first minute of a day would exceed any share.
   */
  public static final long LEAST_VERDICTS = 1_000;

  /** The share of a limit at which the limit is nearly used up. */
  static final BigDecimal NEAR = new BigDecimal("0.8");

  private static final AcceptanceLimit NONE = new AcceptanceLimit(null, Long.MAX_VALUE, null);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final @Nullable BigDecimal rate;
  private final long calls;
  private final @Nullable BigDecimal amount;

  private AcceptanceLimit(@Nullable BigDecimal rate, long calls, @Nullable BigDecimal amount) {
    this.rate = rate;
    this.calls = calls;
    this.amount = amount;
  }

  /** Returns the limit that restricts nothing. */
  public static AcceptanceLimit none() {
    return NONE;
  }

  /**
   * Returns the same limit with this greatest share of the day's verdicts so far, rounded up to
   * whole calls. The share is taken of at least {@value #LEAST_VERDICTS} verdicts.
   *
   * @throws IllegalArgumentException when the share is not more than 0 and less than 1
   */
  public AcceptanceLimit rate(BigDecimal share) {
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "a rate is a share of the verdicts, more than 0 and less than 1, not " + share);
    }
    return new AcceptanceLimit(share, calls, amount);
  }

  /**
   * Returns the same limit with this greatest number of calls a day.
   *
   * @throws IllegalArgumentException when the number is not positive
   */
  public AcceptanceLimit calls(long most) {
    if (most <= 0) {
      throw new IllegalArgumentException("a limit of calls is 1 or more, not " + most);
    }
    return new AcceptanceLimit(rate, most, amount);
  }

  /**
   * Returns the same limit with this greatest sum of {@code |candidate - control|} a day. An
   * acceptance with such a limit covers only differences between two numbers.
   *
   * @throws IllegalArgumentException when the sum is not positive
   */
  public AcceptanceLimit amount(BigDecimal most) {
    if (most.signum() <= 0) {
      throw new IllegalArgumentException("a limit of an amount is more than 0, not " + most);
    }
    return new AcceptanceLimit(rate, calls, most);
  }

  /** Returns the greatest share of the day's verdicts; null if not limited. */
  public @Nullable BigDecimal rate() {
    return rate;
  }

  /** Returns the greatest number of calls a day; {@code Long.MAX_VALUE} if not limited. */
  public long calls() {
    return calls;
  }

  /** Returns the greatest sum of {@code |candidate - control|} a day; null if not limited. */
  public @Nullable BigDecimal amount() {
    return amount;
  }

  /** Returns whether nothing is limited. */
  public boolean isNone() {
    return rate == null && calls == Long.MAX_VALUE && amount == null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AcceptanceLimit && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(toString());
  }

  /** Returns how many calls a rate allows after this number of verdicts. */
  static BigDecimal callsOf(BigDecimal rate, long verdicts) {
    return rate.multiply(BigDecimal.valueOf(Math.max(verdicts, LEAST_VERDICTS)))
        .setScale(0, RoundingMode.CEILING);
  }

  static String rateText(BigDecimal rate) {
    return rate.multiply(HUNDRED).stripTrailingZeros().toPlainString() + "% of verdicts";
  }

  static String callsText(long calls) {
    return CountText.of(calls, "call") + " a day";
  }

  static String amountText(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString() + " in sum a day";
  }

  /** {@code at most 1% of verdicts, 1000 calls a day, 250 in sum a day}. */
  @Override
  public String toString() {
    if (isNone()) {
      return "without limit";
    }
    List<String> parts = new ArrayList<>();
    if (rate != null) {
      parts.add(rateText(rate));
    }
    if (calls != Long.MAX_VALUE) {
      parts.add(callsText(calls));
    }
    if (amount != null) {
      parts.add(amountText(amount));
    }
    return "at most " + String.join(", ", parts);
  }
}
