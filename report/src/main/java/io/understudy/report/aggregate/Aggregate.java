package io.understudy.report.aggregate;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
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

  final Period period;
  final TreeMap<String, SessionCell> sessions = new TreeMap<>();
  final TreeMap<PointKey, PointCell> points = new TreeMap<>();
  final Problems problems = new Problems();
  final TreeMap<String, FileEvidence> files = new TreeMap<>();

  private final Days days;
  private @Nullable SessionCell session;
  private int file;

  /** Knows nothing yet. */
  public Aggregate(Period period) {
    this.period = period;
    this.days = new Days(period.zone());
  }

  @Override
  public void session(SessionEntry entry) {
    session = sessions.computeIfAbsent(entry.session(), id -> new SessionCell(entry));
    session.see(entry);
    file = entry.file();
  }

  @Override
  public void point(PointEntry point) {
    open().point(point.name()).see(point, file);
  }

  @Override
  public void tally(TallyEntry tally) {
    SessionCell cell = open();
    Books books = Books.intercepted(tally.intercepted());
    for (Fate fate : FATES) {
      if (tally.fate(fate) != 0) {
        books = books.with(fate, tally.fate(fate));
      }
    }
    LocalDate day = days.of(tally.minute());
    boolean covered = period.covers(day);
    SessionCell.Point point = cell.point(tally.point());
    point.count(books, tally.leaves(), day, covered);
    cell.lastMinute = Math.max(cell.lastMinute, tally.minute());
    if (covered) {
      cellOf(tally.point()).add(day, books, tally, cell.facts.session(), point);
    }
  }

  @Override
  public void example(ExampleEntry example) {
    SessionCell cell = open();
    if (period.covers(days.of(Math.floorDiv(example.atMillis(), MINUTE_MILLIS)))) {
      cellOf(example.point()).add(new Example(example, cell.facts.session(), cell.facts.host()));
    }
  }

  @Override
  public void close(CloseEntry close) {
    open().close = close;
  }

  @Override
  public void problem(io.understudy.journal.Problem problem) {
    problems.add(Problem.of(problem));
  }

  /** Adds a problem that was met outside the entries. */
  void add(Problem problem) {
    problems.add(problem);
  }

  /** Adds what is known of a file after it was read. */
  void add(FileEvidence read) {
    files.put(read.name(), read);
  }

  /** Takes in another aggregate of the same period, which must not be used any more. */
  public void merge(Aggregate other) {
    other.sessions.forEach(
        (id, theirs) -> {
          SessionCell ours = sessions.putIfAbsent(id, theirs);
          if (ours != null) {
            ours.merge(theirs);
          }
        });
    other.points.forEach(
        (key, theirs) -> {
          PointCell ours = points.putIfAbsent(key, theirs);
          if (ours != null) {
            ours.merge(theirs);
          }
        });
    problems.merge(other.problems);
    files.putAll(other.files);
  }

  /** What all that says. */
  public Evidence evidence() {
    return new Assembly(this).evidence();
  }

  private PointCell cellOf(String point) {
    PointKey key = new PointKey(open().facts.application(), point);
    return points.computeIfAbsent(key, k -> new PointCell());
  }

  private SessionCell open() {
    if (session == null) {
      throw new IllegalStateException("an entry before the session that it belongs to");
    }
    return session;
  }
}
