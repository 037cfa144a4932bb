package io.understudy.report.summary;

import io.understudy.journal.Fate;
import io.understudy.journal.Sums;
import io.understudy.report.statistics.ClopperPearson;

/**
 * The share of verdicts that agree, together with the counts behind it. Immutable.
 *
 * @param agreed the verdicts that agree: matched or accepted
 * @param matched the matched verdicts
 * @param verdicts all verdicts, at least 1
 */
public record Parity(long agreed, long matched, long verdicts) {
  /**
   * Creates a parity.
   *
   * @throws IllegalArgumentException unless {@code 0 <= matched <= agreed <= verdicts} and {@code
   *     verdicts >= 1}
   */
  public Parity {
    if (verdicts < 1 || agreed < 0 || agreed > verdicts || matched < 0 || matched > agreed) {
      throw new IllegalArgumentException(
          matched + " matched, " + agreed + " agreed of " + verdicts);
    }
  }

  static Parity of(Books books) {
    return new Parity(books.agreed(), books.ended(Fate.MATCHED), books.verdicts());
  }

  /** Returns (matched + accepted) / verdicts, from 0 to 1. */
  public double share() {
    return (double) agreed / verdicts;
  }

  /** Returns matched / verdicts, from 0 to 1. */
  public double strictShare() {
    return (double) matched / verdicts;
  }

  /** Returns this parity as if {@code calls} more had agreed, but no more than all verdicts. */
  Parity withMoreAgreed(long calls) {
    return new Parity(Math.min(verdicts, Sums.plus(agreed, calls)), matched, verdicts);
  }

  /** Returns the exact one-sided lower limit of {@link #share()} at 95 % confidence. */
  public double lowerBound() {
    return ClopperPearson.lowerBound(agreed, verdicts);
  }

  /** Returns the exact one-sided lower limit of {@link #strictShare()} at 95 % confidence. */
  public double strictLowerBound() {
    return ClopperPearson.lowerBound(matched, verdicts);
  }
}
