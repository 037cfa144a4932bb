package io.understudy.report.aggregate;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.ExampleCall;
import io.understudy.report.summary.FileIntegrity;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.ReportPeriod;
import io.understudy.report.summary.ReportProblem;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums of journal entries: per call point and day, per session, and the problems met. Holds no
 * entry but a few examples, so its size does not grow with the journals. Aggregates of parts merge
 * into that of the whole, in whatever order. Not thread-safe: one for each thread, merged at the
 * end.
 */
public final class Aggregate implements JournalVisitor {
  private static final Fate[] FATES = Fate.values();
  private static final long MINUTE_MILLIS = 60_000;

  final ReportPeriod period;
  final TreeMap<String, SessionAccumulator> sessions = new TreeMap<>();
  final TreeMap<PointKey, PointAccumulator> points = new TreeMap<>();
  final ProblemList problems = new ProblemList();
  final TreeMap<String, FileIntegrity> files = new TreeMap<>();

  private final DayLookup days;
  private @Nullable SessionAccumulator session;
  private int file;

  /** Knows nothing yet. */
  public Aggregate(ReportPeriod period) {
    this.period = period;
    this.days = new DayLookup(period.zone());
  }

  @Override
  public void session(SessionEntry entry) {
    session = sessions.computeIfAbsent(entry.session(), id -> new SessionAccumulator(entry));
    session.see(entry);
    file = entry.file();
  }

  @Override
  public void point(PointEntry point) {
    open().point(point.name()).see(point, file);
  }

  @Override
  public void tally(TallyEntry tally) {
    SessionAccumulator cell = open();
    Books books = Books.intercepted(tally.intercepted());
    for (Fate fate : FATES) {
      if (tally.fate(fate) != 0) {
        books = books.with(fate, tally.fate(fate));
      }
    }
    LocalDate day = days.of(tally.minute());
    boolean covered = period.covers(day);
    SessionAccumulator.Point point = cell.point(tally.point());
    point.count(books, tally.leaves(), day, covered);
    cell.lastMinute = Math.max(cell.lastMinute, tally.minute());
    if (covered) {
      cellOf(tally.point()).add(day, books, tally, cell.facts.session(), point);
    }
  }

  @Override
  public void example(ExampleEntry example) {
    SessionAccumulator cell = open();
    if (period.covers(days.of(Math.floorDiv(example.atMillis(), MINUTE_MILLIS)))) {
      cellOf(example.point())
          .add(new ExampleCall(example, cell.facts.session(), cell.facts.host()));
    }
  }

  @Override
  public void close(CloseEntry close) {
    open().close = close;
  }

  @Override
  public void problem(io.understudy.journal.Problem problem) {
    problems.add(ReportProblem.of(problem));
  }

  /** Adds a problem that was met outside the entries. */
  void add(ReportProblem problem) {
    problems.add(problem);
  }

  /** Adds what is known of a file after it was read. */
  void add(FileIntegrity read) {
    files.put(read.name(), read);
  }

  /** Takes in another aggregate of the same period, which must not be used any more. */
  public void merge(Aggregate other) {
    other.sessions.forEach(
        (id, theirs) -> {
          SessionAccumulator ours = sessions.putIfAbsent(id, theirs);
          if (ours != null) {
            ours.merge(theirs);
          }
        });
    other.points.forEach(
        (key, theirs) -> {
          PointAccumulator ours = points.putIfAbsent(key, theirs);
          if (ours != null) {
            ours.merge(theirs);
          }
        });
    problems.merge(other.problems);
    files.putAll(other.files);
  }

  /** What all that says. */
  public ParitySummary summary() {
    return new SummaryBuilder(this).summary();
  }

  private PointAccumulator cellOf(String point) {
    PointKey key = new PointKey(open().facts.application(), point);
    return points.computeIfAbsent(key, k -> new PointAccumulator());
  }

  private SessionAccumulator open() {
    if (session == null) {
      throw new IllegalStateException("an entry before the session that it belongs to");
    }
    return session;
  }
}
