package io.understudy.agent.capture;

import io.understudy.agent.budget.Admissions;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.Site;
import io.understudy.agent.call.StageWatch;
import io.understudy.agent.modules.ApplicationModules;
import io.understudy.agent.weave.BridgeKey;
import io.understudy.agent.weave.ControlWeaver;
import io.understudy.agent.weave.Notice;
import io.understudy.agent.weave.WeavingState;
import io.understudy.bridge.Bridge;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The first stage: weaves the control methods and captures their calls.
 *
 * <p>Create it before the pool starts, so that the pool's threads belong to its {@link #scope}.
 * Then call {@link #start}. Thread-safe.
 */
public final class Capture {
  private final BridgeKey key;
  private final List<CallPoint> points;
  private final ArgumentSnapshots snapshots;
  private final ControlWeaver weaver;
  private final PendingCalls pending;
  private final CaptureHandler handler;
  private final ShadowScope scope;

  /** The points that are disarmed since they are paused. */
  private final BitSet resting = new BitSet();

  private volatile int restingPoints;

  /** Whether this generation takes calls, as far as the agent decides it. */
  private volatile boolean open;

  /**
   * Prepares the call points; nothing is woven yet.
   *
   * @param key the key of the bridge
   * @param points in the order of their numbers, from 0
   * @param snapshots copies the arguments
   * @param sink receives the calls
   * @param calls maximal number of calls that wait for the stages that their controls have returned
   * @param bytes maximal estimated size of those calls in bytes
   */
  public Capture(
      BridgeKey key,
      List<CallPoint> points,
      ArgumentSnapshots snapshots,
      CallSink sink,
      int calls,
      long bytes) {
    this(key, points, snapshots, sink, calls, bytes, null);
  }

  /**
   * Prepares the call points of the generation that a reload makes. Unchanged call points keep
   * their numbers and stay woven.
   *
   * @param before the generation that is replaced; null for the first one
   */
  public Capture(
      BridgeKey key,
      List<CallPoint> points,
      ArgumentSnapshots snapshots,
      CallSink sink,
      int calls,
      long bytes,
      @Nullable Capture before) {
    this(
        key,
        points,
        Admissions.unlimited(),
        snapshots,
        sink,
        calls,
        bytes,
        before,
        System::currentTimeMillis);
  }

  /**
   * Prepares the call points within a budget.
   *
   * @param admissions decides which calls are taken
   */
  public Capture(
      BridgeKey key,
      List<CallPoint> points,
      Admissions admissions,
      ArgumentSnapshots snapshots,
      CallSink sink,
      int calls,
      long bytes,
      @Nullable Capture before) {
    this(key, points, admissions, snapshots, sink, calls, bytes, before, System::currentTimeMillis);
  }

  /** Prepares them with another clock of the day, milliseconds since the epoch. */
  Capture(
      BridgeKey key,
      List<CallPoint> points,
      Admissions admissions,
      ArgumentSnapshots snapshots,
      CallSink sink,
      int calls,
      long bytes,
      @Nullable Capture before,
      LongSupplier time) {
    this.key = key;
    this.pending = new PendingCalls(calls, bytes);
    this.points = new ArrayList<>(points);
    this.snapshots = snapshots;
    this.weaver = new ControlWeaver(key, points, before == null ? null : before.weaver);
    PointCapture[] captures = new PointCapture[points.size()];
    for (CallPoint point : points) {
      captures[point.id()] =
          new PointCapture(
              point,
              admissions.of(point),
              snapshots,
              sink,
              pending,
              new WallClock(time),
              weaver::warn);
    }
    this.handler = new CaptureHandler(weaver, captures);
    this.scope = new ShadowScope(key, this.points, weaver);
  }

  /**
   * Sets the system properties that candidates may set; before {@link #start} or {@link #follow}.
   */
  public void allowProperties(List<String> names) {
    scope.allow(names);
  }

  /** Weaves the loaded classes and all that are loaded later, and arms the call points. */
  public void start(Instrumentation instrumentation) {
    // Loaded now, since weaving must not need a class that is just being loaded (JDK-8164165).
    ThreadLocalRandom.current();
    ApplicationModules.open(instrumentation);
    WarmUp.play(snapshots, weaver::warn);
    open();
    weaver.start(instrumentation);
  }

  /**
   * Weaves classes that were being loaded when {@link #start} added the weaver to a running
   * application. Call it once, some time after {@link #start}.
   */
  public void settle() {
    weaver.settle();
  }

  /** Takes the calls of woven code from now on. */
  void open() {
    key.open(handler);
    scope.open();
    for (CallPoint point : points) {
      arm(point, true);
    }
    open = true;
  }

  /**
   * Replaces the previous generation: this one takes all calls from now on. Classes are woven again
   * if call points were added or removed, or weave other methods.
   *
   * @return how many loaded classes were transformed
   */
  public int follow(Capture before, Instrumentation instrumentation) {
    ApplicationModules.open(instrumentation);
    before.open = false;
    for (CallPoint point : before.points) {
      int kept = weaver.index(before.weaver.number(point));
      if (kept >= 0) {
        points.get(kept).follow(point);
      }
    }
    open();
    for (CallPoint point : before.weaver.pointsNotIn(weaver)) {
      before.arm(point, false);
    }
    return weaver.follow(before.weaver, instrumentation);
  }

  /** Drops the state that the next generation does not need. Call it after all calls have ended. */
  public void forget(Capture after) {
    weaver.forget(after.weaver);
  }

  /**
   * Removes the weaver and all woven code: loaded classes get the code that they would have without
   * the weaver. Call it after {@link #stop}.
   *
   * @return how many classes were transformed
   */
  public int unweave(Instrumentation instrumentation) {
    key.watch(null);
    disarm();
    return weaver.unweave(instrumentation);
  }

  /** Returns the weaver, for tests that define classes themselves. */
  ControlWeaver weaver() {
    return weaver;
  }

  /**
   * Stops capturing permanently. Woven code stays. Calls whose stages are not complete are dropped.
   */
  public void stop() {
    close();
    endPending();
  }

  /** Takes no more calls; calls under way continue. */
  public void close() {
    open = false;
    key.drain();
  }

  /** Disarms all call points, after {@link #close}. */
  public void disarm() {
    open = false;
    key.close();
  }

  /** Drops the calls whose stages are not complete, and cancels the watches on the stages. */
  public void endPending() {
    pending.close();
  }

  /**
   * Ends the calls whose stages have taken too long. A thread of the agent calls this periodically.
   *
   * @param now {@code System.nanoTime()}
   */
  public void tick(long now) {
    pending.tick(now);
  }

  /** Lets the calls that wait for stages take at most this many bytes together from now on. */
  public void limitPending(long bytes) {
    pending.limit(bytes);
  }

  /** Returns the number of calls that wait for stages that their controls have returned. */
  public int pendingCalls() {
    return pending.size();
  }

  /** Returns the estimated size of those calls in bytes. */
  public long pendingBytes() {
    return pending.bytes();
  }

  /** Returns the watch for the stages that candidates return. */
  public StageWatch stages() {
    return PendingCalls.candidateWatch();
  }

  /** Arms a call point, or disarms it so that its calls are not counted. */
  public void arm(CallPoint point, boolean on) {
    key.arm(weaver.number(point), on);
  }

  /**
   * Disarms a call point that is paused, or arms it again. While it is disarmed, its calls cost
   * nothing and are not counted. For one thread at a time.
   *
   * @return whether this has changed anything
   */
  public boolean rest(CallPoint point, boolean on) {
    if (!open || resting.get(point.id()) == on) {
      return false;
    }
    // In this order: a point that is disarmed and does not rest looks disturbed.
    resting.set(point.id(), on);
    if (on) {
      restingPoints++;
      arm(point, false);
    } else {
      arm(point, true);
      restingPoints--;
    }
    return true;
  }

  /** Whether {@link #rest} has disarmed a call point. */
  public boolean rests(CallPoint point) {
    return open && resting.get(point.id());
  }

  /** Whether something else than this agent has disarmed call points. */
  public boolean isDisturbed() {
    int expected = points.size() - restingPoints;
    return open && armed() < expected && open && expected == points.size() - restingPoints;
  }

  /** Returns the number of call points that take calls now. */
  public int armed() {
    int armed = 0;
    for (CallPoint point : points) {
      armed += Bridge.armed(weaver.number(point)) ? 1 : 0;
    }
    return armed;
  }

  /**
   * Returns the number of call points for the heartbeat: fewer than all only if something else than
   * this agent has disarmed some. While the agent itself begins or ends to take calls, all count.
   */
  public int undisturbed() {
    int armed = armed();
    return isDisturbed() ? armed + restingPoints : points.size();
  }

  /** Returns the scope in which candidates run. */
  public CandidateScope scope() {
    return scope;
  }

  /** Returns the weaving state of a point's control. */
  public WeavingState weavingState(CallPoint point) {
    return weaver.weavingState(point);
  }

  /** Adds a notice for each control class that was never loaded, since its name may be wrong. */
  public void noteUnloadedControls() {
    weaver.noteUnloadedControls();
  }

  /** Returns the woven methods whose class loaders are not collected. */
  public Collection<Site> sites() {
    return weaver.sites();
  }

  /** Returns the woven classes. */
  public ControlClasses controlClasses() {
    return weaver.controlClasses();
  }

  /**
   * Passes the notices of capture to the log, each once. A thread of the agent calls this
   * periodically.
   */
  public void drainNotices(Consumer<Notice> log) {
    weaver.drainNotices(log);
  }

  /** Returns the number of failures of woven code that could not be reported; normally 0. */
  public static int escapedFailures() {
    return Bridge.escaped();
  }
}
