package io.understudy.agent.replay;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.replay.limit.CandidateLimits;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The breakers of all call points, created on first use. Thread-safe. */
final class Breakers {
  private final ConcurrentMap<CallPoint, Breaker> all = new ConcurrentHashMap<>();

  private final CandidateLimits limits;

  Breakers(CandidateLimits limits) {
    this.limits = limits;
  }

  Breaker of(CallPoint point) {
    Breaker found = all.get(point);
    return found != null ? found : all.computeIfAbsent(point, p -> new Breaker(p, limits));
  }

  /**
   * Admits a probe at each call point whose pause is over, if there is room for the threads of
   * probes.
   */
  void tick(long now, boolean hasRoomForProbes) {
    for (Breaker breaker : all.values()) {
      breaker.tick(now, hasRoomForProbes);
    }
  }

  /** Returns the point whose candidate's class is on a stack; null if there is none, or several. */
  @Nullable CallPoint pointOn(StackTraceElement[] frames) {
    CallPoint found = null;
    for (CallPoint point : all.keySet()) {
      if (isOn(frames, point.config().candidate().className())) {
        if (found != null) {
          return null;
        }
        found = point;
      }
    }
    return found;
  }

  private static boolean isOn(StackTraceElement[] frames, String className) {
    for (StackTraceElement frame : frames) {
      if ((frame.getClassName() + "$").startsWith(className + "$")) {
        return true;
      }
    }
    return false;
  }

  /** The number of call points that shed their calls. */
  int openCount() {
    int open = 0;
    for (Breaker breaker : all.values()) {
      open += breaker.isOpen() ? 1 : 0;
    }
    return open;
  }
}
