package io.understudy.report.aggregate;

import io.understudy.journal.Sums;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.ReadBudget;
import io.understudy.report.summary.Books;

/**
 * Sums about the noise of a call point. Only sessions that repeat calls count, because rates of
 * other sessions may belong to another candidate. Not thread-safe.
 */
final class NoiseAccumulator {
  private long repeated;
  private long compared;
  private final CappedSums<Long> calls;
  private final CappedSums<Long> sightings;
  private final CappedSums<Long> unrepeated;
  private final CappedSums<Long> together;

  NoiseAccumulator(ReadBudget budget) {
    calls = CappedSums.counts(PointAccumulator.MOST_TEXTS, budget);
    sightings = CappedSums.counts(PointAccumulator.MOST_TEXTS, budget);
    unrepeated = CappedSums.counts(PointAccumulator.MOST_TEXTS, budget);
    together = CappedSums.counts(PointAccumulator.MOST_TEXTS, budget);
  }

  /** Adds a tally of a session that repeats calls. */
  void add(TallyEntry tally, Books books) {
    compared = Sums.plus(compared, books.compared());
    tally.signatures().forEach(calls::add);
    repeated = Sums.plus(repeated, tally.repeated());
    tally.noise().forEach(sightings::add);
    tally.unrepeated().forEach(unrepeated::add);
    tally.together().forEach(together::add);
  }

  void merge(NoiseAccumulator other) {
    repeated = Sums.plus(repeated, other.repeated);
    compared = Sums.plus(compared, other.compared);
    calls.merge(other.calls);
    sightings.merge(other.sightings);
    unrepeated.merge(other.unrepeated);
    together.merge(other.together);
  }

  /** Returns the number of repeated calls. */
  long repeated() {
    return repeated;
  }

  /** Returns the number of compared calls. */
  long compared() {
    return compared;
  }

  /** Returns the mismatched calls by signature. */
  CappedSums<Long> calls() {
    return calls;
  }

  /** Returns the repeated calls in which the control differed from itself, by signature. */
  CappedSums<Long> sightings() {
    return sightings;
  }

  /** Returns the calls that were chosen for a repeat but not repeated, by reason. */
  CappedSums<Long> unrepeated() {
    return unrepeated;
  }

  /** Returns the mismatched calls by the joined text of all their signatures. */
  CappedSums<Long> together() {
    return together;
  }
}
