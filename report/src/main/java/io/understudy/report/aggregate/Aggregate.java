package io.understudy.report.aggregate;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.ReadBudget;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.ExampleCall;
import io.understudy.report.summary.FileIntegrity;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.ReportPeriod;
import io.understudy.report.summary.VoidedSession;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums of journal entries per call point and day and per session, and the problems of the files. It
 * keeps only a few examples, so its size grows with call points and days, not with calls, up to a
 * budget. Aggregates merge in any order with the same result. Not thread-safe: use one for each
 * thread and merge them at the end.
 */
public final class Aggregate implements JournalVisitor {
  private static final long MINUTE_MILLIS = 60_000;

  final ReportPeriod period;
  final TreeMap<String, SessionAccumulator> sessions = new TreeMap<>();
  final TreeMap<PointKey, PointAccumulator> points = new TreeMap<>();
  private Findings findings = new Findings();
  private List<VoidedSession> voided = List.of();

  /** The sums of the call points of the current session's application. */
  private final Map<String, PointAccumulator> sumsByName = new HashMap<>();

  private final DayLookup days;
  private final ReadBudget budget;
  private @Nullable SessionAccumulator session;
  private int file;

  /** Creates an empty aggregate of a period, for journals that fit into memory. */
  public Aggregate(ReportPeriod period) {
    this(period, ReadBudget.unlimited());
  }

  /** Creates an empty aggregate of a period that may keep what the budget has. */
  public Aggregate(ReportPeriod period, ReadBudget budget) {
    this.period = period;
    this.budget = budget;
    this.days = new DayLookup(period.zone());
  }

  @Override
  public void session(SessionEntry entry) {
    session =
        sessions.computeIfAbsent(entry.session(), id -> new SessionAccumulator(entry, budget));
    session.add(entry);
    file = entry.file();
    sumsByName.clear();
  }

  @Override
  public void point(PointEntry point) {
    open().add(point, file);
  }

  @Override
  public void tally(TallyEntry tally) {
    SessionAccumulator current = open();
    Books books = Books.of(tally);
    LocalDate day = days.of(tally.minute());
    boolean covered = period.covers(day);
    SessionPoint point = current.point(tally.point());
    point.count(books, tally.leaves(), day, covered);
    current.lastMinute = Math.max(current.lastMinute, tally.minute());
    if (covered) {
      sumsOf(tally.point())
          .add(day, days.hour(tally.minute()), books, tally, current.entry.session(), point);
    }
  }

  @Override
  public void example(ExampleEntry example) {
    SessionAccumulator current = open();
    if (period.covers(days.of(Math.floorDiv(example.atMillis(), MINUTE_MILLIS)))) {
      sumsOf(example.point())
          .add(new ExampleCall(example, current.entry.session(), current.entry.host()));
    }
  }

  @Override
  public void close(CloseEntry close) {
    budget.take(close.size());
    open().close = close;
  }

  @Override
  public void problem(JournalProblem problem) {
    findings.add(problem);
  }

  /** Returns what the reading showed about the evidence itself. */
  Findings findings() {
    return findings;
  }

  /** Returns the sessions of which nothing was counted. */
  List<VoidedSession> voided() {
    return voided;
  }

  /** Takes the findings of a reading that included sessions of which nothing counts. */
  void take(Findings ofAll, List<VoidedSession> uncounted) {
    findings = ofAll;
    voided = List.copyOf(uncounted);
  }

  /** Adds the state of a file that was read. */
  void add(FileIntegrity readFile) {
    budget.take(ReadBudget.entry(readFile.name()) + 400);
    findings.files.put(readFile.name(), readFile);
  }

  /** Adds another aggregate of the same period. The other one must not be used afterwards. */
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
    findings.merge(other.findings);
  }

  /** Returns the scores, rankings and problems that follow from the sums. */
  public ParitySummary summary() {
    return new SummaryBuilder(this).summary();
  }

  private PointAccumulator sumsOf(String point) {
    PointAccumulator known = sumsByName.get(point);
    if (known != null) {
      return known;
    }
    PointKey key = new PointKey(open().entry.application(), point);
    PointAccumulator sums = points.computeIfAbsent(key, k -> new PointAccumulator(budget));
    sumsByName.put(point, sums);
    return sums;
  }

  private SessionAccumulator open() {
    if (session == null) {
      throw new IllegalStateException("an entry before the session entry of its file");
    }
    return session;
  }
}
