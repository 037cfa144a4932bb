package io.understudy.report.aggregate;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.file.ReadBudget;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sums of one session. Not thread-safe. */
final class SessionAccumulator {
  /** The session that started last comes first; equal starts are ordered by id. */
  static final Comparator<SessionAccumulator> LATEST_FIRST =
      Comparator.comparing((SessionAccumulator s) -> s.entry.start())
          .thenComparing(s -> s.entry.session())
          .reversed();

  /** The estimated size of the sums of a call point. Bytes. */
  private static final int BYTES_OF_POINT = 400;

  SessionEntry entry;
  final TreeSet<Integer> files = new TreeSet<>();
  final TreeMap<String, SessionPoint> points = new TreeMap<>();
  @Nullable CloseEntry close;
  long lastMinute = Long.MIN_VALUE;

  private final ReadBudget budget;

  SessionAccumulator(SessionEntry entry, ReadBudget budget) {
    this.entry = entry;
    this.budget = budget;
    budget.take(entry.size());
  }

  /** Adds the first line of a file of this session; the line of the earliest file is kept. */
  void add(SessionEntry head) {
    budget.take(100);
    files.add(head.file());
    entry = head.file() < entry.file() ? head : entry;
  }

  SessionPoint point(String name) {
    SessionPoint point = points.get(name);
    if (point == null) {
      budget.take(BYTES_OF_POINT);
      point = new SessionPoint();
      points.put(budget.name(name), point);
    }
    return point;
  }

  /** Adds a description of a call point. */
  void add(PointEntry point, int inFile) {
    budget.take(point(point.name()).add(point, inFile));
  }

  void merge(SessionAccumulator other) {
    entry = other.entry.file() < entry.file() ? other.entry : entry;
    files.addAll(other.files);
    other.points.forEach((name, point) -> point(name).merge(point));
    close = close == null ? other.close : close;
    lastMinute = Math.max(lastMinute, other.lastMinute);
  }

  /** Returns how many of the first files of the session are missing. */
  int missingAtFront() {
    return files.isEmpty() ? 0 : files.first() - 1;
  }
}
