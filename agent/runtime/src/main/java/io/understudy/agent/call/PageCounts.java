package io.understudy.agent.call;

import io.understudy.journal.Fate;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import io.understudy.journal.latency.LatencyCounts;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a {@link LedgerPage} since they were last {@linkplain #written written}. Counts
 * that could not be written are part of the next instance, so a full disk loses no count. Only for
 * the journal's thread.
 */
public final class PageCounts {
  private static final TallyField[] TALLIED = TallyField.values();

  private final LedgerPage page;
  private final long intercepted;
  private final long[] ended = new long[Fate.values().length];
  private final Map<TallyField, Map<String, Long>> texts = new EnumMap<>(TallyField.class);
  private final long leaves;
  private final long repeated;
  private final long repeatsEnded;
  private @Nullable Written next;

  private PageCounts(LedgerPage page) {
    this.page = page;
    Written written = page.written();
    // Ends are read before entries: a call that is counted between the two reads is in flight. The
    // other order would show more ends than entries. Texts and latencies are counted before the end
    // of their call, so they are read after the ends.
    for (Fate fate : Fate.values()) {
      ended[fate.ordinal()] = page.endedCount(fate) - written.ended(fate);
    }
    repeatsEnded = page.repeatsEndedCount() - written.repeatsEnded();
    for (TallyField what : TALLIED) {
      texts.put(what, deltas(page.counted(what), written.texts(what)));
    }
    leaves = page.leavesCount() - written.leaves;
    repeated = page.repeatedCount() - written.repeated;
    written.drain(page);
    intercepted = page.interceptedCount() - written.intercepted();
  }

  /** Reads the counts of a page that are not written yet. */
  public static PageCounts of(LedgerPage page) {
    return new PageCounts(page);
  }

  private static Map<String, Long> deltas(Map<String, Long> now, Map<String, Long> written) {
    Map<String, Long> deltas = new TreeMap<>();
    now.forEach(
        (text, count) -> {
          long delta = count - written.getOrDefault(text, 0L);
          if (delta != 0) {
            deltas.put(text, delta);
          }
        });
    return deltas;
  }

  /** Returns these counts as a journal entry under the name of the call point. */
  public TallyEntry tally(String point) {
    Written written = page.written();
    TallyEntry.Builder tally =
        TallyEntry.builder(point, page.minute())
            .intercepted(intercepted)
            .control(written.control)
            .candidate(written.candidate)
            .caller(written.caller);
    for (Fate fate : Fate.values()) {
      tally.fate(fate, ended[fate.ordinal()]);
    }
    texts.forEach(
        (what, counts) -> counts.forEach((text, count) -> tally.count(what, text, count)));
    return tally.leaves(leaves).repeated(repeated).build();
  }

  /**
   * Returns the same entry with all calls in flight counted as dropped, since no later entry will
   * count their ends. A call that is counted between two reads is in flight, so no call is counted
   * twice.
   *
   * @param why the reason of the dropped calls, such as "detached"
   */
  public TallyEntry lastTally(String point, String why) {
    long left = page.written().inFlight() + intercepted;
    for (long count : ended) {
      left -= count;
    }
    if (left > 0) {
      ended[Fate.DROPPED.ordinal()] += left;
      texts
          .computeIfAbsent(TallyField.REASONS, w -> new TreeMap<>())
          .merge(Fate.DROPPED.wireName() + ": " + why, left, Long::sum);
    }
    return tally(point);
  }

  /** Allocates what {@link #written} needs, so that it can be called when there is no memory. */
  public void prepare() {
    next = page.written().plus(this);
  }

  /**
   * Marks these counts as written, so that later instances do not contain them. May be
   * repeated.
   */
  public void written() {
    if (next == null) {
      prepare();
    }
    page.written(next);
  }

  /**
   * The counts of one page that are in the journal, and the latencies that were drained but not
   * written. The counts of an instance do not change; the latencies are only for the journal's
   * thread.
   */
  static final class Written {
    private final Map<TallyField, Map<String, Long>> texts = new EnumMap<>(TallyField.class);
    private long leaves;
    private long repeated;
    private long repeatsEnded;
    private final long[] ended = new long[Fate.values().length];
    private long intercepted;
    private LatencyCounts control = LatencyCounts.empty();
    private LatencyCounts candidate = LatencyCounts.empty();
    private LatencyCounts caller = LatencyCounts.empty();

    private Map<String, Long> texts(TallyField what) {
      return texts.getOrDefault(what, Collections.emptyMap());
    }

    long intercepted() {
      return intercepted;
    }

    /** Returns the number of calls whose entry is written and whose end is not. */
    long inFlight() {
      long left = intercepted;
      for (long count : ended) {
        left -= count;
      }
      return left;
    }

    long repeatsEnded() {
      return repeatsEnded;
    }

    long ended(Fate fate) {
      return ended[fate.ordinal()];
    }

    private void drain(LedgerPage page) {
      control = control.merge(page.drain(LatencySide.CONTROL));
      candidate = candidate.merge(page.drain(LatencySide.CANDIDATE));
      caller = caller.merge(page.drain(LatencySide.CALLER));
    }

    private Written plus(PageCounts counts) {
      Written sum = new Written();
      for (TallyField what : TALLIED) {
        Map<String, Long> all = new TreeMap<>(texts(what));
        counts
            .texts
            .getOrDefault(what, Collections.emptyMap())
            .forEach((text, count) -> all.merge(text, count, Long::sum));
        sum.texts.put(what, all);
      }
      sum.leaves = leaves + counts.leaves;
      sum.repeated = repeated + counts.repeated;
      sum.repeatsEnded = repeatsEnded + counts.repeatsEnded;
      for (int i = 0; i < ended.length; i++) {
        sum.ended[i] = ended[i] + counts.ended[i];
      }
      sum.intercepted = intercepted + counts.intercepted;
      return sum;
    }
  }
}
