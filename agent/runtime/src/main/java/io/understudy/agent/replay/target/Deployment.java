package io.understudy.agent.replay.target;

import io.understudy.agent.call.CallPoint;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What replay knows of one deployment of an application. Thread-safe. */
final class Deployment {
  /** The lookups of the candidates, by call point. */
  final ConcurrentMap<CallPoint, TargetLookup> lookups = new ConcurrentHashMap<>();

  /** The instances of the candidates, by class, factory, source and class path. */
  final ConcurrentMap<String, CandidateInstance> instances = new ConcurrentHashMap<>();
}
