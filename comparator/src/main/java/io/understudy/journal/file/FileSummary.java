package io.understudy.journal.file;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.PointEntry;
import io.understudy.journal.PointTotals;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The summary of one file, for the check that the files of a session fit together. */
public final class FileSummary {
  /** The greatest number of call points in a file, and of the characters of their names. */
  static final int MOST_POINTS = 20_000;

  static final int MOST_NAMES = 4_000_000;

  /** The greatest sum of calls of one call point in one file. */
  static final long MOST_CALLS = 1_000_000_000_000_000L;

  // A clock may be wrong by a year, and a session may last for twenty.
  private static final Duration BEFORE_START = Duration.ofDays(366);
  private static final Duration AFTER_START = Duration.ofDays(20 * 366);

  /** A clock before this time was never set; it may be set at any later moment. */
  private static final Instant FIRST_CLOCK = Instant.parse("2001-01-01T00:00:00Z");

  private static final Fate[] FATES = Fate.values();

  /** What the sums of a call point take after the reading. */
  private static final long BYTES_PER_POINT = 60;

  private final String path;
  final BeatTrack beats;
  @Nullable SessionEntry session;
  @Nullable String lastSeal;
  @Nullable CloseEntry close;
  boolean endsUnsealed;

  /** Whether the file has damage, so that nothing is known of its end. */
  boolean breached;

  /** Whether another file claims to be the same file, with other content. */
  boolean contested;

  private final ReadBudget budget;
  private final Map<String, PointTotals> totals = new LinkedHashMap<>();
  private @Nullable PackedTotals packed;
  private final Set<String> points = new HashSet<>();
  private long names;

  /** The session of the two minutes below, which are the bounds of its entries. */
  private @Nullable SessionEntry bounded;

  private long firstMinute = BeatTrack.minute(Instant.EPOCH.minus(BEFORE_START));
  private long lastMinute = Long.MAX_VALUE;

  FileSummary(String path, ReadBudget budget) {
    this.path = path;
    this.budget = budget;
    this.beats = new BeatTrack(path);
  }

  /** Returns the summary of a file that is not read, because another one contradicts it. */
  static FileSummary contested(String path, SessionEntry session) {
    FileSummary summary = new FileSummary(path, ReadBudget.unlimited());
    summary.finish();
    summary.session = session;
    summary.contested = true;
    return summary;
  }

  /**
   * Returns what is wrong with an entry at this place; null if nothing is. Counts the entry if it
   * is right.
   */
  @Nullable String findProblem(@Nullable Object entry, long line) {
    if (close != null) {
      return "an entry after the close of the session";
    }
    if (entry instanceof TallyEntry) {
      return findProblem((TallyEntry) entry);
    }
    if (entry instanceof PointEntry) {
      return addPoint(((PointEntry) entry).name());
    }
    if (entry instanceof HeartbeatEntry) {
      return findMinuteProblem(((HeartbeatEntry) entry).minute());
    }
    if (entry instanceof CloseEntry) {
      return findMinuteProblem(BeatTrack.minute(((CloseEntry) entry).at()));
    }
    return entry instanceof SessionEntry && line > 1 ? "a second session entry" : null;
  }

  private @Nullable String findProblem(TallyEntry tally) {
    String problem = findMinuteProblem(tally.minute());
    problem = problem == null ? addPoint(tally.point()) : problem;
    if (problem == null) {
      PointTotals sum = add(tally);
      boolean fits = sum.intercepted() <= MOST_CALLS;
      for (Fate fate : FATES) {
        fits &= sum.fate(fate) <= MOST_CALLS;
      }
      problem =
          fits ? null : "the calls of " + tally.point() + " add up to more than " + MOST_CALLS;
    }
    return problem;
  }

  private @Nullable String findMinuteProblem(long minute) {
    SessionEntry of = session;
    if (of != bounded) {
      setBounds(of == null ? Instant.EPOCH : of.start());
      bounded = of;
    }
    return minute < firstMinute || minute > lastMinute
        ? "minute "
            + minute
            + " is years away from the start of the session, "
            + (of == null ? Instant.EPOCH : of.start())
        : null;
  }

  private void setBounds(Instant start) {
    firstMinute = BeatTrack.minute(start.minus(BEFORE_START));
    lastMinute =
        start.isBefore(FIRST_CLOCK) ? Long.MAX_VALUE : BeatTrack.minute(start.plus(AFTER_START));
  }

  private @Nullable String addPoint(String name) {
    if (!points.contains(name)) {
      names += name.length();
      if (points.size() == MOST_POINTS || names > MOST_NAMES) {
        return "more than "
            + MOST_POINTS
            + " call points, or "
            + MOST_NAMES
            + " characters of their names";
      }
      budget.take(BYTES_PER_POINT);
      points.add(budget.name(name));
    }
    return null;
  }

  PointTotals add(TallyEntry tally) {
    PointTotals before = totals.get(tally.point());
    PointTotals sum = before == null ? PointTotals.none().plus(tally) : before.plus(tally);
    totals.put(before == null ? budget.name(tally.point()) : tally.point(), sum);
    return sum;
  }

  /** Drops what only the reading of the file needed. */
  void finish() {
    packed = new PackedTotals(totals);
    totals.clear();
    points.clear();
  }

  /** The path of the file. */
  public String path() {
    return path;
  }

  /** Its first line; null if it could not be read. */
  public @Nullable SessionEntry session() {
    return session;
  }

  /** The sums of its sealed tallies, by the name of the call point. Unmodifiable. */
  public Map<String, PointTotals> totals() {
    return Collections.unmodifiableMap(packed == null ? totals : packed.map());
  }

  /** Passes the sums of its sealed tallies, without a map of them. */
  void forEachTotals(BiConsumer<String, PointTotals> each) {
    if (packed == null) {
      totals.forEach(each);
    } else {
      packed.forEach(each);
    }
  }

  @Override
  public String toString() {
    return path + ": " + totals();
  }
}
