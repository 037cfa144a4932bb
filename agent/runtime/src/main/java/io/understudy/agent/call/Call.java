package io.understudy.agent.call;

import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One captured call on its way from the legacy thread to its fate. All fields except those of the
 * fate are written before the call is handed over. Thread-safe after that.
 *
 * <p>The fate is settled exactly once, by the first thread that claims the call: a worker with an
 * answer, the watchdog after the time limit, or the queue at shutdown.
 */
public final class Call {
  private static final AtomicIntegerFieldUpdater<Call> CLAIMED =
      AtomicIntegerFieldUpdater.newUpdater(Call.class, "claimed");

  private static final int CLAIMED_ALREADY = 1;
  private static final int SETTLED = 2;
  private static final int GIVEN_UP = 3;

  private final CallPoint point;
  private final LedgerPage page;
  private final long calledAtMillis;
  private final @Nullable Object[] arguments;
  private volatile Outcome control;
  private final long controlNanos;
  private final long bytes;
  private final @Nullable Receiver receiver;

  private volatile @Nullable OutcomeCompletion rest;
  private @Nullable Site site;
  private @Nullable Object receiverCopy;
  private @Nullable CopyCompletion completion;
  private @Nullable CallTurn turn;
  private long ended;
  private boolean hasEnd;
  private volatile int claimed;
  private volatile boolean concluded;
  private volatile @Nullable Object @Nullable [] given;
  private volatile @Nullable Outcome compared;
  private volatile List<String> conduct = Collections.emptyList();

  /** Creates a call whose control is not repeated. */
  public Call(
      CallPoint point,
      LedgerPage page,
      long calledAtMillis,
      @Nullable Object[] arguments,
      Outcome control,
      long controlNanos,
      long bytes) {
    this(point, page, calledAtMillis, arguments, control, controlNanos, bytes, null);
  }

  /**
   * Creates a call.
   *
   * @param point the intercepted call point
   * @param page the page of the ledger that counts it
   * @param calledAtMillis time of entry, milliseconds since the epoch
   * @param arguments private copies from the entry; the call keeps the array
   * @param control the frozen outcome of the control
   * @param controlNanos duration of the control in nanoseconds
   * @param bytes estimated size of the copies in bytes
   * @param receiver the receiver for repeating the control; null if it is not repeated
   */
  public Call(
      CallPoint point,
      LedgerPage page,
      long calledAtMillis,
      @Nullable Object[] arguments,
      Outcome control,
      long controlNanos,
      long bytes,
      @Nullable Receiver receiver) {
    this.point = point;
    this.page = page;
    this.calledAtMillis = calledAtMillis;
    this.arguments = arguments;
    this.control = control;
    this.controlNanos = controlNanos;
    this.bytes = bytes;
    this.receiver = receiver;
  }

  /** Returns the intercepted call point. */
  public CallPoint point() {
    return point;
  }

  /** Returns the page of the ledger that counts this call. */
  public LedgerPage page() {
    return page;
  }

  /** Returns the time of entry, milliseconds since the epoch. */
  public long calledAtMillis() {
    return calledAtMillis;
  }

  /**
   * Returns the copies of the arguments from the entry, without copying them again. The candidate
   * may change them.
   */
  public @Nullable Object[] arguments() {
    return arguments;
  }

  /**
   * Returns the frozen outcome of the control.
   *
   * @throws IllegalStateException when it is not {@linkplain #isComplete complete}
   */
  public Outcome control() {
    if (rest != null) {
      throw new IllegalStateException("the outcome of the control is not complete");
    }
    return control;
  }

  /**
   * Sets the control's arguments after its call as the candidate's parameters take them, before the
   * candidate is called.
   */
  public void comparedArguments(@Nullable Object[] mapped) {
    Outcome of = control();
    compared = mapped == of.arguments() ? null : of.withArguments(mapped);
  }

  /** Returns the outcome of the control as the candidate's outcome is compared with it. */
  public Outcome compared() {
    Outcome mapped = compared;
    return mapped == null ? control() : mapped;
  }

  /** Sets what completes the outcome, before the call is handed over. */
  public void completeBy(OutcomeCompletion later) {
    rest = later;
  }

  /** Whether the outcome of the control can be read. */
  public boolean isComplete() {
    return rest == null;
  }

  /**
   * Completes the outcome of the control, unless it is complete. Runs code of the application. Only
   * the thread of the pool that serves the call does this, before it calls the candidate.
   *
   * @throws Uncapturable when a part cannot be read, or a bound is exceeded
   */
  public void complete() throws Uncapturable {
    OutcomeCompletion later = rest;
    if (later != null) {
      control = later.complete();
      rest = null;
    }
  }

  /** Returns the duration of the control in nanoseconds. */
  public long controlNanos() {
    return controlNanos;
  }

  /** Returns the estimated size of this call in bytes. */
  public long bytes() {
    return bytes;
  }

  /** Returns the receiver for repeating the control; null if it is not repeated. */
  public @Nullable Receiver receiver() {
    return receiver;
  }

  /** Sets the woven method, before the call is handed over. */
  public void cameFrom(@Nullable Site woven) {
    site = woven;
  }

  /** Returns the woven method; null if unknown. */
  public @Nullable Site site() {
    return site;
  }

  /** Sets the copy of the receiver from the entry, before the call is handed over. */
  public void receiverCopy(@Nullable Object copy) {
    receiverCopy = copy;
  }

  /** Returns the copy of the receiver; null if the candidate does not take it. */
  public @Nullable Object receiverCopy() {
    return receiverCopy;
  }

  /** Sets the last steps of the copies, before the call is handed over. */
  public void completedBy(@Nullable CopyCompletion lastSteps) {
    completion = lastSteps;
  }

  /** Sets the place of the call in the order of its key, before the call is handed over. */
  public void takesTurn(@Nullable CallTurn place) {
    turn = place;
  }

  /** Returns the place of the call in the order of its key; null if there is no order. */
  public @Nullable CallTurn turn() {
    return turn;
  }

  /** Sets when the control has ended, {@code System.nanoTime()}, before the call is handed over. */
  public void endedAt(long nanos) {
    ended = nanos;
    hasEnd = true;
  }

  /**
   * Whether the control has ended longer ago than this.
   *
   * @param now {@code System.nanoTime()}
   * @param age in nanoseconds
   */
  public boolean isOlderThan(long age, long now) {
    return hasEnd && now - ended > age;
  }

  /** Returns the last steps of the copies, which the pool runs; null if there are none. */
  public @Nullable CopyCompletion completion() {
    return completion;
  }

  /**
   * Claims the right to settle this call's fate. Exactly one caller succeeds.
   *
   * @return true if the caller must {@link #conclude} now; false if another one was first
   */
  public boolean claim() {
    return CLAIMED.compareAndSet(this, 0, CLAIMED_ALREADY);
  }

  /**
   * Counts the fate of a claimed call in the ledger. Only the claimer calls this, and as the last
   * step: latencies and signatures of the verdict are counted before.
   *
   * @param fate the fate of the call
   * @param reason one clause, from few distinct texts; null for a verdict
   */
  public void conclude(Fate fate, @Nullable String reason) {
    try {
      CallTurn place = turn;
      if (place != null) {
        place.ended(page, fate);
      }
      page.ended(fate, reason);
    } catch (StackOverflowError noStack) {
      page.unsettled++;
    }
    concluded = true;
  }

  /**
   * Marks that the fate of a claimed call is known and will be counted; for a verdict that takes
   * time.
   *
   * @return false if the call was {@linkplain #giveUp given up} meanwhile, so that the verdict must
   *     not be counted
   */
  public boolean settle() {
    return CLAIMED.compareAndSet(this, CLAIMED_ALREADY, SETTLED);
  }

  /**
   * Concludes a claimed call without a verdict, unless it is {@linkplain #settle settled}.
   *
   * @return whether this ended the call
   */
  public boolean giveUp(Fate fate, String reason) {
    if (!CLAIMED.compareAndSet(this, CLAIMED_ALREADY, GIVEN_UP)) {
      return false;
    }
    try {
      conclude(fate, reason);
    } catch (StackOverflowError noStack) { // at its first instruction: nothing is counted
      page.unsettled++;
      concluded = true;
    }
    return true;
  }

  /** Whether its fate is counted and its verdict has been processed. */
  public boolean isConcluded() {
    return concluded;
  }

  /** Sets the frozen arguments of the candidate, if ids were translated. */
  public void given(@Nullable Object[] translated) {
    given = translated;
  }

  /** Returns the frozen arguments of the candidate; null if they are the control's arguments. */
  public @Nullable Object @Nullable [] given() {
    return given;
  }

  /**
   * Sets what the candidate did besides answering, by the texts of {@code Conduct}. It is counted
   * with the verdict.
   */
  public void conduct(List<String> texts) {
    conduct = texts;
  }

  /** Returns what the candidate did besides answering; usually nothing. */
  public List<String> conduct() {
    return conduct;
  }

  /**
   * Claims and concludes in one step.
   *
   * @return whether this ended the call; false if another one was first
   */
  public boolean end(Fate fate, @Nullable String reason) {
    if (!claim()) {
      return false;
    }
    try {
      conclude(fate, reason);
    } catch (StackOverflowError noStack) { // at its first instruction: nothing is counted
      page.unsettled++;
      concluded = true;
    }
    return true;
  }

  /** Whether this call is claimed, so that the candidate need not be called any more. */
  public boolean isClaimed() {
    return claimed != 0;
  }
}
