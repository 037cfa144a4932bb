package io.understudy.report.aggregate;

import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.LatencyTotal;
import io.understudy.journal.RecordedDifference;
import io.understudy.journal.TallyEntry;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is known of one call point in the period so far. Not thread-safe. */
final class PointCell {
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
  final Capped<Long> reasons = new Capped<>(MOST_TEXTS, Long::sum);
  final Capped<SignatureCell> signatures = new Capped<>(MOST_TEXTS, SignatureCell::plus);
  final LatencyTotal control = new LatencyTotal();
  final LatencyTotal candidate = new LatencyTotal();
  final LatencyTotal caller = new LatencyTotal();

  void add(LocalDate day, Books books, TallyEntry tally, String session) {
    DayCell cell = days.computeIfAbsent(day, d -> new DayCell());
    cell.books = cell.books.plus(books);
    cell.sessions.add(session);
    tally.reasons().forEach(reasons::add);
    tally.signatures().forEach((s, n) -> signatures.add(s, SignatureCell.counted(day, n)));
    control.add(tally.control());
    candidate.add(tally.candidate());
    caller.add(tally.caller());
    long late = books.ended(Fate.TIMED_OUT);
    if (late > 0) {
      signatures.add(Fate.TIMED_OUT.wireName(), SignatureCell.counted(day, late));
    }
  }

  void add(Example example) {
    ExampleEntry entry = example.entry();
    Set<String> shown =
        entry.differences().stream()
            .map(RecordedDifference::signature)
            .collect(Collectors.toCollection(TreeSet::new));
    if (entry.fate() == Fate.TIMED_OUT) {
      shown.add(Fate.TIMED_OUT.wireName());
    }
    for (String signature : shown) {
      signatures.add(signature, SignatureCell.shown(example));
    }
  }

  void merge(PointCell other) {
    other.days.forEach((day, cell) -> days.computeIfAbsent(day, d -> new DayCell()).merge(cell));
    reasons.merge(other.reasons);
    signatures.merge(other.signatures);
    control.add(other.control.counts());
    candidate.add(other.candidate.counts());
    caller.add(other.caller.counts());
  }
}
