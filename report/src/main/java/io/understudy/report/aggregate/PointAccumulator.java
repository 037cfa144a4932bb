package io.understudy.report.aggregate;

import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.RecordedDifference;
import io.understudy.journal.Sums;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.ReadBudget;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.journal.latency.LatencyTotal;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.DeltaSummary;
import io.understudy.report.summary.ExampleCall;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sums of one call point in the period, over all sessions. Not thread-safe. */
final class PointAccumulator {
  /** The number of reasons, signatures and so on that are counted one by one. */
  static final int MOST_TEXTS = 2_000;

  /** The estimated size without days, texts and latencies, with its lines in a report. Bytes. */
  private static final int BYTES = 5_000;

  /** The estimated size of a day, and of its score in the summary. Bytes. */
  private static final int BYTES_OF_DAY = 300;

  final TreeMap<LocalDate, Books> days = new TreeMap<>();
  final CappedSums<Long> conduct;
  final CappedSums<Long> broken;
  final CappedSums<Long> reasons;
  final CappedSums<SignatureAccumulator> signatures;
  final CappedSums<Long> explained;
  final CappedSums<DeltaSummary> deltas;
  final CappedSums<Long> hits;
  final CappedSums<Long> hidden;
  final CappedSums<AcceptanceAccumulator> acceptances;
  final TreeMap<JvmDay, Long> verdicts = new TreeMap<>();
  final HourSums hours = new HourSums();
  final NoiseAccumulator noise;
  final LatencyTotal control = new LatencyTotal();
  final LatencyTotal candidate = new LatencyTotal();
  final LatencyTotal caller = new LatencyTotal();
  private final ReadBudget budget;

  /** Creates sums for what was read before. */
  PointAccumulator() {
    this(ReadBudget.unlimited());
  }

  /** Creates sums that may keep what the budget has. */
  PointAccumulator(ReadBudget budget) {
    this.budget = budget;
    conduct = CappedSums.counts(MOST_TEXTS, budget);
    broken = CappedSums.counts(MOST_TEXTS, budget);
    reasons = CappedSums.counts(MOST_TEXTS, budget);
    signatures =
        new CappedSums<>(
            MOST_TEXTS, SignatureAccumulator::plus, SignatureAccumulator::size, budget);
    explained = CappedSums.counts(MOST_TEXTS, budget);
    deltas = new CappedSums<>(MOST_TEXTS, DeltaSummary::plus, delta -> 200, budget);
    hits = CappedSums.counts(MOST_TEXTS, budget);
    hidden = CappedSums.counts(MOST_TEXTS, budget);
    acceptances =
        new CappedSums<>(
            MOST_TEXTS, AcceptanceAccumulator::plus, AcceptanceAccumulator::size, budget);
    noise = new NoiseAccumulator(budget);
    budget.take(BYTES);
  }

  /**
   * Adds a tally of the period.
   *
   * @param day the day of the tally in the zone of the report
   * @param hour the hour of the tally in that zone
   * @param books the counts of the tally
   * @param session the id of the session that wrote it
   * @param point this call point in that session
   */
  void add(
      LocalDate day, int hour, Books books, TallyEntry tally, String session, SessionPoint point) {
    if (days.merge(day, books, Books::plus) == books) {
      budget.take(BYTES_OF_DAY);
    }
    hours.add(hour, books, tally);
    tally.reasons().forEach(reasons::add);
    tally.conduct().forEach(conduct::add);
    tally.broken().forEach(broken::add);
    tally.signatures().forEach((s, n) -> signatures.add(s, SignatureAccumulator.counted(day, n)));
    tally.explained().forEach(explained::add);
    tally.rules().forEach(hits::add);
    tally.hidden().forEach(hidden::add);
    if (point.repeats()) {
      noise.add(tally, books);
    }
    if (point.accepts()) {
      addAccepted(day, JvmDay.of(session, tally.minute()), books.verdicts(), tally);
    }
    add(control, tally.control());
    add(candidate, tally.candidate());
    add(caller, tally.caller());
    long late = books.ended(Fate.TIMED_OUT);
    if (late > 0) {
      signatures.add(Fate.TIMED_OUT.wireName(), SignatureAccumulator.counted(day, late));
    }
  }

  private void add(LatencyTotal total, LatencyCounts more) {
    long before = total.size();
    budget.take(total.add(more).size() - before);
  }

  private void addAccepted(LocalDate day, JvmDay jvm, long verdictsOfTally, TallyEntry tally) {
    if (!verdicts.containsKey(jvm)) {
      budget.take(160);
    }
    verdicts.merge(jvm, verdictsOfTally, Sums::plus);
    tally
        .accepted()
        .forEach((id, n) -> acceptances.add(id, AcceptanceAccumulator.accepted(day, jvm, n)));
    for (Map.Entry<String, Long> limit : tally.limits().entrySet()) {
      String text = limit.getKey();
      acceptances.add(
          AcceptanceAccumulator.idOf(text),
          AcceptanceAccumulator.limitEvent(text, day, limit.getValue()));
    }
  }

  /** Adds an example to each of its signatures, and to each acceptance that covers it. */
  void add(ExampleCall example) {
    ExampleEntry entry = example.entry();
    Set<String> shown = new TreeSet<>();
    Set<String> accepted = new TreeSet<>();
    for (RecordedDifference difference : entry.differences()) {
      String id = difference.accepted();
      if (id != null) {
        accepted.add(id);
      } else {
        shown.add(difference.signature());
        addDelta(difference);
      }
    }
    if (entry.fate() == Fate.TIMED_OUT) {
      shown.add(Fate.TIMED_OUT.wireName());
    }
    shown.forEach(signature -> signatures.add(signature, SignatureAccumulator.shown(example)));
    accepted.forEach(id -> acceptances.add(id, AcceptanceAccumulator.shown(example)));
  }

  private void addDelta(RecordedDifference difference) {
    DeltaSummary delta = DeltaSummary.of(difference);
    if (delta.largest() != null) {
      String signature = difference.signature() + SignatureRanking.BETWEEN;
      List<String> explanations = difference.explained();
      for (String explanation : explanations.isEmpty() ? List.of("") : explanations) {
        deltas.add(signature + explanation, delta);
      }
    }
  }

  void merge(PointAccumulator other) {
    other.days.forEach((day, books) -> days.merge(day, books, Books::plus));
    hours.merge(other.hours);
    reasons.merge(other.reasons);
    conduct.merge(other.conduct);
    broken.merge(other.broken);
    signatures.merge(other.signatures);
    explained.merge(other.explained);
    deltas.merge(other.deltas);
    hits.merge(other.hits);
    hidden.merge(other.hidden);
    acceptances.merge(other.acceptances);
    other.verdicts.forEach((jvm, n) -> verdicts.merge(jvm, n, Sums::plus));
    noise.merge(other.noise);
    control.add(other.control.counts());
    candidate.add(other.candidate.counts());
    caller.add(other.caller.counts());
  }
}
