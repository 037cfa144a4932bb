package io.understudy.agent.weave;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.Site;
import io.understudy.agent.config.CallConfig;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the control methods of one generation of call points, and knows what woven code refers to:
 * call points and methods by number. Thread-safe.
 */
public final class ControlWeaver {
  /** Definitions of classes that were under way at a change are over after so many milliseconds. */
  private static final long SETTLED = 100;

  private final List<CallPoint> points;
  private final NoticeQueue notices;
  private final PointNumbers numbers;
  private final SiteTable sites;
  private final WeavingStates states;
  private final WovenClasses woven;
  private final WeavingPlan plan;
  private final WeavingTransformer weaver;
  private volatile @Nullable Retransformation loadedBefore;

  /**
   * Prepares the call points; nothing is woven yet.
   *
   * @param points in the order of their numbers, from 0
   * @param before the generation that a reload replaces, of which what has not changed keeps its
   *     number and stays woven as it is; null for the first one
   */
  public ControlWeaver(List<CallPoint> points, @Nullable ControlWeaver before) {
    this.points = new ArrayList<>(points);
    this.notices = before == null ? new NoticeQueue() : before.notices;
    this.sites = before == null ? new SiteTable() : before.sites;
    this.states = before == null ? new WeavingStates() : before.states;
    this.numbers =
        before == null
            ? PointNumbers.reserve(points)
            : PointNumbers.following(before.numbers, before.points, points);
    this.woven = new WovenClasses(points.size(), numbers, states, notices);
    this.plan = new WeavingPlan(new ControlMatcher(weavable(), woven, notices), numbers, woven);
    this.weaver = before == null ? new WeavingTransformer(plan, sites, notices) : before.weaver;
  }

  private List<CallPoint> weavable() {
    List<CallPoint> weavable = new ArrayList<>();
    for (CallPoint point : points) {
      String refusal = WeavableControls.refusal(point.config());
      if (refusal.isEmpty()) {
        weavable.add(point);
      } else {
        woven.refused(point, refusal);
      }
    }
    return weavable;
  }

  /** Weaves the classes that are loaded already and all that will be; for the first generation. */
  public void start(Instrumentation instrumentation) {
    instrumentation.addTransformer(weaver, true);
    Retransformation reweaving =
        new Retransformation(instrumentation, plan.matcher::concerns, notices);
    reweaving.round();
    loadedBefore = reweaving.count() > 0 ? reweaving : null;
  }

  /**
   * Weaves what was just being loaded when the weaver was added, where the application ran already;
   * a while after {@link #start}, and once.
   */
  public void settle() {
    Retransformation reweaving = loadedBefore;
    loadedBefore = null;
    if (reweaving != null) {
      reweaving.round();
    }
  }

  /**
   * Takes over from the generation before: classes are woven anew where call points have come,
   * gone, or changed what they weave.
   *
   * @return how many loaded classes were transformed
   */
  public int follow(ControlWeaver before, Instrumentation instrumentation) {
    List<CallPoint> changed = new ArrayList<>(before.pointsNotIn(this));
    changed.addAll(pointsNotIn(before));
    weaver.weaveBy(plan);
    return reweave(instrumentation, new ControlMatcher(changed, woven, notices));
  }

  /** The call points of this generation that another one does not have, or weaves otherwise. */
  public List<CallPoint> pointsNotIn(ControlWeaver other) {
    List<CallPoint> missing = new ArrayList<>();
    for (CallPoint point : points) {
      if (other.index(number(point)) < 0) {
        missing.add(point);
      }
    }
    return missing;
  }

  /** Forgets what the generation after this one does not need; once all calls have ended. */
  public void forget(ControlWeaver after) {
    for (CallPoint point : pointsNotIn(after)) {
      states.forget(number(point));
    }
  }

  /**
   * Leaves no woven code: the weaver is removed, and loaded classes get the code back that they
   * would have without it.
   *
   * @return how many classes were transformed
   */
  public int unweave(Instrumentation instrumentation) {
    instrumentation.removeTransformer(weaver);
    return reweave(instrumentation, plan.matcher);
  }

  private int reweave(Instrumentation instrumentation, ControlMatcher concerned) {
    Retransformation reweaving =
        new Retransformation(instrumentation, concerned::concerns, notices);
    reweaving.round();
    LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(SETTLED));
    reweaving.round();
    return reweaving.count();
  }

  /** Whether more than the name of a class is looked at. */
  public boolean looksInto(String className) {
    return plan.matcher.concerns(className.replace('.', '/'));
  }

  /**
   * What a class that a loader is about to define is woven into.
   *
   * @param loader its defining loader; null for the bootstrap loader
   * @param internalName such as {@code com/acme/Pricing}; null for a hidden class
   * @return the new class file; null where the class stays as it is
   */
  public byte @Nullable [] woven(
      @Nullable ClassLoader loader, @Nullable String internalName, byte[] classFile) {
    return weaver.transform(loader, internalName, null, null, classFile);
  }

  /** The number by which woven code knows a call point of this generation. */
  public int number(CallPoint point) {
    return numbers.of(point);
  }

  /** The index of the call point with this number; -1 when it is not of this generation. */
  public int index(int number) {
    return numbers.index(number);
  }

  /** The woven method with this number; null when it is gone, or there is none. */
  public @Nullable Site site(int number) {
    return sites.of(number);
  }

  /** What is known of a point's control by now. */
  public WeavingState weavingState(CallPoint point) {
    return woven.weavingState(point);
  }

  /** Which classes were woven. */
  public ControlClasses controlClasses() {
    return woven;
  }

  /** Says in the notices which classes were never loaded: their names may be wrong. */
  public void noteUnloadedControls() {
    for (CallPoint point : points) {
      WeavingState state = weavingState(point);
      if (state.classes() == 0 && state.refusal() == null) {
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

  /** Leaves a warning for the log; each text is said once. Never waits, and never logs. */
  public void warn(String text) {
    notices.warn(text);
  }

  /** Gives the notices that were left until now to the log, oldest first, each once. */
  public void drainNotices(Consumer<Notice> log) {
    notices.drain(log);
  }
}
