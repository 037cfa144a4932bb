package io.understudy.agent.capture;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.StageWatch;
import io.understudy.agent.modules.ApplicationModules;
import io.understudy.agent.weave.ControlWeaver;
import io.understudy.agent.weave.Notice;
import io.understudy.agent.weave.WeavingState;
import io.understudy.bridge.Bridge;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The first stage as a whole: has the control methods woven and captures their calls.
 *
 * <p>Wire it before the pool starts, so that its threads can be {@link #suppressed}; then {@link
 * #start}. Thread-safe.
 */
public final class Capture {
  private final List<CallPoint> points;
  private final ArgumentSnapshots snapshots;
  private final ControlWeaver controls;
  private final PendingCalls pending;
  private final CaptureHandler handler;

  /**
   * Prepares the call points; nothing is woven yet.
   *
   * @param points in the order of their numbers, from 0
   * @param snapshots copies the arguments
   * @param sink takes the calls
   * @param calls most calls that wait for stages which their controls have returned
   * @param bytes most bytes, estimated, that those hold
   */
  public Capture(
      List<CallPoint> points, ArgumentSnapshots snapshots, CallSink sink, int calls, long bytes) {
    this(points, snapshots, sink, calls, bytes, null);
  }

  /**
   * The same for the generation that a reload makes: what has not changed keeps its number, and
   * stays woven as it is.
   *
   * @param before the generation that is replaced; null for the first one
   */
  public Capture(
      List<CallPoint> points,
      ArgumentSnapshots snapshots,
      CallSink sink,
      int calls,
      long bytes,
      @Nullable Capture before) {
    this.pending = new PendingCalls(calls, bytes);
    this.points = new ArrayList<>(points);
    this.snapshots = snapshots;
    this.controls = new ControlWeaver(points, before == null ? null : before.controls);
    PointCapture[] captures = new PointCapture[points.size()];
    for (CallPoint point : points) {
      captures[point.id()] = new PointCapture(point, snapshots, sink, pending, controls::warn);
    }
    this.handler = new CaptureHandler(controls, captures);
  }

  /** Weaves the classes that are loaded already and all that will be, and arms the call points. */
  public void start(Instrumentation instrumentation) {
    // Loaded now, for a class that is being loaded cannot be needed by its own weaving
    // (JDK-8164165).
    ThreadLocalRandom.current();
    ApplicationModules.open(instrumentation);
    WarmUp.play(snapshots, controls::warn);
    open();
    controls.start(instrumentation);
  }

  /**
   * Weaves what was just being loaded when the weaver was added, where the application ran already;
   * a while after {@link #start}, and once.
   */
  public void settle() {
    controls.settle();
  }

  /** Takes the calls from now on, wherever code is woven. */
  void open() {
    Bridge.open(handler);
    for (CallPoint point : points) {
      arm(point, true);
    }
  }

  /**
   * Takes over from the generation before: calls that are taken from now on are this one's, and
   * classes are woven anew where call points have come, gone, or changed what they weave.
   *
   * @return how many loaded classes were transformed
   */
  public int follow(Capture before, Instrumentation instrumentation) {
    ApplicationModules.open(instrumentation);
    for (CallPoint point : before.points) {
      int kept = controls.index(before.controls.number(point));
      if (kept >= 0) {
        points.get(kept).follow(point);
      }
    }
    open();
    for (CallPoint point : before.controls.pointsNotIn(controls)) {
      before.arm(point, false);
    }
    return controls.follow(before.controls, instrumentation);
  }

  /** Forgets what the generation after this one does not need; once all calls have ended. */
  public void forget(Capture after) {
    controls.forget(after.controls);
  }

  /**
   * Leaves no woven code: the weaver is removed, and loaded classes get the code back that they
   * would have without it. After {@link #stop}.
   *
   * @return how many classes were transformed
   */
  public int unweave(Instrumentation instrumentation) {
    return controls.unweave(instrumentation);
  }

  /** What weaves, for tests that define classes themselves. */
  ControlWeaver controls() {
    return controls;
  }

  /**
   * Stops capturing for good. Woven code stays, and costs a few reads. Calls whose stages are not
   * complete are dropped.
   */
  public void stop() {
    close();
    endPending();
  }

  /** Takes no more calls; those that are under way go on. */
  public void close() {
    Bridge.close();
  }

  /** Drops the calls whose stages are not complete, and lets the stages go. */
  public void endPending() {
    pending.close();
  }

  /**
   * Ends the calls whose stages have taken too long; to be called now and then by a thread of the
   * agent's.
   *
   * @param now {@code System.nanoTime()}
   */
  public void tick(long now) {
    pending.tick(now);
  }

  /** How many calls wait for stages that their controls have returned. */
  public int pendingCalls() {
    return pending.size();
  }

  /** The estimated memory that those calls hold, bytes. */
  public long pendingBytes() {
    return pending.bytes();
  }

  /** How the pool learns that the stages which candidates return have completed. */
  public StageWatch stages() {
    return pending.watch();
  }

  /** Looks at the calls of a point, or lets them pass uncounted. */
  public void arm(CallPoint point, boolean on) {
    Bridge.arm(controls.number(point), on);
  }

  /**
   * A task that runs as the agent's own: no call that its thread makes is ever captured. For the
   * threads that run candidates; threads that a candidate starts itself are not covered.
   */
  public static Runnable suppressed(Runnable task) {
    return () -> {
      Bridge.suppress();
      task.run();
    };
  }

  /** What is known of a point's control by now. */
  public WeavingState weavingState(CallPoint point) {
    return controls.weavingState(point);
  }

  /** Says in the notices which classes were never loaded: their names may be wrong. */
  public void noteUnloadedControls() {
    controls.noteUnloadedControls();
  }

  /** Which classes were woven. */
  public ControlClasses controlClasses() {
    return controls.controlClasses();
  }

  /**
   * Gives what capture has to say to the log, once; call it now and then from the agent's thread.
   */
  public void drainNotices(Consumer<Notice> log) {
    controls.drainNotices(log);
  }

  /** How many failures of woven code could not even be reported; 0 on a healthy day. */
  public static int escapedFailures() {
    return Bridge.escaped;
  }
}
