package io.understudy.report.aggregate;

import io.understudy.journal.TallyEntry;
import io.understudy.report.summary.Books;

/**
 * What is known of a call point's noise so far: of the sessions alone that repeated calls, since an
 * earlier candidate's rate says nothing of what was repeated later. Not thread-safe.
 */
final class NoiseAccumulator {
  private long repeated;
  private long compared;
  private final CappedSums<Long> calls = new CappedSums<>(PointAccumulator.MOST_TEXTS, Long::sum);
  private final CappedSums<Long> sightings =
      new CappedSums<>(PointAccumulator.MOST_TEXTS, Long::sum);
  private final CappedSums<Long> unrepeated =
      new CappedSums<>(PointAccumulator.MOST_TEXTS, Long::sum);
  private final CappedSums<Long> together =
      new CappedSums<>(PointAccumulator.MOST_TEXTS, Long::sum);

  /** Adds a tally of a session that repeats calls of the point. */
  void add(TallyEntry tally, Books books) {
    compared += books.compared();
    tally.signatures().forEach(calls::add);
    repeated += tally.repeated();
    tally.noise().forEach(sightings::add);
    tally.unrepeated().forEach(unrepeated::add);
    tally.together().forEach(together::add);
  }

  void merge(NoiseAccumulator other) {
    repeated += other.repeated;
    compared += other.compared;
    calls.merge(other.calls);
    sightings.merge(other.sightings);
    unrepeated.merge(other.unrepeated);
    together.merge(other.together);
  }

  long repeated() {
    return repeated;
  }

  /** How many calls were compared. */
  long compared() {
    return compared;
  }

  /** Mismatched calls, by signature. */
  CappedSums<Long> calls() {
    return calls;
  }

  /** Repeated calls in which the control disagreed with itself, by signature. */
  CappedSums<Long> sightings() {
    return sightings;
  }

  /** Calls that were to be repeated and were not, by the reason. */
  CappedSums<Long> unrepeated() {
    return unrepeated;
  }

  /** Mismatched calls by all their signatures at once. */
  CappedSums<Long> together() {
    return together;
  }
}
