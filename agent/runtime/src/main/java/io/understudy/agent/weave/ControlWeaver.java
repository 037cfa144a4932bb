package io.understudy.agent.weave;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.Site;
import io.understudy.agent.config.CallConfig;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the control methods of one generation of call points, and resolves the numbers of call
 * points and methods in woven code. Thread-safe.
 */
public final class ControlWeaver {
  /** Milliseconds after which class definitions that were under way at a change have ended. */
  private static final long SETTLE_MILLIS = 100;

  private final List<CallPoint> points;
  private final NoticeQueue notices;
  private final PointNumbers numbers;
  private final SiteTable sites;
  private final WeavingStates states;
  private final WovenClasses woven;
  private final WeavingPlan plan;
  private final WeavingTransformer transformer;
  private volatile @Nullable Retransformation firstRetransformation;

  /**
   * Prepares the call points; nothing is woven yet.
   *
   * @param key the key of the bridge, which numbers the call points
   * @param points in the order of their numbers, from 0
   * @param before the generation that a reload replaces; its unchanged call points keep their
   *     numbers and stay woven; null for the first generation
   */
  public ControlWeaver(BridgeKey key, List<CallPoint> points, @Nullable ControlWeaver before) {
    this.points = new ArrayList<>(points);
    this.notices = before == null ? new NoticeQueue() : before.notices;
    this.sites = before == null ? new SiteTable() : before.sites;
    this.states = before == null ? new WeavingStates() : before.states;
    this.numbers =
        before == null
            ? PointNumbers.reserve(key, points)
            : PointNumbers.following(key, before.numbers, before.points, points);
    this.woven = new WovenClasses(points.size(), numbers, sites, states, notices);
    this.plan = new WeavingPlan(new ControlMatcher(weavable(), woven, notices), numbers, woven);
    this.transformer =
        before == null ? new WeavingTransformer(plan, sites, notices) : before.transformer;
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

  /** Weaves the loaded classes and all that are loaded later; for the first generation. */
  public void start(Instrumentation instrumentation) {
    instrumentation.addTransformer(transformer, true);
    Retransformation retransformation =
        new Retransformation(instrumentation, plan.matcher::concerns, notices);
    retransformation.run();
    firstRetransformation = retransformation.count() > 0 ? retransformation : null;
  }

  /**
   * Weaves classes that were being loaded when {@link #start} added the weaver to a running
   * application. Call it once, some time after {@link #start}.
   */
  public void settle() {
    Retransformation retransformation = firstRetransformation;
    firstRetransformation = null;
    if (retransformation != null) {
      retransformation.run();
    }
  }

  /**
   * Replaces the previous generation: classes are woven again if call points were added or removed,
   * or weave other methods.
   *
   * @return how many loaded classes were transformed
   */
  public int follow(ControlWeaver before, Instrumentation instrumentation) {
    List<CallPoint> changed = new ArrayList<>(before.pointsNotIn(this));
    changed.addAll(pointsNotIn(before));
    transformer.weaveBy(plan);
    return reweave(instrumentation, new ControlMatcher(changed, woven, notices));
  }

  /** Returns the call points of this generation that another one lacks or weaves differently. */
  public List<CallPoint> pointsNotIn(ControlWeaver other) {
    List<CallPoint> missing = new ArrayList<>();
    for (CallPoint point : points) {
      if (other.index(number(point)) < 0) {
        missing.add(point);
      }
    }
    return missing;
  }

  /** Drops the state that the next generation does not need. Call it after all calls have ended. */
  public void forget(ControlWeaver after) {
    for (CallPoint point : pointsNotIn(after)) {
      states.forget(number(point));
    }
  }

  /**
   * Removes the weaver and all woven code: loaded classes get the code that they would have without
   * the weaver.
   *
   * @return how many classes were transformed
   */
  public int unweave(Instrumentation instrumentation) {
    instrumentation.removeTransformer(transformer);
    return reweave(instrumentation, plan.matcher);
  }

  private int reweave(Instrumentation instrumentation, ControlMatcher concerned) {
    Retransformation retransformation =
        new Retransformation(instrumentation, concerned::concerns, notices);
    retransformation.run();
    LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(SETTLE_MILLIS));
    retransformation.run();
    return retransformation.count();
  }

  /** Whether the weaver reads the class file of a class, and not only its name. */
  public boolean looksInto(String className) {
    return plan.matcher.concerns(className.replace('.', '/'));
  }

  /**
   * Weaves a class that a loader is about to define.
   *
   * @param loader its defining loader; null for the bootstrap loader
   * @param internalName such as {@code com/acme/Pricing}; null for a hidden class
   * @return the new class file; null if the class is not changed
   */
  public byte @Nullable [] woven(
      @Nullable ClassLoader loader, @Nullable String internalName, byte[] classFile) {
    return transformer.transform(loader, internalName, null, null, classFile);
  }

  /** Returns the number of a call point of this generation in woven code. */
  public int number(CallPoint point) {
    return numbers.of(point);
  }

  /**
   * Returns the index of the call point with this number; -1 if this generation does not have it.
   */
  public int index(int number) {
    return numbers.index(number);
  }

  /**
   * Returns the woven method with this number; null if there is none, or its loader was collected.
   */
  public @Nullable Site site(int number) {
    return sites.of(number);
  }

  /** Returns the weaving state of a point's control. */
  public WeavingState weavingState(CallPoint point) {
    return woven.weavingState(point);
  }

  /** Returns the woven methods whose class loaders are not collected. */
  public Collection<Site> sites() {
    return sites.all();
  }

  /** Returns the woven classes. */
  public ControlClasses controlClasses() {
    return woven;
  }

  /** Adds a notice for each control class that was never loaded, since its name may be wrong. */
  public void noteUnloadedControls() {
    for (CallPoint point : points) {
      WeavingState state = weavingState(point);
      if (state.classes() == 0 && state.refusal() == null) {
        woven.neverLoaded(point, describeUnloaded(point.config()));
      }
    }
  }

  private static String describeUnloaded(CallConfig config) {
    String className = config.control().className();
    return config.packages().isEmpty()
        ? config.name()
            + ": no call was intercepted, since no class "
            + className
            + " was loaded until now; is the name correct?"
        : config.name()
            + ": no call was intercepted, since no class in "
            + String.join(", ", config.packages())
            + " that implements "
            + config.control()
            + " was loaded until now; are the names correct?";
  }

  /** Adds a warning for the log; each text is logged once. Never blocks and never logs. */
  public void warn(String text) {
    notices.warn(text);
  }

  /** Passes the notices since the last call to the log, oldest first. */
  public void drainNotices(Consumer<Notice> log) {
    notices.drain(log);
  }
}
