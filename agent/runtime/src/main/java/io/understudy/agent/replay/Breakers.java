package io.understudy.agent.replay;

import io.understudy.agent.call.CallPoint;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The breakers of all call points, created on first use. Thread-safe. */
final class Breakers {
  private final ConcurrentMap<CallPoint, Breaker> all = new ConcurrentHashMap<>();

  Breaker of(CallPoint point) {
    Breaker found = all.get(point);
    return found != null ? found : all.computeIfAbsent(point, Breaker::new);
  }

  /** Admits a probe at each call point whose pause is over. */
  void tick(long now) {
    for (Breaker breaker : all.values()) {
      breaker.tick(now);
    }
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
