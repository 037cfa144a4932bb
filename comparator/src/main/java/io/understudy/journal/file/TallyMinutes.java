package io.understudy.journal.file;

import io.understudy.journal.Sums;
import io.understudy.journal.TallyEntry;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The minutes of the tallies in one file: the first and the last, and those in which no sign of
 * life was near. A writer that could not write for some time, as with a full disk, writes such
 * minutes later; so did anyone who added them. Not thread-safe.
 */
final class TallyMinutes {
  /** The greatest number of minutes and gaps that are kept one by one. */
  private static final int MOST = 10_000;

  long least = Long.MAX_VALUE;
  long leastLine;
  long greatest = Long.MIN_VALUE;
  long greatestLine;

  /** Calls by minutes that were ahead of all signs of life when they were read. */
  private final NavigableMap<Long, Long> ahead = new TreeMap<>();

  /** The ends of gaps by their beginnings. */
  private final NavigableMap<Long, Long> gaps = new TreeMap<>();

  /**
   * Adds a tally.
   *
   * @param sign the last minute that had a sign of life
   * @return whether its calls belong to a gap that is known
   */
  boolean add(TallyEntry tally, long line, long sign) {
    long minute = tally.minute();
    if (minute < least) {
      least = minute;
      leastLine = line;
    }
    if (minute > greatest) {
      greatest = minute;
      greatestLine = line;
    }
    if (tally.intercepted() == 0) {
      return false;
    }
    if (minute > sign + BeatTrack.USUAL) {
      if (ahead.size() < MOST || ahead.containsKey(minute)) {
        ahead.merge(minute, tally.intercepted(), Sums::plus);
      }
      return false;
    }
    Map.Entry<Long, Long> gap = gaps.lowerEntry(minute);
    return gap != null && minute < gap.getValue();
  }

  /** Adds a sign of life; returns the calls of the time before it that had no sign. */
  long sign(long before, long minute) {
    long calls = 0;
    if (minute > before + BeatTrack.USUAL) {
      for (long each : ahead.subMap(before, false, minute, false).values()) {
        calls = Sums.plus(calls, each);
      }
      if (gaps.size() < MOST) {
        gaps.put(before, minute);
      }
    }
    ahead.headMap(minute + BeatTrack.USUAL, true).clear();
    return calls;
  }
}
