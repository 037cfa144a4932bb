package io.understudy.agent.call;

import io.understudy.compare.rule.RuleCounts;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyField;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.journal.latency.LatencyHistogram;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One minute of a call point's ledger: how many calls were entered in it and what became of them,
 * however late. Thread-safe and lock-free; counted on the application's threads.
 */
public final class LedgerPage {
  /** Of what is counted by text: beyond so many texts of one sort they share one entry. */
  static final int MOST_TEXTS = 1_000;

  /** The text under which all is counted that has no entry of its own. */
  public static final String OTHER = "(other)";

  private static final TallyField[] TALLIED = TallyField.values();

  private static final Fate[] FATES = Fate.values();

  /**
   * Calls that ended uncaptured where the stack was too short to say so. Counted without calling
   * anything; so under contention a few may be missing, and stay in flight.
   */
  public volatile int unsettled;

  private final long minute;
  private final LongAdder intercepted = new LongAdder();
  private final LongAdder[] ended = new LongAdder[FATES.length];
  private final Map<TallyField, ConcurrentMap<String, LongAdder>> texts =
      new EnumMap<>(TallyField.class);
  private final LongAdder repeated = new LongAdder();
  private final LongAdder repeatsOpened = new LongAdder();
  private final LongAdder repeatsEnded = new LongAdder();
  private final LatencyHistogram control = new LatencyHistogram();
  private final LatencyHistogram candidate = new LatencyHistogram();
  private final LatencyHistogram caller = new LatencyHistogram();

  private static final AtomicReferenceFieldUpdater<LedgerPage, RuleCounts> RULES =
      AtomicReferenceFieldUpdater.newUpdater(LedgerPage.class, RuleCounts.class, "rules");

  private volatile @Nullable RuleCounts rules;

  private final Ledger ledger;

  private final PageCounts.Written written = new PageCounts.Written();
  private volatile boolean retired;

  LedgerPage(Ledger ledger, long minute) {
    this.ledger = ledger;
    this.minute = minute;
    for (int i = 0; i < ended.length; i++) {
      ended[i] = new LongAdder();
    }
    for (TallyField what : TALLIED) {
      texts.put(what, new ConcurrentHashMap<>());
    }
  }

  /** The minute that the calls were entered in: minutes since the epoch. */
  public long minute() {
    return minute;
  }

  /** Counts a call that was entered. */
  public void intercepted() {
    intercepted.increment();
    // A thread may have slept between Ledger.page() and here, for longer than the page was kept.
    // The increment is written before this read, and the ledger writes the flag before it sums for
    // the last time: one of the two sees the other.
    if (retired) {
      ledger.readopt(this);
    }
  }

  /**
   * Counts a call's end. Calls that became a {@link Call} end through {@link Call#end}.
   *
   * @param fate what became of it
   * @param reason why, one clause of few distinct texts; null where the fate says it all
   */
  public void ended(Fate fate, @Nullable String reason) {
    // The fate last: where the stack is used up before that, the call has not ended.
    if (reason != null) {
      count(TallyField.REASONS, fate.wireName() + ": " + reason);
    }
    ended[fate.ordinal()].increment();
  }

  /** Counts one mismatched call under a signature; at most once per call and signature. */
  public void signature(String signature) {
    count(TallyField.SIGNATURES, signature);
  }

  /**
   * Counts one under a text. What belongs to a call is counted before the call ends: once all calls
   * of a page have ended and are written, the page is let go.
   */
  public void count(TallyField what, String text) {
    count(what, text, 1);
  }

  /**
   * Counts several under a text; not {@link TallyField#RULES} or {@link TallyField#HIDDEN}, which
   * {@link #rules} counts; see {@link #count(TallyField, String)}.
   */
  public void count(TallyField what, String text, long more) {
    ConcurrentMap<String, LongAdder> counters = counters(what);
    LongAdder counter = counters.get(text);
    if (counter == null) {
      String key = counters.size() < MOST_TEXTS ? text : OTHER;
      counter = counters.computeIfAbsent(key, k -> new LongAdder());
    }
    counter.add(more);
  }

  /**
   * What rules did in the comparisons of this page's calls, each counted before its call ends.
   *
   * @param of the rules of the call point, always the same for one page
   */
  public RuleCounts rules(Rules of) {
    RuleCounts known = rules;
    if (known != null) {
      return known;
    }
    RuleCounts made = RuleCounts.of(of);
    return RULES.compareAndSet(this, null, made) ? made : Objects.requireNonNull(rules);
  }

  /**
   * Keeps this page until {@link #repeatEnded}, since the control of one of its calls is asked
   * again; before that call ends.
   */
  public void repeatOpened() {
    repeatsOpened.increment();
  }

  /**
   * Counts the end of what {@link #repeatOpened} began; last, after its {@link TallyField#NOISE}.
   *
   * @param reason why the control was not compared with itself; null when it was
   */
  public void repeatEnded(@Nullable String reason) {
    if (reason == null) {
      repeated.increment();
    } else {
      count(TallyField.UNREPEATED, reason);
    }
    repeatsEnded.increment();
  }

  /** Whether every call that was entered here, and every repeat of one, has ended. */
  boolean isBalanced() {
    // Ends first: a call's repeat is opened before the call ends.
    long repeats = repeatsEnded.sum();
    long endedSum = endedSum();
    return intercepted.sum() == endedSum && repeatsOpened.sum() == repeats;
  }

  private long endedSum() {
    long sum = unsettled;
    for (LongAdder adder : ended) {
      sum += adder.sum();
    }
    return sum;
  }

  /** Whether all that was counted here has been written. */
  boolean isWritten() {
    for (Fate fate : FATES) {
      if (endedCount(fate) != written.ended(fate)) {
        return false;
      }
    }
    return intercepted.sum() == written.intercepted()
        && repeatsEnded.sum() == written.repeatsEnded();
  }

  PageCounts.Written written() {
    return written;
  }

  /** What was counted by text. */
  ConcurrentMap<String, LongAdder> counters(TallyField what) {
    return Objects.requireNonNull(texts.get(what));
  }

  /** What was counted by text so far; a snapshot. */
  Map<String, Long> counted(TallyField what) {
    RuleCounts known = rules;
    if (what == TallyField.RULES) {
      return known == null ? Collections.emptyMap() : known.hits();
    }
    if (what == TallyField.HIDDEN) {
      return known == null ? Collections.emptyMap() : known.hidden();
    }
    Map<String, Long> counted = new HashMap<>();
    counters(what).forEach((text, count) -> counted.put(text, count.sum()));
    return counted;
  }

  long leavesCount() {
    RuleCounts known = rules;
    return known == null ? 0 : known.leaves();
  }

  long repeatsEndedCount() {
    return repeatsEnded.sum();
  }

  long repeatedCount() {
    return repeated.sum();
  }

  void retired(boolean isRetired) {
    retired = isRetired;
  }

  boolean isRetired() {
    return retired;
  }

  /** How many calls were entered. */
  public long interceptedCount() {
    return intercepted.sum();
  }

  /** How many calls have ended so. */
  public long endedCount(Fate fate) {
    return ended[fate.ordinal()].sum() + (fate == Fate.UNCAPTURED ? unsettled : 0);
  }

  /** Latencies of the control. */
  public LatencyHistogram control() {
    return control;
  }

  /** Latencies of the candidate, of those that answered in time. */
  public LatencyHistogram candidate() {
    return candidate;
  }

  /** What capturing cost the calling threads, of calls that were taken. */
  public LatencyHistogram caller() {
    return caller;
  }

  /** What was recorded since the last drain; the ledger adds it to its totals. */
  LatencyCounts drain(LatencySide side) {
    LatencyHistogram histogram =
        side == LatencySide.CONTROL ? control : side == LatencySide.CANDIDATE ? candidate : caller;
    LatencyCounts drained = histogram.drain();
    ledger.drained(side, drained);
    return drained;
  }
}
