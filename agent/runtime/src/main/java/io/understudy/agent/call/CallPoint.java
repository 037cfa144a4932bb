package io.understudy.agent.call;

import io.understudy.agent.config.CallConfig;
import io.understudy.value.view.Views;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call point at run time: its place among the others, its configuration, its ledger. */
public final class CallPoint {
  /** Why the calls of a point are shed that somebody has paused. */
  public static final String PAUSED = "paused";

  private final int id;
  private final CallConfig config;
  private final Ledger ledger;
  private final Views views;
  private volatile @Nullable String shedding;

  /** One for all generations of a point that is woven the same: old code tells it, too. */
  private volatile AtomicBoolean argumentEffects = new AtomicBoolean();

  private boolean paused;
  private @Nullable String unhealthy;

  /** Binds a configured call point to its place among the others. */
  public CallPoint(int id, CallConfig config, Ledger ledger) {
    this(id, config, ledger, Views.standard());
  }

  /**
   * The same, for a configuration that says how classes are seen.
   *
   * @param views how what both sides did is seen
   */
  public CallPoint(int id, CallConfig config, Ledger ledger, Views views) {
    this.views = views;
    this.id = id;
    this.config = config;
    this.ledger = ledger;
  }

  /** Its index, from 0, among the call points of the configuration. */
  public int id() {
    return id;
  }

  /** The entry under {@code calls:}. */
  public CallConfig config() {
    return config;
  }

  /** How arguments and results are seen: what stands under {@code types:}. */
  public Views views() {
    return views;
  }

  /**
   * Whether arguments are compared as they stand after the call: as the configuration says; where
   * it says nothing, if a control of this point returns nothing and takes what it may change. Two
   * volatile reads, for the application's threads.
   */
  public boolean comparesArguments() {
    return config.argumentsStated() ? config.rules().arguments() : argumentEffects.get();
  }

  /**
   * Takes note that a control was woven here that returns nothing and takes arguments which it may
   * change, so that all that can be seen of it stands in them.
   */
  public void noteArgumentEffects() {
    argumentEffects.set(true);
  }

  /**
   * Shares what is noted, by now and later, of another generation's call point that is woven the
   * same. Before the first call is taken: else what it leaves in its arguments would be missed.
   */
  public void follow(CallPoint before) {
    argumentEffects = before.argumentEffects;
  }

  /** The name of the call point. */
  public String name() {
    return config.name();
  }

  /** The books of this call point. */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Why calls of this point are shed now; null when they are taken. One volatile read, for the
   * application's threads: {@code page.ended(SHED, reason)}.
   */
  public @Nullable String shedding() {
    return shedding;
  }

  /**
   * Sheds the calls from now on, or takes them again unless somebody has paused them.
   *
   * @param reason one clause of few distinct texts, such as "breaker open"; null to take them
   */
  public synchronized void shed(@Nullable String reason) {
    unhealthy = reason;
    shedding = paused ? PAUSED : reason;
  }

  /** Sheds the calls until they are resumed; or resumes them, unless they are shed anyway. */
  public synchronized void pause(boolean on) {
    paused = on;
    shedding = on ? PAUSED : unhealthy;
  }

  /** Whether somebody has paused this call point. */
  public synchronized boolean isPaused() {
    return paused;
  }

  /** Why calls would be shed if nobody had paused them; null where they would be taken. */
  public synchronized @Nullable String unhealthy() {
    return unhealthy;
  }

  @Override
  public String toString() {
    return config.toString();
  }
}
