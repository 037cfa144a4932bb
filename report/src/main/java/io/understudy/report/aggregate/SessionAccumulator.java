package io.understudy.report.aggregate;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.SessionEntry;
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

  SessionEntry entry;
  final TreeSet<Integer> files = new TreeSet<>();
  final TreeMap<String, SessionPoint> points = new TreeMap<>();
  @Nullable CloseEntry close;
  long lastMinute = Long.MIN_VALUE;

  SessionAccumulator(SessionEntry entry) {
    this.entry = entry;
  }

  /** Adds the first line of a file of this session; the line of the earliest file is kept. */
  void add(SessionEntry head) {
    files.add(head.file());
    entry = head.file() < entry.file() ? head : entry;
  }

  SessionPoint point(String name) {
    return points.computeIfAbsent(name, n -> new SessionPoint());
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
