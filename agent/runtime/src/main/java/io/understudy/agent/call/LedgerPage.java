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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One minute of a call point's ledger: the number of calls that were entered in it, and their
 * fates, which may be counted later. Thread-safe and lock-free, since the application's threads
 * write it.
 *
 * <p>A method that counts a call or its end has not counted it if it throws, except if it throws a
 * {@code ThreadDeath}. Then a call may have no fate until the session is closed.
 */
public final class LedgerPage {
  /** Maximal number of texts of one kind; further texts are counted under {@link #OTHER}. */
  static final int MOST_TEXTS = 1_000;

  /** The text that counts all texts without an entry of their own. */
  public static final String OTHER = "(other)";

  private static final TallyField[] TALLIED = TallyField.values();

  private static final Fate[] FATES = Fate.values();
  private static final ShedReason[] SHED_REASONS = ShedReason.values();

  private static final LatencySide[] SIDES = LatencySide.values();

  /** How long latencies of calls that do not end may wait: a minute, and some time to end. */
  private static final long LATENCY_NANOS = TimeUnit.SECONDS.toNanos(70);

  /**
   * Number of calls that ended uncaptured because the stack was used up. Incremented without a
   * call; under contention a few increments may be lost, and those calls stay in flight.
   */
  public volatile int unsettled;

  private final long minute;
  private final LongAdder intercepted = new LongAdder();
  private final LongAdder[] ended = new LongAdder[FATES.length];

  /** Counts what the adders cannot count because there is no memory for their cells. */
  private final AtomicLong moreIntercepted = new AtomicLong();

  private final AtomicLongArray moreEnded = new AtomicLongArray(FATES.length);
  private final Map<TallyField, ConcurrentMap<String, LongAdder>> texts =
      new EnumMap<>(TallyField.class);

  /** Calls that the budget has shed, by reason; they are not in the counts above. */
  private final LongAdder[] shed = new LongAdder[SHED_REASONS.length];

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

  private volatile PageCounts.Reading written = PageCounts.Reading.NONE;
  private volatile boolean retired;

  /** When latencies were written, or the page begun: {@code System.nanoTime()}. */
  private volatile long latenciesAt = System.nanoTime();

  LedgerPage(Ledger ledger, long minute) {
    this.ledger = ledger;
    this.minute = minute;
    for (int i = 0; i < ended.length; i++) {
      ended[i] = new LongAdder();
    }
    for (int i = 0; i < shed.length; i++) {
      shed[i] = new LongAdder();
    }
    for (TallyField what : TALLIED) {
      texts.put(what, new ConcurrentHashMap<>());
    }
  }

  /** Returns the minute in which the calls were entered: minutes since the epoch. */
  public long minute() {
    return minute;
  }

  /** Counts a call that was entered. */
  public void intercepted() {
    try {
      intercepted.increment();
    } catch (OutOfMemoryError noCell) {
      moreIntercepted.incrementAndGet();
    }
    // Race: the page may have been dropped between Ledger.page() and here. The increment is written
    // before this read, and the ledger writes the flag before its last sum: one of the two sees the
    // other.
    if (retired) {
      ledger.readopt(this);
    }
  }

  /**
   * Counts a call's end. Calls that became a {@link Call} end through {@link Call#end}.
   *
   * @param fate the fate of the call
   * @param reason one clause, from few distinct texts; null if the fate needs none
   */
  public void ended(Fate fate, @Nullable String reason) {
    // The fate last: the page may be dropped after that.
    if (reason != null) {
      try {
        count(TallyField.REASONS, fate.wireName() + ": " + reason);
      } catch (VirtualMachineError | LinkageError noReason) {
        // Without stack or memory, the call ends without its reason.
      }
    }
    try {
      ended[fate.ordinal()].increment();
    } catch (OutOfMemoryError noCell) {
      moreEnded.incrementAndGet(fate.ordinal());
    }
  }

  /**
   * Counts the end of a call that the budget has shed. Costs as much as to count a call that is not
   * sampled: one counter is both the fate and its reason.
   */
  public void shed(ShedReason reason) {
    try {
      shed[reason.ordinal()].increment();
    } catch (OutOfMemoryError noCell) {
      moreEnded.incrementAndGet(Fate.SHED.ordinal());
    }
  }

  private long shedSum() {
    long sum = 0;
    for (LongAdder each : shed) {
      sum += each.sum();
    }
    return sum;
  }

  /** Counts one mismatched call under a signature; at most once per call and signature. */
  public void signature(String signature) {
    count(TallyField.SIGNATURES, signature);
  }

  /**
   * Counts one under a text. Counts that belong to a call must be made before the call ends, since
   * the page is dropped after all its calls have ended and are written.
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
   * Returns the counts of rules in the comparisons of this page's calls. Each is counted before its
   * call ends.
   *
   * @param of the rules of the call point; always the same for one page
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
   * Keeps this page until {@link #repeatEnded}, since the control of one of its calls is repeated.
   * Call it before that call ends.
   */
  public void repeatOpened() {
    repeatsOpened.increment();
  }

  /**
   * Counts the end of a repeat that {@link #repeatOpened} began. Call it last, after its {@link
   * TallyField#NOISE}.
   *
   * @param reason why the control was not compared with itself; null if it was compared
   */
  public void repeatEnded(@Nullable String reason) {
    if (reason == null) {
      repeated.increment();
    } else {
      count(TallyField.UNREPEATED, reason);
    }
    repeatsEnded.increment();
  }

  /** Whether every call of this page and every repeat has ended. */
  boolean isBalanced() {
    // Ends first, since the repeat of a call is opened before the call ends.
    long repeats = repeatsEnded.sum();
    long endedSum = endedSum();
    return interceptedCount() == endedSum && repeatsOpened.sum() == repeats;
  }

  /** The number of calls that were entered, and of those that have ended. */
  long moves() {
    return interceptedCount() + endedSum();
  }

  private long endedSum() {
    long sum = unsettled;
    for (int i = 0; i < ended.length; i++) {
      sum += ended[i].sum() + moreEnded.get(i);
    }
    return sum + shedSum();
  }

  /** Whether all counts of this page are written. */
  boolean isWritten() {
    PageCounts.Reading last = written;
    for (Fate fate : FATES) {
      if (endedCount(fate) != last.ended(fate)) {
        return false;
      }
    }
    return interceptedCount() == last.intercepted()
        && repeatsEnded.sum() == last.repeatsEnded()
        // Counted without a call.
        && counted(TallyField.PAUSED).equals(last.texts(TallyField.PAUSED))
        && hasWrittenLatencies(last);
  }

  private boolean hasWrittenLatencies(PageCounts.Reading last) {
    for (LatencySide side : SIDES) {
      if (histogram(side).count() != last.latencies(side).count()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether latencies of this page are to be written now: those of a minute take many bytes, so
   * they are written once, when the minute is over and its calls have ended. If calls do not end,
   * they are written after {@link #LATENCY_NANOS}, and again after the same time.
   */
  boolean owesLatencies(long nowNanos) {
    boolean isComplete = ledger.page() != this && isBalanced();
    return isComplete || nowNanos - latenciesAt >= LATENCY_NANOS;
  }

  /** Returns the counts that are in the journal. */
  PageCounts.Reading written() {
    return written;
  }

  void written(PageCounts.Reading last, long nowNanos) {
    if (last.hasNewerLatencies(written)) {
      latenciesAt = nowNanos;
    }
    written = last;
  }

  /** Returns the counters of the texts of one kind. */
  ConcurrentMap<String, LongAdder> counters(TallyField what) {
    return Objects.requireNonNull(texts.get(what));
  }

  /** Returns a snapshot of the counts by text. */
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
    if (what == TallyField.REASONS) {
      for (ShedReason reason : SHED_REASONS) {
        long count = shed[reason.ordinal()].sum();
        if (count > 0) {
          counted.merge(Fate.SHED.wireName() + ": " + reason.text(), count, Long::sum);
        }
      }
    }
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

  /** Returns the number of calls that were entered. */
  public long interceptedCount() {
    return intercepted.sum() + moreIntercepted.get();
  }

  /** Returns the number of calls that have ended with this fate. */
  public long endedCount(Fate fate) {
    return ended[fate.ordinal()].sum()
        + moreEnded.get(fate.ordinal())
        + (fate == Fate.UNCAPTURED ? unsettled : 0)
        + (fate == Fate.SHED ? shedSum() : 0);
  }

  /** Returns the latencies of the control. */
  public LatencyHistogram control() {
    return control;
  }

  /** Returns the latencies of the candidates that answered in time. */
  public LatencyHistogram candidate() {
    return candidate;
  }

  /** Returns the cost of capture on the calling threads, for calls that were taken. */
  public LatencyHistogram caller() {
    return caller;
  }

  /** Returns all latencies of one side so far. */
  LatencyCounts latencies(LatencySide side) {
    return histogram(side).counts();
  }

  private LatencyHistogram histogram(LatencySide side) {
    return side == LatencySide.CONTROL
        ? control
        : side == LatencySide.CANDIDATE ? candidate : caller;
  }
}
