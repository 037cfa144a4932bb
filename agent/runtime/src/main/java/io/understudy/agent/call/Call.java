package io.understudy.agent.call;

import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One captured call on its way from the legacy thread to its fate. Everything but the fate is
 * written before the call is handed over, and not changed afterwards.
 *
 * <p>The fate is settled exactly once, by whoever claims the call first: a worker that has an
 * answer, the watchdog that has run out of patience, or the queue at shutdown.
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
  private final Outcome control;
  private final long controlNanos;
  private final long bytes;
  private final @Nullable Receiver receiver;

  private @Nullable Site site;
  private volatile int claimed;
  private volatile boolean concluded;
  private volatile @Nullable Object @Nullable [] given;

  /** A call as it was captured, whose control is not asked again. */
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
   * A call as it was captured.
   *
   * @param point where
   * @param page the page of the ledger that it was counted on
   * @param calledAtMillis when it was entered, milliseconds since the epoch
   * @param arguments private copies, as they were at entry; the array is not copied again
   * @param control what the control did, frozen
   * @param controlNanos how long the control took, nanoseconds
   * @param bytes estimated size of the copies
   * @param receiver whom to ask the control again on; null where it is not asked again
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

  /** Where it was intercepted. */
  public CallPoint point() {
    return point;
  }

  /** The page of the ledger that this call is counted on. */
  public LedgerPage page() {
    return page;
  }

  /** When it was entered, milliseconds since the epoch. */
  public long calledAtMillis() {
    return calledAtMillis;
  }

  /** Copies of the arguments as they were at entry. Not copied: the candidate may change them. */
  public @Nullable Object[] arguments() {
    return arguments;
  }

  /** What the control did. */
  public Outcome control() {
    return control;
  }

  /** How long the control took, nanoseconds. */
  public long controlNanos() {
    return controlNanos;
  }

  /** The estimated size of what this call holds, bytes. */
  public long bytes() {
    return bytes;
  }

  /** Whom the control was called on, where it is to be asked again; null where it is not. */
  public @Nullable Receiver receiver() {
    return receiver;
  }

  /** Notes which woven method it was; before the call is handed over. */
  public void cameFrom(@Nullable Site woven) {
    site = woven;
  }

  /** Which woven method it was; null where that is not known. */
  public @Nullable Site site() {
    return site;
  }

  /**
   * Claims the right to settle this call's fate, which exactly one caller gets.
   *
   * @return whether the caller has it, and must {@link #conclude} now; false when somebody else
   *     came first
   */
  public boolean claim() {
    return CLAIMED.compareAndSet(this, 0, CLAIMED_ALREADY);
  }

  /**
   * Writes the fate of a claimed call into the books; only by the one who claimed it, and last:
   * what belongs to the verdict (latencies, signatures) is counted before.
   *
   * @param fate what became of it
   * @param reason why, one clause of few distinct texts; null for a verdict
   */
  public void conclude(Fate fate, @Nullable String reason) {
    page.ended(fate, reason);
    concluded = true;
  }

  /**
   * Says that the fate of a claimed call is known now and will be counted, for a verdict that takes
   * its time.
   *
   * @return false when the call was {@linkplain #giveUp given up} meanwhile, and nothing of the
   *     verdict may be counted
   */
  public boolean settle() {
    return CLAIMED.compareAndSet(this, CLAIMED_ALREADY, SETTLED);
  }

  /**
   * Concludes a claimed call that finds no verdict, unless it is {@linkplain #settle settled}.
   *
   * @return whether this was the end
   */
  public boolean giveUp(Fate fate, String reason) {
    if (!CLAIMED.compareAndSet(this, CLAIMED_ALREADY, GIVEN_UP)) {
      return false;
    }
    conclude(fate, reason);
    return true;
  }

  /** Whether its fate is in the books, and what its verdict taught is known. */
  public boolean isConcluded() {
    return concluded;
  }

  /** Notes the arguments that the candidate is given, frozen, where ids were translated. */
  public void given(@Nullable Object[] translated) {
    given = translated;
  }

  /** The arguments that the candidate was given, frozen; null where they are the control's. */
  public @Nullable Object @Nullable [] given() {
    return given;
  }

  /**
   * Claims and concludes in one step.
   *
   * @return whether this was the end; false when somebody else came first
   */
  public boolean end(Fate fate, @Nullable String reason) {
    if (!claim()) {
      return false;
    }
    conclude(fate, reason);
    return true;
  }

  /** Whether somebody has claimed this call, so that asking the candidate is of no use any more. */
  public boolean isClaimed() {
    return claimed != 0;
  }
}
