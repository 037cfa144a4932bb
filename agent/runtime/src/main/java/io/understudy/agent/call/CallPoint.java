package io.understudy.agent.call;

import io.understudy.agent.config.CallConfig;
import io.understudy.journal.CodeIdentity;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyField;
import io.understudy.value.view.Views;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call point at run time: its index, its configuration and its ledger. Thread-safe. */
public final class CallPoint {
  /** The reason for shedding the calls of a paused point. */
  public static final String PAUSED = "paused";

  /** The reason for shedding calls while the file STOP is there. */
  public static final String STOPPED = "stopped";

  /** How long the calls of a paused point are counted, in nanoseconds, before it is disarmed. */
  private static final long DISARM_NANOS = 1_000_000_000L;

  private static final String BY_PERSON = "by a person";
  private static final String BY_FILE = "by the file STOP";

  private final int id;
  private final CallConfig config;
  private final Ledger ledger;
  private final Views views;
  private volatile @Nullable CodeIdentity remoteCode;
  private volatile @Nullable String shedding;

  /**
   * Shared by all generations of a point that is woven the same, since old woven code sets it too.
   */
  private volatile AtomicBoolean argumentEffects = new AtomicBoolean();

  private final ConcurrentMap<String, LongAdder> conduct = new ConcurrentHashMap<>();
  private final Rest rest;
  private volatile Consumer<String> differences = signature -> {};
  private @Nullable CallOrder order;
  private boolean paused;
  private boolean stopped;
  private long restsSince;
  private @Nullable String unhealthy;

  /** Creates a call point with the standard views. */
  public CallPoint(int id, CallConfig config, Ledger ledger) {
    this(id, config, ledger, Views.standard());
  }

  /**
   * Creates a call point.
   *
   * @param id the index among the call points of the configuration, from 0
   * @param views the views of arguments and results
   */
  public CallPoint(int id, CallConfig config, Ledger ledger, Views views) {
    this.views = views;
    this.id = id;
    this.config = config;
    this.ledger = ledger;
    this.rest = new Rest(ledger);
  }

  /** Returns the index among the call points of the configuration, from 0. */
  public int id() {
    return id;
  }

  /** Returns the entry under {@code calls:}. */
  public CallConfig config() {
    return config;
  }

  /** Sets the order of the calls, before the first one is taken. */
  public void orderedBy(@Nullable CallOrder calls) {
    order = calls;
  }

  /** Returns the order of the calls; null if they are replayed in any order. */
  public @Nullable CallOrder order() {
    return order;
  }

  /** Records that calls of unknown keys were not even counted, such as those of a pause. */
  public void breakOrder() {
    if (order != null) {
      order.lost(Fate.SHED);
    }
  }

  /** Records the build of a candidate in another JVM, as that JVM tells it. */
  public void remoteCode(CodeIdentity code) {
    remoteCode = code;
  }

  /** The build of a candidate in another JVM; null if it is not known. */
  public @Nullable CodeIdentity remoteCode() {
    return remoteCode;
  }

  /** Returns the views of arguments and results, from the configuration under {@code types:}. */
  public Views views() {
    return views;
  }

  /**
   * Whether arguments are compared after the call. If the configuration does not state it, they are
   * compared if a control of this point is void and takes a mutable argument. Costs two volatile
   * reads, for the application's threads.
   */
  public boolean comparesArguments() {
    return config.argumentsStated() ? config.rules().arguments() : argumentEffects.get();
  }

  /**
   * Records that a void control with a mutable argument was woven here, so that its effect is
   * visible only in its arguments.
   */
  public void noteArgumentEffects() {
    argumentEffects.set(true);
  }

  /**
   * Shares the state of {@link #noteArgumentEffects} with the point of the previous generation that
   * is woven the same. Call it before the first call is taken, so that no effect in arguments is
   * missed.
   */
  public void follow(CallPoint before) {
    argumentEffects = before.argumentEffects;
  }

  /**
   * Counts what a candidate did besides answering, where it belongs to no verdict; on any thread.
   *
   * @param text one of the few texts of {@code Conduct}
   */
  public void noteConduct(String text) {
    ledger.page().count(TallyField.CONDUCT, text);
    countConduct(text);
  }

  /** Counts the same for {@link #conduct} alone, where the verdict's page counts it. */
  public void countConduct(String text) {
    boolean fits = conduct.size() < LedgerPage.MOST_TEXTS || conduct.containsKey(text);
    conduct.computeIfAbsent(fits ? text : LedgerPage.OTHER, t -> new LongAdder()).increment();
  }

  /** Returns what candidates of this point did besides answering, in the order of the texts. */
  public Map<String, Long> conduct() {
    Map<String, Long> counts = new TreeMap<>();
    conduct.forEach((text, count) -> counts.put(text, count.sum()));
    return counts;
  }

  /** Returns the name of the call point. */
  public String name() {
    return config.name();
  }

  /** Returns the ledger of this call point. */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Returns why calls of this point are shed now; null if they are taken. Costs one volatile read,
   * for the application's threads: {@code page.ended(SHED, reason)}.
   */
  public @Nullable String shedding() {
    return shedding;
  }

  /**
   * Sheds the calls from now on, or takes them again unless the point is paused.
   *
   * @param reason one clause, from few distinct texts, such as "breaker open"; null to take calls
   */
  public synchronized void shed(@Nullable String reason) {
    unhealthy = reason;
    update();
  }

  /** Pauses the point, or resumes it; a resumed point may still shed calls for another reason. */
  public synchronized void pause(boolean on) {
    paused = on;
    update();
  }

  /** Stops the point as long as the file STOP is there; a pause is independent of it. */
  public synchronized void stop(boolean on) {
    stopped = on;
    update();
  }

  private void update() {
    boolean wasResting = isResting();
    shedding = stopped ? STOPPED : paused ? PAUSED : unhealthy;
    if (!wasResting) {
      restsSince = System.nanoTime();
    }
  }

  /**
   * Whether the point has been paused or stopped for a while, so that its calls need not be counted
   * any more.
   *
   * @param now {@code System.nanoTime()}
   */
  public synchronized boolean mayDisarm(long now) {
    return isResting() && now - restsSince >= DISARM_NANOS;
  }

  /** Whether the point is paused or stopped. Costs one volatile read. */
  public boolean isResting() {
    String reason = shedding;
    return PAUSED.equals(reason) || STOPPED.equals(reason);
  }

  /** Whether the point is stopped by the file STOP. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  /** Records that the point was disarmed, so that its calls are not counted from now on. */
  public synchronized void disarmed(long nanos) {
    rest.begin(stopped ? BY_FILE : BY_PERSON, nanos);
  }

  /**
   * Counts the time for which the point was disarmed, near the end of each minute and when its
   * cause changes. Call it periodically while the point {@linkplain #isResting rests}.
   *
   * @param nanos {@code System.nanoTime()}
   * @param nowMillis milliseconds since the epoch
   */
  public synchronized void countRest(long nanos, long nowMillis) {
    rest.count(stopped ? BY_FILE : BY_PERSON, nanos, nowMillis);
  }

  /** Counts the rest of that time, since the point is armed again or its session ends. */
  public synchronized void endRest(long nanos, long nowMillis) {
    rest.end(nanos, nowMillis);
  }

  /** Sets who is told each signature of a difference; on the pool's threads. */
  public void onDifference(Consumer<String> listener) {
    differences = listener;
  }

  /** Tells a signature of a difference in a call of this point. */
  public void differed(String signature) {
    differences.accept(signature);
  }

  /** Whether the point is paused. */
  public synchronized boolean isPaused() {
    return paused;
  }

  /** Returns why calls would be shed if the point were not paused; null if they would be taken. */
  public synchronized @Nullable String unhealthy() {
    return unhealthy;
  }

  @Override
  public String toString() {
    return config.toString();
  }
}
