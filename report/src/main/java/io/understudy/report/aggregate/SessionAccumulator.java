package io.understudy.report.aggregate;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.report.summary.Books;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of one session so far. Not thread-safe. */
final class SessionAccumulator {
  /** A call point as this session runs it. */
  static final class Point {
    /** The entry with code identities holds, else that of the last file. */
    private static final Comparator<Point> SURER =
        Comparator.comparing((Point p) -> p.entry != null && p.entry.candidateCode() != null)
            .thenComparing(p -> p.entry != null)
            .thenComparingInt(p -> p.file);

    @Nullable PointEntry entry;
    int file;
    Books all = Books.NONE;
    Books inPeriod = Books.NONE;
    long leaves;
    boolean watched;
    @Nullable LocalDate first;
    @Nullable LocalDate last;

    void see(PointEntry seen, int inFile) {
      Point other = new Point();
      other.entry = seen;
      other.file = inFile;
      takeSurer(other);
    }

    void count(Books books, long watchedLeaves, LocalDate day, boolean covered) {
      all = all.plus(books);
      watched |= watchedLeaves > 0;
      if (covered) {
        inPeriod = inPeriod.plus(books);
        leaves += watchedLeaves;
        span(day, day);
      }
    }

    /** Whether the control is asked twice for some of its calls. */
    boolean repeats() {
      return entry != null && entry.noise() > 0;
    }

    /** Whether some of its differences are accepted. */
    boolean accepts() {
      return entry != null && !entry.accepts().isEmpty();
    }

    void merge(Point other) {
      takeSurer(other);
      all = all.plus(other.all);
      inPeriod = inPeriod.plus(other.inPeriod);
      leaves += other.leaves;
      watched |= other.watched;
      if (other.first != null && other.last != null) {
        span(other.first, other.last);
      }
    }

    private void takeSurer(Point other) {
      if (SURER.compare(other, this) >= 0) {
        entry = other.entry;
        file = other.file;
      }
    }

    private void span(LocalDate from, LocalDate to) {
      first = first == null || from.isBefore(first) ? from : first;
      last = last == null || to.isAfter(last) ? to : last;
    }
  }

  SessionEntry facts;
  final TreeSet<Integer> files = new TreeSet<>();
  final TreeMap<String, Point> points = new TreeMap<>();
  @Nullable CloseEntry close;
  long lastMinute = Long.MIN_VALUE;

  SessionAccumulator(SessionEntry facts) {
    this.facts = facts;
  }

  void see(SessionEntry entry) {
    files.add(entry.file());
    facts = entry.file() < facts.file() ? entry : facts;
  }

  Point point(String name) {
    return points.computeIfAbsent(name, n -> new Point());
  }

  void merge(SessionAccumulator other) {
    facts = other.facts.file() < facts.file() ? other.facts : facts;
    files.addAll(other.files);
    other.points.forEach((name, point) -> point(name).merge(point));
    close = close == null ? other.close : close;
    lastMinute = Math.max(lastMinute, other.lastMinute);
  }

  /** How many of the session's first files are not here. */
  int missingAtFront() {
    return files.isEmpty() ? 0 : files.first() - 1;
  }
}
