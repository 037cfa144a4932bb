package io.understudy.report.aggregate;

import io.understudy.journal.TallyEntry;

/**
 * What is known of a call point's noise so far: of the sessions alone that repeated calls, since an
 * earlier candidate's rate says nothing of what was repeated later. Not thread-safe.
 */
final class NoiseCell {
  private long repeated;
  private long compared;
  private final Capped<Long> calls = new Capped<>(PointCell.MOST_TEXTS, Long::sum);
  private final Capped<Long> sightings = new Capped<>(PointCell.MOST_TEXTS, Long::sum);
  private final Capped<Long> unrepeated = new Capped<>(PointCell.MOST_TEXTS, Long::sum);
  private final Capped<Long> together = new Capped<>(PointCell.MOST_TEXTS, Long::sum);

  /** Adds a tally of a session that repeats calls of the point. */
  void add(TallyEntry tally, Books books) {
    compared += books.compared();
    tally.signatures().forEach(calls::add);
    repeated += tally.repeated();
    tally.noise().forEach(sightings::add);
    tally.unrepeated().forEach(unrepeated::add);
    tally.together().forEach(together::add);
  }

  void merge(NoiseCell other) {
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
  Capped<Long> calls() {
    return calls;
  }

  /** Repeated calls in which the control disagreed with itself, by signature. */
  Capped<Long> sightings() {
    return sightings;
  }

  /** Calls that were to be repeated and were not, by the reason. */
  Capped<Long> unrepeated() {
    return unrepeated;
  }

  /** Mismatched calls by all their signatures at once. */
  Capped<Long> together() {
    return together;
  }
}
