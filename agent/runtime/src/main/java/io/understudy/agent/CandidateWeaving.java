package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.InstanceKind;
import io.understudy.agent.guard.SpringContexts;
import io.understudy.agent.guard.StopPoints;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is woven for candidates: stop points into their classes, and what finds the Spring contexts
 * of those that are beans. All generations of an attachment share it. For one thread at a time.
 */
final class CandidateWeaving {
  private final StopPoints stopPoints = new StopPoints();
  private final SpringContexts springContexts = new SpringContexts();

  /** Weaves for the candidates of these call points, before they are called. */
  void weave(Instrumentation instrumentation, List<CallPoint> points) {
    Set<String> candidates = new TreeSet<>();
    Set<String> isolated = new TreeSet<>();
    Set<String> controls = new TreeSet<>();
    boolean usesSpring = false;
    for (CallPoint point : points) {
      CallConfig config = point.config();
      if (config.isHere()) {
        Set<String> names = config.isolation() == null ? candidates : isolated;
        names.add(config.candidate().className());
      }
      controls.add(config.control().className());
      usesSpring |=
          config.instance() == InstanceKind.SPRING || config.instance() == InstanceKind.CONSTRUCT;
    }
    stopPoints.weave(instrumentation, candidates, isolated, controls);
    springContexts.weave(instrumentation, usesSpring);
  }

  /** Removes all that was woven. */
  void unweave(Instrumentation instrumentation) {
    stopPoints.unweave(instrumentation);
    springContexts.weave(instrumentation, false);
  }
}
