package io.understudy.agent.capture;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CandidateRun;
import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.call.MemoryLook;
import io.understudy.agent.weave.BridgeKey;
import io.understudy.agent.weave.ControlWeaver;
import io.understudy.bridge.Shadow;
import io.understudy.bridge.StopPoint;
import io.understudy.journal.Conduct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * The bridge's shadow scope for one generation of call points: counts what candidates try, at the
 * call point to which it belongs. Thread-safe.
 */
final class ShadowScope implements CandidateScope, Shadow.Watch {
  private final BridgeKey key;
  private final List<CallPoint> points;
  private final ControlWeaver weaver;
  private final ChangeLog changes = new ChangeLog();
  private volatile String[] properties = {};

  /** What looks at the memory; one for each scope. */
  private volatile StopPoint.@Nullable Memory memory;

  ShadowScope(BridgeKey key, List<CallPoint> points, ControlWeaver weaver) {
    this.key = key;
    this.points = points;
    this.weaver = weaver;
    // The group of the scope becomes a child of the creating thread's group: not of a thread of the
    // application.
    Shadow.group();
  }

  /** Sets the system properties that candidates may set; before {@link #open}. */
  void allow(List<String> names) {
    properties = names.toArray(new String[0]);
  }

  /** Guards the scope from now on, in place of an earlier generation. */
  void open() {
    key.allow(properties);
    key.watch(this, candidateClasses());
  }

  /** The candidate classes by which tasks on shared pools are recognised. */
  private String[] candidateClasses() {
    Set<String> controls = new HashSet<>();
    Set<String> aroundControls = new HashSet<>();
    for (CallPoint point : points) {
      String control = point.config().control().className();
      controls.add(control);
      aroundControls.addAll(withOuterClasses(control));
    }
    Set<String> names = new LinkedHashSet<>();
    for (CallPoint point : points) {
      if (point.config().isolation() != null || !point.config().isHere()) {
        // The application may have another class of this name.
        continue;
      }
      String name = point.config().candidate().className();
      // Not if it is a control, or one of both is nested in the other.
      if (!aroundControls.contains(name)
          && Collections.disjoint(controls, withOuterClasses(name))) {
        names.add(name);
      }
    }
    return names.toArray(new String[0]);
  }

  /** Returns the name of a class, and those of the classes around it. */
  private static List<String> withOuterClasses(String name) {
    List<String> names = new ArrayList<>();
    for (int end = name.length(); end > 0; end = name.lastIndexOf('$', end - 1)) {
      names.add(name.substring(0, end));
    }
    return names;
  }

  @Override
  public Thread newThread(Runnable task, String name) {
    return new Thread(Shadow.group(), task, name);
  }

  @Override
  public void markThread() {
    key.suppress();
  }

  @Override
  public CandidateRun begin(CallPoint point, int ownSite) {
    StateGuard.INSTANCE.begin();
    try {
      return new Run(Shadow.begin(weaver.number(point), ownSite));
    } catch (Throwable failure) {
      StateGuard.INSTANCE.end();
      throw failure;
    }
  }

  @Override
  public @Nullable CallPoint currentPoint() {
    return point(Shadow.currentPoint(), null);
  }

  @Override
  public void leave() {
    try {
      CallPoint point = currentPoint();
      StateGuard.INSTANCE.check(
          key, point == null ? "a candidate" : point.name(), setting -> restored(point, setting));
    } finally {
      try {
        StateGuard.INSTANCE.end();
      } finally {
        Shadow.leave();
      }
    }
  }

  private void restored(@Nullable CallPoint point, String setting) {
    weaver.warn(
        (point == null ? "a candidate" : point.name())
            + ": "
            + setting
            + " was changed by no setter during a call of the candidate; it is restored");
    if (point != null) {
      point.noteConduct(Conduct.restored(setting));
    }
  }

  @Override
  public void stop(Thread thread) {
    StopPoint.stop(thread);
  }

  @Override
  public void release(Thread thread) {
    StopPoint.release(thread);
  }

  @Override
  public void watchMemory(MemoryLook look) {
    StopPoint.Memory known = memory;
    if (known == null) {
      known = (bytes, kind, isCollected) -> look.look(bytes, kind == StopPoint.GROWN, isCollected);
      memory = known;
    }
    key.watchMemory(known);
  }

  @Override
  public void expectCollection(boolean isWatched) {
    StopPoint.expectCollection();
    StopPoint.watch(isWatched);
  }

  @Override
  public List<Thread> threads() {
    ThreadGroup group = Shadow.group();
    Thread[] found = new Thread[group.activeCount() + 64];
    int count = group.enumerate(found);
    return new ArrayList<>(Arrays.asList(found).subList(0, count));
  }

  @Override
  public void refused(int number, @Nullable String className, String what) {
    CallPoint point = point(number, className);
    weaver.warn((point == null ? "a candidate" : point.name()) + ": " + describe(what));
    if (point != null) {
      point.noteConduct(Conduct.refused(what));
    }
  }

  @Override
  public int changed(int number, String setter) {
    CallPoint point = point(number, null);
    String name = changes.bounded(setter);
    weaver.warn(
        (point == null ? "a candidate" : point.name())
            + ": the candidate has called "
            + name
            + ", which changes the whole JVM; the call had no effect");
    if (point != null) {
      point.noteConduct(Conduct.prevented(setter));
    }
    return changes.number(name);
  }

  private @Nullable CallPoint point(int number, @Nullable String className) {
    int index = number < 0 ? -1 : weaver.index(number);
    if (index >= 0) {
      return points.get(index);
    }
    for (CallPoint point : points) {
      if (points.size() == 1 || point.config().candidate().className().equals(className)) {
        return point;
      }
    }
    return null;
  }

  private static String describe(String what) {
    switch (what) {
      case "Thread.setDaemon(false)":
        return "a thread that the candidate started would keep the JVM alive; it is a daemon now";
      case "Runtime.addShutdownHook":
        return "the candidate has added a shutdown hook; it will not run";
      default:
        return "the candidate has called " + what + "; it was refused";
    }
  }

  @Override
  public void died(Throwable thrown) {
    weaver.warn(
        "an uncaught "
            + thrown.getClass().getName()
            + " has ended a thread or a task of a candidate");
  }

  @Override
  public void calledControl(int number) {
    int index = weaver.index(number);
    if (index >= 0) {
      points.get(index).noteConduct(Conduct.CALLED_CONTROL_LATER);
    }
  }

  /** One call, as the bridge records it. */
  private final class Run implements CandidateRun {
    private final AtomicIntegerArray record;

    Run(AtomicIntegerArray record) {
      this.record = record;
    }

    @Override
    public boolean hasCalledControl() {
      return Shadow.controlCalls(record) > 0;
    }

    @Override
    public boolean hasTriedToExit() {
      return Shadow.exits(record) > 0;
    }

    @Override
    public @Nullable String taint(long calledAtMillis) {
      int change = Shadow.change(record);
      return change != 0
          ? "the candidate has called " + changes.name(change) + ", which had no effect"
          : StateGuard.INSTANCE.taint(calledAtMillis);
    }

    @Override
    public void close() {
      Shadow.close(record);
    }
  }
}
