package io.understudy.agent.call;

import io.understudy.journal.Fate;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import io.understudy.journal.latency.LatencyCounts;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counts of a {@link LedgerPage} since they were last {@linkplain #written written}. Counts
 * that could not be written are part of the next instance, so a full disk loses no count. Only for
 * the journal's thread.
 *
 * <p>The counters of a page only grow. What is written is one immutable reading of them, which the
 * next one replaces in one step: an {@code Error} at any instruction loses and doubles no count.
 */
public final class PageCounts {
  private static final TallyField[] TALLIED = TallyField.values();
  private static final Fate[] FATES = Fate.values();

  private final LedgerPage page;
  private final Reading before;
  private Reading now;

  private PageCounts(LedgerPage page, boolean withLatencies) {
    this.page = page;
    this.before = page.written();
    this.now = before.isFinal ? before : new Reading(page, before, withLatencies);
  }

  /** Reads the counts and latencies of a page that are not written yet. */
  public static PageCounts of(LedgerPage page) {
    return new PageCounts(page, true);
  }

  /** Reads the same, but its latencies only if {@linkplain LedgerPage#owesLatencies it is time}. */
  public static PageCounts of(LedgerPage page, long nowNanos) {
    return new PageCounts(page, page.owesLatencies(nowNanos));
  }

  /** Returns these counts as a journal entry under the name of the call point. */
  public TallyEntry tally(String point) {
    TallyEntry.Builder tally =
        TallyEntry.builder(point, page.minute())
            .intercepted(now.intercepted - before.intercepted)
            .control(since(LatencySide.CONTROL))
            .candidate(since(LatencySide.CANDIDATE))
            .caller(since(LatencySide.CALLER));
    for (Fate fate : FATES) {
      tally.fate(fate, now.ended(fate) - before.ended(fate));
    }
    for (TallyField what : TALLIED) {
      Map<String, Long> earlier = before.texts(what);
      // Sorted, so that equal counts give equal lines.
      new TreeMap<>(now.texts(what))
          .forEach(
              (text, count) -> {
                long delta = count - earlier.getOrDefault(text, 0L);
                if (delta != 0) {
                  tally.count(what, text, delta);
                }
              });
    }
    return tally
        .leaves(now.leaves - before.leaves)
        .repeated(now.repeated - before.repeated)
        .build();
  }

  private LatencyCounts since(LatencySide side) {
    return now.latencies(side).since(before.latencies(side));
  }

  /**
   * Returns the same entry with all calls in flight counted as dropped, since no later entry will
   * count their ends. A call that is counted between two reads is in flight, so no call is counted
   * twice.
   *
   * @param why the reason of the dropped calls, such as "detached"
   */
  public TallyEntry lastTally(String point, String why) {
    long left = now.inFlight();
    if (left > 0) {
      now = now.withDropped(left, Fate.DROPPED.wireName() + ": " + why);
    }
    return tally(point);
  }

  /**
   * Marks these counts as written, so that later instances do not contain them. Needs no memory; a
   * second call has no effect.
   */
  public void written() {
    page.written(now, System.nanoTime());
  }

  /** All counts of a page at one moment. Immutable. */
  static final class Reading {
    /** The reading before the first one. */
    static final Reading NONE = new Reading();

    private final Map<TallyField, Map<String, Long>> texts;
    private final Map<LatencySide, LatencyCounts> latencies;
    private final long[] ended;
    private final long leaves;
    private final long repeated;
    private final long repeatsEnded;
    private final long intercepted;

    /** Whether calls in flight are counted as dropped; their later ends must not count again. */
    private final boolean isFinal;

    private Reading() {
      texts = Collections.emptyMap();
      latencies = Collections.emptyMap();
      ended = new long[FATES.length];
      leaves = 0;
      repeated = 0;
      repeatsEnded = 0;
      intercepted = 0;
      isFinal = false;
    }

    private Reading(LedgerPage page, Reading before, boolean withLatencies) {
      // Ends are read before entries: a call that is counted between the two reads is in flight.
      // The other order would show more ends than entries. Texts and latencies are counted before
      // the end of their call, so they are read after the ends.
      ended = new long[FATES.length];
      for (Fate fate : FATES) {
        ended[fate.ordinal()] = page.endedCount(fate);
      }
      repeatsEnded = page.repeatsEndedCount();
      texts = new EnumMap<>(TallyField.class);
      for (TallyField what : TALLIED) {
        texts.put(what, page.counted(what));
      }
      leaves = page.leavesCount();
      repeated = page.repeatedCount();
      latencies = withLatencies ? latencies(page, before) : before.latencies;
      intercepted = page.interceptedCount();
      isFinal = false;
    }

    private Reading(Reading of, long dropped, String reason) {
      ended = of.ended.clone();
      ended[Fate.DROPPED.ordinal()] += dropped;
      texts = new EnumMap<>(of.texts);
      Map<String, Long> reasons = new TreeMap<>(of.texts(TallyField.REASONS));
      reasons.merge(reason, dropped, Long::sum);
      texts.put(TallyField.REASONS, reasons);
      latencies = of.latencies;
      leaves = of.leaves;
      repeated = of.repeated;
      repeatsEnded = of.repeatsEnded;
      intercepted = of.intercepted;
      isFinal = true;
    }

    private static Map<LatencySide, LatencyCounts> latencies(LedgerPage page, Reading before) {
      Map<LatencySide, LatencyCounts> latencies = new EnumMap<>(LatencySide.class);
      for (LatencySide side : LatencySide.values()) {
        LatencyCounts all = page.latencies(side);
        LatencyCounts earlier = before.latencies(side);
        // A sum is added before its count: without a new count, its part stays for the next entry.
        latencies.put(side, all.since(earlier).isEmpty() ? earlier : all);
      }
      return latencies;
    }

    private Reading withDropped(long calls, String reason) {
      return new Reading(this, calls, reason);
    }

    Map<String, Long> texts(TallyField what) {
      return texts.getOrDefault(what, Collections.emptyMap());
    }

    LatencyCounts latencies(LatencySide side) {
      return latencies.getOrDefault(side, LatencyCounts.empty());
    }

    /** Whether latencies were read that an earlier reading does not have. */
    boolean hasNewerLatencies(Reading than) {
      return latencies != than.latencies;
    }

    /** Returns the number of calls whose entry is read and whose end is not. */
    private long inFlight() {
      long left = intercepted;
      for (long count : ended) {
        left -= count;
      }
      return left;
    }

    long intercepted() {
      return intercepted;
    }

    long repeatsEnded() {
      return repeatsEnded;
    }

    long ended(Fate fate) {
      return ended[fate.ordinal()];
    }
  }
}
