package io.understudy.agent;

import io.understudy.agent.config.Config;
import io.understudy.agent.evidence.Evidence;
import io.understudy.agent.isolated.IsolatedLoaders;
import org.jspecify.annotations.Nullable;

/** Why a configuration that is right in itself cannot be used now. Stateless. */
final class Obstacles {
  private Obstacles() {}

  /** Returns the first obstacle; null if there is none. */
  static @Nullable String find(Config config) {
    String unusable = IsolatedLoaders.findObstacle(config);
    return unusable != null ? unusable : Evidence.findObstacle(config.journal().directory());
  }
}
