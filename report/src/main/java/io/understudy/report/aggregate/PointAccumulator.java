package io.understudy.report.aggregate;

import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.LatencyTotal;
import io.understudy.journal.RecordedDifference;
import io.understudy.journal.TallyEntry;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.DeltaSummary;
import io.understudy.report.summary.ExampleCall;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of one call point in the period so far. Not thread-safe. */
final class PointAccumulator {
  /** So many reasons and signatures are kept apart for each call point. */
  static final int MOST_TEXTS = 2_000;

  /** A day of a call point. */
  static final class DayCell {
    Books books = Books.NONE;
    final TreeSet<String> sessions = new TreeSet<>();

    void merge(DayCell other) {
      books = books.plus(other.books);
      sessions.addAll(other.sessions);
    }
  }

  final TreeMap<LocalDate, DayCell> days = new TreeMap<>();
  final CappedSums<Long> reasons = new CappedSums<>(MOST_TEXTS, Long::sum);
  final CappedSums<SignatureAccumulator> signatures =
      new CappedSums<>(MOST_TEXTS, SignatureAccumulator::plus);
  final CappedSums<Long> explained = new CappedSums<>(MOST_TEXTS, Long::sum);
  final CappedSums<DeltaSummary> deltas = new CappedSums<>(MOST_TEXTS, DeltaSummary::plus);
  final CappedSums<Long> hits = new CappedSums<>(MOST_TEXTS, Long::sum);
  final CappedSums<Long> hidden = new CappedSums<>(MOST_TEXTS, Long::sum);
  final CappedSums<AcceptanceAccumulator> acceptances =
      new CappedSums<>(MOST_TEXTS, AcceptanceAccumulator::plus);
  final TreeMap<JvmDay, Long> verdicts = new TreeMap<>();
  final NoiseAccumulator noise = new NoiseAccumulator();
  final LatencyTotal control = new LatencyTotal();
  final LatencyTotal candidate = new LatencyTotal();
  final LatencyTotal caller = new LatencyTotal();

  void add(
      LocalDate day, Books books, TallyEntry tally, String session, SessionAccumulator.Point at) {
    DayCell cell = days.computeIfAbsent(day, d -> new DayCell());
    cell.books = cell.books.plus(books);
    cell.sessions.add(session);
    tally.reasons().forEach(reasons::add);
    tally.signatures().forEach((s, n) -> signatures.add(s, SignatureAccumulator.counted(day, n)));
    tally.explained().forEach(explained::add);
    tally.rules().forEach(hits::add);
    tally.hidden().forEach(hidden::add);
    if (at.repeats()) {
      noise.add(tally, books);
    }
    if (at.accepts()) {
      accept(day, JvmDay.of(session, tally.minute()), books.verdicts(), tally);
    }
    control.add(tally.control());
    candidate.add(tally.candidate());
    caller.add(tally.caller());
    long late = books.ended(Fate.TIMED_OUT);
    if (late > 0) {
      signatures.add(Fate.TIMED_OUT.wireName(), SignatureAccumulator.counted(day, late));
    }
  }

  private void accept(LocalDate day, JvmDay jvm, long weighed, TallyEntry tally) {
    verdicts.merge(jvm, weighed, Long::sum);
    tally
        .accepted()
        .forEach((id, n) -> acceptances.add(id, AcceptanceAccumulator.accepted(day, jvm, n)));
    for (Map.Entry<String, Long> limit : tally.limits().entrySet()) {
      String text = limit.getKey();
      acceptances.add(
          AcceptanceAccumulator.idOf(text),
          AcceptanceAccumulator.isLimited(text, day, limit.getValue()));
    }
  }

  void add(ExampleCall example) {
    ExampleEntry entry = example.entry();
    Set<String> shown = new TreeSet<>();
    Set<String> agreed = new TreeSet<>();
    for (RecordedDifference difference : entry.differences()) {
      String accepted = difference.accepted();
      if (accepted != null) {
        agreed.add(accepted);
      } else {
        shown.add(difference.signature());
        delta(difference);
      }
    }
    if (entry.fate() == Fate.TIMED_OUT) {
      shown.add(Fate.TIMED_OUT.wireName());
    }
    shown.forEach(signature -> signatures.add(signature, SignatureAccumulator.shown(example)));
    agreed.forEach(id -> acceptances.add(id, AcceptanceAccumulator.shown(example)));
  }

  private void delta(RecordedDifference difference) {
    DeltaSummary delta = DeltaSummary.of(difference);
    if (delta.largest() != null) {
      String signature = difference.signature() + SignatureRanking.BETWEEN;
      List<String> explained = difference.explained();
      for (String explanation : explained.isEmpty() ? List.of("") : explained) {
        deltas.add(signature + explanation, delta);
      }
    }
  }

  void merge(PointAccumulator other) {
    other.days.forEach((day, cell) -> days.computeIfAbsent(day, d -> new DayCell()).merge(cell));
    reasons.merge(other.reasons);
    signatures.merge(other.signatures);
    explained.merge(other.explained);
    deltas.merge(other.deltas);
    hits.merge(other.hits);
    hidden.merge(other.hidden);
    acceptances.merge(other.acceptances);
    other.verdicts.forEach((jvm, n) -> verdicts.merge(jvm, n, Long::sum));
    noise.merge(other.noise);
    control.add(other.control.counts());
    candidate.add(other.candidate.counts());
    caller.add(other.caller.counts());
  }
}
