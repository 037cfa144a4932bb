package io.understudy.report.summary;

import io.understudy.journal.Fate;
import io.understudy.report.statistics.ClopperPearson;

/**
 * The share of verdicts that agree, with what it rests on: never a share without its count.
 * Immutable.
 *
 * @param agreed verdicts that agree: matched or accepted
 * @param matched verdicts that agree without having been accepted
 * @param verdicts all of them, at least 1
 */
public record Parity(long agreed, long matched, long verdicts) {
  /** States a parity. */
  public Parity {
    if (verdicts < 1 || agreed < 0 || agreed > verdicts || matched < 0 || matched > agreed) {
      throw new IllegalArgumentException(
          matched + " matched, " + agreed + " agreed of " + verdicts);
    }
  }

  static Parity of(Books books) {
    return new Parity(books.agreed(), books.ended(Fate.MATCHED), books.verdicts());
  }

  /** (matched + accepted) / (matched + accepted + mismatched + timed-out), from 0 to 1. */
  public double share() {
    return (double) agreed / verdicts;
  }

  /** The same without the accepted ones above. */
  public double strictShare() {
    return (double) matched / verdicts;
  }

  /** The same if so many more had agreed; at most all that did not. */
  Parity withMoreAgreed(long calls) {
    return new Parity(Math.min(verdicts, agreed + calls), matched, verdicts);
  }

  /** What the verdicts prove of {@link #share()}: exact, one-sided, 95 %. */
  public double lowerBound() {
    return ClopperPearson.lowerBound(agreed, verdicts);
  }

  /** What the verdicts prove of {@link #strictShare()}. */
  public double strictLowerBound() {
    return ClopperPearson.lowerBound(matched, verdicts);
  }
}
