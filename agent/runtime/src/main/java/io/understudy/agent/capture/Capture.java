package io.understudy.agent.capture;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.StageWatch;
import io.understudy.agent.classfile.Generated;
import io.understudy.agent.config.CallConfig;
import io.understudy.bridge.Bridge;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The first stage as a whole: weaves the control methods and captures their calls.
 *
 * <p>Wire it before the pool starts, so that its threads can be {@link #suppressed}; then {@link
 * #start}. Thread-safe.
 */
public final class Capture {
  private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};
  private static final String[] OWN = {"io.understudy.agent.", "io.understudy.bridge."};

  /** Definitions of classes that were under way at a change are over after so many milliseconds. */
  private static final long SETTLED = 100;

  private final List<CallPoint> points;
  private final Snapshots snapshots;
  private final Notices notices;
  private final Numbers numbers;
  private final Sites sites;
  private final Sightings sightings;
  private final WovenClasses woven;
  private final Pattern pattern;
  private final Weaver weaver;
  private final UnfinishedCalls unfinished;
  private final CaptureHandler handler;
  private volatile @Nullable Reweaving loadedBefore;

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
      List<CallPoint> points, Snapshots snapshots, CallSink sink, int calls, long bytes) {
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
      Snapshots snapshots,
      CallSink sink,
      int calls,
      long bytes,
      @Nullable Capture before) {
    this.unfinished = new UnfinishedCalls(calls, bytes);
    this.points = new ArrayList<>(points);
    this.snapshots = snapshots;
    this.notices = before == null ? new Notices() : before.notices;
    this.sites = before == null ? new Sites() : before.sites;
    this.sightings = before == null ? new Sightings() : before.sightings;
    this.numbers =
        before == null
            ? Numbers.reserve(points)
            : Numbers.following(before.numbers, before.points, points);
    this.woven = new WovenClasses(points.size(), numbers, sightings, notices);
    this.pattern = new Pattern(new Matching(weavable(), woven, notices), numbers, woven);
    this.weaver = before == null ? new Weaver(pattern, sites, notices) : before.weaver;
    PointCapture[] captures = new PointCapture[points.size()];
    for (CallPoint point : points) {
      captures[point.id()] = new PointCapture(point, snapshots, sink, unfinished, notices);
    }
    this.handler = new CaptureHandler(numbers, sites, captures);
  }

  private List<CallPoint> weavable() {
    List<CallPoint> weavable = new ArrayList<>();
    for (CallPoint point : points) {
      String refusal = refusal(point.config());
      if (refusal.isEmpty()) {
        weavable.add(point);
      } else {
        woven.refused(point, refusal);
      }
    }
    return weavable;
  }

  private static String refusal(CallConfig config) {
    String className = config.control().className();
    String methodName = config.control().methodName();
    for (String prefix : JDK) {
      if (className.startsWith(prefix) && config.packages().isEmpty()) {
        return className
            + " belongs to the JDK, which is never woven; name a class of your own, or give"
            + " packages: in which all that implement it are woven";
      }
    }
    for (String prefix : OWN) {
      if (className.startsWith(prefix)) {
        return className + " belongs to the agent itself";
      }
    }
    if (Generated.is(className)) {
      return className + " is generated at run time; name the class that it was generated for";
    }
    if (methodName.equals("<init>") || methodName.equals(simpleName(className))) {
      return className + "#" + methodName + " is a constructor; only methods can be woven";
    }
    return "";
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  /** Weaves the classes that are loaded already and all that will be, and arms the call points. */
  public void start(Instrumentation instrumentation) {
    // Loaded now, for a class that is being loaded cannot be needed by its own weaving
    // (JDK-8164165).
    ThreadLocalRandom.current();
    ApplicationModules.open(instrumentation);
    Rehearsal.play(snapshots, notices);
    open();
    instrumentation.addTransformer(weaver, true);
    Reweaving reweaving = new Reweaving(instrumentation, pattern.matching::concerns, notices);
    reweaving.round();
    loadedBefore = reweaving.count() > 0 ? reweaving : null;
  }

  /**
   * Weaves what was just being loaded when the weaver was added, where the application ran already;
   * a while after {@link #start}, and once.
   */
  public void settle() {
    Reweaving reweaving = loadedBefore;
    loadedBefore = null;
    if (reweaving != null) {
      reweaving.round();
    }
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
      int kept = numbers.index(before.numbers.of(point));
      if (kept >= 0) {
        points.get(kept).follow(point);
      }
    }
    open();
    List<CallPoint> changed = new ArrayList<>();
    for (CallPoint point : before.points) {
      int number = before.numbers.of(point);
      if (numbers.index(number) < 0) {
        Bridge.arm(number, false);
        changed.add(point);
      }
    }
    for (CallPoint point : points) {
      if (before.numbers.index(numbers.of(point)) < 0) {
        changed.add(point);
      }
    }
    weaver.weaveBy(pattern);
    return reweave(instrumentation, new Matching(changed, woven, notices));
  }

  /** Forgets what the generation after this one does not need; once all calls have ended. */
  public void forget(Capture after) {
    for (CallPoint point : points) {
      int number = numbers.of(point);
      if (after.numbers.index(number) < 0) {
        sightings.forget(number);
      }
    }
  }

  /**
   * Leaves no woven code: the weaver is removed, and loaded classes get the code back that they
   * would have without it. After {@link #stop}.
   *
   * @return how many classes were transformed
   */
  public int unweave(Instrumentation instrumentation) {
    instrumentation.removeTransformer(weaver);
    return reweave(instrumentation, pattern.matching);
  }

  private int reweave(Instrumentation instrumentation, Matching concerned) {
    Reweaving reweaving = new Reweaving(instrumentation, concerned::concerns, notices);
    reweaving.round();
    LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(SETTLED));
    reweaving.round();
    return reweaving.count();
  }

  /** Whether more than the name of a class is looked at, for tests. */
  boolean looksInto(String className) {
    return pattern.matching.concerns(className.replace('.', '/'));
  }

  /** What weaves, for tests that define classes themselves. */
  Weaver weaver() {
    return weaver;
  }

  /**
   * Stops capturing for good. Woven code stays, and costs a few reads. Calls whose stages are not
   * complete are dropped.
   */
  public void stop() {
    close();
    endUnfinished();
  }

  /** Takes no more calls; those that are under way go on. */
  public void close() {
    Bridge.close();
  }

  /** Drops the calls whose stages are not complete, and lets the stages go. */
  public void endUnfinished() {
    unfinished.close();
  }

  /**
   * Ends the calls whose stages have taken too long; to be called now and then by a thread of the
   * agent's.
   *
   * @param now {@code System.nanoTime()}
   */
  public void tick(long now) {
    unfinished.tick(now);
  }

  /** How many calls wait for stages that their controls have returned. */
  public int unfinished() {
    return unfinished.size();
  }

  /** The estimated memory that those calls hold, bytes. */
  public long unfinishedBytes() {
    return unfinished.bytes();
  }

  /** How the pool learns that the stages which candidates return have completed. */
  public StageWatch stages() {
    return unfinished.watch();
  }

  /** Looks at the calls of a point, or lets them pass uncounted. */
  public void arm(CallPoint point, boolean on) {
    Bridge.arm(numbers.of(point), on);
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
  public Sighting sighting(CallPoint point) {
    return woven.sighting(point);
  }

  /** Says in the notices which classes were never loaded: their names may be wrong. */
  public void noteUnseen() {
    for (CallPoint point : points) {
      Sighting seen = sighting(point);
      if (seen.classes() == 0 && seen.refusal() == null) {
        notices.warn(unseen(point.config()));
      }
    }
  }

  private static String unseen(CallConfig config) {
    String className = config.control().className();
    return config.packages().isEmpty()
        ? config.name()
            + ": no call was intercepted, since no class "
            + className
            + " was loaded until now; is this its name?"
        : config.name()
            + ": no call was intercepted, since no class in "
            + String.join(", ", config.packages())
            + " that implements "
            + config.control()
            + " was loaded until now; are these the names?";
  }

  /** Which classes were woven. */
  public ControlClasses controlClasses() {
    return woven;
  }

  /**
   * Gives what capture has to say to the log, once; call it now and then from the agent's thread.
   */
  public void drainNotices(Consumer<Notice> log) {
    notices.drain(log);
  }

  /** How many failures of woven code could not even be reported; 0 on a healthy day. */
  public static int escapedFailures() {
    return Bridge.escaped;
  }
}
